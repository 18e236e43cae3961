//! A comparison as Markdown, to paste into a note.

use super::Comparison;
use super::tables::Worded;
use crate::compare::study::Entry;

/// The whole report.
pub(super) fn markdown(comparison: &Comparison) -> String {
    let messages = comparison.messages;
    let text = |key: &str| messages.text(key, &[]);
    let mut parts = vec![format!("# {}", text("compare-title"))];
    if comparison.study.is_invented() {
        parts.push(format!("> {}", text("invented-notice")));
    }
    parts.push(comparison.caution());
    parts.push(comparison.meaning());
    if comparison.study.plans.iter().any(Entry::is_estimated) {
        parts.push(text("compare-estimated"));
    }
    let mut section = |title: &str, lead: &str, table: Worded| {
        if !table.rows.is_empty() {
            parts.push(format!("## {}", text(title)));
            parts.push(text(lead));
            parts.push(written(&table));
        }
    };
    section("compare-plans", "compare-plans-lead", comparison.plans());
    section("compare-steps", "compare-steps-lead", comparison.steps());
    section("compare-effects", "compare-effects-lead", comparison.effects());
    section("compare-robustness", "compare-robustness-lead", comparison.robustness());
    section("compare-hosts", "compare-hosts-lead", comparison.hosts());
    parts.join("\n\n") + "\n"
}

/// A table of Markdown; figures are aligned to the right.
fn written(table: &Worded) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let is_figure = |column: usize| {
        let mut cells = table.rows.iter().map(|row| row[column].as_str());
        cells.all(|cell| cell.starts_with(|first: char| "+-−€–".contains(first) || first.is_ascii_digit()))
    };
    let rules: Vec<&str> =
        (0..table.heads.len()).map(|column| if is_figure(column) { "---:" } else { "---" }).collect();
    let mut lines = vec![line(&table.heads), format!("| {} |", rules.join(" | "))];
    lines.extend(table.rows.iter().map(|row| line(row)));
    lines.join("\n")
}

/// A text escaped for Markdown and HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' => escaped.extend(['\\', character]),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_the_table() {
        assert_eq!(escaped("a|b <i>\n"), "a\\|b &lt;i&gt; ");
    }
}
