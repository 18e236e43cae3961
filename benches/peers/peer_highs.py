"""HiGHS: branch and cut over a relaxation in floating point, prices in euros."""

import time
from dataclasses import replace
from typing import Any

import highspy
from numpy import asarray, float64, full, int64, rint, where, zeros
from numpy.typing import NDArray

from linear import FREE, Linear
from task import Task

NAME = "HiGHS"
WITH_LINKS = True
SETTINGS = "threads = cores, parallel on, presolve on, symmetry on, gap 0 (absolute 1e-6), greedy plan as start"


# Euros by which a plan that is called optimal may be above its bound.
OPTIMAL_WITHIN = 0.01


def solve(linear: Linear, task: Task) -> str:
    """Solve, tell of plans and bounds, and return the status.

    HiGHS 1.16 can price the start wrongly once its presolve has shrunk the model, and then calls the start optimal although
    its own bound is lower. Where that shows, the rest of the time goes to solving without a start.
    """
    begun = time.monotonic()
    status, above = _solve_once(linear, task)
    left = task.seconds - (time.monotonic() - begun)
    if task.start is not None and status == "optimal" and above > OPTIMAL_WITHIN and left > 0:
        status, _ = _solve_once(linear, replace(task, start=None, seconds=left))
    return status


def _solve_once(linear: Linear, task: Task) -> tuple[str, float]:
    """Return the status, and how far the last plan is above the bound, in euros."""
    begun = time.monotonic()
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in _options(task).items():
        highs.setOptionValue(name, value)
    highs.passModel(_build(linear))
    if task.start is not None:
        start = highspy.HighsSolution()
        start.col_value = task.start.astype(float64).tolist()
        start.value_valid = True
        highs.setSolution(start)

    def tell(event: Any) -> None:  # noqa: ANN401 (highspy names no type for it)
        task.on_plan(_whole(event.data_out.mip_solution))
        task.on_bound(event.data_out.mip_dual_bound)

    highs.cbMipImprovingSolution.subscribe(tell)
    highs.cbMipLogging.subscribe(lambda event: task.on_bound(event.data_out.mip_dual_bound))
    highs.setOptionValue("time_limit", max(1.0, task.seconds - (time.monotonic() - begun)))
    highs.run()
    bound, above = highs.getInfo().mip_dual_bound, float("inf")
    if highs.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        solution = _whole(highs.getSolution().col_value)
        above = linear.euros(solution) - bound
        task.on_plan(solution)
    task.on_bound(bound)
    return str(highs.modelStatusToString(highs.getModelStatus())).lower(), above


def _options(task: Task) -> dict[str, bool | str | int | float]:
    return {
        "output_flag": task.log,
        "threads": task.cores,
        "parallel": "on",
        "presolve": "on",
        "mip_detect_symmetry": True,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-6,
    }


def _whole(values: Any) -> NDArray[int64]:  # noqa: ANN401 (a sequence of floats in one call, an array in another)
    return rint(asarray(values, dtype=float64)).astype(int64)


def _build(linear: Linear) -> highspy.HighsLp:
    """Hand the arrays over as they are; sides of rows that are none become infinite."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = linear.n_columns, linear.n_rows
    lp.col_cost_ = asarray(linear.cost, dtype=float64) / linear.per_euro
    lp.offset_ = linear.offset / linear.per_euro
    lp.col_lower_ = zeros(linear.n_columns)
    lp.col_upper_ = asarray(linear.upper, dtype=float64)
    lower, upper = asarray(linear.row_lower), asarray(linear.row_upper)
    lp.row_lower_ = where(lower == -FREE, -highspy.kHighsInf, lower)
    lp.row_upper_ = where(upper == FREE, highspy.kHighsInf, upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = asarray(linear.row_starts)
    lp.a_matrix_.index_ = asarray(linear.row_columns)
    lp.a_matrix_.value_ = asarray(linear.row_values, dtype=float64)
    lp.integrality_ = full(linear.n_columns, highspy.HighsVarType.kInteger).tolist()
    return lp
