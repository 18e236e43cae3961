//! The label of invented data: a column `note` in which a row says `invented` (or `inventé`).

use super::column::{Column, NOTE};
use super::header::Layout;
use super::parts::Parts;
use crate::diagnostics::Faults;

/// Whether a row of a table with these columns says that it is invented.
pub(crate) fn is_invented(parts: &Parts, columns: &[Column]) -> bool {
    let mut is_invented = false;
    // The table's own reader reports its faults.
    parts.each_row(Layout::of(columns), &mut Faults::default(), |row| {
        is_invented |= row.given(NOTE).is_some_and(says_invented);
    });
    is_invented
}

/// Whether a note has the word, in any gender and number; an inventory (`inventaire`) does not count.
fn says_invented(note: &str) -> bool {
    let note = note.to_lowercase();
    let mut words = note.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| word == "invented" || word.starts_with("inventé"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::input::sheet::Sheet;
    use crate::input::source::Source;
    use crate::input::tables::kind::Kind;

    fn is_marked(text: &str) -> bool {
        let source = Source { name: "kits.csv".to_owned(), text: text.to_owned() };
        is_invented(&Parts::new(vec![Arc::new(Sheet::Text(source))], 1), Kind::Kits.columns())
    }

    #[test]
    fn the_label_is_a_word_of_the_note() {
        assert!(is_marked("id,tablets,depot,note\nK1,12,25388,inventé / invented\n"));
        assert!(is_marked("id;Note\nK1;\nK2;Données INVENTÉES\n"));
        assert!(!is_marked("id,note\nK1,inventaire du 12/01\nK2,reinvented\n"));
        assert!(!is_marked("id,remark\nK1,invented\n"), "another column");
    }

    #[test]
    fn lines_that_spreadsheets_put_before_the_header_do_not_hide_the_label() {
        assert!(is_marked("sep=;\nid;note\nK1;invented\n"));
        assert!(is_marked("\n;\nid;note\nK1;invented\n"));
    }
}
