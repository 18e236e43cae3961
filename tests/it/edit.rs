//! Plans edited by hand, step by step, and the possible places of cycles and residents.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use ateliers::app::amend::change::{Change, Place as Spot};
use ateliers::app::amend::wrong::Wrong;
use ateliers::app::answers::{Edited, SeatEntry, TargetEntry};
use ateliers::app::common::Failure as Common;
use ateliers::app::edit::board::Rows;
use ateliers::app::edit::news::News;
use ateliers::app::edit::save::Failure;
use ateliers::app::edit::state::State;
use ateliers::app::edit::step::Step;
use ateliers::app::edit::targets::effect::{Effect, Target};
use ateliers::app::edit::targets::spots::Wanted;
use ateliers::app::edit::{Edit, Request, open};
use ateliers::input::Sources;
use ateliers::instance::ids::{SlotId, VenueId};
use ateliers::instance::units::Euros;
use ateliers::instance::{Instance, InstanceData};
use ateliers::messages::{Lang, Messages};
use ateliers::plan::Plan;
use ateliers::rules::Rule;
use jiff::civil::date;

use crate::cli::{Place, files};
use crate::generator::{self, Draw, SMALL, TINY};
use crate::{edited, lives};

/// The check and costs of the whole plan after a step.
fn of_whole(state: &State, step: &Step) -> Result<Effect, Wrong> {
    let after = match state.after(step) {
        Ok(after) => after,
        Err(Wrong::Already | Wrong::In(..)) => return Ok(Effect::NONE),
        Err(wrong) => return Err(wrong),
    };
    let (now, before) = (after.verdict.breakdown.objective(), state.verdict.breakdown.objective());
    let broken = after.newly_broken(state).first().map(|found| found.rule);
    Ok(Effect { broken, difference: now - before })
}

fn move_to(state: &State, cycle: &str, target: &Target) -> Step {
    let change = Change::Place(target.spot.place(&state.instance));
    Step::Cycle { cycle: cycle.to_owned(), change }
}

/// Numbers of places: legal ones, others.
#[derive(Debug, Default)]
struct Seen {
    legal: usize,
    illegal: usize,
    rules: std::collections::BTreeSet<Rule>,
}

/// Compares every `stride`-th place of every cycle with the check of the whole plan.
#[track_caller]
fn compare(state: &State, stride: usize, seen: &mut Seen) {
    for cycle in &state.plan.cycles {
        let Ok(targets) = state.places_for(&cycle.id, &Wanted::default()) else { continue };
        for target in targets.iter().step_by(stride) {
            let expected =
                of_whole(state, &move_to(state, &cycle.id, target)).expect("it can be moved there");
            let name = &state.instance.name;
            assert_eq!(
                target.effect, expected,
                "{name}, {} to {:?}\nof {:#?}",
                cycle.id, target.spot, state.plan
            );
            let (legal, illegal) = (&mut seen.legal, &mut seen.illegal);
            *(if expected.broken.is_none() { legal } else { illegal }) += 1;
            seen.rules.extend(expected.broken);
        }
    }
}

fn state(data: InstanceData, plan: &Plan) -> State {
    State::of(Arc::new(Instance::new(data)), plan)
}

#[test]
fn every_place_is_what_the_whole_plan_would_be() {
    let mut seen = Seen::default();
    for (seed, size, stride) in
        (0..40).map(|seed| (seed, &TINY, 1)).chain((0..12).map(|seed| (seed, &SMALL, 13)))
    {
        let data = generator::data(seed, size);
        let draw = &mut Draw::new(seed);
        let legal = edited::legal_plan(&Instance::new(data.clone()), draw);
        let any = edited::plan(&Instance::new(data.clone()), draw);
        compare(&state(data.clone(), &legal), stride, &mut seen);
        compare(&state(data, &any), stride, &mut seen);
    }
    assert!(seen.legal > 300 && seen.illegal > 2000, "{seen:?}");
    assert!(seen.rules.len() > 18, "{seen:?}");
}

