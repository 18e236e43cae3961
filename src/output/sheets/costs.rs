//! Costs by cycle and by host commune, and the kit roster.

use std::collections::BTreeMap;

use crate::instance::ids::CommuneId;
use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::output::export::Export;
use crate::output::grid::{Grid, Value};
use crate::plan::costs::tablets_needed;
use crate::plan::shares::shares;
use crate::plan::tour::working_days;
use crate::plan::{CostPosts, Cycle};

/// What one row of costs adds up.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    costs: CostPosts,
    cycles: usize,
    participants: usize,
    hours: f64,
}

impl Sums {
    fn of(export: &Export, cycle: &Cycle, costs: CostPosts) -> Self {
        let session_hours = export.instance.rules.cycle.session_minutes.to_f64() / 60.0;
        let hours = session_hours * cycle.sessions.len() as f64;
        Self { costs, cycles: 1, participants: cycle.participants.len(), hours }
    }

    fn add(&mut self, other: &Self) {
        self.costs += other.costs;
        self.cycles += other.cycles;
        self.participants += other.participants;
        self.hours += other.hours;
    }

    /// Posts, totals, and what they make for one participant and one hour of workshop.
    fn cells(&self) -> [Value; 13] {
        let costs = &self.costs;
        let per = |amount: Euros, count: f64| {
            Value::known((count > 0.0).then(|| Euros::from_f64(amount.to_f64() / count)), Value::Money)
        };
        [
            self.participants.into(),
            costs.trainer_time.into(),
            costs.trainer_travel.into(),
            costs.venues.into(),
            costs.tablets.into(),
            costs.support.into(),
            costs.setup.into(),
            costs.gross().into(),
            costs.income.into(),
            costs.net().into(),
            per(costs.gross(), self.participants as f64),
            per(costs.net(), self.participants as f64),
            per(costs.gross(), self.hours),
        ]
    }
}

/// Headings of [`Sums::cells`].
const POSTS: [(&str, f64); 13] = [
    ("head-participants", 12.0),
    ("cost-trainer_time", 14.0),
    ("cost-trainer_travel", 14.0),
    ("cost-venues", 12.0),
    ("cost-tablets", 12.0),
    ("cost-support", 12.0),
    ("cost-setup", 12.0),
    ("cost-gross", 14.0),
    ("cost-income", 14.0),
    ("cost-net", 14.0),
    ("head-gross-each", 16.0),
    ("head-net-each", 16.0),
    ("head-gross-hour", 16.0),
];

fn grid(messages: &Messages, title: &str, first: [(&str, f64); 3]) -> Grid {
    let columns: Vec<(&str, f64)> = first.into_iter().chain(POSTS).collect();
    let columns: [(&str, f64); 16] = columns.try_into().expect("three and thirteen");
    Grid::new(messages, title, columns)
}

fn row(first: [Value; 3], sums: &Sums) -> [Value; 16] {
    let cells: Vec<Value> = first.into_iter().chain(sums.cells()).collect();
    cells.try_into().expect("three and thirteen")
}

/// A row for each cycle; trainers' days are shared among their cycles.
pub fn costs_by_cycle(export: &Export) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let first = [("head-cycle", 9.0), ("head-insee", 9.0), ("head-commune", 22.0)];
    let mut grid = grid(messages, "sheet-costs-cycles", first);
    for (cycle, costs) in plan.cycles.iter().zip(shares(instance, plan).cycles) {
        let commune = &instance.communes[instance.venues[cycle.venue].commune];
        let first = [(&cycle.id).into(), (&commune.insee).into(), (&commune.name).into()];
        grid.push(row(first, &Sums::of(export, cycle, costs)));
    }
    grid
}

/// A row for each commune that hosts, and the total.
pub fn costs_by_commune(export: &Export) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let mut communes: BTreeMap<CommuneId, Sums> = BTreeMap::new();
    let mut total = Sums::default();
    for (cycle, costs) in plan.cycles.iter().zip(shares(instance, plan).cycles) {
        let sums = Sums::of(export, cycle, costs);
        communes.entry(instance.venues[cycle.venue].commune).or_default().add(&sums);
        total.add(&sums);
    }
    let first = [("head-insee", 9.0), ("head-commune", 22.0), ("label-cycles", 9.0)];
    let mut grid = grid(messages, "sheet-costs-communes", first);
    for (commune, sums) in &communes {
        let commune = &instance.communes[*commune];
        grid.push(row([(&commune.insee).into(), (&commune.name).into(), sums.cycles.into()], sums));
    }
    // The plan's own costs, not their sum: that they are equal is what a reader can verify.
    total.costs = export.breakdown.costs;
    let first = [Value::Empty, messages.text("head-total", &[]).into(), total.cycles.into()];
    grid.total = Some(row(first, &total).into());
    grid
}

/// A row for each kit and day it is out.
pub fn kit_roster(export: &Export) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let columns = [
        ("head-date", 12.0),
        ("head-weekday", 11.0),
        ("head-kit", 9.0),
        ("head-tablets-held", 12.0),
        ("head-tablets", 12.0),
        ("head-depot", 22.0),
        ("head-trainer", 10.0),
        ("head-cycles", 20.0),
    ];
    let mut grid = Grid::new(messages, "sheet-kits", columns);
    for day in working_days(instance, plan) {
        let cycles = || day.cycles.iter().map(|&cycle| &plan.cycles[cycle]);
        let needed = cycles().map(|cycle| tablets_needed(instance, cycle)).max().unwrap_or(0);
        let names: Vec<&str> = cycles().map(|cycle| cycle.id.as_str()).collect();
        for &id in &day.kits {
            let kit = &instance.kits[id];
            grid.push([
                day.date.into(),
                messages.weekday(day.date.weekday()).into(),
                (&kit.id).into(),
                kit.tablets.into(),
                needed.into(),
                (&instance.communes[kit.depot].name).into(),
                (&instance.trainers[day.trainer].id).into(),
                names.join(" ").into(),
            ]);
        }
    }
    grid
}
