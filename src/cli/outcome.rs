//! How a command ended, and its exit code.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 0: done.
    Done,
    /// 1: the answer is no (an illegal plan, a required gap not proven).
    No,
    /// 2: bad input or usage; nothing was written.
    BadInput,
    /// 3: our fault; nothing was written, or an earlier, legal plan.
    OurFault,
    /// 130, as shells expect of a program ended by Ctrl-C; nothing was written.
    Interrupted,
}

impl Outcome {
    /// The exit code of the program.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::BadInput => 2,
            Self::OurFault => 3,
            Self::Interrupted => 130,
        }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome.code())
    }
}
