//! Judges any plan: reports every violation, with its rule, who breaks it, the measured value and the limit.
//!
//! Input: an [`Instance`] and any [`Plan`], including hand-edited ones. Output: a [`Verdict`] with *all* violations and the
//! recomputed costs. There is one file per paragraph of PROBLEM.md section 4; those of section 8 are in `living`. One array below
//! lists all rules in order. [`part`] checks only some rules, of a plan or of what a change touches. [`figures()`] compares the
//! figures stated in a plan file with those that follow from its cycles.
//!
//! The checker is independent of the solver: it sees only the instance and the plan, and derives everything from the cycles and
//! the kit roster. It does not depend on how a plan was made, so it cannot share a mistake of the method. A tidy test forbids the
//! import.
//!
//! # Showing a verdict
//! [`render()`] turns a verdict into text, and [`render_figures`] the disagreements, in the language of the messages:
//!
//! ```no_run
//! # use ateliers::{check, instance::Instance, messages::{Lang, Messages}, plan::{Plan, file::PlanFile}};
//! # fn show(instance: &Instance, plan: &Plan, file: &PlanFile) -> String {
//! let messages = Messages::new(Lang::Fr);
//! let verdict = check::check(instance, plan);
//! let disagreements = check::figures(instance, plan, file);
//! check::render(&verdict, instance, &messages) + &check::render_figures(&disagreements, &messages)
//! # }
//! ```
//!
//! # Cost
//! Linear in sessions and participants, times the number of distinct venues and slots on a trainer's day. A session that overlaps
//! several others is one violation, which names some of them and counts the rest.

mod budget;
mod case;
mod dates;
mod figures;
mod group;
mod hosts;
mod kits;
mod living;
mod moving;
pub mod part;
mod party;
mod render;
mod resident;
mod role;
mod standing;
mod trainer;
mod venue;
mod violation;

use crate::instance::Instance;
use crate::plan::{Breakdown, Plan, price};
use crate::rules::Rule;
use case::Case;

pub use figures::{Disagreement, figures};
pub use render::{render, render_figures, sentence};
pub use violation::{Limit, Measure, Subject, Violation};

/// Finds all violations of one rule.
type Check = fn(&Case) -> Vec<Violation>;

/// The specification: every rule with its check, in the order of PROBLEM.md.
const CHECKS: [(Rule, Check); 41] = [
    (Rule::GroupSize, group::group_size),
    (Rule::OneCycleEach, resident::one_cycle_each),
    (Rule::ResidentTrack, resident::resident_track),
    (Rule::ResidentSlot, resident::resident_slot),
    (Rule::TravelLimit, resident::travel_limit),
    (Rule::StepFree, resident::step_free),
    (Rule::ResidentAvailable, resident::resident_available),
    (Rule::PartyTogether, party::party_together),
    (Rule::VenueSlot, venue::venue_slot),
    (Rule::VenueAvailable, venue::venue_available),
    (Rule::VenueOverlap, venue::venue_overlap),
    (Rule::SessionDates, dates::session_dates),
    (Rule::Horizon, dates::horizon),
    (Rule::MaxGap, dates::max_gap),
    (Rule::TrainerSlot, trainer::trainer_slot),
    (Rule::TrainerTrack, trainer::trainer_track),
    (Rule::TrainerAvailable, trainer::trainer_available),
    (Rule::TrainerDay, trainer::trainer_day),
    (Rule::TrainerWeek, trainer::trainer_week),
    (Rule::TrainerTotal, trainer::trainer_total),
    (Rule::TrainerMoving, moving::trainer_moving),
    (Rule::TrainerReach, moving::trainer_reach),
    (Rule::KitTaken, kits::kit_taken),
    (Rule::KitSize, kits::kit_size),
    (Rule::KitShared, kits::kit_shared),
    (Rule::KitUnneeded, kits::kit_unneeded),
    (Rule::HostCommune, hosts::host_commune),
    (Rule::HostLimit, hosts::host_limit),
    (Rule::Budget, budget::budget),
    (Rule::HeldSessions, living::held::held_sessions),
    (Rule::CommittedStands, living::committed::committed_stands),
    (Rule::ParticipantsStay, living::committed::participants_stay),
    (Rule::NobodyJoins, living::committed::nobody_joins),
    (Rule::Withdrawn, resident::withdrawn),
    (Rule::StandIn, living::repairs::stand_in),
    (Rule::OtherRoom, living::repairs::other_room),
    (Rule::Postponed, living::repairs::postponed),
    (Rule::BrokenOff, living::broken_off::broken_off),
    (Rule::Notice, living::fresh::notice),
    (Rule::NewId, living::fresh::new_id),
    (Rule::HeldKits, living::held::held_kits),
];

/// What the checker found.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// All violations, in the order of the rules.
    pub violations: Vec<Violation>,
    /// The recomputed costs.
    pub breakdown: Breakdown,
}

impl Verdict {
    /// Whether the plan keeps every rule.
    pub fn is_legal(&self) -> bool {
        self.violations.is_empty()
    }
}

/// Judges a plan: finds all violations of all rules, and prices it.
pub fn check(instance: &Instance, plan: &Plan) -> Verdict {
    let case = Case::new(instance, plan, price(instance, plan));
    let violations = CHECKS.iter().flat_map(|(_, check)| check(&case)).collect();
    Verdict { violations, breakdown: case.breakdown }
}

/// Finds all violations of the rules that concern one part of a plan; `plan` may contain that part only.
///
/// Does not price the plan, so it finds no violation of [`Part::Budget`](part::Part); for that see [`exceeds_budget`].
pub fn check_part(instance: &Instance, plan: &Plan, part: part::Part) -> Vec<Violation> {
    let case = Case::new(instance, plan, Breakdown::default());
    let of_part = CHECKS.iter().filter(|(rule, _)| part::part_of(*rule) == part);
    of_part.flat_map(|(_, check)| check(&case)).collect()
}

/// The violation of the budget by a plan with this cost, if any.
pub fn exceeds_budget(instance: &Instance, plan: &Plan, breakdown: Breakdown) -> Option<Violation> {
    budget::budget(&Case::new(instance, plan, breakdown)).pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_check_in_the_order_of_the_catalogue() {
        assert_eq!(CHECKS.map(|(rule, _)| rule), Rule::ALL);
    }
}
