//! A `plan.json`, possibly made or edited by hand.
//!
//! Only what cannot be understood is a fault here: text that is not JSON, a missing field, an unknown identifier or an
//! invalid date. Whether the plan is legal is up to `check`.

use std::path::Path;

use jiff::civil::Date;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::amounts;
use super::source::Source;
use super::sources::Sources;
use super::when;
use crate::diagnostics::{Code, Diagnostic, Faults, Hint, Place, nearest};
use crate::instance::ids::ResidentId;
use crate::instance::names::{Names, Positions};
use crate::instance::{Instance, InstanceData};
use crate::plan::file::{CycleEntry, FORMAT, KitEntry, PlanFile, RepairEntry};
use crate::plan::{Cycle, Fate, KitUse, Plan, Repair};

/// Reads a plan of `instance`. Also returns the file's content, for the figures that it claims.
///
/// # Errors
/// Every fault, in the order of the file.
pub fn read_plan(path: &Path, instance: &Instance) -> Result<(Plan, PlanFile), Vec<Diagnostic>> {
    read_plan_from(&Sources::disk(), path, instance)
}

/// Reads a plan of `instance` from any source, like [`read_plan`] from disk.
///
/// # Errors
/// Every fault, in the order of the file.
pub fn read_plan_from(
    sources: &Sources,
    path: &Path,
    instance: &Instance,
) -> Result<(Plan, PlanFile), Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let source = Source::read(sources, path, None, &mut Sha256::new(), &mut faults);
    let read = source.and_then(|source| {
        let file = parse(&source, &mut faults)?;
        let mut report = Report { source: &source, faults: &mut faults, gone: "hint-participant-gone" };
        let plan = plan(&file, &Known(Names::of(instance)), &mut report);
        amounts::check_plan(instance, &plan, &source.name, &mut faults);
        Some((plan, file))
    });
    faults.verdict(read).map(|(read, _)| read)
}

/// Reads the file of a plan of any scenario: identifiers are not looked up.
///
/// # Errors
/// Why it cannot be understood.
pub fn read_plan_file(path: &Path) -> Result<PlanFile, Vec<Diagnostic>> {
    let mut faults = Faults::default();
    let source = Source::of_disk(path, &mut faults);
    let file = source.and_then(|source| parse(&source, &mut faults));
    faults.verdict(file).map(|(file, _)| file)
}

/// The announced plan of a scenario, read against today's tables; `None` if a fault was reported.
pub(super) fn parse_announced(
    source: &Source,
    data: &InstanceData,
    faults: &mut Faults,
) -> Option<(Plan, PlanFile)> {
    let file = parse(source, faults)?;
    let mut report = Report { source, faults, gone: "hint-announced-gone" };
    let plan = plan(&file, &Known(Names::of(data)), &mut report);
    (!faults.has_error()).then_some((plan, file))
}

fn parse(source: &Source, faults: &mut Faults) -> Option<PlanFile> {
    match serde_json::from_str::<PlanFile>(&source.text) {
        Ok(file) if file.format == FORMAT => Some(file),
        Ok(file) => {
            let fault = Diagnostic::new(Code::PlanFormat, Place::file(&source.name).key("format"));
            let fault = fault.with("value", file.format.to_string());
            faults.add(fault.with("expected", FORMAT.to_string()));
            None
        }
        Err(error) => {
            let line = error.line() as u64;
            let place = Place::line(&source.name, line).character(error.column() as u64);
            let message = error.to_string();
            // serde_json repeats the place at the end of its message.
            let cause = message.split(" at line ").next().unwrap_or_default().to_owned();
            let fault = Diagnostic::new(Code::PlanSyntax, place).with("cause", cause);
            faults.add(fault.with("value", source.text_at(line)));
            None
        }
    }
}

/// The plan, without the parts that were reported.
fn plan(file: &PlanFile, known: &Known<'_>, report: &mut Report<'_>) -> Plan {
    let mut plan = Plan::default();
    for (position, entry) in file.cycles.iter().enumerate() {
        plan.cycles.extend(known.cycle(position, entry, report));
    }
    for (position, entry) in file.kit_roster.iter().enumerate() {
        plan.kit_roster.extend(known.kit_use(position, entry, report));
    }
    plan.kit_roster.sort_unstable();
    plan.closed = file.closed.clone().unwrap_or_default();
    plan
}

/// All identifiers to which a plan may refer.
struct Known<'a>(Names<'a>);

