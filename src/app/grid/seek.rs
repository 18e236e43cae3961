//! Searches a draft.

use super::draft::Draft;
use crate::input::folded;

impl Draft {
    /// The first cell, from a row on, that contains the words, ignoring accents and case: position and column. The search wraps
    /// around at the last row.
    pub fn seek(&self, words: &str, from: usize) -> Option<(usize, usize)> {
        let (words, n_rows) = (folded(words), self.n_rows());
        if words.is_empty() {
            return None;
        }
        let from = from.min(n_rows);
        (from..n_rows).chain(0..from).find_map(|position| {
            let (_, _, cells) = self.rows(position..position + 1).next()?;
            let column = cells.iter().position(|cell| folded(cell).contains(&words))?;
            Some((position, column))
        })
    }

    /// The position of the row at a line of the file.
    pub fn position_of_line(&self, line: u64) -> Option<usize> {
        let has_line = |from: usize| self.part.rows[from].line == line;
        self.rows.iter().position(|row| row.from.is_some_and(has_line))
    }
}
