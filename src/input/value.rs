//! Numbers, dates, booleans and times from text, exactly.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

use crate::diagnostics::{Code, Fact};
use crate::instance::units::NANO;

/// Why a text is not the value it should be: the code, and what its message needs beside the text itself.
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

/// Decimals that a quantity keeps.
const DECIMALS: usize = 9;
/// Digits before the decimal mark beyond which a number is out of every range.
const WHOLE_DIGITS: usize = 18;

/// A decimal number within `range`, in billionths; the mark is a point or a comma. No float is involved.
pub(crate) fn decimal(text: &str, range: &RangeInclusive<i64>) -> Result<i64, Misfit> {
    let (nano, rest) = split_decimal(text)?;
    if rest.bytes().any(|digit| digit != b'0') {
        return Err(Misfit::new(Code::TooManyDecimals));
    }
    within(nano, range)
}

/// A decimal number within `range` as a float, whatever its number of decimals: for coordinates and areas, which
/// are shown and measured on a sphere but never summed.
pub(crate) fn coordinate(text: &str, range: &RangeInclusive<i64>) -> Result<f64, Misfit> {
    let (nano, _) = split_decimal(text)?;
    Ok(within(nano, range)? as f64 / NANO as f64)
}

/// A whole number within `range`; `12,0` is 12, as a spreadsheet may write it.
pub(crate) fn whole(text: &str, range: &RangeInclusive<i64>) -> Result<i64, Misfit> {
    let (nano, rest) = split_decimal(text).map_err(|_| Misfit::new(Code::NotWhole))?;
    if nano % i128::from(NANO) != 0 || rest.bytes().any(|digit| digit != b'0') {
        return Err(Misfit::new(Code::NotWhole));
    }
    Ok(within(nano, range)? / NANO)
}

/// `nano` billionths, if they lie within `range` (of whole units).
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
    // Longer numbers are out of every range; their leading digits say so without overflow.
    let units: i128 = number(whole.get(..WHOLE_DIGITS).unwrap_or(whole));
    let (kept, rest) = decimals.split_at(decimals.len().min(DECIMALS));
    let scale = 10_i128.pow((DECIMALS - kept.len()) as u32);
    let nano = units * i128::from(NANO) + number(kept) * scale;
    Ok((if unsigned.len() < text.len() { -nano } else { nano }, rest))
}

fn number(digits: &str) -> i128 {
    digits.bytes().fold(0, |number, digit| 10 * number + i128::from(digit - b'0'))
}

/// A date: `2026-01-31` or `31/01/2026`.
pub(crate) fn date(text: &str) -> Result<Date, Misfit> {
    parse_date(text).ok_or_else(|| Misfit::new(Code::BadDate))
}

fn parse_date(text: &str) -> Option<Date> {
    let (mark, is_iso) = if text.contains('/') { ('/', false) } else { ('-', true) };
    let mut parts = text.split(mark);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = if is_iso { (first, last) } else { (last, first) };
    let has_form = parts.next().is_none() && year.len() == 4 && (1..=2).contains(&day.len());
    let are_digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    // ISO dates have two digits for month and day; dates typed the French way may have one.
    let is_padded = month.len() == 2 && day.len() == 2;
    if !has_form || !are_digits || (is_iso && !is_padded) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A boolean: `0/1`, `true/false`, `oui/non`, and `vrai/faux`, which French spreadsheets make of the second.
pub(crate) fn boolean(text: &str) -> Result<bool, Misfit> {
    match text.to_lowercase().as_str() {
        "1" | "true" | "oui" | "vrai" => Ok(true),
        "0" | "false" | "non" | "faux" => Ok(false),
        _ => Err(Misfit::new(Code::BadBoolean)),
    }
}

/// A time of day in minutes after midnight: `09:30`, also `9:30` and `09:30:00`, which spreadsheets write.
pub(crate) fn time(text: &str) -> Result<u16, Misfit> {
    parse_time(text).ok_or_else(|| Misfit::new(Code::BadTime))
}

fn parse_time(text: &str) -> Option<u16> {
    let text = text.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(text);
    let (hours, minutes) = text.split_once(':')?;
    let has_form = (1..=2).contains(&hours.len()) && minutes.len() == 2;
    let are_digits = [hours, minutes].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !has_form || !are_digits {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(60 * hours + minutes)
}

/// A weekday: `mon` … `sun`.
pub(crate) fn weekday(text: &str) -> Result<Weekday, Misfit> {
    match text.to_lowercase().as_str() {
        "mon" => Ok(Weekday::Monday),
        "tue" => Ok(Weekday::Tuesday),
        "wed" => Ok(Weekday::Wednesday),
        "thu" => Ok(Weekday::Thursday),
        "fri" => Ok(Weekday::Friday),
        "sat" => Ok(Weekday::Saturday),
        "sun" => Ok(Weekday::Sunday),
        _ => Err(Misfit::new(Code::BadWeekday)),
    }
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
        for text in ["", ".", "-", "nan", "NaN", "inf", "1e3", "1 000", "1.2.3", "1,2,3", "+1", "0x1", "12€"]
        {
            assert_eq!(code(decimal(text, &(0..=100))), Some(Code::NotANumber), "{text}");
        }
        assert_eq!(code(decimal("0.1234567891", &(0..=100))), Some(Code::TooManyDecimals));
        for text in ["-1", "100.000000001", "99999999999999999999999999999999999999999999999999"] {
            assert_eq!(code(decimal(text, &(0..=100))), Some(Code::OutOfRange), "{text}");
        }
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
    fn dates_are_iso_or_french_and_in_the_calendar() {
        let expected = Date::new(2026, 1, 31).ok();
        assert_eq!(date("2026-01-31").ok(), expected);
        assert_eq!(date("31/01/2026").ok(), expected);
        assert_eq!(date("31/1/2026").ok(), expected);
        for text in ["2026-02-30", "30/02/2026", "2026-1-5", "26-01-31", "2026/01/31", "01-31-2026", "demain"]
        {
            assert_eq!(code(date(text)), Some(Code::BadDate), "{text}");
        }
        assert_eq!(code(date("2026-01-31-01")), Some(Code::BadDate));
        assert_eq!(code(date("99999-01-01")), Some(Code::BadDate));
    }

    #[test]
    fn booleans_are_those_of_the_contract_and_of_french_spreadsheets() {
        for text in ["1", "true", "TRUE", "oui", "Oui", "VRAI"] {
            assert_eq!(boolean(text), Ok(true), "{text}");
        }
        for text in ["0", "false", "non", "FAUX"] {
            assert_eq!(boolean(text), Ok(false), "{text}");
        }
        assert_eq!(code(boolean("peut-être")), Some(Code::BadBoolean));
    }

    #[test]
    fn times_are_of_a_day() {
        assert_eq!(time("09:30"), Ok(570));
        assert_eq!(time("9:30"), Ok(570));
        assert_eq!(time("09:30:00"), Ok(570));
        assert_eq!(time("00:00"), Ok(0));
        for text in ["24:00", "09:60", "9h30", "0930", "09:30:15", ":30", "-1:30"] {
            assert_eq!(code(time(text)), Some(Code::BadTime), "{text}");
        }
    }

    #[test]
    fn weekdays_have_three_letters() {
        assert_eq!(weekday("Sun"), Ok(Weekday::Sunday));
        assert_eq!(code(weekday("lundi")), Some(Code::BadWeekday));
    }
}
