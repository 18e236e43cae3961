//! Warnings for a planner to look at before trusting roads derived from boundaries.

use std::path::Path;

use typed_index_collections::TiSlice;

use crate::diagnostics::{Code, Diagnostic, Fact, Faults, Place};
use crate::input::{Doubt, doubt};
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use crate::territory::{Derivation, Near};

/// The doubts about a derivation from the tables `points` and `boundaries`.
pub(super) fn doubts(
    derivation: &Derivation,
    communes: &TiSlice<CommuneId, Commune>,
    points: &Path,
    boundaries: &Path,
) -> Vec<Diagnostic> {
    let mut faults = Faults::default();
    let [points, boundaries] = [points, boundaries].map(|path| path.display().to_string());
    let told = Told { derivation, communes, points: &points, boundaries: &boundaries };
    told.neighbours(&mut faults);
    told.points(&mut faults);
    told.roads(&mut faults);
    faults.into_sorted()
}

/// The derivation, and the tables to which warnings refer.
struct Told<'a> {
    derivation: &'a Derivation,
    communes: &'a TiSlice<CommuneId, Commune>,
    points: &'a str,
    boundaries: &'a str,
}

impl Told<'_> {
    fn of(&self, code: Code, commune: CommuneId, file: &str) -> Diagnostic {
        let Commune { insee, name, .. } = &self.communes[commune];
        Diagnostic::new(code, Place::file(file)).with("commune", insee.as_str()).with("name", name.as_str())
    }

    /// Name and code of a commune.
    fn called(&self, commune: CommuneId) -> String {
        let Commune { insee, name, .. } = &self.communes[commune];
        format!("{name} ({insee})")
    }

    /// Communes without a boundary or a neighbour, and those that a wider tolerance would join.
    fn neighbours(&self, faults: &mut Faults) {
        let Derivation { without_boundary, without_neighbour, doubts, .. } = self.derivation;
        for &commune in without_boundary {
            faults.add(self.of(Code::CommuneWithoutBoundary, commune, self.boundaries));
        }
        // A territory of one commune lacks no neighbours.
        for &commune in without_neighbour.iter().filter(|_| self.communes.len() > 1) {
            let near = doubts.near.iter().filter(|near| near.one == commune || near.other == commune);
            let tolerance = near.map(|near| near.tolerance_m).min_by(f64::total_cmp);
            let warning = self.of(Code::CommuneWithoutNeighbour, commune, self.boundaries);
            faults.add(warning.suggesting("hint-tolerance", tolerance.map(|metres| metres.to_string())));
        }
        for Near { one, other, tolerance_m } in &doubts.near {
            if !without_neighbour.contains(one) && !without_neighbour.contains(other) {
                let warning = Diagnostic::new(Code::NearlyTouching, Place::file(self.boundaries));
                let warning = warning.with("one", self.called(*one)).with("other", self.called(*other));
                faults.add(warning.suggesting("hint-tolerance", Some(tolerance_m.to_string())));
            }
        }
    }

    /// Points outside their outlines; if exchanged coordinates were reported, those are the cause.
    fn points(&self, faults: &mut Faults) {
        for outside in &self.derivation.doubts.outside {
            if doubt(&self.communes[outside.commune]) != Some(Doubt::Swapped) {
                let (lat, lon) = outside.inside;
                let mend: [(_, Fact); 2] =
                    [("lat", format!("{lat:.4}").into()), ("lon", format!("{lon:.4}").into())];
                let warning = self.of(Code::PointOutside, outside.commune, self.points);
                let warning = warning.with("km", kilometres(outside.metres));
                faults.add(warning.advising("hint-point-of-outline", mend.into()));
            }
        }
    }

    /// Boundaries under two codes, and roads too long for their ends.
    fn roads(&self, faults: &mut Faults) {
        let doubts = &self.derivation.doubts;
        for &(one, other) in &doubts.same_boundary {
            let warning = Diagnostic::new(Code::SameBoundary, Place::file(self.boundaries));
            faults.add(warning.with("one", self.called(one)).with("other", self.called(other)));
        }
        for &(from, to, metres) in &doubts.absurd_roads {
            let warning = Diagnostic::new(Code::AbsurdRoad, Place::file(self.points));
            let warning = warning.with("from", self.called(from)).with("to", self.called(to));
            faults.add(warning.with("km", kilometres(metres)));
        }
    }
}

/// Kilometres, with one decimal if they are few.
fn kilometres(metres: f64) -> String {
    let km = metres / 1_000.0;
    if km < 10.0 { format!("{km:.1}") } else { format!("{km:.0}") }
}
