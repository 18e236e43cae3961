//! Use cases driven as a page would: typed requests, no terminal.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use ateliers::app::answers::{Answer, Difference, Judgement, Understood};
use ateliers::app::common::Failure;
use ateliers::app::diff::diff;
use ateliers::app::judge::{self, judge};
use ateliers::app::limits::Limits;
use ateliers::app::memory::Memory;
use ateliers::app::named::{Named, Unportrayed};
use ateliers::app::plan::{Prepared, Request, Wishes, deliver, open, prepare, search};
use ateliers::app::search::{Hold, Sink, Watched};
use ateliers::app::validate::{self, validate};
use ateliers::app::{export, init};
use ateliers::check::check;
use ateliers::input::Sources;
use ateliers::instance::Instance;
use ateliers::messages::{Lang, Messages};
use ateliers::output::export::Audience;
use ateliers::plan::Plan;
use ateliers::solve::Progress;
use ateliers::solve::effort::Effort;

const SCENARIO: &str = "data/fixtures/small/scenario.toml";

/// Counts the progress that it receives, and keeps the plans.
#[derive(Default)]
struct Ear {
    n_heard: AtomicUsize,
    plans: Mutex<Vec<Plan>>,
}

impl Sink for Ear {
    fn progress(&self, _: &Progress) {
        self.n_heard.fetch_add(1, Ordering::Relaxed);
    }

    fn improved(&self, plan: &Plan) {
        self.plans.lock().expect("nobody panicked").push(plan.clone());
    }
}

fn limits(hold: &Hold) -> Limits {
    Limits {
        started: Instant::now(),
        limit_s: f64::INFINITY,
        is_interrupted: hold.flag().clone(),
        memory: Memory::unlimited().into(),
    }
}

fn wishes() -> Wishes {
    Wishes { work_limit: Some(40), ..Wishes::default() }
}

fn prepared(wishes: Wishes) -> Prepared {
    let request =
        Request { sources: &Sources::disk(), scenario: Path::new(SCENARIO), wishes, start: None, only: &[] };
    prepare(&request).expect("the fixture is valid")
}

/// Plans the small fixture into a folder.
fn planned(out: &Path) {
    let prepared = prepared(wishes());
    let (hold, ear) = (Hold::default(), Ear::default());
    let planned = search(&prepared, &Watched::new(limits(&hold), &hold, &ear)).expect("a plan");
    assert_eq!(planned.unproven_gap(), None, "no gap was required");
    assert!(0 < ear.n_heard.load(Ordering::Relaxed), "the search told nothing");
    assert_eq!(hold.best().as_ref(), Some(&planned.solved.plan));
    assert_eq!(ear.plans.lock().expect("nobody panicked").last(), Some(&planned.solved.plan));
    let folder = open(out).expect("a folder");
    let documents = Messages::new(Lang::Fr);
    deliver(&planned, &prepared.instance, (folder, out), &documents).expect("written");
}

#[test]
fn a_scenario_is_validated_from_memory() {
    let mut sources = Sources::memory();
    for entry in std::fs::read_dir("data/fixtures/small").expect("the fixture") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_owned();
        sources = sources.with(Path::new("edited").join(name), std::fs::read(&path).expect("bytes"));
    }
    let scenario = Path::new("edited/scenario.toml");
    let edited = validate(&validate::Request { sources: &sources, scenario }).expect("valid");
    let disk = Sources::disk();
    let kept = validate(&validate::Request { sources: &disk, scenario: Path::new(SCENARIO) }).expect("valid");
    assert_eq!(Understood::of(&edited), Understood::of(&kept));

    let broken = sources.with("edited/kits.csv", &b"id,tablets\n"[..]);
    let failure = validate(&validate::Request { sources: &broken, scenario });
    let Err(Failure::Input(found)) = failure else { panic!("a table without a column is a fault") };
    assert!(found.faults.iter().all(|fault| fault.at.file.ends_with("kits.csv")), "{found:?}");
}

#[test]
fn a_plan_is_found_written_judged_compared_with_itself_and_exported() {
    let home = tempfile::tempdir().expect("a folder");
    let out = home.path().join("plan");
    planned(&out);
    let (sources, plan) = (Sources::disk(), out.join("plan.json"));
    let request = judge::Request { sources: &sources, scenario: Path::new(SCENARIO), plan: &plan };
    let judged = judge(&request).expect("it can be read");
    assert!(judged.is_sound(), "{:?}", judged.verdict);

    let named = Named::new(&out, Some(SCENARIO.into()));
    let pair = diff(&named, &named).expect("both can be read");
    assert!(pair.diff().is_nothing() && pair.is_sound());
    let difference = Difference::of(&pair);
    assert!(difference.same_input && difference.changed.is_empty() && difference.opened.is_empty());

    let request = export::Request {
        sources: &sources,
        scenario: Path::new(SCENARIO),
        plan: &plan,
        audiences: &[Audience::Systems],
        contacts: None,
        previous: None,
        templates: None,
        boundaries: None,
        is_changed_only: false,
    };
    let messages = Messages::new(Lang::En);
    let prepared = export::prepare(&request, &messages).expect("the plan holds");
    let files = export::make(&prepared.export(&messages), &prepared.audiences, &|_, _| true).expect("made");
    assert_eq!(files.len(), 2, "{:?}", files.iter().map(|file| &file.name).collect::<Vec<_>>());
    let cycles = export::Request { audiences: &[Audience::Cycles], ..request };
    let refused = export::prepare(&cycles, &messages);
    assert!(matches!(refused, Err(export::Failure::CyclesNeedContacts)));
}

