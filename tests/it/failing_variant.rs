//! A variant that fails by our fault: it is recorded, the others continue, and the next start tries it again.

use std::fs;

use ateliers::batch::run::{BatchWatch, End, SearchWatch, Task, run};
use ateliers::batch::settings::VariantSettings;
use ateliers::batch::store::{Before, Store};
use ateliers::batch::variant::Variant;
use ateliers::batch::{self, Batch};
use ateliers::instance::Instance;
use ateliers::messages::{Lang, Messages};
use ateliers::plan::solved::Solved;
use ateliers::solve::{Progress, Stop, Watch};

use crate::batch::place;

const FAILING: &str = "radius-4_group-4_times-1";

/// Watches variants, and fails in the middle of a given one.
struct Saboteur {
    fails: bool,
}

struct Search {
    fails: bool,
}

impl BatchWatch for Saboteur {
    fn start(&self, variant: &Variant, _: &VariantSettings) -> Box<dyn SearchWatch + '_> {
        Box::new(Search { fails: self.fails && variant.name() == FAILING })
    }

    fn end(&self, variant: &Variant, end: &End) {
        let is_failed = matches!(end, End::Failed(cause) if cause == "sabotage");
        assert_eq!(is_failed, self.fails && variant.name() == FAILING, "{}: {end:?}", variant.name());
    }

    fn is_stopped(&self) -> bool {
        false
    }

    fn wait(&self) {}
}

impl Watch for Search {
    fn stop(&self) -> Option<Stop> {
        None
    }

    fn remaining_s(&self) -> f64 {
        f64::INFINITY
    }

    fn progress(&self, _: &Progress) {
        assert!(!self.fails, "sabotage");
    }
}

impl SearchWatch for Search {
    fn elapsed_s(&self) -> f64 {
        0.0
    }

    fn log(&self, _: &Instance, _: &Solved) -> String {
        String::new()
    }
}

fn before(batch: &Batch, store: &Store) -> (usize, usize) {
    let of = |variant: &Variant| batch.before(store, variant);
    let all: Vec<Before> = batch.variants.iter().map(of).collect();
    let count = |is: fn(&Before) -> bool| all.iter().filter(|before| is(before)).count();
    (
        count(|before| matches!(before, Before::Finished(_))),
        count(|before| matches!(before, Before::Failed(_))),
    )
}

#[test]
fn one_variants_failure_is_recorded_and_the_others_go_on() {
    let place = place();
    let (batch, _) = batch::read(&place.path("batch.toml")).expect("a batch");
    let store = Store::open(&place.path("out")).expect("a folder");
    let everything: Vec<Task> = (0..batch.variants.len()).map(|position| batch.task(position)).collect();
    let messages = Messages::new(Lang::En);
    // A plan of an older run is in the folder of the failing variant: it must not be taken for the variant's.
    let folder = place.path("out/variants").join(FAILING);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("plan.json"), "{}").expect("written");
    run(&batch, &everything, 2, &store, &messages, &Saboteur { fails: true }).expect("threads");
    assert_eq!(before(&batch, &store), (10, 1));
    assert!(!folder.join("plan.json").exists());
    let log = fs::read_to_string(folder.join("log.txt")).expect("a log");
    assert!(log.contains("sabotage"), "{log}");
    // The command reports it, and plans it again.
    let said = place.run("batch batch.toml --out out --merge --lang en");
    assert_eq!(said.code, 1, "{}", said.shown());
    assert!(said.stdout.contains("10 of 11 variants have a plan, 1 failed"), "{}", said.shown());
    let table = fs::read_to_string(place.path("out/results.csv")).expect("a table");
    assert!(
        table
            .lines()
            .any(|row| row.starts_with(FAILING) && row.contains("failed") && row.contains("sabotage"))
    );
    let failed = batch.variants.iter().position(|variant| variant.name() == FAILING).expect("a variant");
    run(&batch, &[batch.task(failed)], 1, &store, &messages, &Saboteur { fails: false }).expect("threads");
    assert_eq!(before(&batch, &store), (11, 0));
}