impl Known<'_> {
    fn cycle(&self, position: usize, entry: &CycleEntry, report: &mut Report<'_>) -> Option<Cycle> {
        let at = |field: &str| format!("cycles[{position}].{field}");
        if entry.id.contains(char::is_control) {
            let place = place(report.source, &entry.id, &at("id"));
            let fault = Diagnostic::new(Code::ControlCharacter, place).with("value", entry.id.as_str());
            report.faults.add(fault.with("column", at("id")));
        }
        let venue = report.resolved((&self.0.venues, Code::UnknownVenue), &entry.venue, &at("venue"));
        let slot = report.resolved((&self.0.slots, Code::UnknownSlot), &entry.slot, &at("slot"));
        let track = report.resolved((&self.0.tracks, Code::UnknownTrack), &entry.track, &at("track"));
        let trainer =
            report.resolved((&self.0.trainers, Code::UnknownTrainer), &entry.trainer, &at("trainer"));
        let mut participants = Vec::with_capacity(entry.participants.len());
        for (number, name) in entry.participants.iter().enumerate() {
            let key = at(&format!("participants[{number}]"));
            participants.extend(report.participant(&self.0.residents, name, &entry.id, &key));
        }
        participants.sort_unstable();
        let mut sessions = Vec::with_capacity(entry.sessions.len());
        for (number, text) in entry.sessions.iter().enumerate() {
            sessions.extend(report.date(text, &at(&format!("sessions[{number}]"))));
        }
        sessions.sort_unstable();
        let repairs = entry.repairs.iter().enumerate();
        let repairs =
            repairs.filter_map(|(number, one)| self.repair(one, &at(&format!("repairs[{number}]")), report));
        let mut repairs: Vec<Repair> = repairs.collect();
        repairs.sort_unstable();
        let (venue, slot, track, trainer) = (venue?, slot?, track?, trainer?);
        let fate = match (entry.stands, entry.broken_off) {
            (_, true) => Fate::BrokenOff,
            (true, false) => Fate::Stands,
            (false, false) => Fate::New,
        };
        let id = entry.id.clone();
        Some(Cycle { id, venue, slot, track, trainer, participants, sessions, repairs, fate })
    }

    fn repair(&self, entry: &RepairEntry, key: &str, report: &mut Report<'_>) -> Option<Repair> {
        let date = report.date(&entry.date, &format!("{key}.date"));
        let venue = entry
            .venue
            .as_ref()
            .map(|name| report.resolved((&self.0.venues, Code::UnknownVenue), name, &format!("{key}.venue")));
        let trainer = entry.trainer.as_ref().map(|name| {
            report.resolved((&self.0.trainers, Code::UnknownTrainer), name, &format!("{key}.trainer"))
        });
        Some(Repair { date: date?, venue: venue.flatten(), trainer: trainer.flatten() })
    }

    fn kit_use(&self, position: usize, entry: &KitEntry, report: &mut Report<'_>) -> Option<KitUse> {
        let at = |field: &str| format!("kit_roster[{position}].{field}");
        let date = report.date(&entry.date, &at("date"));
        let trainer =
            report.resolved((&self.0.trainers, Code::UnknownTrainer), &entry.trainer, &at("trainer"));
        let kit = report.resolved((&self.0.kits, Code::UnknownKit), &entry.kit, &at("kit"));
        Some(KitUse { date: date?, trainer: trainer?, kit: kit? })
    }
}

/// Collects the faults of a plan.
struct Report<'a> {
    source: &'a Source,
    faults: &'a mut Faults,
    /// The hint for a participant who is no longer in any table.
    gone: &'static str,
}

impl Report<'_> {
    /// A reference to a row of a table other than the residents', and the code of a reference to an unknown row.
    fn resolved<K: Copy>(
        &mut self,
        (names, unknown): (&Positions<'_, K>, Code),
        name: &str,
        key: &str,
    ) -> Option<K> {
        let found = names.get(name.trim()).copied();
        if found.is_none() {
            let Self { source, faults, .. } = self;
            faults.add_with(unknown, Place::file(&source.name), |mut fault| {
                fault.at = place(source, name, key);
                let mut known: Vec<&str> = names.keys().copied().collect();
                known.sort_unstable();
                fault.with("value", name).suggesting("hint-nearest", nearest(name, known))
            });
        }
        found
    }

    /// A participant. An unknown one has most often left the table since the plan was made, and a resident with a
    /// similar identifier is somebody else: the hint says what to do instead of proposing a name.
    fn participant(
        &mut self,
        names: &Positions<'_, ResidentId>,
        name: &str,
        cycle: &str,
        key: &str,
    ) -> Option<ResidentId> {
        let found = names.get(name.trim()).copied();
        if found.is_none() {
            let Self { source, faults, gone } = self;
            faults.add_with(Code::UnknownResident, Place::file(&source.name), |mut fault| {
                fault.at = place(source, name, key);
                let mut fault = fault.with("value", name);
                let facts = vec![("resident", name.into()), ("cycle", cycle.into())];
                fault.hint = Some(Hint { key: gone, facts });
                let slip = names.keys().filter(|known| known.to_lowercase() == name.trim().to_lowercase());
                fault.suggesting("hint-nearest", slip.min().copied())
            });
        }
        found
    }

    fn date(&mut self, text: &str, key: &str) -> Option<Date> {
        let date = when::date(text.trim()).ok();
        if date.is_none() {
            let Self { source, faults, .. } = self;
            faults.add_with(Code::BadDate, Place::file(&source.name), |mut fault| {
                fault.at = place(source, text, key);
                fault.with("value", text)
            });
        }
        date
    }
}

/// The place of a key; its line is that of the first such value, since the JSON reader keeps no lines.
pub(super) fn place(source: &Source, value: &str, key: &str) -> Place {
    let quoted = Json::from(value).to_string();
    let place = match source.text.find(&quoted) {
        Some(byte) => Place::line(&source.name, source.line_and_character(byte).0),
        None => Place::file(&source.name),
    };
    place.key(key)
}
