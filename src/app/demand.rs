//! Generates enrolments, for planning before real ones exist.

use std::path::Path;

use jiff::civil::Weekday;

use super::common::Failure as Common;
use super::placing::{may_replace, write_table};
use super::reading::both;
use crate::demand::{Parameters, invent};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::input::{read_communes, read_slots};
use crate::instance::entities::{Commune, Slot};
use crate::output::residents::{INVENTED, residents};

/// Maximum number of generated residents: a hundred times those of an agglomeration, in a table of 100 MB.
pub const MOST_RESIDENTS: usize = 1_000_000;

/// What to generate.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// The table of communes, with populations.
    pub communes: &'a Path,
    /// The table of slots; the usual week if `None`.
    pub slots: Option<&'a Path>,
    /// INSEE codes of the communes of the residents; empty for all.
    pub only: &'a [String],
    /// The parameters of the distribution.
    pub parameters: Parameters,
    /// Seed of all draws.
    pub seed: u64,
    /// The table to write.
    pub out: &'a Path,
}

/// The table generated and written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invented {
    /// Number of residents.
    pub n_residents: usize,
    /// Number of communes.
    pub n_communes: usize,
}

/// Why nothing was generated.
#[derive(Debug)]
pub enum Failure {
    /// A failure shared by the use cases.
    Common(Common),
    /// Two parameters are inconsistent.
    Parameters(Misfit),
    /// Communes that are not in the table.
    UnknownCommunes(Vec<String>),
    /// More residents than can be held in memory and planned.
    TooMany(usize),
}

impl From<Common> for Failure {
    fn from(failure: Common) -> Self {
        Self::Common(failure)
    }
}

/// An inconsistency between parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The shares of travel limits exceed one in total.
    OwnTravelAboveOne,
    /// The shares of an exhaustive list are all zero.
    SharesZero,
    /// Late enrolments end before they begin.
    WindowReversed,
}

/// Checked parameters and tables.
#[derive(Debug)]
pub struct Prepared<'a> {
    /// Warnings about the input.
    pub warnings: Vec<Diagnostic>,
    request: &'a Request<'a>,
    communes: Vec<Commune>,
    slots: Vec<Slot>,
}

/// Reads the tables, and checks that enrolments can be generated and written.
///
/// # Errors
/// If they cannot.
pub fn prepare<'a>(request: &'a Request<'a>) -> Result<Prepared<'a>, Failure> {
    if let Some(misfit) = misfit(&request.parameters) {
        return Err(Failure::Parameters(misfit));
    }
    let communes = read_communes(request.communes);
    let slots = request.slots.map_or_else(|| Ok((usual_week(), Vec::new())), read_slots);
    let ((communes, slots), mut warnings) = both(communes, slots).map_err(Common::input)?;
    let communes = kept(communes.into(), request.only)?;
    is_bearable(&communes, &request.parameters)?;
    may_replace(request.out, INVENTED)?;
    warnings.extend(without_population(&communes, &request.communes.display().to_string()));
    Ok(Prepared { warnings, request, communes, slots })
}

impl Prepared<'_> {
    /// Generates the enrolments and writes their table.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self) -> Result<Invented, Failure> {
        let invented = invent(&self.communes, &self.slots, &self.request.parameters, self.request.seed);
        write_table(self.request.out, &residents(&invented))?;
        Ok(Invented { n_residents: invented.len(), n_communes: self.communes.len() })
    }
}

/// The inconsistency, if there is one.
fn misfit(parameters: &Parameters) -> Option<Misfit> {
    let Parameters { own_travel, availability, tracks, priority, window, .. } = parameters;
    if own_travel.total() > 1.0 {
        Some(Misfit::OwnTravelAboveOne)
    } else if [availability.total(), tracks.total(), priority.total()].contains(&0.0) {
        Some(Misfit::SharesZero)
    } else if window.is_some_and(|window| window.until < window.from) {
        Some(Misfit::WindowReversed)
    } else {
        None
    }
}

/// The requested communes, or all.
fn kept(communes: Vec<Commune>, only: &[String]) -> Result<Vec<Commune>, Failure> {
    let is_known = |code: &&String| communes.iter().any(|commune| commune.insee == **code);
    let unknown: Vec<String> = only.iter().filter(|code| !is_known(code)).cloned().collect();
    if !unknown.is_empty() {
        return Err(Failure::UnknownCommunes(unknown));
    }
    let is_kept = |commune: &Commune| only.is_empty() || only.contains(&commune.insee);
    Ok(communes.into_iter().filter(is_kept).collect())
}

/// Checks that the maximum number of residents of these communes can be held in memory and planned.
fn is_bearable(communes: &[Commune], parameters: &Parameters) -> Result<(), Failure> {
    let population: u64 = communes.iter().filter_map(|commune| commune.population).sum();
    let n_residents = (population as f64 * parameters.rate * (1.0 + parameters.spread)) as usize;
    if n_residents > MOST_RESIDENTS { Err(Failure::TooMany(n_residents)) } else { Ok(()) }
}

/// Monday to Friday at 9:30, 14:00 and 16:30, under identifiers such as `mon-0930`.
pub(super) fn usual_week() -> Vec<Slot> {
    let days = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
    ];
    let times = [("0930", 9 * 60 + 30), ("1400", 14 * 60), ("1630", 16 * 60 + 30)];
    let slots = days.into_iter().flat_map(|(day, weekday)| {
        times.map(|(time, start_minute)| Slot { id: format!("{day}-{time}"), weekday, start_minute })
    });
    slots.collect()
}

/// Warnings about communes in which no resident is generated.
pub(super) fn without_population(communes: &[Commune], file: &str) -> Vec<Diagnostic> {
    let mut faults = Faults::default();
    for commune in communes.iter().filter(|commune| commune.population.is_none()) {
        let warning = Diagnostic::new(Code::PopulationUnknown, Place::file(file));
        faults.add(warning.with("commune", commune.insee.as_str()).with("name", commune.name.as_str()));
    }
    faults.into_sorted()
}
