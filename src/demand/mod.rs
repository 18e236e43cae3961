//! Invented enrolments, for planning before real ones exist: communes and parameters -> residents.
//!
//! Each commune gets a number of residents from its population and a rate; each enrolment (one person, or a couple) gets
//! an availability, a track and a first day, and each person their needs. None of this is data of a real person: every
//! row of the written file says so.
//!
//! # Design
//! Why a random stream for each enrolment rather than one for the table? So that planners can compare. The draws for the
//! third enrolment of a commune depend only on the seed, the commune's INSEE code and the number three. The order of the
//! communes, or leaving some out, does not change other enrolments; a higher rate only adds enrolments at the end of
//! each commune; and another share of tablets only changes tablets. (The last enrolment of a commune is the exception: a
//! couple that would exceed the commune's number comes as one person.)
//!
//! ```
//! use ateliers::demand::{Parameters, Weekly, Shares, invent};
//! use ateliers::instance::entities::{Commune, Slot};
//! use jiff::civil::Weekday;
//!
//! let glay = Commune { name: "Glay".to_owned(), population: Some(339), ..Commune::at("25274", 47.406, 6.89) };
//! let slot = Slot { id: "mon-0930".to_owned(), weekday: Weekday::Monday, start_minute: 570 };
//! let mornings = Shares::new(vec![(Weekly::Mornings, 1.0)]);
//! let parameters = Parameters { rate: 0.02, availability: mornings, ..Parameters::default() };
//! let residents = invent(&[glay], &[slot], &parameters, 1);
//! assert_eq!(residents[0].slots, ["mon-0930"]);
//! ```
//!
//! What it does not invent: ages, households and streets. A resident is as detailed as the planning needs.

mod availability;
mod parameters;
mod shares;
mod wished;

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use sha2::{Digest, Sha256};

use crate::instance::entities::{Commune, Slot};
pub use availability::Weekly;
pub use parameters::{Parameters, Window};
pub use shares::Shares;
pub use wished::Wished;

/// An invented resident: a row of `residents.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct InventedResident {
    /// Pseudonymous identifier: commune and number in it, e.g. `R25388-017`.
    pub id: String,
    /// INSEE code of the home commune.
    pub commune: String,
    /// Identifiers of slots, or `*` for every slot.
    pub slots: Vec<String>,
    /// The track that they want.
    pub track: String,
    /// Whether they borrow a tablet.
    pub needs_tablet: bool,
    /// Longest journey, minutes one way; `None` takes the scenario's.
    pub max_travel_min: Option<f64>,
    /// Whether they need a step-free venue.
    pub step_free: bool,
    /// The couple they enrolled with.
    pub party: Option<String>,
    /// First day on which they can start, for late enrolments.
    pub available_from: Option<Date>,
    /// Weight of leaving them out.
    pub priority: f64,
}

/// Invents the enrolments of `communes`, sorted by INSEE code; `slots` are the weekly times to choose from.
///
/// Communes of unknown population get no residents. Takes time proportional to the residents.
pub fn invent(
    communes: &[Commune],
    slots: &[Slot],
    parameters: &Parameters,
    seed: u64,
) -> Vec<InventedResident> {
    let mut sorted: Vec<&Commune> = communes.iter().collect();
    sorted.sort_by(|one, other| one.insee.cmp(&other.insee));
    let residents = sorted.into_iter().map(|commune| residents_of(commune, slots, parameters, seed));
    residents.flatten().collect()
}

/// The rate at which [`invent`] makes `n_residents` residents of these communes, or the next larger number that a rate
/// can yield; `None` if they have fewer inhabitants.
///
/// The number of residents never falls when the rate rises, so the rate is found by bisection: 60 times the communes.
pub fn rate_of(communes: &[Commune], n_residents: usize, parameters: &Parameters, seed: u64) -> Option<f64> {
    let n_at = |rate: f64| -> usize {
        let parameters = Parameters { rate, ..parameters.clone() };
        communes.iter().map(|commune| number_of_residents(commune, &parameters, seed)).sum()
    };
    // At this rate everyone enrols, even with little zeal, as long as it is not zero.
    let (mut below, mut above) = (0.0, 1e6);
    if n_at(above) < n_residents {
        return None;
    }
    for _ in 0..60 {
        let middle = f64::midpoint(below, above);
        if n_at(middle) < n_residents { below = middle } else { above = middle }
    }
    Some(above)
}