#[test]
fn a_session_past_midnight_takes_the_room_of_the_next_day() {
    let mut seen = Seen::default();
    for seed in 0..30 {
        let mut data = generator::data(seed, &TINY);
        for (position, slot) in data.slots.iter_mut().enumerate() {
            slot.start_minute = if position % 2 == 0 { 23 * 60 + 30 } else { 10 };
            slot.weekday = if position % 2 == 0 { slot.weekday } else { slot.weekday.next() };
        }
        let plan = edited::legal_plan(&Instance::new(data.clone()), &mut Draw::new(seed));
        compare(&state(data, &plan), 1, &mut seen);
    }
    assert!(seen.rules.contains(&Rule::VenueOverlap) && seen.legal > 50, "{seen:?}");
}

#[test]
fn places_of_an_announced_plan_are_what_the_whole_plan_would_be() {
    let mut seen = Seen::default();
    for data in (0..300).filter_map(lives::first) {
        let told = Plan::told(data.announced.as_ref().expect("it was announced"));
        compare(&state(data, &told), 1, &mut seen);
    }
    assert!(seen.legal > 60 && seen.illegal > 40, "{seen:?}");
    assert!(seen.rules.contains(&Rule::Notice), "{seen:?}");
}

#[test]
fn every_place_that_can_be_chosen_is_told_once() {
    for seed in 0..4 {
        let instance = generator::instance(seed, &SMALL);
        let plan = edited::legal_plan(&instance, &mut Draw::new(seed));
        let state = State::of(Arc::new(instance), &plan);
        let Some(cycle) = state.plan.cycles.first() else { continue };
        let told = state.places_for(&cycle.id, &Wanted::default()).expect("places");
        let mut expected = 0;
        for slot in state.instance.slots.keys() {
            for day in state.instance.slot_dates(slot) {
                let starts = |venue: &VenueId| state.instance.session_dates(*venue, slot, day).is_some();
                expected +=
                    state.instance.venues.keys().filter(starts).count() * state.instance.trainers.len();
            }
        }
        assert_eq!(told.len(), expected);
        assert!(told.windows(2).all(|pair| pair[0].spot < pair[1].spot), "sorted, each once");
        let one = told[told.len() / 2];
        let wanted = Wanted {
            slots: Some([one.spot.slot].into()),
            venues: Some([one.spot.venue].into()),
            trainers: Some([one.spot.trainer].into()),
            first: Some((one.spot.first, one.spot.first)),
        };
        assert_eq!(state.places_for(&cycle.id, &wanted), Ok(vec![one]));
    }
}

#[test]
fn every_seat_is_what_the_whole_plan_would_be_and_a_party_goes_together() {
    let place = Place::new();
    let edit = opened(&place);
    let seats = edit.now().seats_for("R02").expect("seats");
    let cycles: Vec<Option<&str>> = seats.iter().map(|seat| seat.cycle.as_deref()).collect();
    assert_eq!(cycles, [Some("C001"), Some("C002"), None]);
    assert_eq!(seats[0].effect, Effect::NONE, "they are there");
    for seat in &seats {
        let step = Step::Resident { resident: "R02".to_owned(), to: seat.cycle.clone() };
        assert_eq!(of_whole(edit.now(), &step), Ok(seat.effect));
    }
    // Without the couple two people remain, and three are needed.
    assert_eq!(seats[2].effect.broken, Some(Rule::GroupSize));
    let entry = SeatEntry::of(&seats[2]);
    assert_eq!((entry.cycle, entry.broken), (None, Some("group_size")));
    assert!(entry.difference > 700.0, "{}", entry.difference);
    assert!(edit.now().seats_for("R99").is_err());
    assert_eq!(edit.now().seats_for("R09").expect("seats")[2].effect, Effect::NONE, "who waits, waits");
}

fn opened(place: &Place) -> Edit {
    let (scenario, plan) = (place.path("scenario.toml"), place.path("plan.json"));
    open(&Request { sources: &Sources::disk(), scenario: &scenario, plan: &plan }).expect("it can be read")
}

fn cycle(id: &str, change: Change) -> Step {
    Step::Cycle { cycle: id.to_owned(), change }
}

