//! The request for a search: its amount, and its starting plan.

use std::fmt;
use std::str::FromStr;

use crate::app::plan::Wishes;
use crate::messages::Lang;
use crate::solve::effort::Effort;

/// Maximum duration of a search: a week.
const LONGEST_S: f64 = 604_800.0;

/// The request for a search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Order {
    /// Its amount.
    pub amount: Amount,
    /// Its starting plan.
    pub start: Start,
    /// The language of the plan's tables.
    pub documents: Lang,
}

/// The amount of search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A named effort, which depends on the size of the problem.
    Effort(Effort),
    /// A number of seconds.
    Seconds(f64),
    /// Until this relative gap is proven, at most for the scenario's time limit.
    Gap(f64),
}

/// The starting plan of a search: the result costs no more than the legal part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// None.
    Anew,
    /// The project's last plan, if it exists and can be read with today's data.
    Last,
    /// The best plan of an interrupted search.
    Cut,
}

/// The input is not a valid amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// There is no kind of amount with this name.
    Word,
    /// The seconds are not between 1 and a week.
    Seconds,
    /// The percentage is not between 0 and 100.
    Gap,
}

impl Amount {
    /// The named amounts, ascending.
    pub fn words() -> [Self; 3] {
        Effort::ALL.map(Self::Effort)
    }

    /// Parses a form: a word, seconds, a gap in percent.
    ///
    /// # Errors
    /// If the input is not a valid amount.
    pub fn typed(word: &str, seconds: &str, percent: &str) -> Result<Self, Unclear> {
        let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
        match word {
            "seconds" => {
                let seconds = number(seconds).filter(|&seconds| is_time(seconds));
                seconds.map(Self::Seconds).ok_or(Unclear::Seconds)
            }
            "gap" => {
                let gap = number(percent).map(|percent| percent / 100.0).filter(|&gap| is_share(gap));
                gap.map(Self::Gap).ok_or(Unclear::Gap)
            }
            _ => Effort::from_name(word).map(Self::Effort).ok_or(Unclear::Word),
        }
    }

    /// The parameters of the search.
    pub(super) fn wishes(self) -> Wishes {
        match self {
            Self::Effort(effort) => Wishes { effort: Some(effort), ..Wishes::default() },
            Self::Seconds(seconds) => Wishes { time_limit_s: Some(seconds), ..Wishes::default() },
            Self::Gap(gap) => Wishes { gap: Some(gap), ..Wishes::default() },
        }
    }
}

fn is_time(seconds: f64) -> bool {
    (1.0..=LONGEST_S).contains(&seconds)
}

fn is_share(gap: f64) -> bool {
    (0.0..=1.0).contains(&gap)
}

/// The text in a file: `usual`, `seconds=60`, `gap=0.01`.
impl fmt::Display for Amount {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Effort(effort) => to.write_str(effort.name()),
            Self::Seconds(seconds) => write!(to, "seconds={seconds}"),
            Self::Gap(gap) => write!(to, "gap={gap}"),
        }
    }
}

impl FromStr for Amount {
    type Err = Unclear;

    fn from_str(text: &str) -> Result<Self, Unclear> {
        let (word, number) = text.trim().split_once('=').unwrap_or((text.trim(), ""));
        let known = number.parse::<f64>().ok();
        match (word, known) {
            ("seconds", Some(seconds)) if is_time(seconds) => Ok(Self::Seconds(seconds)),
            ("gap", Some(gap)) if is_share(gap) => Ok(Self::Gap(gap)),
            _ => Effort::from_name(word).map(Self::Effort).ok_or(Unclear::Word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_understood_or_refused() {
        assert_eq!(Amount::typed("quick", "", ""), Ok(Amount::Effort(Effort::Quick)));
        assert_eq!(Amount::typed("seconds", " 2,5 ", ""), Ok(Amount::Seconds(2.5)));
        assert_eq!(Amount::typed("gap", "", "1"), Ok(Amount::Gap(0.01)));
        for text in ["", "0", "-1", "NaN", "inf", "1e9", "x"] {
            assert_eq!(Amount::typed("seconds", text, ""), Err(Unclear::Seconds), "{text}");
        }
        assert_eq!(Amount::typed("gap", "", "101"), Err(Unclear::Gap));
        assert_eq!(Amount::typed("much", "1", "1"), Err(Unclear::Word));
    }

    #[test]
    fn what_is_kept_is_read_back() {
        let efforts = Effort::ALL.map(Amount::Effort);
        for amount in efforts.into_iter().chain([Amount::Seconds(60.0), Amount::Gap(0.005)]) {
            assert_eq!(amount.to_string().parse(), Ok(amount));
        }
        for text in ["", "seconds", "seconds=-1", "seconds=inf", "gap=NaN", "gap=2"] {
            assert_eq!(text.parse::<Amount>(), Err(Unclear::Word), "{text}");
        }
    }
}
