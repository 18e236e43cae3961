//! `residents`: `id, commune, slots, track?, needs_tablet?, max_travel_min?, step_free?, party?, available_from?,
//! priority?`.

use std::collections::{BTreeSet, HashMap};

use super::{Communes, Table};
use crate::diagnostics::{Code, Faults};
use crate::input::limits::PRIORITY;
use crate::input::names::Names;
use crate::input::row::Row;
use crate::input::source::Source;
use crate::input::table::{Column, each_row, optional, required};
use crate::input::tracks::Tracks;
use crate::instance::entities::{Party, Resident, Slot};
use crate::instance::ids::{PartyId, ResidentId, SlotId};
use crate::instance::units::{Minutes, Ratio};

pub(super) const COLUMNS: &[Column] = &[
    required("id"),
    required("commune"),
    required("slots"),
    optional("track"),
    optional("needs_tablet"),
    optional("max_travel_min"),
    optional("step_free"),
    optional("party"),
    optional("available_from"),
    optional("priority"),
];

/// The track of residents who name none.
const TRACK: &str = "base";

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
        let text = row.text("slots")?;
        if let Some(slots) = self.patterns.get(text) {
            return Some(slots.clone());
        }
        let slots = self.slots.names.list(row, "slots")?;
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
        let name = row.given("party");
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
    let id = names.register(row, "id");
    let commune = known.communes.referred(row, "commune");
    let slots = known.slots(row);
    let track = known.tracks.wanted(row, "track", row.given("track").unwrap_or(TRACK));
    let needs_tablet = row.boolean("needs_tablet");
    let max_travel = row.minutes("max_travel_min", Some(known.max_travel));
    let step_free = row.boolean("step_free");
    let available_from = row.optional_date("available_from");
    let priority = row.decimal("priority", &PRIORITY, Some(Ratio::whole(1).nano())).map(Ratio::from_nano);
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
