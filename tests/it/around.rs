//! Replanning a part of a plan: the result is legal as a whole, never worse, and changes only cycles nearby.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use ateliers::app::amend::change::{Change, Place as Spot};
use ateliers::app::edit::around::differences::{self, differences, price};
use ateliers::app::edit::around::improve::{Found, NotSearched, Seen, Sight, improve};
use ateliers::app::edit::around::reach::{Focus, Nowhere};
use ateliers::app::edit::state::State;
use ateliers::app::edit::step::Step;
use ateliers::app::edit::{Edit, Request, open};
use ateliers::app::limits::Limits;
use ateliers::app::memory::Memory;
use ateliers::app::plan::{PlanSettings, Wishes};
use ateliers::app::search::Hold;
use ateliers::check::check;
use ateliers::input::Sources;
use ateliers::instance::Instance;
use ateliers::instance::entities::Resident;
use ateliers::instance::ids::ResidentId;
use ateliers::instance::units::Euros;
use ateliers::messages::{Lang, Messages};
use ateliers::plan::{Cycle, Plan};
use jiff::civil::date;

use crate::cli::Place;
use crate::generator::{self, Draw, SMALL, TINY};
use crate::{edited, lives};

/// A search with a work limit, so that a test is the same on every machine.
fn around(state: &State, focus: &Focus, (work, seed): (u64, u64)) -> Result<(Found, Seen), NotSearched> {
    let wishes = Wishes { work_limit: Some(work), seed: Some(seed), ..Wishes::default() };
    let mut settings = PlanSettings::new(&wishes, &state.instance);
    (settings.threads, settings.solve.gap) = (1, 0.0);
    let limits = Limits::beginning(f64::INFINITY, &Arc::new(AtomicBool::new(false)), Memory::unlimited());
    let sight = Sight::default();
    let found = improve(state, focus, settings, (limits, &Hold::default(), &sight))?;
    Ok((found, sight.seen()))
}

fn objective(state: &State) -> Euros {
    state.verdict.breakdown.objective()
}

fn near(cycle: &Cycle) -> Focus {
    Focus::Cycle(cycle.id.clone())
}

/// The small scenario with its communes an hour apart: none is near another.
fn valleys() -> Place {
    let place = Place::new();
    place.edit("roads.csv", "25304,25539,4.2,6.3", "25304,25539,40,60");
    place
}

fn opened(place: &Place) -> Edit {
    let (scenario, plan) = (place.path("scenario.toml"), place.path("plan.json"));
    open(&Request { sources: &Sources::disk(), scenario: &scenario, plan: &plan }).expect("a plan")
}

fn away(resident: &str) -> Step {
    Step::Resident { resident: resident.to_owned(), to: None }
}

/// Nobody who came alone is replaced in a cycle by somebody equivalent for all rules and costs.
#[track_caller]
fn no_one_is_exchanged_for_their_like(before: &State, after: &State) {
    let instance = &before.instance;
    let alone = |id: &ResidentId| instance.parties[instance.residents[*id].party].members == [*id];
    let promised = |id: ResidentId| instance.standing().and_then(|(_, today)| today.promised[id]);
    let plain = |id: ResidentId| {
        let one = instance.residents[id].clone();
        (
            Resident { id: String::new(), party: instance.residents[ResidentId::from(0)].party, ..one },
            promised(id),
        )
    };
    for was in &before.plan.cycles {
        let Some(now) = after.plan.cycles.iter().find(|cycle| cycle.id == was.id) else { continue };
        let (was, now) = (was.served(), now.served());
        let left = was.iter().filter(|id| alone(id) && !now.contains(id));
        let came: Vec<_> =
            now.iter().filter(|id| alone(id) && !was.contains(id)).map(|&id| plain(id)).collect();
        for &one in left {
            assert!(!came.contains(&plain(one)), "{}: {one:?} leaves for their like", instance.name);
        }
    }
}

/// Properties of any result: it is legal and judged as a whole, it costs less than a legal plan, and everything that may not
/// change is identical.
#[track_caller]
fn is_sound(state: &State, (found, seen): &(Found, Seen)) {
    let Some(better) = &found.better else { return };
    let name = &state.instance.name;
    assert_eq!(check(&state.instance, &better.plan), better.verdict, "{name}");
    assert!(better.verdict.is_legal(), "{name}: {:#?}", better.verdict.violations);
    assert!(!state.verdict.is_legal() || objective(better) < objective(state), "{name}");
    let may_change: BTreeSet<&String> = seen.cycles.iter().collect();
    for cycle in state.plan.cycles.iter().filter(|cycle| !may_change.contains(&cycle.id)) {
        // Participants announced in a broken-off cycle may attend another one now.
        let now = better.plan.cycles.iter().find(|one| one.id == cycle.id).expect("it is there");
        let people = if cycle.is_broken_off() { &now.participants } else { &cycle.participants };
        assert_eq!(now, &Cycle { participants: people.clone(), ..cycle.clone() }, "{name}");
    }
    no_one_is_exchanged_for_their_like(state, better);
    let ids: BTreeSet<&String> = better.plan.cycles.iter().map(|cycle| &cycle.id).collect();
    assert_eq!(ids.len(), better.plan.cycles.len(), "{name}: an identifier twice");
}

