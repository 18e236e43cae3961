//! The bill of changes: who must be told, appointments before and after, what each change costs and gains. By identifier only.

use crate::output::changes::{in_words, who};
use crate::output::export::facts::{change_in_words, reason_in_words};
use crate::output::export::{Bill, Export};
use crate::output::grid::{Grid, Value};
use crate::plan::bill::Line;

/// A row for each line of the bill.
pub fn bill(export: &Export, bill: &Bill<'_>) -> Grid {
    let Export { instance, messages, .. } = export;
    let columns = [
        ("head-concerns", 12.0),
        ("head-insee", 9.0),
        ("head-commune", 22.0),
        ("head-identifier", 12.0),
        ("head-cycle-before", 10.0),
        ("head-cycle-after", 10.0),
        ("head-before", 44.0),
        ("head-after", 44.0),
        ("head-why", 30.0),
        ("head-cost", 10.0),
    ];
    let mut grid = Grid::new(messages, "sheet-bill", columns);
    let cycle = |id: Option<&str>| Value::known(id, Value::from);
    let row = |line: &Line<'_>| {
        let (concerns, id, commune) = who(instance, line);
        [
            messages.text(&format!("concerns-{concerns}"), &[]).into(),
            (&instance.communes[commune].insee).into(),
            (&instance.communes[commune].name).into(),
            id.into(),
            cycle(line.cycle_before),
            cycle(line.cycle_after),
            in_words(instance, &line.before, messages).into(),
            in_words(instance, &line.after, messages).into(),
            reason_in_words(line.reason, messages).into(),
            Value::Money(line.cost),
        ]
    };
    bill.lines.iter().map(row).for_each(|row| grid.push(row));
    grid
}

/// A row for each cycle that changes.
pub fn gains(export: &Export, bill: &Bill<'_>) -> Grid {
    let messages = export.messages;
    let columns = [("head-cycle", 10.0), ("head-calls", 10.0), ("head-cost", 12.0), ("bill-gains", 60.0)];
    let mut grid = Grid::new(messages, "sheet-gains", columns);
    for change in &bill.changes {
        let [_, gain] = change_in_words(change, messages);
        grid.push([(&change.cycle).into(), change.calls.into(), Value::Money(change.cost), gain.into()]);
    }
    grid
}
