//! The documents of each audience: their paths, and the functions that make them.

use std::collections::BTreeMap;

use super::facts::shares_served;
use super::paths::Names;
use super::subject::{Audience, Export};
use super::{geo_layers, systems};
use crate::instance::ids::{CommuneId, ResidentId, VenueId};
use crate::output::calendar::events;
use crate::output::calendar::identity::Whose;
use crate::output::grid::Grid;
use crate::output::paper::{Press, bill, confirmation, correction, cycle, estimate, poster, road_book};
use crate::output::workbook::{About, workbook};
use crate::output::{report as html_report, sheets};
use crate::plan::Cycle;
use crate::plan::bill::{Line, Reason};
use crate::plan::concerned::Concerned;
use crate::plan::indicators::indicators;

/// The bytes of a document, or the fault of its template or its size.
type Made = Result<Vec<u8>, String>;

/// A document to make.
pub(super) struct Task<'a> {
    /// Its path in the folder, with `/`.
    pub(super) path: String,
    /// Whether it names people.
    pub(super) names_people: bool,
    /// Makes it.
    pub(super) make: Box<dyn Fn() -> Made + Send + Sync + 'a>,
}

/// Collects tasks, with names from the catalogue.
struct List<'a> {
    export: &'a Export<'a>,
    tasks: Vec<Task<'a>>,
}

impl<'a> List<'a> {
    /// Adds `folder/file.pdf`, if this build makes papers.
    fn add_paper(&mut self, folder: &str, file: &str, make: impl Fn() -> Made + Send + Sync + 'a) {
        if Press::EXISTS {
            self.add(folder, (file, "pdf"), make);
        }
    }

    /// Adds `folder/file.extension`, with `file` a key of the catalogue.
    fn add(
        &mut self,
        folder: &str,
        (file, extension): (&str, &str),
        make: impl Fn() -> Made + Send + Sync + 'a,
    ) {
        let path = format!("{folder}/{}.{extension}", self.word(file));
        self.tasks.push(Task { path, names_people: false, make: Box::new(make) });
    }

    /// Adds a paper that names people.
    fn add_with_names(&mut self, folder: &str, file: &str, make: impl Fn() -> Made + Send + Sync + 'a) {
        self.add_paper(folder, file, make);
        if let Some(task) = self.tasks.last_mut() {
            task.names_people = true;
        }
    }

    fn word(&self, key: &str) -> String {
        self.export.messages.text(key, &[])
    }
}

/// Every document for `audiences`.
pub(super) fn tasks<'a>(export: &'a Export<'a>, audiences: &[Audience]) -> Vec<Task<'a>> {
    let mut list = List { export, tasks: Vec::new() };
    for audience in Audience::ALL.into_iter().filter(|audience| audiences.contains(audience)) {
        match audience {
            Audience::Mairies => mairies(&mut list),
            Audience::Cycles => cycles(&mut list),
            Audience::Trainers => trainers(&mut list),
            Audience::Report => report(&mut list),
            Audience::Systems => other_systems(&mut list),
        }
    }
    list.tasks
}

fn mairies(list: &mut List<'_>) {
    let (export, top) = (list.export, list.word("folder-mairies"));
    let mut names = Names::default();
    for (id, commune) in export.instance.communes.iter_enumerated() {
        let folder = format!("{top}/{}", names.take(&[&commune.insee, &commune.name]));
        if export.concerned().is_some_and(|concerned| !concerned.mairies.contains(&id)) {
            continue;
        }
        list.add(&folder, ("file-calendar", "ics"), move || Ok(events::mairie(export, id)));
        list.add_paper(&folder, "file-poster", move || poster::poster(export, id));
        list.add(&folder, ("file-workbook", "xlsx"), move || mairie_workbook(export, id));
    }
    let is_mairie = |whose: &Whose| matches!(whose, Whose::Mairie(_));
    gone(list, &top, &mut names, is_mairie);
}

