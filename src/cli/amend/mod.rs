//! `ateliers amend`: events, and manual decisions of a planner.
//!
//! # Design
//! The effects of an amendment are shown before it is kept: a script passes `--yes`, a person is asked. If nobody can be
//! asked, nothing is kept, and the answer is no.

mod args;
mod ask;
mod told;

use std::path::Path;

use self::args::AmendArgs as Args;
use super::answer::{answer, unanswered};
use super::{Outcome, Terminal, reading};
use crate::app::amend::keep::keep;
use crate::app::amend::{Failure, Proposal, Request, propose};
use crate::app::answers::Amendment;
use crate::app::lock::{Task, lock};
use crate::app::replaced::Kept;
use crate::messages::Messages;

pub(super) use self::args::AmendArgs;

/// Computes the effects, shows them, asks, and keeps them.
pub(super) fn run(args: &Args, terminal: &Terminal) -> Outcome {
    let amendment = match args.amendment() {
        Ok(amendment) => amendment,
        Err(words) => {
            let variables = [("words", words.into())];
            return super::told::error("amend-period", &variables, terminal);
        }
    };
    // Between reading and writing no other process may change the tables.
    let _lock = match lock(args.scenario.parent().unwrap_or(Path::new("")), Task::Amend) {
        Ok(lock) => lock,
        Err(locked) => return super::told::failure(&locked.into(), terminal),
    };
    let (plan, out) = (args.plan.as_deref(), args.out.as_deref());
    let request = Request { scenario: &args.scenario, plan, out, amendment: &amendment };
    match propose(&request) {
        Ok(proposal) => decided(args, &proposal, terminal),
        Err(Failure::Common(failure)) => {
            if args.json {
                unanswered::<Amendment>(&failure, terminal);
            }
            super::told::failure(&failure, terminal)
        }
        Err(Failure::Wrong(wrong)) => told::wrong(&wrong, terminal),
    }
}

fn decided(args: &Args, proposal: &Proposal, terminal: &Terminal) -> Outcome {
    reading::tell(&proposal.read.warnings, terminal);
    let answered = |kept: Option<&Kept>| {
        if args.json {
            answer(&proposal.read.warnings, Amendment::of(proposal, kept), terminal);
        }
    };
    if !args.json {
        terminal.print(&told::proposal(proposal, &terminal.messages));
    }
    if !proposal.may_be_kept() {
        answered(None);
        terminal.tell_error(&terminal.text("amend-refused", &[]));
        return Outcome::No;
    }
    // A program that wants to keep it passes `--yes`.
    if !args.yes && (args.json || !ask::is_kept(terminal)) {
        answered(None);
        terminal.note(&terminal.text("amend-not-kept", &[]));
        return Outcome::No;
    }
    match keep(proposal, &Messages::new(terminal.documents)) {
        Ok(kept) => {
            answered(Some(&kept));
            if !args.json {
                terminal.print(&told::kept(&kept, terminal));
            }
            Outcome::Done
        }
        Err(failure) => super::told::failure(&failure, terminal),
    }
}
