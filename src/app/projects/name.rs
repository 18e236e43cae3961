//! Names of projects and of their files, as in requests: the only way from an address to the disk.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::output::export::paths::is_reserved;

/// Characters of the longest name: with the files in the folder, paths stay below the 260 of Windows.
const LONGEST: usize = 80;

/// The name of one folder or file, which cannot lead anywhere else: letters, digits, and usual characters between words.
///
/// It has no path separator of any system, no dot at its start (no `..`, no hidden file), no `%` (nothing is decoded
/// twice), no control character, and is not a name that Windows reserves for a device or truncates.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectName(String);

/// A text that is not a valid name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoName(pub String);

impl ProjectName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of this name in a folder.
    pub fn within(&self, folder: &Path) -> PathBuf {
        folder.join(&self.0)
    }

    /// The nearest valid name to a text, as a proposal: invalid characters become hyphens.
    pub fn nearest(text: &str) -> Option<Self> {
        let plain: String = text.nfc().map(|letter| if may_stand(letter) { letter } else { '-' }).collect();
        let cut: String = plain.trim_start_matches(['.', ' ', '-']).chars().take(LONGEST).collect();
        cut.trim_end_matches(['.', ' ', '-']).parse().ok()
    }
}

impl FromStr for ProjectName {
    type Err = NoName;

    fn from_str(text: &str) -> Result<Self, NoName> {
        let is_name = !text.is_empty()
            && text.chars().count() <= LONGEST
            && text.chars().all(may_stand)
            && !text.starts_with(['.', ' '])
            && !is_reserved(text);
        if is_name { Ok(Self(text.to_owned())) } else { Err(NoName(text.to_owned())) }
    }
}

impl fmt::Display for ProjectName {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

/// Whether a character is allowed in a name. Some systems store letters and their accents, as marks, separately.
fn may_stand(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter) || " -_.,'’()+&".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_s_folders_are_names() {
        for name in
            ["pilot", "Été 2027", "L’Isle (essai)", "plan.xlsx", "e\u{301}te\u{301}", "a..b", "x&y", "1"]
        {
            assert_eq!(name.parse::<ProjectName>().map(|name| name.0), Ok(name.to_owned()));
        }
    }

    #[test]
    fn what_leads_elsewhere_is_no_name() {
        let bad = [
            "",
            ".",
            "..",
            "...",
            "../x",
            "..\\x",
            "a/b",
            "a\\b",
            "/etc",
            "C:",
            "C:\\x",
            "a:b",
            ".hidden",
            ".ateliers.lock",
            "%2e%2e",
            "a%2fb",
            "..%2f",
            "a\0b",
            "a\nb",
            "~",
            "~$plan.xlsx",
            "a|b",
            "a?b",
            "a*b",
            "a<b>",
            "\"a\"",
            "CON",
            "nul.csv",
            "com1.xlsx",
            "LPT9",
            "a.",
            "a ",
            " a",
            "\u{202e}a",
            "a\u{2044}b",
            "a\u{ff0f}b",
            "a\u{2215}b",
            "a#b",
            "a;b",
            "a=b",
            "$a",
        ];
        for name in bad {
            assert_eq!(name.parse::<ProjectName>(), Err(NoName(name.to_owned())), "{name:?}");
        }
        assert!("x".repeat(LONGEST).parse::<ProjectName>().is_ok());
        assert!("x".repeat(LONGEST + 1).parse::<ProjectName>().is_err());
    }

    #[test]
    fn the_nearest_name_is_one() {
        let near = |text| ProjectName::nearest(text).map(|name| name.0);
        assert_eq!(near("../../été: 2027?.").as_deref(), Some("été- 2027"));
        assert_eq!(near("plan").as_deref(), Some("plan"));
        assert_eq!([near("///"), near("CON"), near("")], [None, None, None]);
        assert_eq!(near(&"é".repeat(200)).map(|name| name.chars().count()), Some(LONGEST));
    }
}