/// Calendars that cancel what was published for recipients who left the tables.
fn gone(list: &mut List<'_>, top: &str, names: &mut Names, is_asked: impl Fn(&Whose) -> bool) {
    let export = list.export;
    for (whose, board) in
        export.earlier.gone(export.instance).into_iter().filter(|(whose, _)| is_asked(whose))
    {
        // The folder of the earlier calendar, so that this one replaces what people subscribed to.
        let folder = if board.folder.is_empty() { whose.id() } else { &board.folder };
        let folder = format!("{top}/{}", names.take(&[folder]));
        list.add(&folder, ("file-calendar", "ics"), move || Ok(events::gone(export, whose, board)));
    }
}

/// Papers with names: none without contacts.
fn cycles(list: &mut List<'_>) {
    let (export, top) = (list.export, list.word("folder-cycles"));
    let Some(contacts) = export.contacts else { return };
    let mut names = Names::default();
    let mut changed = corrected(export);
    let mut folder = |id: &str, venue: VenueId| {
        let commune = &export.instance.communes[export.instance.venues[venue].commune];
        format!("{top}/{}", names.take(&[id, &commune.insee, &commune.name]))
    };
    for held in &export.plan.cycles {
        let folder = folder(&held.id, held.venue);
        if has_attendance(export, held) {
            list.add_with_names(&folder, "file-attendance", move || {
                cycle::attendance(export, contacts, held)
            });
        }
        let invited = invited(export, held);
        if !invited.is_empty() {
            list.add_with_names(&folder, "file-confirmations", move || {
                confirmation::confirmations(export, contacts, held, &invited)
            });
        }
        if let Some(lines) = changed.remove(held.id.as_str()) {
            corrections(list, &folder, &held.id, lines);
        }
    }
    for told in export.instance.announced.iter().flat_map(|announced| &announced.cycles) {
        if let Some(lines) = changed.remove(told.id.as_str()) {
            corrections(list, &folder(&told.id, told.venue), &told.id, lines);
        }
    }
}

/// Letters to people whose appointments change, and who attend this cycle or were announced in it.
fn corrections<'a>(list: &mut List<'a>, folder: &str, cycle: &'a str, lines: Vec<&'a Line<'a>>) {
    let export = list.export;
    let Some(contacts) = export.contacts else { return };
    list.add_with_names(folder, "file-corrections", move || {
        correction::corrections(export, contacts, cycle, &lines)
    });
}

/// Whether there is an attendance sheet to sign: not for a cycle that was broken off and has no session to come, nor for
/// an unchanged one if only changes are asked for.
fn has_attendance(export: &Export, cycle: &Cycle) -> bool {
    let is_asked = |concerned: &Concerned| concerned.cycles.contains(&cycle.id) && export.is_to_come(cycle);
    let goes_on = !cycle.is_broken_off() || export.is_to_come(cycle);
    export.concerned().map_or(goes_on, is_asked)
}

/// Participants whose place is confirmed: all of a cycle that continues or, if only changes are asked for, those who had
/// none.
fn invited(export: &Export, cycle: &Cycle) -> Vec<ResidentId> {
    if cycle.is_broken_off() || !export.is_to_come(cycle) {
        return Vec::new();
    }
    let is_first = |line: &&Line| line.reason == Reason::FirstAppointment;
    let bill = export.bill.as_ref().filter(|_| export.is_changed_only);
    let Some(bill) = bill else { return cycle.participants.clone() };
    let here = bill.lines.iter().filter(|line| line.cycle_after == Some(cycle.id.as_str()));
    here.filter(is_first).filter_map(|line| line.told.person()).collect()
}

/// People whose appointments change, by the cycle that they attend or else by the one in which they were announced.
fn corrected<'a>(export: &'a Export<'a>) -> BTreeMap<&'a str, Vec<&'a Line<'a>>> {
    let mut changed: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in export.bill.iter().flat_map(|bill| &bill.lines) {
        let is_person = line.told.person().is_some() && line.reason != Reason::FirstAppointment;
        if let Some(cycle) = line.cycle_after.or(line.cycle_before).filter(|_| is_person) {
            changed.entry(cycle).or_default().push(line);
        }
    }
    changed
}

fn trainers(list: &mut List<'_>) {
    let (export, top) = (list.export, list.word("folder-trainers"));
    let mut names = Names::default();
    for (id, trainer) in export.instance.trainers.iter_enumerated() {
        let folder = format!("{top}/{}", names.take(&[&trainer.id]));
        if export.concerned().is_some_and(|concerned| !concerned.trainers.contains(&id)) {
            continue;
        }
        list.add(&folder, ("file-calendar", "ics"), move || Ok(events::trainer(export, id)));
        list.add_paper(&folder, "file-road-book", move || road_book::road_book(export, id));
    }
    gone(list, &top, &mut names, |whose| matches!(whose, Whose::Trainer(_)));
}

