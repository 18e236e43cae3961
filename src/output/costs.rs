//! `costs.csv`: cash of each cycle, of each commune that hosts, and of the whole plan, with the cost per participant.
//!
//! A trainer's day is shared among its cycles as [`shares`](mod@crate::plan::shares) says; amounts are exact, so the cycles
//! add up to the communes and to the total. `level` tells the three kinds of rows apart: filter on it before summing.

use std::collections::BTreeMap;

use super::Delivery;
use super::table::{Cell, Table};
use crate::instance::ids::CommuneId;
use crate::plan::CostPosts;
use crate::plan::shares::shares;

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
    let mut communes: BTreeMap<CommuneId, Sums> = BTreeMap::new();
    let mut total = Sums { costs: CostPosts::default(), cycles: 0, sessions: 0, participants: 0 };
    for (cycle, costs) in solved.plan.cycles.iter().zip(shares(instance, &solved.plan).cycles) {
        let (sessions, participants) = (cycle.sessions.len(), cycle.participants.len());
        let sums = Sums { costs, cycles: 1, sessions, participants };
        let commune = instance.venues[cycle.venue].commune;
        table.push(row("cycle", &cycle.id, &instance.communes[commune].name, &sums));
        communes.entry(commune).and_modify(|so_far| so_far.add(&sums)).or_insert_with(|| sums.clone());
        total.add(&sums);
    }
    for (&commune, sums) in &communes {
        let commune = &instance.communes[commune];
        table.push(row("commune", &commune.insee, &commune.name, sums));
    }
    // The plan's own costs, not their sum: that they are equal is what a reader can verify.
    total.costs = solved.breakdown.costs;
    table.push(row("total", "", "", &total));
    delivery.labelled(table)
}

/// What one row says.
#[derive(Debug, Clone)]
struct Sums {
    costs: CostPosts,
    cycles: usize,
    sessions: usize,
    participants: usize,
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.costs += other.costs;
        self.cycles += other.cycles;
        self.sessions += other.sessions;
        self.participants += other.participants;
    }
}

fn row(level: &str, id: &str, commune_name: &str, sums: &Sums) -> [Cell; 17] {
    let costs = &sums.costs;
    let per_participant = |amount: crate::instance::units::Euros| {
        Cell::known(Some(sums.participants).filter(|&n| n > 0), |n| {
            Cell::rounded(amount.to_f64() / n as f64, 2)
        })
    };
    [
        level.into(),
        id.into(),
        commune_name.into(),
        sums.cycles.into(),
        sums.sessions.into(),
        sums.participants.into(),
        costs.trainer_time.into(),
        costs.trainer_travel.into(),
        costs.venues.into(),
        costs.tablets.into(),
        costs.support.into(),
        costs.setup.into(),
        costs.gross().into(),
        costs.income.into(),
        costs.net().into(),
        per_participant(costs.gross()),
        per_participant(costs.net()),
    ]
}
