//! Exact numbers and booleans from text. Days and times are read by `when`.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::diagnostics::{Code, Fact};
use crate::instance::units::NANO;

/// Why a text is not a valid value: the code, and what its message needs besides the text itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misfit {
    pub(crate) code: Code,
    pub(crate) facts: Vec<(&'static str, Fact)>,
}

impl Misfit {
    pub(crate) fn new(code: Code) -> Self {
        Self { code, facts: Vec::new() }
    }
}

/// Decimals of a quantity that are kept.
const DECIMALS: usize = 9;
/// Digits before the decimal mark from which a number is certainly out of range.
const WHOLE_DIGITS: usize = 18;

/// A decimal number within `range`, in billionths; the mark is a point or a comma, and thousands may be grouped with
/// spaces. No float is involved.
pub(crate) fn decimal(text: &str, range: &RangeInclusive<i64>) -> Result<i64, Misfit> {
    let text = ungrouped(text);
    let (nano, rest) = split_decimal(&text)?;
    if rest.bytes().any(|digit| digit != b'0') {
        return Err(Misfit::new(Code::TooManyDecimals));
    }
    within(nano, range)
}

/// A decimal number within `range` as a float, with any number of decimals: for coordinates and areas, which are
/// displayed and measured on a sphere but never summed.
pub(crate) fn coordinate(text: &str, range: &RangeInclusive<i64>) -> Result<f64, Misfit> {
    let text = ungrouped(text);
    let (nano, _) = split_decimal(&text)?;
    Ok(within(nano, range)? as f64 / NANO as f64)
}

/// A whole number within `range`; `12,0` is 12, as spreadsheets may write it.
pub(crate) fn whole(text: &str, range: &RangeInclusive<i64>) -> Result<i64, Misfit> {
    let text = ungrouped(text);
    let (nano, rest) = split_decimal(&text).map_err(|_| Misfit::new(Code::NotWhole))?;
    if nano % i128::from(NANO) != 0 || rest.bytes().any(|digit| digit != b'0') {
        return Err(Misfit::new(Code::NotWhole));
    }
    Ok(within(nano, range)? / NANO)
}

/// A number without a unit before or after it: `5,50 €`, `€5.50`, `5€50`, `32 €/h`, `12 km`.
pub(crate) fn without_unit<'a>(text: &'a str, units: &[&str]) -> Cow<'a, str> {
    if let Some((euros, cents)) = text.split_once('€').filter(|_| units.contains(&"€")) {
        let is_cents = cents.len() == 2 && cents.bytes().all(|byte| byte.is_ascii_digit());
        if is_cents && euros.ends_with(|last: char| last.is_ascii_digit()) {
            return Cow::Owned(format!("{euros}.{cents}"));
        }
        if euros.is_empty() {
            return Cow::Borrowed(cents.trim());
        }
    }
    let is_last = |unit: &&str| {
        let start = text.len().checked_sub(unit.len()).filter(|&start| text.is_char_boundary(start));
        start.is_some_and(|start| text[start..].eq_ignore_ascii_case(unit))
    };
    let unit = units.iter().copied().filter(is_last).max_by_key(|unit| unit.len()).unwrap_or_default();
    Cow::Borrowed(text[..text.len() - unit.len()].trim())
}

/// A number without the spaces, of any width, that group its digits in threes; other spaces are kept.
pub(crate) fn ungrouped(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_whitespace) {
        return Cow::Borrowed(text);
    }
    let (whole, decimals) = text.split_at(text.find(['.', ',']).unwrap_or(text.len()));
    let groups: Vec<&str> = whole.trim_start_matches('-').split(char::is_whitespace).collect();
    let are_three = groups[1..].iter().all(|group| group.len() == 3);
    if are_three && (1..=3).contains(&groups[0].len()) && !decimals.contains(char::is_whitespace) {
        let sign = if whole.starts_with('-') { "-" } else { "" };
        return Cow::Owned(format!("{sign}{}{decimals}", groups.concat()));
    }
    Cow::Borrowed(text)
}

/// `nano` billionths, if they are within `range` (of whole units).
fn within(nano: i128, range: &RangeInclusive<i64>) -> Result<i64, Misfit> {
    let (low, high) = (i128::from(*range.start()), i128::from(*range.end()));
    let is_inside = low * i128::from(NANO) <= nano && nano <= high * i128::from(NANO);
    let nano = if is_inside { i64::try_from(nano).ok() } else { None };
    nano.ok_or_else(|| out_of(range))
}

/// The fault of a number outside `range`.
pub(crate) fn out_of(range: &RangeInclusive<i64>) -> Misfit {
    let limits = [("low", range.start()), ("high", range.end())];
    let facts = limits.map(|(name, limit)| (name, Fact::from(limit.to_string()))).to_vec();
    Misfit { code: Code::OutOfRange, facts }
}

