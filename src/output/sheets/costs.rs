//! Costs by cycle and by host commune, and the kit roster.

use crate::instance::units::Euros;
use crate::messages::Messages;
use crate::output::export::Export;
use crate::output::grid::{Grid, Value};
use crate::plan::CostPosts;
use crate::plan::costs::tablets_of_day;
use crate::plan::shares::{Sums, by_commune, by_cycle, total};
use crate::plan::tour::working_days;

/// A table of costs whose rows begin with these columns.
fn grid(messages: &Messages, title: &str, first: [(&'static str, f64); 3]) -> Grid {
    let terms = CostPosts::default().terms().map(|(key, _)| (key, 14.0));
    let each = ["head-gross-each", "head-net-each", "head-gross-hour"].map(|key| (key, 16.0));
    let columns: Vec<(&str, f64)> =
        first.into_iter().chain([("head-participants", 12.0)]).chain(terms).chain(each).collect();
    let columns: [(&str, f64); 16] = columns.try_into().expect("three, one, nine and three");
    Grid::new(messages, title, columns)
}

/// Posts, totals, and the amounts for one participant and one hour of workshop.
fn row(export: &Export, first: [Value; 3], sums: &Sums) -> [Value; 16] {
    let per = |amount: Euros, count: f64| {
        Value::known((count > 0.0).then(|| Euros::from_f64(amount.to_f64() / count)), Value::Money)
    };
    let (gross, participants) = (sums.costs.gross(), sums.participants as f64);
    let hours = export.instance.rules.cycle.session_minutes.to_f64() / 60.0 * sums.sessions as f64;
    let terms = sums.costs.terms().map(|(_, amount)| amount.into());
    let each = [per(gross, participants), per(sums.costs.net(), participants), per(gross, hours)];
    let cells: Vec<Value> =
        first.into_iter().chain([sums.participants.into()]).chain(terms).chain(each).collect();
    cells.try_into().expect("three, one, nine and three")
}

/// A row for each cycle; trainers' days are shared among their cycles.
pub fn costs_by_cycle(export: &Export) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let first = [("head-cycle", 9.0), ("head-insee", 9.0), ("head-commune", 22.0)];
    let mut grid = grid(messages, "sheet-costs-cycles", first);
    for (cycle, sums) in plan.cycles.iter().zip(by_cycle(instance, plan)) {
        let commune = &instance.communes[instance.venues[cycle.venue].commune];
        let first = [(&cycle.id).into(), (&commune.insee).into(), (&commune.name).into()];
        grid.push(row(export, first, &sums));
    }
    grid
}

/// A row for each commune that hosts, and the total.
pub fn costs_by_commune(export: &Export) -> Grid {
    let Export { instance, plan, messages, .. } = export;
    let first = [("head-insee", 9.0), ("head-commune", 22.0), ("label-cycles", 9.0)];
    let mut grid = grid(messages, "sheet-costs-communes", first);
    for (commune, sums) in by_commune(instance, plan) {
        let commune = &instance.communes[commune];
        let first = [(&commune.insee).into(), (&commune.name).into(), sums.cycles.into()];
        grid.push(row(export, first, &sums));
    }
    let sums = total(export.breakdown.costs, plan);
    let first = [Value::Empty, messages.text("head-total", &[]).into(), sums.cycles.into()];
    grid.total = Some(row(export, first, &sums).into());
    grid
}

/// A row for each kit and day that it is out.
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
        let cycles = day.cycles.iter().map(|&cycle| &plan.cycles[cycle]);
        let needed = tablets_of_day(instance, plan, &day);
        let names: Vec<&str> = cycles.map(|cycle| cycle.id.as_str()).collect();
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
