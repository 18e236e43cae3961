//! Days, weekdays and times as people write them, in French and English.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::value::Misfit;
use super::words::folded;
use crate::diagnostics::Code;

/// Names of the months, French and English, from January; three letters identify them, except June and July.
const MONTHS: [[&str; 2]; 12] = [
    ["janvier", "january"],
    ["fevrier", "february"],
    ["mars", "march"],
    ["avril", "april"],
    ["mai", "may"],
    ["juin", "june"],
    ["juillet", "july"],
    ["aout", "august"],
    ["septembre", "september"],
    ["octobre", "october"],
    ["novembre", "november"],
    ["decembre", "december"],
];

/// Names of the weekdays, French and English, from Monday; the first two letters identify them within a language.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["lundi", "monday"],
    ["mardi", "tuesday"],
    ["mercredi", "wednesday"],
    ["jeudi", "thursday"],
    ["vendredi", "friday"],
    ["samedi", "saturday"],
    ["dimanche", "sunday"],
];

/// The range of a spreadsheet's day numbers: 2000 to 2099. Numbers outside it are not dates of a plan.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=73_050;

/// A date: `2026-01-31`, `31/01/2026`, `31/01/26`, `31.1.2026`, `2026-01-31 00:00:00`, `samedi 31 janvier 2026`.
pub(crate) fn date(text: &str) -> Result<Date, Misfit> {
    let day = without_midnight(text.trim());
    numeric_date(day).or_else(|| worded_date(day)).ok_or_else(|| Misfit::new(Code::BadDate))
}

/// The date of a spreadsheet's day number: `46054`, where a cell lost its format.
pub(crate) fn serial_date(text: &str) -> Option<Date> {
    let whole = text.split_once(['.', ',']).filter(|(_, rest)| rest.bytes().all(|digit| digit == b'0'));
    let days: i32 = whole.map_or(text, |(whole, _)| whole).parse().ok()?;
    // Spreadsheets count from a day that makes 1900 a leap year.
    let first = Date::new(1899, 12, 30).ok()?;
    SERIALS.contains(&days).then(|| first.checked_add(days.days()).ok())?
}

/// The text before a time of midnight, which spreadsheets and databases add to a day.
fn without_midnight(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 'T']) else { return text };
    let time = time.trim_end_matches('Z');
    let is_midnight = time.contains(':') && time.chars().all(|letter| matches!(letter, '0' | ':' | '.'));
    if is_midnight { day } else { text }
}

