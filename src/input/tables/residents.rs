//! `residents`: `id, commune, slots, track?, needs_tablet?, max_travel_min?, step_free?, party?, available_from?,
//! priority?`.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostics::{Code, Faults};
use crate::input::column::{AVAILABLE_FROM, Column, optional, required};
use crate::input::communes::Communes;
use crate::input::keyed::Table;
use crate::input::limits;
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::each_row;
use crate::input::tracks::Tracks;
use crate::instance::entities::{Party, Resident, Slot};
use crate::instance::ids::{PartyId, ResidentId, SlotId};
use crate::instance::units::{Minutes, Ratio};

const ID: Column = required("id", "Inscription");
const COMMUNE: Column = required("commune", "Commune");
const SLOTS: Column = required("slots", "Créneaux");
const TRACK: Column = optional("track", "Parcours");
const NEEDS_TABLET: Column = optional("needs_tablet", "Tablette à prêter");
const MAX_TRAVEL_MIN: Column = optional("max_travel_min", "Trajet max");
const STEP_FREE: Column = optional("step_free", "Accessible");
const PARTY: Column = optional("party", "Vient avec");
const PRIORITY: Column = optional("priority", "Priorité");

/// The columns of the table.
pub(super) const COLUMNS: &[Column] =
    &[ID, COMMUNE, SLOTS, TRACK, NEEDS_TABLET, MAX_TRAVEL_MIN, STEP_FREE, PARTY, AVAILABLE_FROM, PRIORITY];

/// The track of residents who name none.
const DEFAULT_TRACK: &str = "base";

/// A party and the line on which it is first named.
#[derive(Debug)]
pub(crate) struct PartyRow {
    pub(crate) party: Party,
    pub(crate) line: u64,
}

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
    pub(crate) slots: &'a Table<Slot>,
    pub(crate) tracks: &'a mut Tracks,
    pub(crate) max_travel: Minutes,
    /// Lists of slots met so far: thousands of residents share a few dozen.
    pub(crate) patterns: HashMap<String, BTreeSet<SlotId>>,
}

impl Known<'_> {
    fn slots(&mut self, row: &mut Row<'_>) -> Option<BTreeSet<SlotId>> {
        let text = row.text(SLOTS)?;
        if let Some(slots) = self.patterns.get(text) {
            return Some(slots.clone());
        }
        let slots = self.slots.names.list(row, SLOTS)?;
        self.patterns.insert(text.to_owned(), slots.clone());
        Some(slots)
    }
}

/// Reads the residents.
pub(crate) fn residents(source: Option<&Source>, known: &mut Known<'_>, faults: &mut Faults) -> Residents {
    let mut names = Names::new(Code::UnknownResident);
    let mut residents = Residents::default();
    let mut party_ids = HashMap::new();
    if let Some(source) = source {
        each_row(source, COLUMNS, faults, |row| {
            if let Some(resident) = resident(row, known, &mut names) {
                residents.take(resident, row, &mut party_ids);
            }
        });
    }
    residents
}

impl Residents {
    /// Adds a resident to the table and to their party.
    fn take(&mut self, resident: Resident, row: &Row<'_>, party_ids: &mut HashMap<String, PartyId>) {
        let id = ResidentId::from(self.rows.len());
        let next = PartyId::from(self.parties.len());
        let name = row.given(PARTY);
        let party = name.map_or(next, |name| *party_ids.entry(name.to_owned()).or_insert(next));
        if party == next {
            let party = Party { id: name.map(str::to_owned), members: Vec::new() };
            self.parties.push(PartyRow { party, line: row.line });
        }
        self.parties[usize::from(party)].party.members.push(id);
        self.rows.push(Resident { party, ..resident });
    }
}

/// A resident, whose party is still to be told.
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
    })
}
