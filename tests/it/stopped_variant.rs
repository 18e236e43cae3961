//! A variant that is stopped at any moment: it is either complete, or nothing of it is recorded.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use ateliers::batch::run::{BatchWatch, End, SearchWatch, run};
use ateliers::batch::settings::VariantSettings;
use ateliers::batch::store::{Before, Store};
use ateliers::batch::variant::Variant;
use ateliers::batch::{self, Batch};
use ateliers::instance::Instance;
use ateliers::messages::{Lang, Messages};
use ateliers::plan::solved::Solved;
use ateliers::solve::{Progress, Stop, Watch};

use crate::batch::place;

/// Asks for a stop after a number of polls.
struct Stopper {
    after: usize,
    stop: Stop,
    looks: AtomicUsize,
    ends: Mutex<Vec<End>>,
}

struct Search<'a>(&'a Stopper);

impl BatchWatch for Stopper {
    fn start(&self, _: &Variant, _: &VariantSettings) -> Box<dyn SearchWatch + '_> {
        Box::new(Search(self))
    }

    fn end(&self, _: &Variant, end: &End) {
        self.ends.lock().expect("no panic").push(end.clone());
    }

    fn is_stopped(&self) -> bool {
        false
    }

    fn wait(&self) {}
}

impl Watch for Search<'_> {
    fn stop(&self) -> Option<Stop> {
        let look = self.0.looks.fetch_add(1, Ordering::Relaxed);
        (self.0.after <= look).then_some(self.0.stop)
    }

    fn remaining_s(&self) -> f64 {
        f64::INFINITY
    }

    fn progress(&self, _: &Progress) {}
}

impl SearchWatch for Search<'_> {
    fn elapsed_s(&self) -> f64 {
        0.0
    }

    fn log(&self, _: &Instance, _: &Solved) -> String {
        String::new()
    }
}

/// How a variant that is stopped after `after` polls ends, and the number of polls.
fn ended(batch: &Batch, position: usize, store: &Store, (after, stop): (usize, Stop)) -> (End, usize) {
    let stopper = Stopper { after, stop, looks: AtomicUsize::new(0), ends: Mutex::default() };
    run(batch, &[batch.task(position)], 1, store, &Messages::new(Lang::En), &stopper).expect("threads");
    let end = stopper.ends.into_inner().expect("no panic").pop().expect("an end");
    (end, stopper.looks.into_inner())
}

/// Some of the polls of a search, including all of the last ones.
fn moments(n_looks: usize) -> impl Iterator<Item = usize> {
    const SOME: usize = 25;
    (0..n_looks).step_by((n_looks / SOME).max(1)).chain(n_looks.saturating_sub(SOME)..n_looks)
}

#[test]
fn a_variant_that_heard_of_a_stop_is_not_recorded_and_any_other_is_whole() {
    let place = place();
    // Each variant by itself: its polls are its own.
    place.edit("batch.toml", "work_limit = 300", "work_limit = 300, start = \"none\"");
    let (batch, _) = batch::read(&place.path("batch.toml")).expect("a batch");
    let mut n_stopped = 0;
    for (position, variant) in batch.variants.iter().enumerate().step_by(3) {
        let store = |name: &str| Store::open(&place.path(name).join(variant.name())).expect("a folder");
        let (whole, n_looks) = ended(&batch, position, &store("whole"), (usize::MAX, Stop::Interrupted));
        let End::Done(whole) = whole else { panic!("{whole:?}") };
        for stop in [Stop::Interrupted, Stop::MemoryLimit] {
            let store = store(&format!("{stop:?}"));
            for after in moments(n_looks) {
                let (end, _) = ended(&batch, position, &store, (after, stop));
                assert_eq!(end, End::Stopped, "{}: {after} of {n_looks} looks", variant.name());
                assert_eq!(batch.before(&store, variant), Before::Nothing);
                n_stopped += 1;
            }
            let (end, _) = ended(&batch, position, &store, (n_looks, stop));
            assert_eq!(end, End::Done(whole.clone()), "a stop that nobody heard of changes nothing");
        }
    }
    assert!(n_stopped > 20, "{n_stopped}");
}

/// A variant cut short by a time limit has not ended by its work.
#[test]
fn a_search_that_the_clock_ended_says_so() {
    let place = place();
    place.edit("batch.toml", "work_limit = 300", "work_limit = 220, start = \"none\"");
    let (batch, _) = batch::read(&place.path("batch.toml")).expect("a batch");
    let mut ends: Vec<String> = Vec::new();
    for position in 0..batch.variants.len() {
        let store = Store::open(&place.path("out")).expect("a folder");
        let (_, n_looks) = ended(&batch, position, &store, (usize::MAX, Stop::TimeLimit));
        for after in moments(n_looks).step_by(5) {
            // A finished variant is not planned again.
            let store = Store::open(&place.path(&format!("out-{position}-{after}"))).expect("a folder");
            let (end, _) = ended(&batch, position, &store, (after, Stop::TimeLimit));
            let End::Done(record) = end else { panic!("{end:?}") };
            ends.push(record.figures["status"].clone());
        }
    }
    assert!(ends.iter().all(|end| end != "work_limit"), "{ends:?}");
    assert!(ends.iter().any(|end| end == "time_limit"), "{ends:?}");
}
