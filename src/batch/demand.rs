//! Parameters of invented enrolments: `[demand]` of a batch file over the defaults of `ateliers demand`.

use std::collections::BTreeMap;

use super::axis::place;
use crate::demand::{Parameters, Weekly, Window, Wished};
use crate::diagnostics::{Code, Diagnostic, Faults, Place};
use crate::input::batch_file::DemandSection;
use crate::input::scenario_file::Decimal;

/// The parameters; every fault is reported.
pub(super) fn parameters(
    section: &DemandSection,
    places: &BTreeMap<String, Place>,
    faults: &mut Faults,
) -> Parameters {
    let mut report = Report { places, faults };
    let pattern = |name: &str| Weekly::ALL.into_iter().find(|pattern| pattern.name() == name);
    let patterns: Vec<&str> = Weekly::ALL.iter().map(|pattern| pattern.name()).collect();
    let number = |text: &str| text.replace(',', ".").parse().ok().filter(|number: &f64| *number >= 0.0);
    let numbers = "8, 20, 1.5";
    let track = |name: &str| Some(name.to_owned());
    let share = |given: Option<Decimal>| given.map(Decimal::to_f64);
    let wished = Wished {
        rate: share(section.rate),
        spread: share(section.spread),
        couples: share(section.couples),
        tablet: share(section.tablet),
        step_free: share(section.step_free),
        late: share(section.late),
        availability: report.shares("availability", &section.availability, pattern, &patterns.join(", ")),
        tracks: report.shares("tracks", &section.tracks, track, ""),
        own_travel: report.shares("own_travel", &section.own_travel, number, numbers),
        priority: report.shares("priority", &section.priority, number, numbers),
        window: report.window(section),
    };
    wished.parameters()
}

struct Report<'a> {
    places: &'a BTreeMap<String, Place>,
    faults: &'a mut Faults,
}

impl Report<'_> {
    fn at(&self, key: &str) -> Place {
        place(self.places, &format!("demand.{key}"), "demand")
    }

    /// Values and their shares.
    fn shares<T>(
        &mut self,
        key: &str,
        given: &BTreeMap<String, Decimal>,
        value: impl Fn(&str) -> Option<T>,
        offered: &str,
    ) -> Vec<(T, f64)> {
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
        found
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
