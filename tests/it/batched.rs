//! The use case of batches, driven as a page would: typed requests, no terminal.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use ateliers::app::batch::{
    Budget, Cut, Ending, Failure, Outside, Prepared, Request, Shard, Sink, Standing, agenda, decide, deliver,
    estimate, look, merge, open, prepare, run,
};
use ateliers::app::common;
use ateliers::app::limits::Limits;
use ateliers::app::memory::Memory;
use ateliers::messages::{Lang, Messages};

use crate::batch::place;
use crate::cli::Place;

/// Counts the progress that it receives.
#[derive(Default)]
struct Ear {
    n_heard: AtomicUsize,
    most_over: AtomicUsize,
}

impl Sink for Ear {
    fn progress(&self, standing: &Standing) {
        self.n_heard.fetch_add(1, Ordering::Relaxed);
        self.most_over.fetch_max(standing.n_over, Ordering::Relaxed);
    }
}

fn limits() -> Limits {
    let memory = Arc::new(Memory::unlimited());
    Limits { started: Instant::now(), limit_s: f64::INFINITY, is_interrupted: Arc::default(), memory }
}

fn prepared(place: &Place, shard: Option<Shard>) -> Prepared {
    let file = place.path("batch.toml");
    prepare(&Request { file: &file, jobs: 2, shard }).expect("a valid batch")
}

/// Plans what is left in a folder and writes the results; returns the number of variants planned.
fn planned(prepared: &Prepared, out: &Path) -> usize {
    let (documents, ear) = (Messages::new(Lang::En), Ear::default());
    let opened = open(prepared, out).expect("a folder");
    let outside = Outside { limits: limits(), documents: &documents, sink: &ear };
    let agenda = agenda(&opened);
    let ran = run(&opened, &agenda, &outside).expect("threads");
    assert!(ran.is_all_well && ran.cut.is_none() && ran.lost.is_empty(), "{ran:?}");
    assert_eq!(ran.n_run + ran.n_before, agenda.n_variants());
    if ran.n_run > 0 {
        assert!(ran.n_run <= ear.n_heard.load(Ordering::Relaxed), "the batch told nothing");
        assert_eq!(ear.most_over.load(Ordering::Relaxed), agenda.n_variants());
    }
    ran.n_run
}

#[test]
fn a_batch_runs_from_request_to_results_without_a_terminal() {
    let place = place();
    let (prepared, out) = (prepared(&place, None), place.path("out"));
    let before = look(&prepared, Some(&out)).expect("a folder that can be written");
    assert_eq!(before.listed.iter().filter(|variant| !variant.is_finished).count(), 11);
    assert!(!out.exists(), "to look is not to write");
    assert_eq!(planned(&prepared, &out), 11);
    assert_eq!(planned(&prepared, &out), 0, "what is finished is not planned again");
    let after = look(&prepared, Some(&out)).expect("a folder that can be written");
    assert!(after.listed.iter().all(|variant| variant.is_finished));
    let estimate = estimate(&prepared, &after, &limits());
    assert_eq!((estimate.n_left, estimate.seconds, estimate.basis), (0, 0.0, None));
    let (opened, documents) = (open(&prepared, &out).expect("a folder"), Messages::new(Lang::En));
    let delivered = deliver(&opened, &documents).expect("written");
    assert!(delivered.is_whole() && delivered.n_finished == 11 && delivered.n_nobody == 1, "{delivered:?}");
    assert!(out.join("results.csv").exists());
}

#[test]
fn a_batch_that_is_cancelled_says_so_and_has_no_plan_for_what_was_left() {
    let place = place();
    let (prepared, out) = (prepared(&place, None), place.path("out"));
    let (documents, ear, limits) = (Messages::new(Lang::En), Ear::default(), limits());
    limits.is_interrupted.store(true, Ordering::Relaxed);
    let outside = Outside { limits, documents: &documents, sink: &ear };
    let opened = open(&prepared, &out).expect("a folder");
    let ran = run(&opened, &agenda(&opened), &outside).expect("threads");
    assert_eq!((ran.n_run, ran.cut, ran.is_all_well), (0, Some(Cut::Interrupted), false));
    let delivered = deliver(&opened, &documents).expect("written");
    assert_eq!((delivered.n_finished, delivered.missing.len()), (0, 11));
}

#[test]
fn two_at_work_in_one_folder_are_told_apart_and_parts_are_put_together() {
    let place = place();
    let out = place.path("out");
    let whole = prepared(&place, None);
    {
        let _held = open(&whole, &out).expect("a folder");
        assert!(matches!(open(&whole, &out), Err(Failure::AtWork(folder)) if folder == out));
    }
    let n_planned: usize = (1..=2)
        .map(|rank| {
            let part = prepared(&place, Some(Shard { rank, of: 2 }));
            planned(&part, &place.path(&format!("part{rank}")))
        })
        .sum();
    assert_eq!(n_planned, 12, "each part has a folder of its own, and plans the baseline in it");
    let from = [place.path("part1"), place.path("part2")];
    let (opened, lost) = merge(&whole, &out, &from).expect("a folder");
    assert!(lost.is_empty(), "{lost:?}");
    assert!(deliver(&opened, &Messages::new(Lang::Fr)).expect("written").is_whole());
}

#[test]
fn further_searches_end_for_the_reason_that_is_told() {
    let place = place();
    let (prepared, out) = (prepared(&place, None), place.path("out"));
    planned(&prepared, &out);
    let opened = open(&prepared, &out).expect("a folder");
    let (documents, ear) = (Messages::new(Lang::En), Ear::default());
    let outside = Outside { limits: limits(), documents: &documents, sink: &ear };
    let mut n_rounds = 0;
    let mut ended = |budget| {
        let decided = decide(&opened, budget, &outside, &mut |_| n_rounds += 1).expect("threads");
        (decided.ending, decided.n_open)
    };
    let (late, n_open) = ended(Budget { seconds: Some(0.0), ..Budget::default() });
    let spent = ended(Budget { work: Some(0), ..Budget::default() });
    if n_open == 0 {
        assert_eq!((late, spent.0), (Ending::Settled, Ending::Settled));
    } else {
        assert_eq!((late, spent.0), (Ending::OutOfTime, Ending::OutOfWork));
    }
    assert_eq!(n_rounds, 0, "there was no time and no work for any");
}

#[test]
fn a_batch_that_cannot_be_read_is_a_failure_with_every_fault() {
    let place = place();
    place.edit("batch.toml", "values = [3, 4, 6]", "values = [3, 4, 6, 60]");
    let file = place.path("batch.toml");
    let failure = prepare(&Request { file: &file, jobs: 1, shard: None }).expect_err("a bad batch");
    let common::Failure::Input(found) = failure else { panic!("{failure:?}") };
    assert_eq!(found.faults.len(), 1, "{:?}", found.faults);
    assert_eq!(found.faults[0].code.id(), "E502");
}