fn residents_of(
    commune: &Commune,
    slots: &[Slot],
    parameters: &Parameters,
    seed: u64,
) -> Vec<InventedResident> {
    let n_residents = number_of_residents(commune, parameters, seed);
    let mut residents = Vec::with_capacity(n_residents);
    let mut rank: u64 = 0;
    while residents.len() < n_residents {
        let mut draws = stream(seed, &commune.insee, Some(rank));
        let places = n_residents - residents.len();
        let enrolment = enrol(commune, slots, parameters, &mut draws, residents.len() + 1);
        residents.extend(alone_if_short(enrolment, places));
        rank += 1;
    }
    residents
}

/// Population × rate × the commune's own zeal, rounded up with a probability equal to its fraction.
fn number_of_residents(commune: &Commune, parameters: &Parameters, seed: u64) -> usize {
    let population = commune.population.unwrap_or(0);
    let mut draws = stream(seed, &commune.insee, None);
    let zeal = 1.0 + parameters.spread * (2.0 * draws.random::<f64>() - 1.0);
    let expected = population as f64 * parameters.rate * zeal;
    let number = (expected + draws.random::<f64>()).floor() as u64;
    number.min(population) as usize
}

/// One enrolment: a person, or a couple that comes together. Every draw is made, used or not, so that no parameter
/// shifts the draws of another.
fn enrol(
    commune: &Commune,
    slots: &[Slot],
    parameters: &Parameters,
    draws: &mut Pcg64,
    number: usize,
) -> Vec<InventedResident> {
    let is_couple = draws.random::<f64>() < parameters.couples_among_enrolments();
    let (pattern, days) = (draws.random::<f64>(), draws.random::<u64>());
    let chosen = availability::slots_of(&parameters.availability, slots, pattern, days);
    let track = parameters.tracks.pick(draws.random()).cloned().unwrap_or_else(|| "base".to_owned());
    let (late, day) = (draws.random::<f64>(), draws.random::<f64>());
    let available_from =
        parameters.window.filter(|_| late < parameters.late).map(|window| first_day(window, day));
    let party = is_couple.then(|| format!("P{}-{number:03}", commune.insee));
    let member = |place: usize| {
        let [tablet, travel, step, priority] = draws.random::<[f64; 4]>();
        InventedResident {
            id: format!("R{}-{:03}", commune.insee, number + place),
            commune: commune.insee.clone(),
            slots: chosen.clone(),
            track: track.clone(),
            needs_tablet: tablet < parameters.tablet,
            max_travel_min: parameters.own_travel.pick_if_any(travel).copied(),
            step_free: step < parameters.step_free,
            party: party.clone(),
            available_from,
            priority: parameters.priority.pick(priority).copied().unwrap_or(1.0),
        }
    };
    (0..=usize::from(is_couple)).map(member).collect()
}

fn alone_if_short(mut enrolment: Vec<InventedResident>, places: usize) -> Vec<InventedResident> {
    if enrolment.len() > places {
        enrolment.truncate(places);
        for resident in &mut enrolment {
            resident.party = None;
        }
    }
    enrolment
}

/// The first day of one of the window's months: town halls pass on their lists at the turn of the month. A window
/// without a first of a month yields its own first day.
fn first_day(window: Window, draw: f64) -> Date {
    let month_before = window.from.first_of_month();
    let firsts: BTreeSet<Date> = (0..)
        .map_while(|months: i32| month_before.checked_add(months.months()).ok())
        .take_while(|&date| date <= window.until)
        .filter(|&date| window.from <= date)
        .collect();
    let place = (draw * firsts.len() as f64) as usize;
    firsts.into_iter().nth(place).unwrap_or(window.from)
}

/// The random stream of a commune (`None`) or of one of its enrolments; of other things, under another name.
pub(crate) fn stream(seed: u64, insee: &str, rank: Option<u64>) -> Pcg64 {
    let mut digest = Sha256::new();
    digest.update(seed.to_le_bytes());
    digest.update(rank.map_or(0, |rank| rank + 1).to_le_bytes());
    digest.update(insee.as_bytes());
    Pcg64::from_seed(digest.finalize().into())
}

#[cfg(test)]
mod tests;
