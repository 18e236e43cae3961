//! Merges a town hall's answers with the existing table: field by field, the latest change wins.
//!
//! An empty cell says nothing. An answer equal to the previous one says nothing new either: the planner's version of the
//! field is kept. A new answer counts, unless the planner has changed the field by hand since: then it is disputed, and
//! only counts if that is asked for; otherwise it is reported again next time.

use crate::input::enrolments::Fields;

/// A field that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) column: &'static str,
    pub(super) before: String,
    pub(super) after: String,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Merged {
    /// Fields to write.
    pub(super) changes: Vec<Change>,
    /// Fields that the planner changed and to which the town hall has a new answer; they are kept.
    pub(super) disputed: Vec<Change>,
    /// Answers to store.
    pub(super) said: Vec<(&'static str, String)>,
}

/// The meaning of an empty field.
fn default(column: &str) -> &'static str {
    match column {
        "needs_tablet" | "step_free" | "withdrawn" => "0",
        "track" => "base",
        "priority" => "1",
        _ => "",
    }
}

/// Merges the existing fields, the previous answers, and the new ones.
pub(super) fn merged(there: &Fields, last: &Fields, now: &Fields, replaces_own: bool) -> Merged {
    let mut merged = Merged::default();
    for (&column, value) in now {
        let of = |fields: &Fields| fields.get(column).map_or(default(column), String::as_str).to_owned();
        let (there, was_said) = (of(there), of(last));
        if there == *value {
            merged.said.push((column, value.clone()));
        } else if last.get(column) != Some(value) {
            let change = Change { column, before: there.clone(), after: value.clone() };
            if there == was_said || replaces_own {
                merged.said.push((column, value.clone()));
                merged.changes.push(change);
            } else {
                merged.disputed.push(change);
            }
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&'static str, &str)]) -> Fields {
        pairs.iter().map(|(column, value)| (*column, (*value).to_owned())).collect()
    }

    /// What changes and what is disputed, as `column: before > after`.
    fn outcome(
        there: &[(&'static str, &str)],
        last: &[(&'static str, &str)],
        now: &[(&'static str, &str)],
    ) -> [String; 2] {
        let merged = merged(&fields(there), &fields(last), &fields(now), false);
        [merged.changes, merged.disputed].map(|changes| {
            let told = |it: &Change| format!("{}: {} > {}", it.column, it.before, it.after);
            changes.iter().map(told).collect::<Vec<_>>().join(", ")
        })
    }

    #[test]
    fn whoever_spoke_last_is_heard() {
        let unchanged = ["", ""].map(str::to_owned);
        // Nothing new: the planner's changes are kept.
        assert_eq!(outcome(&[("withdrawn", "1")], &[("withdrawn", "0")], &[("withdrawn", "0")]), unchanged);
        assert_eq!(outcome(&[("slots", "a")], &[("slots", "a b")], &[("slots", "a b")]), unchanged);
        // An empty cell.
        assert_eq!(outcome(&[("slots", "a")], &[("slots", "a")], &[]), unchanged);
        // A new answer to an unchanged field.
        assert_eq!(outcome(&[("slots", "a")], &[("slots", "a")], &[("slots", "b")])[0], "slots: a > b");
        // A new answer to a field that the planner changed.
        assert_eq!(outcome(&[("slots", "c")], &[("slots", "a")], &[("slots", "b")])[1], "slots: c > b");
        // An absent field has its default.
        assert_eq!(outcome(&[], &[], &[("track", "base"), ("step_free", "0")]), unchanged);
        assert_eq!(outcome(&[("priority", "2")], &[], &[("priority", "3")])[1], "priority: 2 > 3");
    }

    #[test]
    fn what_is_disputed_counts_where_that_is_asked_for() {
        let [there, last, now] = ["c", "a", "b"].map(|value| fields(&[("slots", value)]));
        let merged = merged(&there, &last, &now, true);
        assert_eq!((merged.changes.len(), merged.disputed.len(), merged.said.len()), (1, 0, 1));
    }
}
