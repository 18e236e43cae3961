//! Audiences of documents as arguments.

use clap::ValueEnum;

use crate::output::export::Audience;

/// An audience as an argument, in English or French.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum AudienceArg {
    /// Town halls.
    Mairies,
    /// Each cycle.
    Cycles,
    /// Trainers.
    #[value(alias = "animateurs")]
    Trainers,
    /// The planner and the elected officials.
    #[value(alias = "rapport")]
    Report,
    /// Other systems.
    #[value(alias = "systemes", alias = "systèmes")]
    Systems,
}

impl From<AudienceArg> for Audience {
    fn from(typed: AudienceArg) -> Self {
        match typed {
            AudienceArg::Mairies => Self::Mairies,
            AudienceArg::Cycles => Self::Cycles,
            AudienceArg::Trainers => Self::Trainers,
            AudienceArg::Report => Self::Report,
            AudienceArg::Systems => Self::Systems,
        }
    }
}
