//! Names of files and folders that are valid on every file system: ASCII letters, digits, hyphens.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// Longest name made from an input text; with a code before it, paths stay far below the 260 characters of Windows.
const LONGEST: usize = 48;

/// A text as a name: accents are removed, anything but letters and digits becomes a hyphen. `Présentevillers` becomes
/// `Presentevillers`, `L'Isle-sur-le-Doubs` becomes `L-Isle-sur-le-Doubs`.
pub fn safe(text: &str) -> String {
    let mut name = String::new();
    for character in text.nfd().filter(|&character| !is_mark(character)) {
        match character {
            'œ' => name.push_str("oe"),
            'Œ' => name.push_str("Oe"),
            'æ' => name.push_str("ae"),
            'Æ' => name.push_str("Ae"),
            _ if character.is_ascii_alphanumeric() => name.push(character),
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    name.truncate(LONGEST);
    let name = name.trim_end_matches('-');
    if name.is_empty() { "x".to_owned() } else { name.to_owned() }
}

/// Whether Windows reserves a name for a device (`CON`, `nul.csv`, `Com1`), or drops its last character (`a.`, `a `).
pub fn is_reserved(name: &str) -> bool {
    const DEVICES: [&str; 7] = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"];
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let mut characters = stem.chars();
    let number = characters.next_back();
    let is_port = ["COM", "LPT"].contains(&characters.as_str())
        && number.is_some_and(|number| number.is_ascii_digit() || "¹²³".contains(number));
    is_port || DEVICES.contains(&stem.as_str()) || name.ends_with(['.', ' '])
}

fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// Names that are distinct even on a case-insensitive file system.
#[derive(Debug, Default)]
pub struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// `parts` as one name, with a number appended if it is taken.
    pub fn take(&mut self, parts: &[&str]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| safe(part)).collect();
        let mut name = parts.join("-");
        if is_reserved(&name) {
            name.push_str("-x");
        }
        let numbered = (2..).map(|number: usize| format!("{name}-{number}"));
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        let free = candidates.find(|name| self.taken.insert(name.to_ascii_lowercase()));
        free.unwrap_or(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_communes_become_names_of_folders() {
        assert_eq!(safe("Présentevillers"), "Presentevillers");
        assert_eq!(safe("L'Isle-sur-le-Doubs"), "L-Isle-sur-le-Doubs");
        assert_eq!(safe("Écot"), "Ecot");
        assert_eq!(safe("../../etc/passwd\0<script>"), "etc-passwd-script");
        assert_eq!(safe("Sœurs: 1 | 2"), "Soeurs-1-2");
        assert_eq!((safe("…"), safe(&"é".repeat(99)).len()), ("x".to_owned(), LONGEST));
    }

    #[test]
    fn names_that_windows_keeps_for_itself_are_not_taken() {
        for name in ["CON", "con", "Nul", "aux", "PRN", "COM1", "com9", "lpt3", "LPT0", "CONOUT$", "CON."] {
            let taken = Names::default().take(&[name]);
            assert!(!is_reserved(&taken), "{name} became {taken}");
            assert!(is_reserved(name), "{name}");
        }
        for name in ["nul.csv", "COM².txt", "con .x", "ends.", "ends "] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["CONTE", "COM10", "COM", "null", "25304-CON", "x-aux", "T1"] {
            assert!(!is_reserved(name), "{name}");
        }
        let mut names = Names::default();
        assert_eq!([names.take(&["con-x"]), names.take(&["CON"])], ["con-x", "CON-x-2"]);
    }

    #[test]
    fn no_two_folders_share_a_name() {
        let mut names = Names::default();
        assert_eq!(names.take(&["T1"]), "T1");
        assert_eq!(names.take(&["t1"]), "t1-2");
        assert_eq!(names.take(&["25304", "Hérimoncourt"]), "25304-Herimoncourt");
    }
}
