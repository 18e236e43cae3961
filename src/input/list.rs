//! Lists inside a field: separated by spaces, or by commas, semicolons or line breaks where an entry contains a space.

/// The entries of a list. A text that is known as a whole is one entry, even with a space or a comma in it.
pub(crate) fn entries(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut found = Vec::new();
    let is_mark = |letter: char| matches!(letter, ',' | ';' | '\n' | '\r');
    if is_known(text.trim()) {
        return vec![text.trim()];
    }
    for part in text.split(is_mark).map(str::trim).filter(|part| !part.is_empty()) {
        let by_space = || part.split_whitespace();
        // `mardi 14h` is one entry; `tue-0930 tue-1400` are two. A part that is unknown either way is split into words
        // if one of them is known, and otherwise kept whole.
        let is_split = part.contains(char::is_whitespace)
            && !is_known(part)
            && (by_space().any(|word| is_known(word) || word == "*") || !text.contains(is_mark));
        if is_split { found.extend(by_space()) } else { found.push(part) }
    }
    // An entry that contains a comma, among others separated by spaces.
    if text.contains(is_mark) && text.split_whitespace().all(|word| is_known(word) || word == "*") {
        return text.split_whitespace().collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        entries(text, |entry| ["tue-0930", "a,b", "mardi 14h", "jeudi 9 h 30", "Le Puy"].contains(&entry))
    }

    #[test]
    fn entries_with_spaces_stand_between_commas() {
        assert_eq!(split("tue-0930 x"), ["tue-0930", "x"]);
        assert_eq!(split("mardi 14h"), ["mardi 14h"]);
        assert_eq!(split("mardi 14h, jeudi 9 h 30;\nLe Puy"), ["mardi 14h", "jeudi 9 h 30", "Le Puy"]);
        assert_eq!(split("mardi 15h, tue-0930 x"), ["mardi 15h", "tue-0930", "x"]);
        assert_eq!(split("tue-0930,x"), ["tue-0930", "x"]);
        assert_eq!(split("a,b tue-0930"), ["a,b", "tue-0930"]);
        assert_eq!(split(" ,; "), [""; 0]);
    }
}
