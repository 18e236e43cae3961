//! INSEE codes and postal codes, including those damaged by spreadsheets.
//!
//! An INSEE code has five characters: digits, or `2A` and `2B` for Corsica and three digits (97 and 98 are overseas). A
//! spreadsheet that takes a code for a number drops its leading zero, groups its digits or gives it decimals. Codes that
//! can be restored with certainty are accepted, with a warning.

/// A code that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Read {
    /// The intended code.
    pub(crate) code: String,
    /// Whether the text differed from the code, other than in letter case.
    pub(crate) is_mended: bool,
}

/// The INSEE code in a text; `None` if it is not one.
pub(crate) fn insee(text: &str) -> Option<Read> {
    let bare = bare(text).to_uppercase();
    let code = if is_digits(&bare, 4) && !bare.starts_with('0') { format!("0{bare}") } else { bare };
    let is_corsican = (code.starts_with("2A") || code.starts_with("2B")) && is_digits(&code[2..], 3);
    let has_department = is_digits(&code, 5) && !matches!(&code[..2], "00" | "20" | "96" | "99");
    (is_corsican || has_department).then(|| Read { is_mended: code != text.to_uppercase(), code })
}

/// The postal code in a text; `None` if it is not one.
pub(crate) fn postal(text: &str) -> Option<Read> {
    let bare = bare(text);
    let code = if is_digits(&bare, 4) && !bare.starts_with('0') { format!("0{bare}") } else { bare };
    let is_postal = is_digits(&code, 5) && !code.starts_with("00");
    is_postal.then(|| Read { is_mended: code != text, code })
}

/// The text without what spreadsheets add around or inside a number or a text: `="01004"`, `'01004`, `1 004`, `1004,0`.
fn bare(text: &str) -> String {
    let text = text.trim().trim_start_matches('=').trim_matches(['"', '\'', '’']);
    let is_number =
        text.chars().all(|letter| letter.is_ascii_digit() || letter.is_whitespace() || ".,".contains(letter));
    if !is_number {
        return text.to_owned();
    }
    let whole =
        text.split_once(['.', ',']).filter(|(_, decimals)| decimals.bytes().all(|digit| digit == b'0'));
    let whole = whole.map_or(text, |(whole, _)| whole);
    whole.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(read: Option<Read>) -> Option<(String, bool)> {
        read.map(|read| (read.code, read.is_mended))
    }

    #[test]
    fn codes_have_five_characters_and_get_their_zero_back() {
        for text in ["25388", "01004", "2A004", "2b033", "97411", "98818"] {
            assert_eq!(code(insee(text)), Some((text.to_uppercase(), false)), "{text}");
        }
        for text in ["1004", "'01004", "=\"01004\"", "1 004", "1\u{202f}004", "1004.0", "1004,00"] {
            assert_eq!(code(insee(text)), Some(("01004".to_owned(), true)), "{text}");
        }
        for text in [
            "", "0", "104", "0104", "254", "253888", "25388A", "2C004", "A2004", "00123", "20004", "96001",
            "Étupes",
        ] {
            assert_eq!(insee(text), None, "{text}");
        }
    }

    #[test]
    fn postal_codes_are_digits() {
        assert_eq!(code(postal("01500")), Some(("01500".to_owned(), false)));
        assert_eq!(code(postal("20000")), Some(("20000".to_owned(), false)));
        assert_eq!(code(postal("1500")), Some(("01500".to_owned(), true)));
        for text in ["150", "2A004", "25200 Cedex", "F-25200", "015000"] {
            assert_eq!(postal(text), None, "{text}");
        }
    }
}
