//! Replaces ranges of a text; every other byte is kept.

use std::ops::Range;

/// The text with its changes, which may come in any order; several at one place keep theirs. Linear in the text.
pub(super) fn spliced(text: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in changes {
        whole.push_str(&text[at..range.start]);
        whole.push_str(&new);
        at = range.end;
    }
    whole + &text[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_take_their_places_in_their_order() {
        let change = |range: Range<usize>, new: &str| (range, new.to_owned());
        let changes = vec![change(3..4, ""), change(0..1, "A"), change(2..2, "1"), change(2..2, "2")];
        assert_eq!(spliced("abcdé", changes), "Ab12cé");
        assert_eq!(spliced("", Vec::new()), "");
    }
}
