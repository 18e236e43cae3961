//! Invented pauses: about when French schools pause, which workshops are assumed to follow.

use jiff::civil::{Date, date};

/// When workshops pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// Two weeks around the turn of the year.
    Christmas,
    /// Two weeks in February.
    Winter,
    /// Two weeks in April.
    Spring,
    /// July and August.
    Summer,
    /// Two weeks around All Saints'.
    Autumn,
}

/// Whole days without sessions, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pause {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Which pause it is.
    pub season: Season,
}

/// Every pause that touches the days from `start` to `end`, in order.
pub fn pauses(start: Date, end: Date) -> Vec<Pause> {
    let years = (start.year() - 1).max(Date::MIN.year())..=end.year();
    let touches = |pause: &Pause| pause.from <= end && start <= pause.until;
    years.flat_map(of_year).filter(touches).collect()
}

/// The pauses that begin in a year. None is longer than sixteen days but the summer's, so that a weekly cycle goes on
/// after 21 days, the usual limit.
fn of_year(year: i16) -> [Pause; 5] {
    let pause = |season, from: (i8, i8), until: (i8, i8)| Pause {
        from: date(year, from.0, from.1),
        until: date(year, until.0, until.1),
        season,
    };
    let christmas = pause(Season::Christmas, (12, 20), (12, 31));
    [
        pause(Season::Winter, (2, 14), (3, 1)),
        pause(Season::Spring, (4, 12), (4, 27)),
        pause(Season::Summer, (7, 5), (8, 31)),
        pause(Season::Autumn, (10, 18), (11, 2)),
        // Four days into the year that follows, where the calendar has one.
        Pause {
            until: christmas.until.checked_add(jiff::Span::new().days(3)).unwrap_or(christmas.until),
            ..christmas
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_christmas_before_the_first_day_counts_if_it_reaches_it() {
        let seasons =
            |from, until| -> Vec<Season> { pauses(from, until).iter().map(|it| it.season).collect() };
        assert_eq!(seasons(date(2026, 1, 2), date(2026, 2, 14)), [Season::Christmas, Season::Winter]);
        assert_eq!(seasons(date(2026, 1, 4), date(2026, 2, 13)), []);
        assert_eq!(pauses(date(2026, 1, 5), date(2026, 12, 31)).len(), 5);
    }

    #[test]
    fn a_weekly_cycle_bridges_every_pause_but_the_summer() {
        for pause in pauses(date(2026, 2, 1), date(2028, 1, 31)) {
            let n_days = (pause.until - pause.from).get_days() + 1;
            assert!(n_days <= 16 || pause.season == Season::Summer, "{pause:?}");
        }
    }

    #[test]
    fn the_last_year_of_the_calendar_has_its_pauses() {
        assert_eq!(pauses(date(9999, 12, 1), date(9999, 12, 31)).len(), 1);
        assert_eq!(pauses(date(-9999, 1, 1), date(-9999, 1, 31)).len(), 0);
    }
}
