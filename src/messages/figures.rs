//! Figures and dates as each language writes them: `1 234,56 €` and `€1,234.56`.

use jiff::civil::{Date, Weekday};

use super::{Lang, Messages};
use crate::instance::units::Euros;

/// Separates thousands in French: a narrow space that does not break.
const NARROW_SPACE: char = '\u{202f}';
/// Stands before `€` and `%` in French: a space that does not break.
const HARD_SPACE: char = '\u{a0}';

impl Messages {
    /// A number with `decimals` digits after the separator.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        let (separator, group) = match self.lang {
            Lang::Fr => (',', NARROW_SPACE),
            Lang::En => ('.', ','),
        };
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        let is_negative = value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        if is_negative {
            text.push('-');
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

    /// An amount to the cent.
    pub fn euros(&self, amount: Euros) -> String {
        self.money(amount.to_f64(), 2)
    }

    /// An amount with `decimals` digits after the separator.
    pub fn money(&self, amount: f64, decimals: usize) -> String {
        let number = self.number(amount, decimals);
        match (self.lang, number.strip_prefix('-')) {
            (Lang::Fr, _) => format!("{number}{HARD_SPACE}€"),
            (Lang::En, None) => format!("€{number}"),
            (Lang::En, Some(positive)) => format!("-€{positive}"),
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
        assert_eq!(Messages::new(Lang::Fr).euros(amount), "-1\u{202f}234,56\u{a0}€");
        assert_eq!(Messages::new(Lang::En).euros(amount), "-€1,234.56");
    }

    #[test]
    fn a_negative_amount_that_rounds_to_nothing_has_no_sign() {
        assert_eq!(Messages::new(Lang::En).number(-0.001, 2), "0.00");
    }
}
