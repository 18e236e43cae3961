//! Alphabetical order for lists that people read: `Élodie` is next to `Elsa`, not after `Zoé`.

use unicode_normalization::UnicodeNormalization;

/// The sort key of a text in an alphabetical list, in French and in English: by its letters, ignoring case and accents;
/// among equals, by the text itself. Hyphens and apostrophes separate words as spaces do.
pub fn collation_key(text: &str) -> (String, String) {
    let mut letters = String::new();
    for character in text.nfd().flat_map(char::to_lowercase) {
        match character {
            'œ' => letters.push_str("oe"),
            'æ' => letters.push_str("ae"),
            '\u{300}'..='\u{36f}' => {}
            _ if character.is_alphanumeric() => letters.push(character),
            _ if letters.is_empty() || letters.ends_with(' ') => {}
            _ => letters.push(' '),
        }
    }
    (letters, text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_hyphens_do_not_move_a_name() {
        let mut names = [
            "Zoé", "Élodie", "elsa", "Œuvrard", "Odile", "Étienne", "Eve", "Le Goff", "Leclerc", "L'Hôte",
            "Éloïse",
        ];
        names.sort_by_key(|name| collation_key(name));
        let expected = [
            "Élodie", "Éloïse", "elsa", "Étienne", "Eve", "L'Hôte", "Le Goff", "Leclerc", "Odile", "Œuvrard",
            "Zoé",
        ];
        assert_eq!(names, expected);
    }
}
