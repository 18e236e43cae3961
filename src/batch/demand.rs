//! What invented enrolments look like, from `[demand]` of a batch file over the defaults of `ateliers demand`.

use std::collections::BTreeMap;

use super::axis::place;
use crate::demand::{Parameters, Shares, Weekly, Window};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::input::batch_file::DemandSection;
use crate::input::scenario_file::Decimal;

/// The parameters; every fault is reported.
pub(super) fn parameters(
    section: &DemandSection,
    places: &BTreeMap<String, Place>,
    faults: &mut Faults,
) -> Parameters {
    let mut parameters = Parameters::default();
    for (given, place) in [
        (section.rate, &mut parameters.rate),
        (section.spread, &mut parameters.spread),
        (section.couples, &mut parameters.couples),
        (section.tablet, &mut parameters.tablet),
        (section.step_free, &mut parameters.step_free),
        (section.late, &mut parameters.late),
    ] {
        *place = given.map_or(*place, Decimal::to_f64);
    }
    let mut report = Report { places, faults };
    let pattern = |name: &str| Weekly::ALL.into_iter().find(|pattern| pattern.name() == name);
    let patterns: Vec<&str> = Weekly::ALL.iter().map(|pattern| pattern.name()).collect();
    let number = |text: &str| text.replace(',', ".").parse().ok().filter(|number: &f64| *number >= 0.0);
    let numbers = "8, 20, 1.5";
    report.shares(
        "availability",
        &section.availability,
        pattern,
        &patterns.join(", "),
        &mut parameters.availability,
    );
    let track = |name: &str| Some(name.to_owned());
    report.shares("tracks", &section.tracks, track, "", &mut parameters.tracks);
    report.shares("own_travel", &section.own_travel, number, numbers, &mut parameters.own_travel);
    report.shares("priority", &section.priority, number, numbers, &mut parameters.priority);
    parameters.window = report.window(section);
    parameters
}

struct Report<'a> {
    places: &'a BTreeMap<String, Place>,
    faults: &'a mut Faults,
}

impl Report<'_> {
    fn at(&self, key: &str) -> Place {
        place(self.places, &format!("demand.{key}"), "demand")
    }

    /// Values and their shares; the default stays where none is given.
    fn shares<T>(
        &mut self,
        key: &str,
        given: &BTreeMap<String, Decimal>,
        value: impl Fn(&str) -> Option<T>,
        offered: &str,
        shares: &mut Shares<T>,
    ) {
        let mut found = Vec::new();
        for (name, share) in given {
            let at = self.at(&format!("{key}.{name}"));
            let share = share.to_f64();
            if !(0.0..=1.0).contains(&share) {
                let fault = Diagnostic::new(Code::OutOfRange, at.clone()).with("value", share.to_string());
                self.faults.add(fault.with("low", "0").with("high", "1"));
            }
            if let Some(value) = value(name) {
                found.push((value, share));
            } else {
                let fault = Diagnostic::new(Code::NotOffered, at).with("value", name.as_str());
                self.faults.add(fault.with("offered", offered));
            }
        }
        if !found.is_empty() {
            *shares = Shares::new(found);
        }
    }

    fn window(&mut self, section: &DemandSection) -> Option<Window> {
        match (section.late_from, section.late_until) {
            (Some(from), Some(until)) if until < from => {
                let fault = Diagnostic::new(Code::PeriodReversed, self.at("late_until"));
                let fault = fault.with("from", from.0.to_string());
                self.faults.add(fault.with("until", until.0.to_string()));
                None
            }
            (Some(from), Some(until)) => Some(Window { from: from.0, until: until.0 }),
            (None, None) => None,
            (given, _) => {
                let missing = if given.is_some() { "late_until" } else { "late_from" };
                let fault = Diagnostic::new(Code::MissingKey, self.at(missing));
                self.faults.add(fault.with("key", format!("demand.{missing}")));
                None
            }
        }
    }
}
