//! The map of an edited plan: how well each commune is served, and who travels where.

use super::Edit;
use crate::input::read_boundaries;
use crate::messages::Messages;
use crate::output::export::Outlines;
use crate::output::export::maps::{Ground, territory};
use crate::output::report::{drawing, map_key};

/// The map, with its legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    /// An SVG element, safe to embed unescaped.
    pub drawing: String,
    /// A one-sentence summary.
    pub caption: String,
    /// Class of each shade, and its label.
    pub key: Vec<(String, String)>,
}

impl Edit {
    /// The map of the report. Communes without an outline are points.
    pub fn map(&self, messages: &Messages) -> Map {
        let outlines = self.read().outlines().and_then(|beside| read_boundaries(&beside, None).ok());
        let outlines = outlines.map_or_else(Outlines::new, |(outlines, _)| outlines);
        let now = self.now();
        let ground = Ground { instance: &now.instance, plan: &now.plan, outlines: &outlines, messages };
        let words = drawing(messages, "territory");
        Map { drawing: territory(ground, &words), caption: words.description, key: map_key(messages) }
    }
}