fn resident(id: &str, to: Option<&str>) -> Step {
    Step::Resident { resident: id.to_owned(), to: to.map(str::to_owned) }
}

/// The second cycle a week later.
fn later() -> Step {
    cycle("C002", Change::Place(Spot { first: Some(date(2026, 1, 27)), ..Spot::default() }))
}

fn documents() -> Messages {
    Messages::new(Lang::Fr)
}

fn saved(place: &Place, edit: &mut Edit, folder: &str) -> PathBuf {
    let out = place.path(folder);
    edit.save(&out, &documents()).expect("it is saved");
    let verdict = place.told(&format!("check scenario.toml {folder}/plan.json --lang en"), 0);
    assert!(verdict.contains("no rule is broken") && verdict.contains("figures agree"), "{verdict}");
    out
}

#[test]
fn steps_are_judged_priced_taken_back_and_made_again() {
    let place = Place::new();
    let mut edit = opened(&place);
    let before = edit.now().plan.clone();
    edit.make(&later()).expect("made");
    let moved = edit.now().clone();
    assert_eq!(moved.plan.cycles[1].sessions, [date(2026, 1, 27), date(2026, 2, 3)]);
    let kits = |state: &State| state.plan.kit_roster.iter().map(|taken| taken.date).collect::<Vec<_>>();
    assert_eq!(kits(&moved)[2..], [date(2026, 1, 27), date(2026, 2, 3)], "kits go with it");
    let answer = Edited::of(&edit);
    assert!(answer.legal && answer.can_undo && !answer.can_redo);
    let waiting = answer.terms.iter().find(|term| term.term == "service-waiting").expect("a term");
    // Four people wait one week more, at 4 euros.
    assert_eq!((waiting.by_step, waiting.since_opened), (16.0, 16.0));
    edit.make(&resident("R08", None)).expect("made");
    assert!(edit.now().verdict.is_legal() && edit.undo() && edit.undo() && !edit.undo());
    assert_eq!(edit.now().plan, before);
    assert!(edit.redo());
    assert_eq!((&edit.now().plan, edit.can_redo()), (&moved.plan, true));
    edit.make(&cycle("C001", Change::Close)).expect("made");
    assert!(!edit.redo(), "what was undone is forgotten once another step is made");
    assert_eq!(edit.now().plan.cycles.len(), 1);
    let unknown = edit.make(&cycle("C009", Change::Close));
    assert!(matches!(unknown, Err(Wrong::Unknown { .. })) && edit.now().plan.cycles.len() == 1);
    assert!(matches!(edit.make(&later()), Err(Wrong::Already)));
    // The holidays begin on 7 February, and the season ends on 1 March.
    let closed = Spot { first: Some(date(2026, 2, 10)), ..Spot::default() };
    assert!(matches!(edit.make(&cycle("C002", Change::Place(closed))), Err(Wrong::NoDay(_))));
}

#[test]
fn a_plan_is_saved_as_one_of_its_own_and_never_with_a_new_fault() {
    let place = Place::new();
    let mut edit = opened(&place);
    edit.make(&later()).expect("made");
    let before = files(&place.path(""));
    assert!(edit.has_unsaved());
    let out = saved(&place, &mut edit, "by-hand");
    assert!(!edit.has_unsaved() && edit.undo() && edit.has_unsaved() && edit.redo() && !edit.has_unsaved());
    assert!(out.join("cycles.csv").exists() && out.join("kit_roster.csv").exists());
    let after = files(&place.path(""));
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)), "nothing else changes");
    edit.make(&resident("R01", None)).expect("made");
    edit.make(&resident("R02", None)).expect("made, though too few are left");
    assert!(!Edited::of(&edit).newly_broken.is_empty());
    let failure = edit.save(&out, &documents());
    assert!(
        matches!(&failure, Err(Failure::Broken(found)) if found[0].rule == Rule::GroupSize),
        "{failure:?}"
    );
    assert_eq!(files(&place.path("")), after);
    edit.undo();
    place.edit("venues.csv", "Salle des fêtes,10", "Salle des fêtes,9");
    assert!(matches!(edit.save(&out, &documents()), Err(Failure::Changed(_))), "planned for other rooms");
}

