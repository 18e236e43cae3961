//! The changes of a collection: new residents, changes, withdrawals, doubts, and rows that cannot be accepted. It refers
//! to people only by number and cell, since it is sent back to town halls.

use std::collections::BTreeSet;

use super::companions::{Companion, Companions};
use super::kept::{KEY, Kept, ORIGIN, answers, reach};
use super::merge::merged;
use super::who::{Who, form, namesakes, who};
use crate::diagnostics::{Code, Diagnostic, Fact, Place};
use crate::input::Ground;
use crate::input::column::Column;
use crate::input::delivery::{Delivery, Origin};
use crate::input::enrolments::{Fields, Said};

/// How to fill what a delivery leaves open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Defaults<'a> {
    /// The slots of residents who name none.
    pub(super) slots: Option<&'a str>,
    /// Whether a town hall's new answer replaces a manual change of the planner.
    pub(super) replaces_own: bool,
}

/// The changes of a collection.
#[derive(Debug, Default)]
pub struct Preview {
    /// New residents.
    pub new: Vec<Entry>,
    /// Residents with changes.
    pub changed: Vec<Entry>,
    /// Residents who withdrew.
    pub withdrawn: Vec<Entry>,
    /// New answers of town halls to fields that the planner changed; they are not accepted.
    pub disputed: Vec<Entry>,
    /// Doubts for a person to look at.
    pub doubts: Vec<Doubt>,
    /// Rows that cannot be accepted, with the reason.
    pub refused: Vec<Refused>,
    /// Number of rows without news.
    pub unchanged: usize,
}

impl Preview {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.withdrawn.is_empty()
    }
}

/// A resident, and what changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Their number.
    pub id: String,
    /// The name of their commune.
    pub commune: String,
    /// The row that says it.
    pub at: Place,
    /// The fields.
    pub changes: Vec<Difference>,
}

/// A field that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its column.
    pub column: Column,
    /// Values before and after; `None` if they would name a person.
    pub values: Option<[String; 2]>,
}

/// A doubt for a person to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// People with the same name in the same commune: one who enrolled twice, or several.
    Namesakes {
        /// The commune's name.
        commune: String,
        /// Their numbers.
        ids: Vec<String>,
    },
    /// A resident comes with an unknown person.
    Companion(String, Place),
    /// A line of a form is blank although its number is in use.
    Blank(String, String),
}

/// A row that cannot be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The row.
    pub at: Place,
    /// Its number, if it has one.
    pub id: Option<String>,
    /// The cause.
    pub faults: Vec<Diagnostic>,
}

/// Merges what came back into `kept`, and returns the changes.
pub(super) fn gather(
    deliveries: &[Delivery],
    kept: &mut Kept,
    defaults: &Defaults<'_>,
    ground: &Ground,
) -> Preview {
    let before = kept.clone();
    let who = who(deliveries, &before);
    let companions = Companions::of(deliveries, &who, &before);
    let mut taking =
        Taking { kept, defaults, ground, companions, preview: Preview::default(), touched: BTreeSet::new() };
    for (delivery, who) in deliveries.iter().zip(&who) {
        for (row, who) in delivery.rows.iter().zip(who) {
            match who {
                Who::Known(id) => taking.update(id, row, delivery),
                Who::New(id) => taking.enrol(id, row, delivery),
                Who::Nobody(faults) => taking.refuse(row, faults.clone()),
            }
        }
        for id in delivery.blank.iter().filter(|id| before.has(id)) {
            taking.preview.doubts.push(Doubt::Blank(id.clone(), delivery.file.clone()));
        }
    }
    let Taking { mut preview, touched, .. } = taking;
    for (commune, ids) in namesakes(kept, &touched) {
        preview.doubts.push(Doubt::Namesakes { commune: name_of(&commune, ground), ids });
    }
    preview
}

fn name_of(insee: &str, ground: &Ground) -> String {
    let found = ground.communes().iter().find(|commune| commune.insee == insee);
    found.map_or_else(|| insee.to_owned(), |commune| commune.name.clone())
}

struct Taking<'a> {
    kept: &'a mut Kept,
    defaults: &'a Defaults<'a>,
    ground: &'a Ground,
    companions: Companions<'a>,
    preview: Preview,
    touched: BTreeSet<String>,
}

