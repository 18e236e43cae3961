//! Where something stands in a table that is edited.

use super::draft::Draft;
use crate::input::folded;

impl Draft {
    /// The first cell from a row on whose text has these words, whatever their accents and capitals: position and column. After the
    /// last row it goes on with the first.
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

    /// Where the row is that has a line of the file.
    pub fn position_of_line(&self, line: u64) -> Option<usize> {
        let has_line = |from: usize| self.part.rows[from].line == line;
        self.rows.iter().position(|row| row.from.is_some_and(has_line))
    }
}
