//! What a scenario sets outside its tables: horizon, cycle, travel, hosts, costs, weights, letters.

use jiff::civil::Date;

use super::entities::Leg;
use super::ids::CommuneId;
use super::units::{Euros, Minutes, Ratio};
use super::zone::Zone;

/// First and last day of the plan, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Horizon {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

impl Horizon {
    /// Whether `date` lies within.
    pub fn contains(&self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }
}

/// The shape of every cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CycleRules {
    /// Sessions of a cycle; at least 1.
    pub sessions: usize,
    /// Length of a session.
    pub session_minutes: Minutes,
    /// Fewest participants.
    pub min_group: usize,
    /// Most participants.
    pub max_group: usize,
    /// Longest pause between two consecutive sessions, days.
    pub max_gap_days: i32,
}

/// How people move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TravelRules {
    /// Longest journey one way, for residents who state none.
    pub max_travel: Minutes,
    /// Between two places of the same commune.
    pub local: Leg,
    /// Packing and setting up between two sessions of a trainer.
    pub turnaround: Minutes,
}

/// Who may host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostRules {
    /// Communes that may host, sorted; residents of any commune may attend.
    pub communes: Vec<CommuneId>,
    /// Most cycles in one commune, where set.
    pub max_cycles_per_commune: Option<usize>,
}

/// Cash rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Costs {
    /// Paid trainer time around each session.
    pub prep: Minutes,
    /// One borrowed tablet, for one session.
    pub tablet_session: Euros,
    /// Telephone help after the cycle, for each participant.
    pub support_per_participant: Euros,
    /// Posters, enrolment, letters of one cycle.
    pub cycle_setup: Euros,
    /// Paid by each participant.
    pub fee: Euros,
    /// The budget: a ceiling on the gross cost, where set.
    pub max_gross: Option<Euros>,
}

/// The value of service to residents, in euros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    /// One resident of priority 1 left out.
    pub unserved: Euros,
    /// One minute one way, for one participant, for the whole cycle.
    pub travel_minute: Euros,
    /// One participant waiting one week for the first session.
    pub wait_week: Euros,
    /// Share of its residents that each commune should see served.
    pub equity_target: Ratio,
    /// One resident below that share.
    pub equity_shortfall: Euros,
    /// One participant who attends outside their own commune.
    pub away: Euros,
    /// One cycle that a commune hosts less than its `min_cycles`.
    pub absence: Euros,
    /// One resident who must be told of a new appointment, or of having lost it.
    pub call: Euros,
    /// One announced cycle whose sessions to come are not as announced.
    pub notice: Euros,
    /// One session led by another trainer than announced.
    pub stand_in: Euros,
}

/// What letters say besides the plan, in the sender's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    /// Where and how the fee is paid; where unset, at the first session.
    pub payment: Option<String>,
    /// Who signs: name and title; where unset, the sender.
    pub signatory: Option<String>,
    /// A sentence that completes the notice on personal data.
    pub privacy: Option<String>,
}

/// The scenario's solver settings; the command line may override each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolverSettings {
    /// Wall-clock limit, in seconds.
    pub time_limit_s: f64,
    /// Stop when the proven relative gap is at most this.
    pub gap: f64,
    /// Seed of every random choice.
    pub seed: u64,
    /// Threads; 0 means all.
    pub threads: usize,
}

/// Everything a scenario sets outside its tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// First and last day.
    pub horizon: Horizon,
    /// The time zone of every session.
    pub zone: Zone,
    /// The shape of every cycle.
    pub cycle: CycleRules,
    /// How people move.
    pub travel: TravelRules,
    /// Who may host.
    pub hosts: HostRules,
    /// Cash rates.
    pub costs: Costs,
    /// Service weights.
    pub weights: Weights,
    /// What letters say besides the plan.
    pub letters: Letters,
    /// Solver settings.
    pub solver: SolverSettings,
}
