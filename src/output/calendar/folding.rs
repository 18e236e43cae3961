//! Lines of at most 75 bytes (RFC 5545, section 3.1).
//!
//! The crate folds, too, but counts 75 bytes without the space that begins a continuation line: some of its lines have 76.

/// Most bytes of a line, without its break.
const MOST: usize = 75;
/// The break before a continuation line.
const FOLD: &str = "\r\n ";

/// The same content lines, folded again: never within a character.
pub(super) fn refolded(text: &str) -> String {
    text.replace(FOLD, "").split_inclusive("\r\n").map(folded).collect()
}

/// One content line with its break, folded.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / MOST * FOLD.len());
    let mut length = 0;
    for letter in line.chars() {
        let is_break = matches!(letter, '\r' | '\n');
        if !is_break && length + letter.len_utf8() > MOST {
            folded.push_str(FOLD);
            length = 1;
        }
        folded.push(letter);
        length += letter.len_utf8();
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_any_length_and_letters_are_folded_at_75_bytes() {
        for n in 0..200 {
            let content = format!("DESCRIPTION:{}{}\r\n", "a".repeat(n), "é\u{a0}’".repeat(n));
            let folded = refolded(&format!("BEGIN:VEVENT\r\n{content}END:VEVENT\r\n"));
            assert!(folded.split("\r\n").all(|line| line.len() <= MOST), "{folded}");
            assert!(folded.replace(FOLD, "").contains(&content));
            assert_eq!(refolded(&folded), folded);
        }
    }
}
