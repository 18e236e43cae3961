//! Territories of 100 to 500 residents on which one resource at a time is scarce; everything else is sufficient.
//!
//! Communes are on a plane, joined to their nearest ones by roads; residents are distributed like the population. Rooms,
//! trainers and kits would serve nearly everyone if [`Resource`] did not take something away. Names and figures are
//! those of a French rural territory, dates those of 2026.

mod people;
mod plane;
mod scenario;
mod supply;

use std::collections::BTreeSet;

use ateliers::instance::ids::SlotId;
use ateliers::instance::{Instance, InstanceData};
use jiff::civil::Weekday;

use super::Draw;
use plane::Plane;

/// What is scarce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Resource {
    /// One kit for all trainers.
    KitsFew,
    /// Kits smaller than the smallest group's need.
    KitsSmall,
    /// Kits of sizes that no group fits.
    KitsOdd,
    /// One small kit; most tablets stay in rooms.
    RoomTablets,
    /// A tenth to three tenths of what serving everyone costs.
    BudgetSmall,
    /// Four to six tenths.
    BudgetHalf,
    /// Seven to nine tenths.
    BudgetLarge,
    /// Two or three sessions a week.
    TrainerWeeks,
    /// One session a day, on two days of the week.
    TrainerDays,
    /// One or two cycles in each commune, and waiting is expensive.
    CommuneCycles,
    /// Rooms smaller than groups may be.
    Seats,
    /// The smallest group is nearly the largest.
    MinGroup,
    /// Many need a step-free room, few rooms are.
    StepFree,
    /// Parties of three to six.
    LargeParties,
    /// Tracks that one trainer teaches.
    RareTracks,
    /// Slots that few share.
    RareSlots,
    /// Nobody travels far.
    Radius,
    /// Hardly longer than a cycle.
    Horizon,
    /// A commune below its share weighs more than residents left out, and trainers cannot serve all.
    DearEquity,
}

impl Resource {
    /// Each of them.
    pub(crate) const ALL: [Self; 19] = [
        Self::KitsFew,
        Self::KitsSmall,
        Self::KitsOdd,
        Self::RoomTablets,
        Self::BudgetSmall,
        Self::BudgetHalf,
        Self::BudgetLarge,
        Self::TrainerWeeks,
        Self::TrainerDays,
        Self::CommuneCycles,
        Self::Seats,
        Self::MinGroup,
        Self::StepFree,
        Self::LargeParties,
        Self::RareTracks,
        Self::RareSlots,
        Self::Radius,
        Self::Horizon,
        Self::DearEquity,
    ];

    /// The resource of a seed, in rotation.
    pub(crate) fn in_turn(seed: u64) -> Self {
        Self::ALL[seed as usize % Self::ALL.len()]
    }

    /// Its name in the names of instances, e.g. `kits-few`.
    pub(crate) fn name(self) -> String {
        let words = format!("{self:?}");
        let mut name = String::new();
        for letter in words.chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.extend(letter.to_lowercase());
        }
        name
    }
}

/// Starts of sessions: every weekday, three times.
const STARTS: [(u16, &str); 3] = [(9 * 60 + 30, "0930"), (14 * 60, "1400"), (16 * 60 + 30, "1630")];
const WEEKDAYS: [(Weekday, &str); 5] = [
    (Weekday::Monday, "mon"),
    (Weekday::Tuesday, "tue"),
    (Weekday::Wednesday, "wed"),
    (Weekday::Thursday, "thu"),
    (Weekday::Friday, "fri"),
];
const N_SLOTS: usize = STARTS.len() * WEEKDAYS.len();
/// Sessions of a cycle.
const SESSIONS: usize = 5;

/// The instance of a resource and seed.
pub(crate) fn instance(resource: Resource, seed: u64) -> Instance {
    Instance::new(data(resource, seed))
}

/// The data of a resource and seed, for changes or writing before it becomes an instance.
pub(crate) fn data(resource: Resource, seed: u64) -> InstanceData {
    let draw = &mut Draw::new(seed * Resource::ALL.len() as u64 + resource as u64);
    let plane = Plane::new(draw);
    let rules = scenario::rules(draw, resource, &plane);
    let (residents, parties) = people::residents(draw, resource, &plane, &rules);
    let n_trainers = draw.between(2..=5);
    let n_tracks = if resource == Resource::RareTracks { 3 } else { 1 };
    let mut data = InstanceData {
        name: format!("scarce-{}-{seed}", resource.name()),
        digest: format!("{:064x}", draw.between_i64(0..=i64::MAX)),
        is_invented: true,
        communes: supply::communes(&plane).into(),
        slots: supply::slots().into(),
        venues: supply::venues(draw, resource, &plane, &rules.hosts.communes).into(),
        trainers: supply::trainers(draw, resource, &plane, n_trainers, n_tracks).into(),
        kits: supply::kits(draw, resource, &plane, rules.cycle.max_group).into(),
        residents: residents.into(),
        parties: parties.into(),
        tracks: ["base", "démarches", "smartphone"][..n_tracks]
            .iter()
            .map(|&track| track.to_owned())
            .collect(),
        closures: supply::closures(rules.horizon),
        travel: plane.travel(),
        rules,
        announced: None,
    };
    data.rules.costs.max_gross = scenario::budget(draw, resource, &data);
    data
}

/// Some of the slots, at least `least` and at most `most`.
fn some_slots(draw: &mut Draw, least: usize, most: usize) -> BTreeSet<SlotId> {
    let n = draw.between(least..=most);
    draw.permutation(N_SLOTS).into_iter().take(n).map(SlotId::from).collect()
}

/// All slots of two days of the week.
fn two_days(draw: &mut Draw) -> BTreeSet<SlotId> {
    let days = draw.permutation(WEEKDAYS.len()).into_iter().take(2);
    days.flat_map(|day| (0..STARTS.len()).map(move |start| SlotId::from(day * STARTS.len() + start)))
        .collect()
}

fn decimal<Q: super::draw::Quantity>(hundredths: i64) -> Q {
    Q::from_nano(hundredths * 10_000_000)
}