#[test]
fn whoever_was_sent_away_by_hand_is_taken_back_and_the_other_valley_is_left_alone() {
    let place = valleys();
    let mut edit = opened(&place);
    let far = edit.now().plan.cycles[1].clone();
    edit.make(&away("R04")).expect("a step");
    let before = edit.now().clone();
    let result = around(&before, &Focus::Cycle("C001".into()), (20_000, 1)).expect("a search");
    is_sound(&before, &result);
    let (found, seen) = result;
    assert_eq!((seen.cycles, seen.waiting), (vec!["C001".to_owned()], 2), "R11 waits as well");
    let better = found.better.expect("R04 is worth 800 euros");
    let told = differences(&before, &better);
    assert_eq!(told.served, ["R04"]);
    assert_eq!((&told.lost, &told.elsewhere), (&vec![], &vec![]));
    assert_eq!(told.cycles.len(), 1);
    assert_eq!(better.plan.cycles[1], far);
    assert!(found.is_best, "there is not much to try");
    let rows = price(&before, &better, &Messages::new(Lang::En));
    assert!(rows.iter().any(|row| row[0] == "People left out" || row[3].contains("800")), "{rows:?}");
    // It is a step like any other, and not saved automatically.
    edit.go_on_as(better.clone());
    assert!(edit.has_unsaved() && edit.now().plan == better.plan && edit.undo());
    assert_eq!(edit.now().plan, before.plan);
    assert!(edit.redo() && edit.newly_broken().is_empty());
    edit.save(&place.path("mine"), &Messages::new(Lang::Fr)).expect("it is saved");
    let again = around(&better, &Focus::Cycle("C001".into()), (20_000, 2)).expect("a search").0;
    assert!(again.better.is_none() && again.is_best, "there is nothing better");
}

#[test]
fn a_cycle_that_was_put_off_comes_back_and_one_that_was_closed_opens_anew() {
    let place = valleys();
    let edit = opened(&place);
    let late = Spot { first: Some(date(2026, 1, 26)), ..Spot::default() };
    let put_off = Step::Cycle { cycle: "C001".into(), change: Change::Place(late) };
    let before = edit.now().after(&put_off).expect("a step");
    let result = around(&before, &Focus::Cycle("C001".into()), (2000, 1)).expect("a search");
    is_sound(&before, &result);
    let better = result.0.better.expect("four people wait three weeks for nothing");
    let told = differences(&before, &better);
    let [changed] = &told.cycles[..] else { panic!("{told:?}") };
    assert_eq!((changed.id.as_str(), changed.change), ("C001", differences::Change::Moved));
    assert_eq!(better.plan.cycles[0].sessions, [date(2026, 1, 5), date(2026, 1, 12)]);

    let closed = Step::Cycle { cycle: "C001".into(), change: Change::Close };
    let before = edit.now().after(&closed).expect("a step");
    let gone = around(&before, &Focus::Cycle("C001".into()), (2000, 1));
    assert!(matches!(gone, Err(NotSearched::Nowhere(Nowhere::Gone))));
    let result = around(&before, &Focus::Commune("25304".into()), (2000, 1)).expect("a search");
    is_sound(&before, &result);
    let told = differences(&before, &result.0.better.expect("four people wait"));
    assert_eq!(told.cycles[0].change, differences::Change::Opened);
    assert_eq!(told.served, ["R01", "R02", "R03", "R04"]);
}

#[test]
fn a_draft_that_breaks_a_rule_is_mended() {
    let place = valleys();
    let edit = opened(&place);
    let full = Spot { slot: Some("tue-1400".into()), first: Some(date(2026, 1, 20)), ..Spot::default() };
    let step = Step::Cycle { cycle: "C001".into(), change: Change::Place(full) };
    let before = edit.now().after(&step).expect("a step");
    assert!(!before.verdict.is_legal(), "R04 comes on Mondays, and the trainer is elsewhere");
    let result = around(&before, &Focus::Cycle("C001".into()), (2000, 1)).expect("a search");
    is_sound(&before, &result);
    assert!(result.0.better.expect("a legal plan").verdict.is_legal());
    assert!(result.1.cycles.contains(&"C002".to_owned()), "their trainer is the same: {:?}", result.1.cycles);
}