fn numeric_date(text: &str) -> Option<Date> {
    let mark = ['/', '-', '.'].into_iter().find(|&mark| text.contains(mark))?;
    let parts: Vec<&str> = text.split(mark).map(str::trim).collect();
    let &[first, month, last] = parts.as_slice() else { return None };
    let are_digits =
        parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    // A two-digit year comes last, and only if the first part is certainly a day: `27-02-01` may be either.
    let has_form = |year: &str, day: &str| {
        let is_year = year.len() == 4 || (year.len() == 2 && mark != '-' && day == first);
        is_year && day.len() <= 2 && month.len() <= 2
    };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    if !are_digits || !has_form(year, day) {
        return None;
    }
    let century = if year.len() == 2 { 2000 } else { 0 };
    let year: i16 = year.parse().ok()?;
    Date::new(century + year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `1er février 2027`, `lundi 1 févr. 2027`, `1 February 2027`, `01-févr-27`.
fn worded_date(text: &str) -> Option<Date> {
    let folded = folded(text);
    let mut words: Vec<&str> = folded.split(' ').collect();
    let named = if words.len() == 4 { Some(words.remove(0)) } else { None };
    let &[day, month, year] = words.as_slice() else { return None };
    let day: i8 = ["er", "st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| day.strip_suffix(end))
        .unwrap_or(day)
        .parse()
        .ok()?;
    let century = if year.len() == 2 { 2000 } else { 0 };
    let year: i16 = Some(year).filter(|year| matches!(year.len(), 2 | 4))?.parse().ok()?;
    let is_meant = |names: &&[&str; 2]| names.iter().any(|name| month.len() >= 3 && name.starts_with(month));
    let mut months = MONTHS.iter().enumerate().filter(|(_, names)| is_meant(names));
    let (month, _) = months.next().filter(|_| months.next().is_none())?;
    let date = Date::new(century + year, month as i8 + 1, day).ok()?;
    let is_its_day = named.is_none_or(|name| weekday(name) == Ok(date.weekday()));
    is_its_day.then_some(date)
}

/// A weekday: `mon`, `Monday`, `lun.`, `lundi`, `lundis`.
pub(crate) fn weekday(text: &str) -> Result<Weekday, Misfit> {
    let word = folded(text);
    let is_meant = |name: &&str| {
        let is_short = (2..=name.len()).contains(&word.len()) && name.starts_with(word.as_str());
        is_short || word.strip_suffix('s') == Some(*name)
    };
    // `ma` and `me` are French only, `tu` and `we` English only; `mar` is Tuesday, since March is not a weekday.
    let day = WEEKDAYS.iter().position(|names| names.iter().any(is_meant));
    let day = day.and_then(|day| Weekday::from_monday_zero_offset(day as i8).ok());
    day.ok_or_else(|| Misfit::new(Code::BadWeekday))
}

/// A time of day in minutes after midnight: `09:30`, `9h30`, `14 h`, `14 h 05`, `09:30:00`, `2:30 pm`.
pub(crate) fn time(text: &str) -> Result<u16, Misfit> {
    parse_time(text).ok_or_else(|| Misfit::new(Code::BadTime))
}

fn parse_time(text: &str) -> Option<u16> {
    let text: String = text.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    let half = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];
    let half = half.into_iter().find_map(|(end, hours)| Some((text.strip_suffix(end)?, hours)));
    let (clock, added) = half.map_or((text.as_str(), None), |(clock, added)| (clock, Some(added)));
    let clock = clock.trim_end_matches("min").trim_end_matches("mn");
    let clock = clock.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(clock);
    let marked = ["heures", "heure", "h", ":"].iter().find_map(|mark| clock.split_once(mark));
    let (hours, minutes) = marked.or_else(|| added.map(|_| (clock, "")))?;
    let is_whole = minutes.is_empty() && !clock.ends_with(':');
    let is_number =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hours) || !(is_whole || minutes.len() == 2 && is_number(minutes)) {
        return None;
    }
    let hours: u16 = hours.parse().ok()?;
    let hours = match added {
        Some(added) => (1..=12).contains(&hours).then_some(hours % 12 + added)?,
        None => hours,
    };
    let minutes: u16 = if is_whole { 0 } else { minutes.parse().ok()? };
    (hours < 24 && minutes < 60).then_some(60 * hours + minutes)
}

/// The weekday of a slot's name and, if it has one, the time: `mar-0930`, `mardi 14h`, `Tue 14:00`.
pub(crate) fn weekday_and_time(text: &str) -> Option<(Weekday, Option<u16>)> {
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let weekday = weekday(&text[..end]).ok()?;
    let rest = text[end..].trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let is_digits = !rest.is_empty() && rest.len() <= 4 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let clock = match rest.len() {
        3 | 4 if is_digits => format!("{}:{}", &rest[..rest.len() - 2], &rest[rest.len() - 2..]),
        1 | 2 if is_digits => format!("{rest}:00"),
        _ => rest.to_owned(),
    };
    Some((weekday, parse_time(&clock)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code<T>(result: Result<T, Misfit>) -> Option<Code> {
        result.err().map(|misfit| misfit.code)
    }

    #[test]
    fn dates_are_read_as_people_and_spreadsheets_write_them() {
        let expected = Date::new(2026, 1, 31).ok();
        for text in [
            "2026-01-31",
            "2026/01/31",
            "2026-1-31",
            "31/01/2026",
            "31/1/2026",
            "31/01/26",
            "31.01.2026",
            "31.1.26",
            "31-01-2026",
            "2026-01-31 00:00:00",
            "2026-01-31T00:00:00Z",
            "2026-01-31 00:00:00.000",
            "31/01/2026 00:00",
            "31 janvier 2026",
            "samedi 31 janvier 2026",
            "Sat 31 Jan 2026",
            "31-janv.-26",
        ] {
            assert_eq!(date(text).ok(), expected, "{text}");
        }
        assert_eq!(date("1er février 2027").ok(), Date::new(2027, 2, 1).ok());
    }

    #[test]
    fn what_may_be_another_day_is_no_date() {
        for text in [
            "2026-02-30",
            "30/02/2026",
            "26-01-31",
            "31-01-26",
            "01-31-2026",
            "01/31/26",
            "2026-01-31-01",
            "99999-01-01",
            "2026-01-31 14:00:00",
            "lundi 31 janvier 2026",
            "31 jui 2026",
            "demain",
            "46053",
            "",
        ] {
            assert_eq!(code(date(text)), Some(Code::BadDate), "{text}");
        }
    }

    #[test]
    fn a_number_of_days_is_counted_as_spreadsheets_do() {
        // 1 January 2000 is day 36,526; 9,892 days later is 31 January 2027.
        assert_eq!(serial_date("46418"), Date::new(2027, 1, 31).ok());
        assert_eq!(serial_date("36526,0"), Date::new(2000, 1, 1).ok());
        for text in ["36525", "73051", "2027", "46418.5", "-46418", "x"] {
            assert_eq!(serial_date(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_of_a_day() {
        for text in ["09:30", "9:30", "09:30:00", "9h30", "9 h 30", "09H30", "9 h 30 min", "9:30 am"] {
            assert_eq!(time(text), Ok(570), "{text}");
        }
        for text in ["14h", "14 h", "14\u{a0}h", "14 heures", "14:00", "2 pm", "2:00 PM"] {
            assert_eq!(time(text), Ok(840), "{text}");
        }
        assert_eq!(time("00:00"), Ok(0));
        for text in
            ["24:00", "09:60", "0930", "09:30:15", ":30", "-1:30", "9:", "9h3", "14", "13 pm", "matin", ""]
        {
            assert_eq!(code(time(text)), Some(Code::BadTime), "{text}");
        }
    }

    #[test]
    fn weekdays_are_those_of_both_languages() {
        for text in ["mar", "mar.", "Mardi", "mardis", "MA", "tue", "Tues.", "tuesday", "tu"] {
            assert_eq!(weekday(text), Ok(Weekday::Tuesday), "{text}");
        }
        for text in ["mer", "wed", "me", "we", "mercredi"] {
            assert_eq!(weekday(text), Ok(Weekday::Wednesday), "{text}");
        }
        assert_eq!(weekday("Sun"), Ok(Weekday::Sunday));
        assert_eq!(weekday("dim."), Ok(Weekday::Sunday));
        for text in ["", "m", "s", "mars", "lune", "1", "mon tue"] {
            assert_eq!(code(weekday(text)), Some(Code::BadWeekday), "{text}");
        }
    }

    #[test]
    fn a_slot_in_words_is_a_weekday_and_a_time() {
        let tuesday = |minutes| Some((Weekday::Tuesday, minutes));
        for text in ["mar-0930", "mardi_9h30", "tue-930", "Tue 9:30"] {
            assert_eq!(weekday_and_time(text), tuesday(Some(570)), "{text}");
        }
        assert_eq!(weekday_and_time("mardi"), tuesday(None));
        assert_eq!(weekday_and_time("mardi-14"), tuesday(Some(840)));
        assert_eq!(weekday_and_time("S1"), None);
    }
}
