//! Defects of our dependencies that once gave wrong answers: each stays as a test.

use good_lp::solvers::highs::highs;
use good_lp::{Solution, SolverModel, constraint, variable, variables};

/// `min 2x + 3z, x + z >= 4.5, 0 <= x, z <= 10, z integer`: x is cheaper than z and alone reaches 4.5, so the
/// optimum is 2 × 4.5 = 9. HiGHS 1.14 answers otherwise.
#[test]
fn highs_solves_the_small_mip_that_1_14_gets_wrong() {
    variables! { vars: 0 <= x <= 10; }
    let z = vars.add(variable().integer().min(0).max(10));
    let solution = vars.minimise(2.0 * x + 3.0 * z).using(highs).with(constraint!(x + z >= 4.5)).solve();
    let solution = solution.expect("HiGHS solves a two-variable problem");
    let objective = 2.0 * solution.value(x) + 3.0 * solution.value(z);
    assert!((objective - 9.0).abs() < 1e-6, "optimum 9, found {objective}");
}