#[test]
fn the_best_plan_is_there_while_the_search_goes_on() {
    /// Checks the best plan at each report of progress, and ends the search after enough of them.
    struct Page<'a> {
        hold: &'a Hold,
        instance: &'a Instance,
        cycles: Mutex<Vec<usize>>,
    }
    impl Sink for Page<'_> {
        fn progress(&self, _: &Progress) {
            let Some(best) = self.hold.best() else { return };
            let verdict = check(self.instance, &best);
            assert!(verdict.is_legal(), "{verdict:?}");
            let mut cycles = self.cycles.lock().expect("nobody panicked");
            cycles.push(best.cycles.len());
            if cycles.len() == 3 {
                self.hold.cancel();
            }
        }
    }
    let prepared = prepared(Wishes { work_limit: Some(1_000_000), ..Wishes::default() });
    let hold = Hold::default();
    let page = Page { hold: &hold, instance: &prepared.instance, cycles: Mutex::default() };
    let planned = search(&prepared, &Watched::new(limits(&hold), &hold, &page)).expect("a plan");
    let cycles = page.cycles.into_inner().expect("nobody panicked");
    assert!(cycles.len() >= 3 && cycles.iter().any(|&count| count > 0), "{cycles:?}");
    assert_eq!(planned.solved.status, "interrupted");
    assert_eq!(hold.best(), Some(planned.solved.plan));
}

#[test]
fn a_search_sets_out_from_a_plan_and_finds_none_that_costs_more() {
    let home = tempfile::tempdir().expect("a folder");
    let out = home.path().join("plan");
    planned(&out);
    let (sources, plan) = (Sources::disk(), out.join("plan.json"));
    let wishes = Wishes { work_limit: Some(0), ..Wishes::default() };
    let request =
        Request { sources: &sources, scenario: Path::new(SCENARIO), wishes, start: Some(&plan), only: &[] };
    let found = |request: &Request| {
        let (prepared, hold, ear) = (prepare(request).expect("valid"), Hold::default(), Ear::default());
        let planned = search(&prepared, &Watched::new(limits(&hold), &hold, &ear)).expect("a plan");
        planned.solved.breakdown.objective()
    };
    let (with, without) = (found(&request), found(&Request { start: None, ..request }));
    let read = judge::Request { sources: &sources, scenario: Path::new(SCENARIO), plan: &plan };
    let start = judge(&read).expect("it can be read").verdict.breakdown.objective();
    assert!(with <= start && start < without, "{with:?} {start:?} {without:?}");

    let nothing = home.path().join("nothing.json");
    let missing = prepare(&Request { start: Some(&nothing), ..request });
    assert!(
        matches!(missing, Err(Failure::Input(found)) if found.faults[0].at.file.ends_with("nothing.json"))
    );
}

#[test]
fn a_cancelled_search_delivers_a_legal_plan_at_once() {
    let prepared = prepared(Wishes { time_limit_s: Some(60.0), gap: Some(0.0), ..Wishes::default() });
    let (hold, ear) = (Hold::default(), Ear::default());
    hold.cancel();
    let planned = search(&prepared, &Watched::new(limits(&hold), &hold, &ear)).expect("a plan");
    assert_eq!(planned.solved.status, "interrupted");
}

#[test]
fn what_is_wished_goes_before_the_scenario() {
    let (plain, wished) = (prepared(Wishes::default()), prepared(Wishes { seed: Some(77), ..wishes() }));
    let scenario = plain.instance.rules.solver;
    assert_eq!(
        (plain.settings.time_limit_s, plain.settings.solve.seed),
        (scenario.time_limit_s, scenario.seed)
    );
    assert_eq!((wished.settings.solve.seed, wished.settings.solve.work_limit), (77, Some(40)));
    assert!(
        wished.settings.time_limit_s.is_infinite(),
        "the clock would make the plan depend on the machine"
    );
    let effort = |effort| prepared(Wishes { effort: Some(effort), ..Wishes::default() }).settings;
    let (quick, thorough) = (effort(Effort::Quick), effort(Effort::Thorough));
    assert!(quick.solve.work_limit < thorough.solve.work_limit && quick.time_limit_s.is_infinite());
    let both = prepared(Wishes { effort: Some(Effort::Quick), ..wishes() });
    assert_eq!(both.settings.solve.work_limit, Some(40), "the number says it more exactly");
}

#[test]
fn failures_are_values() {
    let home = tempfile::tempdir().expect("a folder");
    let documents = Messages::new(Lang::En);
    let initial = init::init(home.path(), init::Form::Tables, &documents).expect("nothing is read");
    initial.write().expect("an empty folder");
    let again = initial.write();
    assert!(matches!(again, Err(Failure::Taken { files, .. }) if files.len() == 10));

    let alone = home.path().join("alone.json");
    std::fs::write(&alone, "{}").expect("written");
    std::fs::remove_file(home.path().join("scenario.toml")).expect("removed");
    let named = Named::new(&alone, None);
    let sides = diff(&named, &named).expect_err("there is no scenario");
    assert!(matches!(sides[0], Err(Unportrayed::NoScenario(_))), "{:?}", sides[0]);
}

#[test]
fn answers_keep_to_their_schemas() {
    let home = tempfile::tempdir().expect("a folder");
    let out = home.path().join("plan");
    planned(&out);
    let (sources, plan, messages) = (Sources::disk(), out.join("plan.json"), Messages::new(Lang::En));
    let request = judge::Request { sources: &sources, scenario: Path::new(SCENARIO), plan: &plan };
    let judged = judge(&request).expect("it can be read");
    let answer = Answer::new(&[], Some(Judgement::of(&judged)), &messages).json();
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    let schema = ateliers::app::answers::judgement_schema().to_value();
    for key in answer["result"].as_object().expect("an object").keys() {
        assert!(schema["$defs"]["Judgement"]["properties"][key].is_object(), "no `{key}` in the schema");
    }
}