/// The bill of changes and, unless only changes are asked for, all documents about the whole plan.
fn report(list: &mut List<'_>) {
    let (export, top) = (list.export, list.word("folder-report"));
    if let Some(bill) = &export.bill {
        list.add_paper(&top, "file-bill", move || bill::bill(export, bill));
        if let Some(task) = list.tasks.last_mut().filter(|_| Press::EXISTS) {
            task.names_people = export.contacts.is_some();
        }
    }
    if export.is_changed_only {
        return;
    }
    list.add(&top, ("file-report", "html"), move || Ok(html_report::report(export)));
    list.add(&top, ("file-plan-workbook", "xlsx"), move || plan_workbook(export));
    list.add_paper(&top, "file-estimate", move || estimate::estimate(export));
    list.add(&top, ("file-venues", "geojson"), move || Ok(geo_layers::venues(export)));
    list.add(&top, ("file-flows", "geojson"), move || Ok(geo_layers::flows(export)));
}

fn other_systems(list: &mut List<'_>) {
    let (export, top) = (list.export, list.word("folder-systems"));
    list.add(&top, ("file-mednum", "csv"), move || Ok(systems::mediation_venues(export)));
    list.add(&top, ("file-rdv", "csv"), move || Ok(systems::appointments(export)));
}

/// A town hall's workbook: sessions, participants, places left, and residents who wait.
fn mairie_workbook(export: &Export, commune: CommuneId) -> Made {
    let instance = export.instance;
    let is_here = |venue: VenueId| instance.venues[venue].commune == commune;
    let lives_here = |resident: ResidentId| instance.residents[resident].commune == commune;
    let is_held_here =
        |cycle: &Cycle| is_here(cycle.venue) || cycle.meetings().any(|session| is_here(session.venue));
    let concerns = |cycle: &Cycle| {
        is_held_here(cycle) || cycle.participants.iter().any(|&resident| lives_here(resident))
    };
    let name = instance.communes[commune].name.as_str();
    let title = export.messages.text("mairie-workbook-title", &[("commune", name.into())]);
    let share = shares_served(instance, export.plan).get(&commune).copied().unwrap_or_default();
    let held = export.plan.cycles.iter().filter(|cycle| is_here(cycle.venue)).count();
    let counts =
        [("about-interested", share.interested), ("label-served", share.served), ("head-cycles-here", held)];
    let grids = [
        sheets::about(export, &title, &counts),
        sheets::sessions(export, concerns),
        sheets::participants(export, |cycle, resident| is_held_here(cycle) || resident.commune == commune),
        sheets::cycles(export, concerns),
        sheets::waiting(export, |resident| resident.commune == commune),
    ];
    finished(export, &title, &grids)
}

/// The workbook of the whole plan.
fn plan_workbook(export: &Export) -> Made {
    let scenario = export.instance.name.as_str();
    let title = export.messages.text("plan-workbook-title", &[("scenario", scenario.into())]);
    let figures = indicators(export.instance, export.plan, &export.breakdown);
    let counts = [
        ("about-interested", figures.interested),
        ("label-served", figures.served),
        ("label-cycles", figures.cycles),
        ("about-sessions", figures.sessions),
    ];
    let grids = [
        sheets::about(export, &title, &counts),
        sheets::cycles(export, |_| true),
        sheets::sessions(export, |_| true),
        sheets::participants(export, |_, _| true),
        sheets::waiting(export, |_| true),
        sheets::fairness(export),
        sheets::costs_by_commune(export),
        sheets::costs_by_cycle(export),
        sheets::kit_roster(export),
    ];
    finished(export, &title, &grids)
}

fn finished(export: &Export, title: &str, grids: &[Grid]) -> Made {
    let notice = if export.instance.is_invented { "invented-above" } else { "about-privacy-text" };
    let notice = export.messages.text(notice, &[]);
    workbook(&About { title, notice: &notice, made: export.made }, grids, export.messages)
}
