//! Figures and dates in the style of each language: `1 234,56 €` and `€1,234.56`.

use jiff::civil::{Date, Weekday};

use super::{Lang, Messages, Value};
use crate::instance::units::Euros;

/// Separates thousands in French: a narrow no-break space.
const NARROW_SPACE: char = '\u{202f}';
/// A no-break space: before `€` and `%` in French, and between a day, its month and its year.
const HARD_SPACE: char = '\u{a0}';

/// The sign before a negative number: as wide as a plus, and without a line break after it, unlike a hyphen.
pub const MINUS: char = '\u{2212}';

/// A number with `decimals` digits after the separator and thousands separators.
pub(super) fn number(value: f64, decimals: usize, lang: Lang) -> String {
    let (separator, group) = match lang {
        Lang::Fr => (',', NARROW_SPACE),
        Lang::En => ('.', ','),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    let is_negative = value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if is_negative {
        text.push(MINUS);
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(separator);
        text.push_str(fraction);
    }
    text
}

impl Messages {
    /// A number with `decimals` digits after the separator.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        number(value, decimals, self.lang)
    }

    /// A difference of counts, with its sign.
    pub fn signed(&self, difference: i64) -> String {
        let number = self.number(difference as f64, 0);
        if difference > 0 { format!("+{number}") } else { number }
    }

    /// Days in weeks, to a tenth (`weeks`), and as whole weeks (`whole`), which select singular or plural.
    pub fn weeks(&self, days: f64) -> [(&'static str, Value); 2] {
        let weeks = days / 7.0;
        let whole = ((weeks * 10.0).round() / 10.0) as usize;
        [("weeks", self.number(weeks, 1).into()), ("whole", whole.into())]
    }

    /// An amount to the cent.
    pub fn euros(&self, amount: Euros) -> String {
        self.money(amount.to_f64(), 2)
    }

    /// An amount with `decimals` digits after the separator.
    pub fn money(&self, amount: f64, decimals: usize) -> String {
        let number = self.number(amount, decimals);
        match (self.lang, number.strip_prefix(MINUS)) {
            (Lang::Fr, _) => format!("{number}{HARD_SPACE}€"),
            (Lang::En, None) => format!("€{number}"),
            (Lang::En, Some(positive)) => format!("{MINUS}€{positive}"),
        }
    }

    /// A share (0.25) as a percentage with `decimals` digits.
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        let number = self.number(share * 100.0, decimals);
        match self.lang {
            Lang::Fr => format!("{number}{HARD_SPACE}%"),
            Lang::En => format!("{number}%"),
        }
    }

    /// A date in figures: `31/01/2026` in French, `2026-01-31` in English.
    pub fn date(&self, date: Date) -> String {
        match self.lang {
            Lang::Fr => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
            Lang::En => date.to_string(),
        }
    }

    /// Time of day from minutes after midnight: `14 h 00` in French, `14:00` in English.
    pub fn time_of_day(&self, minute: u16) -> String {
        let (hours, minutes) = (minute / 60, minute % 60);
        match self.lang {
            Lang::Fr => format!("{hours}{HARD_SPACE}h{HARD_SPACE}{minutes:02}"),
            Lang::En => format!("{hours:02}:{minutes:02}"),
        }
    }

    /// Name of a month (1 to 12).
    pub fn month(&self, month: i8) -> String {
        let names = match self.lang {
            Lang::Fr => [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ],
            Lang::En => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
        };
        names[usize::try_from(month - 1).unwrap_or_default().min(11)].to_owned()
    }

    /// Day of the month: `1er` and `2` in French, `1` and `2` in English.
    fn day(&self, day: i8) -> String {
        if day == 1 && self.lang == Lang::Fr { "1er".to_owned() } else { day.to_string() }
    }

    /// A date in words: `mardi 5 janvier 2027`, `Tuesday 5 January 2027`.
    pub fn long_date(&self, date: Date) -> String {
        let (weekday, month) = (self.weekday(date.weekday()), self.month(date.month()));
        format!("{weekday} {}{HARD_SPACE}{month}{HARD_SPACE}{}", self.day(date.day()), date.year())
    }

    /// A period in words: `du lundi 5 janvier 2026 au …`; for a single day, `le lundi 5 janvier 2026`.
    pub fn long_period(&self, from: Date, to: Date) -> String {
        self.period_of([from, to].map(|date| self.long_date(date)))
    }

    /// A period in figures: `du 05/01/2026 au 01/03/2026`; for a single day, `le 05/01/2026`.
    pub fn period(&self, from: Date, to: Date) -> String {
        self.period_of([from, to].map(|date| self.date(date)))
    }

    fn period_of(&self, [from, to]: [String; 2]) -> String {
        match self.lang {
            Lang::Fr if from == to => format!("le {from}"),
            Lang::Fr => format!("du {from} au {to}"),
            Lang::En if from == to => format!("on {from}"),
            Lang::En => format!("from {from} to {to}"),
        }
    }

    /// Dates in order, with each month and year once: `5, 12 et 19 janvier, 2 février 2027`.
    pub fn dates(&self, dates: &[Date]) -> String {
        let and = match self.lang {
            Lang::Fr => " et ",
            Lang::En => " and ",
        };
        let mut parts = Vec::new();
        for months in dates.chunk_by(|one, other| (one.year(), one.month()) == (other.year(), other.month()))
        {
            let days: Vec<String> = months.iter().map(|date| self.day(date.day())).collect();
            let days = match days.split_last() {
                Some((last, before)) if !before.is_empty() => format!("{}{and}{last}", before.join(", ")),
                _ => days.concat(),
            };
            parts.push((format!("{days}{HARD_SPACE}{}", self.month(months[0].month())), months[0].year()));
        }
        let years = parts.chunk_by(|one, other| one.1 == other.1).map(|year| {
            let months: Vec<&str> = year.iter().map(|(text, _)| text.as_str()).collect();
            format!("{}{HARD_SPACE}{}", months.join(", "), year[0].1)
        });
        years.collect::<Vec<_>>().join(", ")
    }

    /// Name of a weekday.
    pub fn weekday(&self, weekday: Weekday) -> String {
        let names = match self.lang {
            Lang::Fr => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        };
        names[usize::try_from(weekday.to_monday_zero_offset()).unwrap_or_default()].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        let amount = Euros::from_nano(-1_234_560_000_000);
        assert_eq!(Messages::new(Lang::Fr).euros(amount), "−1\u{202f}234,56\u{a0}€");
        assert_eq!(Messages::new(Lang::En).euros(amount), "−€1,234.56");
    }

    #[test]
    fn dates_are_read_aloud() {
        use jiff::civil::date;
        let days =
            [date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15), date(2027, 1, 5), date(2027, 1, 12)];
        let french = Messages::new(Lang::Fr);
        let read = french.dates(&days);
        assert_eq!(read.replace(HARD_SPACE, " "), "1er, 8 et 15 décembre 2026, 5 et 12 janvier 2027");
        assert_eq!(french.long_date(days[3]), "mardi 5\u{a0}janvier\u{a0}2027");
        let english = Messages::new(Lang::En);
        assert_eq!(english.dates(&days[3..]), "5 and 12\u{a0}January\u{a0}2027");
        // There is no line break between a day, its month and its year.
        for line in [read, english.dates(&days), english.long_date(days[0])] {
            let is_apart = |word: &str| {
                let months = (1..=12).flat_map(|month| [french.month(month), english.month(month)]);
                word.starts_with("202") || months.into_iter().any(|month| word.starts_with(&month))
            };
            assert!(!line.split(' ').any(is_apart), "{line}");
        }
    }

    #[test]
    fn a_period_of_one_day_is_that_day() {
        let french = Messages::new(Lang::Fr);
        let monday = jiff::civil::date(2026, 2, 2);
        assert_eq!(french.long_period(monday, monday), "le lundi 2\u{a0}février\u{a0}2026");
        assert_eq!(french.period(monday, jiff::civil::date(2026, 2, 4)), "du 02/02/2026 au 04/02/2026");
        assert_eq!(Messages::new(Lang::En).period(monday, monday), "on 2026-02-02");
    }

    #[test]
    fn differences_have_a_sign_that_is_no_hyphen() {
        let french = Messages::new(Lang::Fr);
        assert_eq!([3, 0, -2].map(|difference| french.signed(difference)), ["+3", "0", "−2"]);
    }

    #[test]
    fn a_negative_amount_that_rounds_to_nothing_has_no_sign() {
        assert_eq!(Messages::new(Lang::En).number(-0.001, 2), "0.00");
    }
}
