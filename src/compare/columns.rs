//! The columns by which plans are compared: their names, units and values for a plan.
//!
//! Names are English keys in every language; their explanations are `column-<name>` in the catalogue.

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
    /// The symbol of its unit; empty if it has none.
    pub unit: &'static str,
}

const fn column(name: &'static str, kind: Kind, unit: &'static str) -> Column {
    Column { name, kind, unit }
}

/// Every column that follows from a plan, in order.
pub const COLUMNS: [Column; 36] = [
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
    column("service_place", Kind::Real, "€"),
    column("calls", Kind::Whole, ""),
    column("service_changes", Kind::Real, "€"),
    column("objective", Kind::Real, "€"),
    column("bound", Kind::Real, "€"),
    column("gap", Kind::Real, ""),
    column("input_digest", Kind::Text, ""),
    column("invented", Kind::Whole, ""),
];

/// The column with this name.
pub fn find(name: &str) -> Option<Column> {
    COLUMNS.into_iter().find(|column| column.name == name)
}

/// The value of a plan in a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// The value is unknown.
    Unknown,
    /// A text.
    Text(String),
    /// A number, and the number of decimals it is written with.
    Number(f64, usize),
}

impl Figure {
    fn count(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }

    fn known(value: Option<f64>, decimals: usize) -> Self {
        value.map_or(Self::Unknown, |value| Self::Number(value, decimals))
    }

    fn euros(amount: Euros) -> Self {
        Self::Number(amount.to_f64(), 2)
    }

    /// As plain text: decimal points, empty if unknown.
    pub fn text(&self) -> String {
        match self {
            Self::Unknown => String::new(),
            Self::Text(text) => text.clone(),
            &Self::Number(value, decimals) => rounded(value, decimals),
        }
    }

    /// The number rounded to the decimals that are written, so that plans are compared by what their tables show.
    pub fn number(&self) -> Option<f64> {
        let &Self::Number(value, decimals) = self else { return None };
        let scale = 10_f64.powi(decimals as i32);
        Some((value * scale).round() / scale)
    }
}

/// The values of a plan in every column, in order.
pub fn figures(portrait: &Portrait) -> [Figure; 36] {
    let figures = &portrait.figures;
    let (costs, service) = (&portrait.breakdown.costs, &portrait.breakdown.service);
    let per_participant = |amount: Option<Euros>| Figure::known(amount.map(Euros::to_f64), 2);
    let share = figures.served as f64 / figures.interested.max(1) as f64;
    let travel = figures.travel;
    let proof = portrait.proof.as_ref();
    let communes_served = portrait.communes.values().filter(|commune| commune.served > 0).count();
    [
        proof.map_or(Figure::Unknown, |proof| Figure::Text(proof.status.clone())),
        Figure::count(figures.interested),
        Figure::count(figures.served),
        Figure::Number(share, 6),
        Figure::count(figures.cycles),
        Figure::count(figures.sessions),
        Figure::count(portrait.trainers_used()),
        Figure::count(figures.host_communes),
        Figure::count(communes_served),
        Figure::known(travel.map(|travel| travel.mean.to_f64()), 3),
        Figure::known(travel.map(|travel| travel.worst.to_f64()), 3),
        travel.map_or(Figure::Unknown, |travel| Figure::count(travel.are_measured.into())),
        Figure::known(figures.mean_wait_days, 3),
        Figure::euros(costs.trainer_time),
        Figure::euros(costs.trainer_travel),
        Figure::euros(costs.venues),
        Figure::euros(costs.tablets),
        Figure::euros(costs.support),
        Figure::euros(costs.setup),
        Figure::euros(costs.gross()),
        Figure::euros(costs.income),
        Figure::euros(costs.net()),
        per_participant(figures.gross_per_participant),
        per_participant(figures.net_per_participant),
        Figure::euros(service.unserved),
        Figure::euros(service.travel),
        Figure::euros(service.waiting),
        Figure::euros(service.equity),
        Figure::euros(service.place),
        figures.calls.map_or(Figure::Unknown, Figure::count),
        service.changes.map_or(Figure::Unknown, Figure::euros),
        Figure::euros(portrait.breakdown.objective()),
        Figure::known(proof.map(|proof| proof.bound), 6),
        Figure::known(proof.map(|proof| proof.gap), 9),
        Figure::Text(portrait.digest.clone()),
        Figure::count(portrait.is_invented.into()),
    ]
}

/// The rounded value, without a sign if it rounds to zero.
fn rounded(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if text.bytes().all(|byte| b"-0.".contains(&byte)) {
        text.trim_start_matches('-').to_owned()
    } else {
        text
    }
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
    fn a_number_is_what_its_text_says() {
        for (value, decimals) in [(1234.565, 2), (-0.004, 2), (0.123_456_789, 6), (17.0, 0)] {
            let figure = Figure::Number(value, decimals);
            let written: f64 = figure.text().parse().expect("a number");
            let number = figure.number().expect("a number");
            assert!((number - written).abs() < 1e-9, "{number} is written {written}");
        }
        assert_eq!((Figure::Unknown.number(), Figure::Text("7".to_owned()).number()), (None, None));
    }

    #[test]
    fn nothing_has_no_sign() {
        assert_eq!(rounded(-0.001, 2), "0.00");
        assert_eq!(rounded(-0.01, 2), "-0.01");
    }
}
