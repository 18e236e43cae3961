//! Values of cells as the text that the readers of tables take.

use calamine::{Data, ExcelDateTime};

use crate::input::formula::NO_RESULT;

/// Seconds in a day.
const DAY: f64 = 86_400.0;

/// A cell of an Excel sheet.
pub(super) fn of_cell(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => self::number(*number),
        Data::Bool(is_true) => is_true.to_string(),
        Data::DateTime(moment) => self::moment(moment),
        Data::DateTimeIso(text) => date(text),
        Data::DurationIso(text) => duration(text),
        // Reported later as an error, of whichever kind.
        Data::Error(error) => error.to_string(),
    }
}

/// A number without the noise of floats: at most nine decimals, the number that is read.
pub(super) fn number(number: f64) -> String {
    let text = number.to_string();
    match text.split_once('.') {
        Some((_, decimals)) if decimals.len() > 9 => {
            let rounded = format!("{number:.9}");
            rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        _ => text,
    }
}

/// A date, a time of day, or both.
fn moment(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    let seconds = ((days - days.floor()) * DAY).round();
    let clock = clock(seconds.min(DAY - 1.0) as u64);
    if (0.0..1.0).contains(&days) {
        return clock;
    }
    if moment.is_duration() {
        // More than a day, or negative: not a time of day.
        return self::number(days);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if seconds == 0.0 { date } else { format!("{date} {clock}") }
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// `2026-01-31T14:00:00` with a space, and without a time if it is midnight.
pub(super) fn date(text: &str) -> String {
    match text.split_once('T') {
        Some((day, time)) if time.trim_end_matches(['0', ':', '.', 'Z']).is_empty() => day.to_owned(),
        Some((day, time)) => format!("{day} {time}"),
        None => text.to_owned(),
    }
}

/// `PT14H30M00S` as `14:30:00`.
pub(super) fn duration(text: &str) -> String {
    let Some(rest) = text.strip_prefix("PT") else { return text.to_owned() };
    let mut seconds = 0.0;
    let mut rest = rest;
    for (unit, worth) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        let Some((count, after)) = rest.split_once(unit) else { continue };
        let Ok(count) = count.replace(',', ".").parse::<f64>() else { return text.to_owned() };
        seconds += count * worth;
        rest = after;
    }
    if rest.is_empty() && (0.0..DAY).contains(&seconds) {
        clock(seconds.round() as u64)
    } else {
        text.to_owned()
    }
}

/// The mark of a formula that was never computed.
pub(super) fn without_result() -> String {
    NO_RESULT.to_owned()
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn at(days: f64) -> String {
        of_cell(&Data::DateTime(ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false)))
    }

    #[test]
    fn days_and_times_are_those_that_the_cell_shows() {
        // 1 January 2000 is day 36,526; 9,892 days later is 31 January 2027.
        assert_eq!(at(46_418.0), "2027-01-31");
        assert_eq!(at(46_418.5), "2027-01-31 12:00:00");
        assert_eq!(at(14.0 / 24.0), "14:00:00");
        assert_eq!(at(9.5 / 24.0 - 1e-9), "09:30:00");
        assert_eq!(at(0.999_999_999), "23:59:59");
        // Days of the calendar that starts in 1904.
        let late = ExcelDateTime::new(44_956.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(of_cell(&Data::DateTime(late)), "2027-01-31");
        assert_eq!(date("2027-01-31T00:00:00"), "2027-01-31");
        assert_eq!(date("2027-01-31T14:00:00"), "2027-01-31 14:00:00");
        assert_eq!(duration("PT14H30M00S"), "14:30:00");
        assert_eq!(duration("PT09H05M00,5S"), "09:05:01");
        assert_eq!(duration("PT40H"), "PT40H");
    }

    #[test]
    fn numbers_lose_the_noise_of_floats_only() {
        assert_eq!(number(25_388.0), "25388");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(0.5), "0.5");
        assert_eq!(number(1.0 / 3.0), "0.333333333");
        assert_eq!(number(-1e-12), "-0");
        assert_eq!(number(47.123_456_789), "47.123456789");
    }
}
