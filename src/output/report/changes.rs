//! The changes of an announced plan: who must be told, and what each change costs and gains.

use super::section;
use crate::output::export::facts::bill_headlines;
use crate::output::export::{Bill, Export};
use crate::output::page::{Section, folded, list, paragraph, table};
use crate::output::sheets;

pub(super) fn changes(export: &Export, bill: &Bill<'_>) -> Section {
    let messages = export.messages;
    let figures = bill_headlines(export, bill).into_iter().map(|(figure, label)| format!("{figure} {label}"));
    let tables = if bill.lines.is_empty() {
        paragraph(&messages.text("bill-nothing", &[]))
    } else {
        let lines = sheets::bill(export, bill);
        let count = [("title", lines.title.as_str().into()), ("rows", lines.rows.len().into())];
        table("gains", "gains", &sheets::gains(export, bill), messages)
            + &folded(&messages.text("table-fold", &count), &table("bill", "changes", &lines, messages))
    };
    section(messages, "changes", list(&figures.collect::<Vec<String>>()) + &tables)
}