/// The billionths of a decimal number, and the digits beyond the ninth decimal.
fn split_decimal(text: &str) -> Result<(i128, &str), Misfit> {
    let not_a_number = || Misfit::new(Code::NotANumber);
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once(['.', ',']).unwrap_or((unsigned, ""));
    let are_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !are_digits(whole) || !are_digits(decimals) || whole.len() + decimals.len() == 0 {
        return Err(not_a_number());
    }
    let whole = whole.trim_start_matches('0');
    // Longer numbers are out of every range; their leading digits show it without overflow.
    let units: i128 = number(whole.get(..WHOLE_DIGITS).unwrap_or(whole));
    let (kept, rest) = decimals.split_at(decimals.len().min(DECIMALS));
    let scale = 10_i128.pow((DECIMALS - kept.len()) as u32);
    let nano = units * i128::from(NANO) + number(kept) * scale;
    Ok((if unsigned.len() < text.len() { -nano } else { nano }, rest))
}

fn number(digits: &str) -> i128 {
    digits.bytes().fold(0, |number, digit| 10 * number + i128::from(digit - b'0'))
}

/// A boolean: `0/1`, `true/false`, `oui/non`, `yes/no`, their first letters, `vrai/faux`, into which French spreadsheets
/// turn `true/false`, and a cross, a tick or a dash.
pub(crate) fn boolean(text: &str) -> Result<bool, Misfit> {
    match text.to_lowercase().trim_end_matches('.') {
        "1" | "true" | "t" | "oui" | "o" | "yes" | "y" | "vrai" | "v" | "x" | "×" | "✓" | "✔" | "☑" | "☒" => {
            Ok(true)
        }
        "0" | "false" | "f" | "non" | "n" | "no" | "faux" | "-" | "–" | "—" | "☐" => Ok(false),
        _ => Err(Misfit::new(Code::BadBoolean)),
    }
}

/// A mark in a column for a slot: a cross, or a boolean.
pub(crate) fn mark(text: &str) -> Result<bool, Misfit> {
    boolean(text).map_err(|_| Misfit::new(Code::BadMark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code<T>(result: Result<T, Misfit>) -> Option<Code> {
        result.err().map(|misfit| misfit.code)
    }

    #[test]
    fn nine_decimals_are_kept_exactly() {
        assert_eq!(decimal("28.666666667", &(0..=100)), Ok(28_666_666_667));
        assert_eq!(decimal("0,5", &(0..=100)), Ok(500_000_000));
        assert_eq!(decimal(".5", &(0..=100)), Ok(500_000_000));
        assert_eq!(decimal("7", &(0..=100)), Ok(7_000_000_000));
        assert_eq!(decimal("-0", &(0..=100)), Ok(0));
        assert_eq!(decimal("0.1234567890", &(0..=100)), Ok(123_456_789));
    }

    #[test]
    fn what_is_no_plain_number_is_refused() {
        for text in [
            "", ".", "-", "nan", "NaN", "inf", "1e3", "1.2.3", "1,2,3", "+1", "0x1", "12€", "1 00",
            "1000 000", "1 000 ", "1,00 000",
        ] {
            assert_eq!(code(decimal(text, &(0..=100))), Some(Code::NotANumber), "{text}");
        }
        assert_eq!(code(decimal("0.1234567891", &(0..=100))), Some(Code::TooManyDecimals));
        for text in ["-1", "100.000000001", "99999999999999999999999999999999999999999999999999"] {
            assert_eq!(code(decimal(text, &(0..=100))), Some(Code::OutOfRange), "{text}");
        }
    }

    #[test]
    fn spaces_of_any_width_may_stand_before_three_digits() {
        for space in [" ", "\u{a0}", "\u{202f}", "\u{2009}"] {
            let text = format!("1{space}234{space}567,5");
            assert_eq!(decimal(&text, &(0..=9_999_999)), Ok(1_234_567_500_000_000), "{text}");
            assert_eq!(whole(&format!("25{space}800"), &(0..=99_999)), Ok(25_800));
        }
    }

    #[test]
    fn units_are_left_out() {
        let euros = ["€", "EUR", "€/h"];
        for text in ["5,50 €", "5,50€", "€5,50", "5,50\u{a0}€", "5,50 eur", "5,50 €/h", "5,50"] {
            assert_eq!(without_unit(text, &euros), "5,50", "{text}");
        }
        assert_eq!(without_unit("5€50", &euros), "5.50");
        assert_eq!(without_unit("12 km", &["km"]), "12");
        assert_eq!(without_unit("12 km", &euros), "12 km");
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!(whole("12", &(0..=100)), Ok(12));
        assert_eq!(whole("12,0", &(0..=100)), Ok(12));
        assert_eq!(code(whole("12.5", &(0..=100))), Some(Code::NotWhole));
        assert_eq!(code(whole("douze", &(0..=100))), Some(Code::NotWhole));
        assert_eq!(code(whole("-3", &(0..=100))), Some(Code::OutOfRange));
    }

    #[test]
    fn booleans_are_those_of_the_contract_and_of_french_spreadsheets() {
        for text in ["1", "true", "TRUE", "oui", "Oui", "VRAI", "yes", "o", "O", "Y", "x", "X", "✓"] {
            assert_eq!(boolean(text), Ok(true), "{text}");
        }
        for text in ["0", "false", "non", "FAUX", "no", "n", "N", "-"] {
            assert_eq!(boolean(text), Ok(false), "{text}");
        }
        for text in ["peut-être", "2", "xx", "✗", "ok ?"] {
            assert_eq!(code(boolean(text)), Some(Code::BadBoolean), "{text}");
        }
        assert_eq!(code(mark("peut-être")), Some(Code::BadMark));
    }
}
