//! The arguments of `amend`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use crate::app::amend::Amendment;
use crate::app::amend::change::Change;
use crate::input::amending::rows::Period;

/// The command's arguments.
#[derive(Debug, Args)]
pub struct AmendArgs {
    /// The scenario file.
    #[arg(value_name = "SCENARIO")]
    pub(super) scenario: PathBuf,
    /// The plan to amend.
    #[arg(long, global = true, value_name = "PLAN.json")]
    pub(super) plan: Option<PathBuf>,
    /// The folder of the amended plan.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Keeps it without asking.
    #[arg(short, long, global = true)]
    pub(super) yes: bool,
    /// Prints an answer for programs.
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// What to amend.
    #[command(subcommand)]
    command: AmendCommand,
}

/// An event, or a decision.
#[derive(Debug, Subcommand)]
enum AmendCommand {
    /// Residents withdraw.
    Withdraw {
        /// The residents.
        #[arg(value_name = "RESIDENT", required = true)]
        residents: Vec<String>,
    },
    /// A trainer is absent.
    Absent {
        /// The word `trainer`.
        #[arg(value_name = "WORD", value_parser = ["trainer"])]
        kind: String,
        /// The trainer.
        #[arg(value_name = "TRAINER")]
        trainer: String,
        /// The first day.
        #[arg(value_name = "DATE")]
        first: Date,
        /// The last day.
        #[arg(value_name = "DATE")]
        last: Date,
    },
    /// Rooms are closed.
    Closed {
        /// The word `venue`.
        #[arg(value_name = "WORD", value_parser = ["venue"])]
        kind: String,
        /// The rooms, then the first day and the last.
        #[arg(value_name = "VENUES", required = true)]
        words: Vec<String>,
    },
    /// Enrolments that come late.
    Add {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// A cycle moves to another slot, or starts later.
    Move {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
        /// The slot.
        #[arg(value_name = "SLOT")]
        slot: String,
        /// The first day.
        #[arg(long, value_name = "DATE")]
        from: Option<Date>,
    },
    /// A cycle has another trainer.
    Trainer {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
        /// The trainer.
        #[arg(value_name = "TRAINER")]
        trainer: String,
    },
    /// Residents join a cycle.
    Join {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
        /// The residents.
        #[arg(value_name = "RESIDENT", required = true)]
        residents: Vec<String>,
    },
    /// Residents leave a cycle.
    Leave {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
        /// The residents.
        #[arg(value_name = "RESIDENT", required = true)]
        residents: Vec<String>,
    },
    /// Another trainer leads a session.
    StandIn {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
        /// Its day.
        #[arg(value_name = "DATE")]
        date: Date,
        /// The trainer.
        #[arg(value_name = "TRAINER")]
        trainer: String,
    },
    /// A session is held later.
    Postpone {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
        /// Its day.
        #[arg(value_name = "DATE")]
        date: Date,
    },
    /// A cycle ends.
    Close {
        /// The cycle.
        #[arg(value_name = "CYCLE")]
        cycle: String,
    },
}

impl AmendArgs {
    /// The arguments as a request; the two words that should be dates if they are not.
    pub(super) fn amendment(&self) -> Result<Amendment, String> {
        use AmendCommand as Typed;
        let (cycle, change) = match &self.command {
            Typed::Withdraw { residents } => return Ok(Amendment::Withdraw(residents.clone())),
            Typed::Absent { trainer, first, last, .. } => {
                let period = Period { from: *first, until: *last };
                return Ok(Amendment::Absent { trainer: trainer.clone(), period });
            }
            Typed::Closed { words, .. } => return closed(words),
            Typed::Add { file } => return Ok(Amendment::Add(file.clone())),
            Typed::Move { cycle, slot, from } => (cycle, Change::Move { slot: slot.clone(), from: *from }),
            Typed::Trainer { cycle, trainer } => (cycle, Change::Trainer(trainer.clone())),
            Typed::Join { cycle, residents } => (cycle, Change::Join(residents.clone())),
            Typed::Leave { cycle, residents } => (cycle, Change::Leave(residents.clone())),
            Typed::StandIn { cycle, date, trainer } => {
                (cycle, Change::StandIn { date: *date, trainer: trainer.clone() })
            }
            Typed::Postpone { cycle, date } => (cycle, Change::Postpone(*date)),
            Typed::Close { cycle } => (cycle, Change::Close),
        };
        Ok(Amendment::Change { cycle: cycle.clone(), change })
    }
}

/// Rooms, and two days at the end.
fn closed(words: &[String]) -> Result<Amendment, String> {
    let (venues, days) = words.split_at(words.len().saturating_sub(2));
    match days.iter().map(|day| day.parse()).collect::<Result<Vec<Date>, _>>().as_deref() {
        Ok(&[from, until]) if !venues.is_empty() => {
            Ok(Amendment::Closed { venues: venues.to_vec(), period: Period { from, until } })
        }
        _ => Err(days.join(" ")),
    }
}