#[test]
fn what_is_decided_of_an_announced_plan_is_saved_with_it() {
    let place = Place::new();
    place.told("announce scenario.toml plan.json --date 2026-01-10", 0);
    let announced = files(&place.path("announced"));
    let scenario = || fs::read_to_string(place.path("scenario.toml")).expect("a file");
    let before = scenario();
    let mut edit = opened(&place);
    edit.make(&later()).expect("made");
    assert_eq!(edit.now().goes_on_as.as_deref(), Some("C003"));
    let decided = Edited::of(&edit).decisions;
    assert_eq!(
        decided.iter().map(|one| (one.list, one.entry.as_str(), one.comes)).collect::<Vec<_>>(),
        [("release", "C002", true)]
    );
    assert_eq!(scenario(), before, "nothing is written before it is saved");
    saved(&place, &mut edit, "by-hand");
    assert_eq!(scenario(), before.clone() + "release = [\"C002\"]\n");
    edit.undo();
    saved(&place, &mut edit, "by-hand");
    assert_eq!(scenario(), before, "a decision that is taken back goes out of the scenario");
    let taken = edit.save(&place.path("announced/2026-01-10-1"), &documents());
    assert!(matches!(taken, Err(Failure::Common(Common::Announced(_)))));
    assert_eq!(files(&place.path("announced")), announced);
}

#[test]
fn targets_are_told_to_programs_by_the_identifiers_of_the_tables() {
    let place = Place::new();
    let edit = opened(&place);
    let wanted = Wanted { slots: Some([SlotId(1)].into()), ..Wanted::default() };
    let targets = edit.now().places_for("C002", &wanted).expect("places");
    let entries: Vec<TargetEntry> =
        targets.iter().map(|target| TargetEntry::of(target, &edit.now().instance)).collect();
    let here = entries.iter().find(|entry| entry.venue == "V-25539-1" && entry.first == "2026-01-20");
    let here = here.expect("where it is");
    assert_eq!((here.broken, here.difference, here.trainer.as_str()), (None, 0.0, "T1"));
    // R08 cannot come before 20 January; R05 to R08 live 6.3 minutes from the other room, which lends no tablet.
    let early = entries.iter().find(|entry| entry.first == "2026-01-06").expect("a place");
    assert_eq!(early.broken, Some("resident_available"));
    assert!(entries.iter().all(|entry| entry.slot == "tue-1400"));
}

#[test]
fn a_week_is_a_table_of_trainers_or_rooms() {
    let place = Place::new();
    let edit = opened(&place);
    let board = edit.now().board(Rows::Trainers, None);
    assert_eq!(board.week, date(2026, 1, 5), "the first with a session");
    assert_eq!(board.weeks[..2], [(date(2026, 1, 5), 1), (date(2026, 1, 12), 1)]);
    let columns: Vec<(&str, jiff::civil::Date)> =
        board.columns.iter().map(|column| (column.slot.as_str(), column.date)).collect();
    assert_eq!(columns, [("mon-0930", date(2026, 1, 5)), ("tue-1400", date(2026, 1, 6))]);
    let cards = &board.rows[0].cells;
    assert_eq!((board.rows.len(), cards[0].len(), cards[1].len()), (1, 1, 0));
    // Six at most, and four attend.
    let card = &cards[0][0];
    assert_eq!((card.cycle.as_str(), card.number, card.participants, card.places), ("C001", (1, 2), 4, 2));
    let rooms = edit.now().board(Rows::Venues, Some(date(2026, 1, 22)));
    assert_eq!((rooms.week, rooms.rows.len()), (date(2026, 1, 19), 2));
    let library = rooms.rows.iter().find(|row| row.id == "V-25539-1").expect("the library");
    assert_eq!(library.cells[1][0].cycle, "C002");
    let drops = edit.now().drops("C002", Rows::Venues, 1).expect("places");
    let all = edit.now().places_for("C002", &Wanted::default()).expect("places");
    assert!(!drops.is_empty());
    for drop in &drops {
        assert!(all.contains(&drop.target), "{drop:?}");
        let first = drop.target.spot.first;
        assert!(date(2026, 1, 26) <= first && first <= date(2026, 2, 1), "a week later than it is: {first}");
    }
    let there =
        drops.iter().find(|drop| (drop.row.as_str(), drop.slot.as_str()) == ("V-25539-1", "tue-1400"));
    assert_eq!(there.expect("the own room").target.effect.broken, None);
}

