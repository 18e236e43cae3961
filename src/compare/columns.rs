//! The columns by which plans are compared: what each is called, its unit, and its value for a plan.
//!
//! Names are English keys in every language; what they mean is `column-<name>` in the catalogue.

use super::portrait::Portrait;
use crate::instance::units::Euros;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Real,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Its unit, a symbol; empty where it has none.
    pub unit: &'static str,
}

const fn column(name: &'static str, kind: Kind, unit: &'static str) -> Column {
    Column { name, kind, unit }
}

/// Every column that follows from a plan, in order.
pub const COLUMNS: [Column; 33] = [
    column("status", Kind::Text, ""),
    column("interested", Kind::Whole, ""),
    column("served", Kind::Whole, ""),
    column("served_share", Kind::Real, ""),
    column("cycles", Kind::Whole, ""),
    column("sessions", Kind::Whole, ""),
    column("trainers_used", Kind::Whole, ""),
    column("host_communes", Kind::Whole, ""),
    column("communes_served", Kind::Whole, ""),
    column("mean_travel_min", Kind::Real, "min"),
    column("worst_travel_min", Kind::Real, "min"),
    column("travel_is_measured", Kind::Whole, ""),
    column("mean_wait_days", Kind::Real, "d"),
    column("trainer_time", Kind::Real, "€"),
    column("trainer_travel", Kind::Real, "€"),
    column("venues", Kind::Real, "€"),
    column("tablets", Kind::Real, "€"),
    column("support", Kind::Real, "€"),
    column("setup", Kind::Real, "€"),
    column("gross", Kind::Real, "€"),
    column("income", Kind::Real, "€"),
    column("net", Kind::Real, "€"),
    column("gross_per_participant", Kind::Real, "€"),
    column("net_per_participant", Kind::Real, "€"),
    column("service_unserved", Kind::Real, "€"),
    column("service_travel", Kind::Real, "€"),
    column("service_waiting", Kind::Real, "€"),
    column("service_equity", Kind::Real, "€"),
    column("objective", Kind::Real, "€"),
    column("bound", Kind::Real, "€"),
    column("gap", Kind::Real, ""),
    column("input_digest", Kind::Text, ""),
    column("invented", Kind::Whole, ""),
];

/// The column of a name.
pub fn find(name: &str) -> Option<Column> {
    COLUMNS.into_iter().find(|column| column.name == name)
}

/// A plan's value in every column, in order, as plain text: points for decimals, empty where nothing is known.
pub fn values(portrait: &Portrait) -> [String; 33] {
    let figures = &portrait.figures;
    let (costs, service) = (&portrait.breakdown.costs, &portrait.breakdown.service);
    let known =
        |value: Option<f64>, decimals: usize| value.map_or(String::new(), |value| rounded(value, decimals));
    let per_participant = |amount: Option<Euros>| known(amount.map(Euros::to_f64), 2);
    let share = figures.served as f64 / figures.interested.max(1) as f64;
    let travel = figures.travel;
    let proof = portrait.proof.as_ref();
    let communes_served = portrait.communes.values().filter(|commune| commune.served > 0).count();
    [
        proof.map_or(String::new(), |proof| proof.status.clone()),
        figures.interested.to_string(),
        figures.served.to_string(),
        rounded(share, 6),
        figures.cycles.to_string(),
        figures.sessions.to_string(),
        portrait.trainers_used().to_string(),
        figures.host_communes.to_string(),
        communes_served.to_string(),
        known(travel.map(|travel| travel.mean.to_f64()), 3),
        known(travel.map(|travel| travel.worst.to_f64()), 3),
        travel.map_or(String::new(), |travel| u8::from(travel.are_measured).to_string()),
        known(figures.mean_wait_days, 3),
        euros(costs.trainer_time),
        euros(costs.trainer_travel),
        euros(costs.venues),
        euros(costs.tablets),
        euros(costs.support),
        euros(costs.setup),
        euros(costs.gross()),
        euros(costs.income),
        euros(costs.net()),
        per_participant(figures.gross_per_participant),
        per_participant(figures.net_per_participant),
        euros(service.unserved),
        euros(service.travel),
        euros(service.waiting),
        euros(service.equity),
        euros(portrait.breakdown.objective()),
        known(proof.map(|proof| proof.bound), 6),
        known(proof.map(|proof| proof.gap), 9),
        portrait.digest.clone(),
        u8::from(portrait.is_invented).to_string(),
    ]
}

/// Without a sign where everything is rounded away.
fn rounded(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if text.bytes().all(|byte| b"-0.".contains(&byte)) {
        text.trim_start_matches('-').to_owned()
    } else {
        text
    }
}

fn euros(amount: Euros) -> String {
    rounded(amount.to_f64(), 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn every_column_is_explained_in_both_languages() {
        for messages in Lang::ALL.map(Messages::new) {
            let missing: Vec<&str> = COLUMNS
                .iter()
                .map(|column| column.name)
                .filter(|name| !messages.has(&format!("column-{name}")))
                .collect();
            assert!(missing.is_empty(), "{missing:?} in {:?}", messages.lang);
        }
    }

    #[test]
    fn nothing_has_no_sign() {
        assert_eq!(rounded(-0.001, 2), "0.00");
        assert_eq!(rounded(-0.01, 2), "-0.01");
    }
}
