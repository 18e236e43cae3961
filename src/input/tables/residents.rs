//! `residents`: `id, commune, slots, track?, needs_tablet?, max_travel_min?, step_free?, party?, available_from?,
//! priority?, withdrawn?`.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostics::{Code, Faults};
use crate::input::column::{AVAILABLE_FROM, Column, optional, required};
use crate::input::communes::Communes;
use crate::input::header::Layout;
use crate::input::limits;
use crate::input::names::Names;
use crate::input::parts::Parts;
use crate::input::party::{Company, PartyRow, parties};
use crate::input::row::Row;
use crate::input::slots::Slots;
use crate::input::tracks::Tracks;
use crate::instance::entities::Resident;
use crate::instance::ids::{PartyId, SlotId};
use crate::instance::units::{Minutes, Ratio};

const ID: Column = required("id", "Inscription");
const COMMUNE: Column = required("commune", "Commune");
const SLOTS: Column = required("slots", "Créneaux");
pub(in crate::input) const TRACK: Column = optional("track", "Parcours");
pub(in crate::input) const NEEDS_TABLET: Column = optional("needs_tablet", "Tablette à prêter");
pub(in crate::input) const MAX_TRAVEL_MIN: Column = optional("max_travel_min", "Trajet max");
pub(in crate::input) const STEP_FREE: Column = optional("step_free", "Accessible");
pub(in crate::input) const PARTY: Column = optional("party", "Vient avec");
pub(in crate::input) const PRIORITY: Column = optional("priority", "Priorité");
pub(in crate::input) const WITHDRAWN: Column = optional("withdrawn", "Désistement");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] = &[
    ID,
    COMMUNE,
    SLOTS,
    TRACK,
    NEEDS_TABLET,
    MAX_TRAVEL_MIN,
    STEP_FREE,
    PARTY,
    AVAILABLE_FROM,
    PRIORITY,
    WITHDRAWN,
];

/// The track of residents who name none.
const DEFAULT_TRACK: &str = "base";

/// The residents and their parties.
#[derive(Debug, Default)]
pub(crate) struct Residents {
    pub(crate) rows: Vec<Resident>,
    pub(crate) parties: Vec<PartyRow>,
}

/// What residents refer to, and the default that the scenario sets.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    pub(crate) communes: &'a Communes,
    pub(crate) slots: &'a Slots,
    pub(crate) tracks: &'a mut Tracks,
    pub(crate) max_travel: Minutes,
    /// Slot lists parsed so far: thousands of residents share a few dozen.
    pub(crate) patterns: HashMap<String, BTreeSet<SlotId>>,
}

impl Known<'_> {
    fn slots(&mut self, row: &mut Row<'_>) -> Option<BTreeSet<SlotId>> {
        if row.has_marks() {
            return self.slots.of_row(row, SLOTS);
        }
        let text = row.text(SLOTS)?;
        if let Some(slots) = self.patterns.get(text) {
            return Some(slots.clone());
        }
        let slots = self.slots.of_row(row, SLOTS)?;
        self.patterns.insert(text.to_owned(), slots.clone());
        Some(slots)
    }
}

/// Reads the residents.
pub(crate) fn residents(parts: &Parts, known: &mut Known<'_>, faults: &mut Faults) -> Residents {
    let mut names = Names::new(Code::UnknownResident);
    let (mut rows, mut company) = (Vec::new(), Vec::new());
    let slots = known.slots;
    let layout = Layout::with_slots(COLUMNS, SLOTS, slots);
    parts.each_row(layout, faults, |row| {
        if let Some(resident) = resident(row, known, &mut names) {
            company.extend(row.given(PARTY).map(|with| Company {
                who: rows.len(),
                with: with.to_owned(),
                at: row.at(PARTY),
            }));
            rows.push(resident);
        }
    });
    let parties = parties(&mut rows, &company, &names);
    Residents { rows, parties }
}

/// A resident, whose party is not yet known.
fn resident(row: &mut Row<'_>, known: &mut Known<'_>, names: &mut Names) -> Option<Resident> {
    let id = names.register(row, ID);
    let commune = known.communes.referred(row, COMMUNE);
    let slots = known.slots(row);
    let track = known.tracks.wanted(row, TRACK, row.given(TRACK).unwrap_or(DEFAULT_TRACK));
    let needs_tablet = row.boolean(NEEDS_TABLET);
    let max_travel = row.minutes(MAX_TRAVEL_MIN, Some(known.max_travel));
    let step_free = row.boolean(STEP_FREE);
    let available_from = row.optional_date(AVAILABLE_FROM);
    let priority =
        row.decimal(PRIORITY, &limits::PRIORITY, Some(Ratio::whole(1).nano())).map(Ratio::from_nano);
    let withdrawn = row.boolean(WITHDRAWN);
    Some(Resident {
        id: id?,
        commune: commune?,
        slots: slots?,
        track: track?,
        needs_tablet: needs_tablet?,
        max_travel: max_travel?,
        step_free: step_free?,
        party: PartyId(0),
        available_from: available_from?,
        priority: priority?,
        withdrawn: withdrawn?,
    })
}
