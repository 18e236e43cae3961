//! `costs.csv`: cash of each cycle, of each commune that hosts, and of the whole plan, with the cost per participant.
//!
//! The cost of a trainer's day is shared among its cycles as in [`shares`](mod@crate::plan::shares); amounts are exact, so the
//! cycles add up to the communes and to the total. `level` distinguishes the three kinds of rows: filter on it before summing.

use super::Delivery;
use super::table::{Cell, Table};
use crate::instance::units::Euros;
use crate::plan::shares::{Sums, by_commune, by_cycle, total};

const HEADER: [&str; 17] = [
    "level",
    "id",
    "commune_name",
    "cycles",
    "sessions",
    "participants",
    "trainer_time",
    "trainer_travel",
    "venues",
    "tablets",
    "support",
    "setup",
    "gross",
    "income",
    "net",
    "gross_per_participant",
    "net_per_participant",
];

/// The table.
pub(super) fn costs(delivery: &Delivery) -> Table {
    let Delivery { instance, solved, .. } = delivery;
    let mut table = Table::new(&HEADER);
    for (cycle, sums) in solved.plan.cycles.iter().zip(by_cycle(instance, &solved.plan)) {
        let commune = instance.venues[cycle.venue].commune;
        table.push(row("cycle", &cycle.id, &instance.communes[commune].name, &sums));
    }
    for (commune, sums) in by_commune(instance, &solved.plan) {
        let commune = &instance.communes[commune];
        table.push(row("commune", &commune.insee, &commune.name, &sums));
    }
    table.push(row("total", "", "", &total(solved.breakdown.costs, &solved.plan)));
    delivery.labelled(table)
}

fn row(level: &str, id: &str, commune_name: &str, sums: &Sums) -> [Cell; HEADER.len()] {
    let per_participant = |amount: Euros| {
        Cell::known(Some(sums.participants).filter(|&n| n > 0), |n| {
            Cell::rounded(amount.to_f64() / n as f64, 2)
        })
    };
    let texts = [level, id, commune_name].map(Cell::from);
    let counts = [sums.cycles, sums.sessions, sums.participants].map(Cell::from);
    let amounts = sums.costs.terms().map(|(_, amount)| amount.into());
    let each = [sums.costs.gross(), sums.costs.net()].map(per_participant);
    let cells: Vec<Cell> = texts.into_iter().chain(counts).chain(amounts).chain(each).collect();
    cells.try_into().expect("a cell for each column")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::CostPosts;

    #[test]
    fn the_columns_are_the_terms_of_the_costs_in_their_order() {
        let terms = CostPosts::default().terms().map(|(key, _)| key);
        assert_eq!(terms.map(|key| key.trim_start_matches("cost-")), HEADER[6..15]);
    }
}