#[test]
fn a_cycle_on_one_page_says_who_what_it_costs_and_what_else_there_is() {
    let place = Place::new();
    let edit = opened(&place);
    let sheets: Vec<_> = ["C001", "C002"].iter().filter_map(|id| edit.now().sheet(id)).collect();
    let cash: Euros = sheets.iter().map(|sheet| sheet.costs.net()).sum();
    assert_eq!(cash, edit.now().verdict.breakdown.costs.net(), "cycles add up to the plan");
    let people: Vec<(&str, usize)> =
        sheets[0].people.iter().map(|person| (person.id.as_str(), person.companions)).collect();
    assert_eq!(people, [("R01", 0), ("R02", 1), ("R03", 1), ("R04", 0)]);
    assert!(sheets[0].people.iter().all(|person| person.commune == "Hérimoncourt"));
    let why = edit.now().why("C002", 3).expect("it can be moved");
    let legal = edit.now().places_for("C002", &Wanted::default()).expect("places");
    let legal = legal.iter().filter(|target| target.effect.broken.is_none()).count();
    assert_eq!(why.legal + 1, legal, "where it is does not count");
    assert!(why.best.is_sorted_by_key(|target| target.effect.difference));
    assert_eq!(edit.now().sheet("C009"), None);
}

#[test]
fn cycles_and_everybody_who_enrolled_are_listed() {
    let place = Place::new();
    let mut edit = opened(&place);
    let lines = edit.now().lines();
    let second = &lines[1];
    assert_eq!((second.id.as_str(), second.commune.as_str(), second.places), ("C002", "Seloncourt", 2));
    let net: Euros = lines.iter().map(|line| line.net).sum();
    assert_eq!(net, edit.now().verdict.breakdown.costs.net(), "cycles add up to the plan");
    let waits = |edit: &Edit| edit.now().enrolled().iter().filter(|one| one.cycle.is_none()).count();
    assert_eq!((edit.now().enrolled().len(), waits(&edit)), (12, 4));
    edit.make(&resident("R02", None)).expect("made");
    assert_eq!(waits(&edit), 6, "a couple goes together");
}

#[test]
fn what_others_change_on_the_disk_is_told() {
    let place = Place::new();
    let mut edit = opened(&place);
    assert_eq!(edit.news(), News::default());
    edit.make(&later()).expect("made");
    assert_eq!((edit.news(), edit.version()), (News::default(), 1), "steps are none");
    place.edit("plan.json", "C001", "C003");
    assert_eq!(edit.news(), News { data: false, plan: true });
    saved(&place, &mut edit, "by-hand");
    assert_eq!(edit.news(), News::default(), "it is of another file now");
    place.edit("venues.csv", "Salle des fêtes,10", "Salle des fêtes,9");
    assert_eq!(edit.news(), News { data: true, plan: false });
}

#[test]
fn old_steps_are_forgotten_and_what_was_opened_is_not() {
    let place = Place::new();
    let mut edit = opened(&place);
    let before = edit.now().plan.clone();
    for _ in 0..105 {
        edit.make(&resident("R08", None)).expect("made");
        edit.make(&resident("R08", Some("C002"))).expect("made");
    }
    assert_eq!((&edit.now().plan, edit.version()), (&before, 210));
    assert!(edit.has_unsaved(), "it is not known any more that it is the same");
    let mut undone = 0;
    while edit.undo() {
        undone += 1;
    }
    assert_eq!((undone, &edit.opened().plan), (200, &before));
}
