//! Costs: by post, by commune, for one participant and one hour.

use super::{drawing, section};
use crate::instance::units::Euros;
use crate::output::export::Export;
use crate::output::grid::{Grid, Value};
use crate::output::page::{Section, figure, table};
use crate::output::sheets::costs_by_commune;
use crate::output::svg::bars::{Bar, bars};
use crate::plan::indicators::Indicators;

pub(super) fn costs(export: &Export, figures: &Indicators) -> Section {
    let messages = export.messages;
    let words = drawing(messages, "posts");
    let bar = |(key, amount): (&str, Euros)| Bar {
        label: messages.text(key, &[]),
        value: amount.to_f64(),
        shown: messages.money(amount.to_f64(), 0),
        class: "",
    };
    let by_post: Vec<Bar> = export.breakdown.costs.spent().into_iter().map(bar).collect();
    let body = figure(&bars(&words, &by_post, None), &words.description, true)
        + &table("costs-each", "costs-each", &each(export, figures), messages)
        + &table("costs-communes", "costs-communes", &costs_by_commune(export), messages);
    section(messages, "costs", body)
}

/// Gross and net: in total, for one participant, one hour of workshop, one cycle.
fn each(export: &Export, figures: &Indicators) -> Grid {
    let messages = export.messages;
    let columns = [("head-about", 30.0), ("cost-gross", 14.0), ("cost-income", 14.0), ("cost-net", 14.0)];
    let mut grid = Grid::new(messages, "sheet-costs-each", columns);
    let costs = &export.breakdown.costs;
    let hours = export.instance.rules.cycle.session_minutes.to_f64() / 60.0 * figures.sessions as f64;
    let counts = [
        ("head-total", 1.0),
        ("estimate-per-participant", figures.served as f64),
        ("estimate-per-hour", hours),
        ("estimate-per-cycle", figures.cycles as f64),
    ];
    for (key, count) in counts {
        let part = |amount: Euros| {
            if count > 0.0 { Value::Money(Euros::from_f64(amount.to_f64() / count)) } else { Value::Empty }
        };
        grid.push([
            messages.text(key, &[]).into(),
            part(costs.gross()),
            part(costs.income),
            part(costs.net()),
        ]);
    }
    grid
}