impl Taking<'_> {
    fn refuse(&mut self, row: &Said, faults: Vec<Diagnostic>) {
        self.preview.refused.push(Refused { at: row.at.clone(), id: row.id.clone(), faults });
    }

    /// The fields of the row, without names.
    fn said(&mut self, id: &str, row: &Said) -> Fields {
        let mut fields = row.fields.clone();
        fields.remove("party");
        match self.companions.whom(id, row) {
            Some(Companion::Known(other)) => _ = fields.insert("party", other),
            Some(Companion::Unknown) => {
                self.preview.doubts.push(Doubt::Companion(id.to_owned(), row.at.clone()));
            }
            Some(Companion::Nobody) | None => {}
        }
        fields
    }

    fn enrol(&mut self, id: &str, row: &Said, delivery: &Delivery) {
        let mut row = row.clone();
        if let (false, Some(slots)) = (row.fields.contains_key("slots"), self.defaults.slots) {
            row.fields.insert("slots", slots.to_owned());
        }
        let faults: Vec<Diagnostic> = NEEDED
            .iter()
            .filter(|(column, ..)| !row.fields.contains_key(column))
            .map(|(_, called, hint)| {
                let fault = Diagnostic::new(Code::MissingValue, row.at.clone());
                fault.with("column", Fact::Message(called)).hinting(hint)
            })
            .collect();
        if !faults.is_empty() {
            return self.refuse(&row, faults);
        }
        let fields = self.said(id, &row);
        self.kept.enrolments.row(id);
        let entry = Entry { changes: Vec::new(), ..self.take(id, &row, &fields, delivery).0 };
        if fields.get("withdrawn").is_some_and(|it| it == "1") {
            self.preview.withdrawn.push(entry.clone());
        }
        self.preview.new.push(entry);
    }

    fn update(&mut self, id: &str, row: &Said, delivery: &Delivery) {
        let fields = self.said(id, row);
        let was_gone = self.is_gone(id);
        let (changed, disputed) = self.take(id, row, &fields, delivery);
        let is_empty = [&changed, &disputed].map(|entry| entry.changes.is_empty());
        if is_empty == [true, true] {
            self.preview.unchanged += 1;
        }
        if !is_empty[0] {
            let withdrew = self.is_gone(id) && !was_gone;
            let group = if withdrew { &mut self.preview.withdrawn } else { &mut self.preview.changed };
            group.push(changed);
        }
        if !is_empty[1] {
            self.preview.disputed.push(disputed);
        }
    }

    fn is_gone(&self, id: &str) -> bool {
        self.kept.meant.get(id).and_then(|fields| fields.get("withdrawn")).is_some_and(|it| it == "1")
    }

    /// Merges a row about a resident: returns what changes, and what is disputed.
    fn take(&mut self, id: &str, row: &Said, fields: &Fields, delivery: &Delivery) -> (Entry, Entry) {
        self.touched.insert(id.to_owned());
        let kept = &mut *self.kept;
        let wins = self.defaults.replaces_own;
        // For a resident who is no longer in a table, earlier answers do not count: everything is new.
        let last = |is_there: bool, fields: Fields| if is_there { fields } else { Fields::new() };
        let (there, named) = (kept.meant.get(id).cloned(), kept.contacts.fields(id, reach()));
        let said = last(there.is_some(), kept.said.fields(id, answers()));
        let of_enrolment = merged(&there.unwrap_or_default(), &said, fields, wins);
        let said = last(kept.contacts.has(id), kept.named.fields(id, reach()));
        let of_person = merged(&named, &said, &row.person, wins);
        for change in &of_enrolment.changes {
            kept.enrolments.set(id, change.column, &change.after);
            kept.meant.entry(id.to_owned()).or_default().insert(change.column, change.after.clone());
        }
        for change in &of_person.changes {
            kept.contacts.set(id, change.column, &change.after);
        }
        for (column, value) in &of_enrolment.said {
            kept.said.set(id, column, value);
        }
        for (column, value) in &of_person.said {
            kept.named.set(id, column, value);
        }
        kept.said.row(id);
        remember(kept, id, row, &delivery.origin);
        let commune =
            kept.meant.get(id).and_then(|fields| fields.get("commune")).cloned().unwrap_or_default();
        let entry = |changes| Entry {
            id: id.to_owned(),
            commune: name_of(&commune, self.ground),
            at: row.at.clone(),
            changes,
        };
        let both = |of_enrolment: &[super::merge::Change], of_person: &[super::merge::Change]| {
            let shown = of_enrolment.iter().filter_map(|it| {
                let column = answers().iter().find(|column| column.name == it.column)?;
                Some(Difference { column: *column, values: Some([it.before.clone(), it.after.clone()]) })
            });
            let hidden = of_person.iter().filter_map(|it| {
                let column = reach().iter().find(|column| column.name == it.column)?;
                Some(Difference { column: *column, values: None })
            });
            shown.chain(hidden).collect()
        };
        let changed = entry(both(&of_enrolment.changes, &of_person.changes));
        (changed, entry(both(&of_enrolment.disputed, &of_person.disputed)))
    }
}

/// Stores where a resident first came from, with the number in the other system.
fn remember(kept: &mut Kept, id: &str, row: &Said, origin: &Origin) {
    if !kept.said.cell(id, ORIGIN).is_empty() {
        return;
    }
    let has_own_number = *origin == Origin::Own && row.id.is_some();
    kept.said.set(id, ORIGIN, if has_own_number { FORM } else { form(origin) });
    if let (Origin::Foreign(_), Some(number)) = (origin, &row.id) {
        kept.said.set(id, KEY, number);
    }
}

/// The origin of residents who came with a number of this program.
const FORM: &str = "form";

/// Fields required of a new resident: the column, its name, and the hint if it is missing.
const NEEDED: [(&str, &str, &str); 2] = [
    ("commune", "collect-column-commune", "hint-ask-commune"),
    ("slots", "collect-column-slots", "hint-ask-slots"),
];
