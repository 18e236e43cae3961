//! The press of a build without papers: it is never asked for a document.

use jiff::civil::DateTime;
use serde_json::Value as Json;

use super::Own;

/// Replaces the typesetter.
#[derive(Debug)]
pub struct Press;

impl Press {
    /// Whether this build makes papers.
    pub const EXISTS: bool = false;

    /// Nothing to set up.
    pub fn new(_: Own) -> Self {
        Self
    }

    /// Typesets nothing.
    ///
    /// # Errors
    /// Always.
    pub fn print(&self, template: &str, _: &Json, _: DateTime) -> Result<Vec<u8>, String> {
        Err(template.to_owned())
    }

    /// Typesets nothing.
    ///
    /// # Errors
    /// Always.
    pub fn print_on_one_page(
        &self,
        template: &str,
        _: Json,
        made: DateTime,
        _: f64,
    ) -> Result<Vec<u8>, String> {
        self.print(template, &Json::Null, made)
    }
}