#[test]
fn what_was_announced_and_binds_stays_and_what_is_open_is_told_with_its_price() {
    let place = valleys();
    let announced = "\n[announced]\nplan = \"plan.json\"\ntoday = 2026-01-06\nnotice_days = 7\n";
    let scenario = fs::read_to_string(place.path("scenario.toml")).expect("a scenario");
    fs::write(place.path("scenario.toml"), scenario + announced).expect("written");
    let edit = opened(&place);
    let before = edit.now().clone();
    // C001 has begun, and only R11 is waiting near it, available too late for anything.
    let begun = around(&before, &Focus::Cycle("C001".into()), (2000, 1)).expect("a search");
    assert!(begun.1.cycles.is_empty() && begun.0.better.is_none());
    // A day before C002 starts, it is committed; the resident sent away may come back.
    let text = fs::read_to_string(place.path("scenario.toml")).expect("a scenario");
    fs::write(place.path("bound.toml"), text.replace("2026-01-06", "2026-01-19")).expect("written");
    let (scenario, plan) = (place.path("bound.toml"), place.path("plan.json"));
    let bound =
        open(&Request { sources: &Sources::disk(), scenario: &scenario, plan: &plan }).expect("a plan");
    let sent = bound.now().after(&away("R06")).expect("a step");
    let result = around(&sent, &Focus::Cycle("C002".into()), (2000, 1)).expect("a search");
    is_sound(&sent, &result);
    assert_eq!(result.0.better.expect("R06 comes back").plan.cycles, before.plan.cycles);
    let sent = before.after(&away("R06")).expect("a step");
    let result = around(&sent, &Focus::Trainer("T1".into()), (2000, 1)).expect("a search");
    is_sound(&sent, &result);
    assert_eq!(result.1.cycles, ["C002"]);
    let better = result.0.better.expect("R06 was told of C002");
    assert_eq!(better.plan.cycles, before.plan.cycles, "as everybody was told");
    assert_eq!(better.verdict.breakdown.service.changes, Some(Euros::ZERO));
}

#[test]
fn whatever_the_plan_what_is_found_is_sound_and_proofs_agree() {
    let (mut n_better, mut n_best, mut n_mended) = (0, 0, 0);
    for (seed, size) in (0..30).map(|seed| (seed, &TINY)).chain((0..6).map(|seed| (seed, &SMALL))) {
        let instance = Arc::new(generator::instance(seed, size));
        let draw = &mut Draw::new(seed);
        for plan in [edited::legal_plan(&instance, draw), edited::plan(&instance, draw)] {
            let state = State::of(Arc::clone(&instance), &plan);
            let Some(cycle) = state.plan.cycles.last() else { continue };
            let results = [1, 2].map(|seed| around(&state, &near(cycle), (300, seed)).expect("a search"));
            for result in &results {
                is_sound(&state, result);
            }
            let best =
                |(found, _): &(Found, Seen)| objective(found.better.as_ref().unwrap_or(&state)).to_f64();
            if results.iter().any(|(found, _)| found.is_best) {
                let proven = results.iter().filter(|(found, _)| found.is_best).map(best);
                let proven = proven.fold(f64::INFINITY, f64::min);
                assert!(results.iter().all(|one| one.0.better.is_none() || best(one) > proven - 0.01));
                n_best += 1;
            }
            n_better += usize::from(results[0].0.better.is_some());
            n_mended += usize::from(!state.verdict.is_legal() && results[0].0.better.is_some());
        }
    }
    assert!(n_better > 15 && n_best > 10 && n_mended > 5, "{n_better} {n_best} {n_mended}");
}

#[test]
fn whatever_was_announced_what_is_found_is_sound() {
    let (mut n_better, mut n_searched) = (0, 0);
    for data in (0..200).filter_map(lives::first) {
        let told = Plan::told(data.announced.as_ref().expect("it was announced"));
        let state = State::of(Arc::new(Instance::new(data)), &told);
        for cycle in &state.plan.cycles {
            let result = match around(&state, &near(cycle), (100, 1)) {
                Ok(result) => result,
                Err(NotSearched::Nowhere(Nowhere::Fixed)) => continue,
                Err(failed) => panic!("{}: {failed:?}", state.instance.name),
            };
            is_sound(&state, &result);
            n_searched += 1;
            n_better += usize::from(result.0.better.is_some());
        }
    }
    assert!(n_searched > 40 && n_better > 5, "{n_better} of {n_searched}");
}
