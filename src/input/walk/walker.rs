//! The state of a walk: its position and its findings so far.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::diagnostics::{Faults, Place};
use crate::input::source::{LineStarts, Source};

/// A walk along a schema.
pub(super) struct Walk<'a> {
    pub(super) source: &'a Source,
    lines: LineStarts,
    pub(super) schema: &'a Json,
    pub(super) faults: &'a mut Faults,
    // The place of everything, for a value that was taken from another file.
    stands_at: Option<Place>,
    // The place of each line, for a text that was generated from another file.
    stands_in: Vec<Place>,
    pub(super) places: BTreeMap<String, Place>,
    pub(super) faulty: Vec<String>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        source: &'a Source,
        schema: &'a Json,
        stands_at: Option<Place>,
        faults: &'a mut Faults,
    ) -> Self {
        let lines = LineStarts::of(&source.text);
        Self {
            source,
            lines,
            schema,
            faults,
            stands_at,
            stands_in: Vec::new(),
            places: BTreeMap::new(),
            faulty: Vec::new(),
        }
    }

    pub(super) fn line(&self, span: Option<std::ops::Range<usize>>) -> Option<u64> {
        span.map(|span| self.lines.line(span.start))
    }

    pub(super) fn place(&self, line: Option<u64>, path: &str) -> Place {
        if let Some(place) = &self.stands_at {
            return place.clone();
        }
        let lines = line.and_then(|line| self.stands_in.get(line as usize - 1));
        if let Some(place) = lines {
            return place.clone();
        }
        let name = &self.source.name;
        line.map_or_else(|| Place::file(name), |line| Place::line(name, line)).key(path)
    }

    /// The same, over a text whose lines have these places.
    pub(super) fn standing_in(mut self, places: Vec<Place>) -> Self {
        self.stands_in = places;
        self
    }
}
