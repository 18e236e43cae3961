//! What the columns of tables hold, as a workbook shows it.

use crate::input::column::Column;
use crate::input::tables::kind::Kind;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Words.
    Text,
    /// Digits that are no number: an INSEE or postal code.
    Code,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A number.
    Number,
    /// An amount.
    Euros,
    /// Yes or no.
    YesNo,
    /// A commune.
    Commune,
    /// Slots.
    Slots,
    /// A day of the week.
    Weekday,
    /// What is closed.
    Scope,
    /// What a cycle teaches.
    Track,
}

impl Look {
    /// That of a column.
    pub(super) fn of(kind: Kind, column: Column) -> Self {
        match (kind, column.name) {
            (_, "insee" | "postal_code") => Self::Code,
            (_, "commune" | "base" | "depot") | (Kind::Roads | Kind::Distances, "from" | "to") => {
                Self::Commune
            }
            (Kind::Closures, "from" | "until") | (_, "available_from" | "available_until") => Self::Date,
            (_, "start") => Self::Time,
            (_, "weekday") => Self::Weekday,
            (_, "slots") => Self::Slots,
            (_, "scope") => Self::Scope,
            (_, "track") => Self::Track,
            (_, "step_free" | "needs_tablet" | "withdrawn") => Self::YesNo,
            (_, "cost_per_session" | "hourly_cost" | "km_cost") => Self::Euros,
            (
                _,
                "lat"
                | "lon"
                | "population"
                | "area_km2"
                | "min_cycles"
                | "km"
                | "minutes"
                | "seats"
                | "tablets"
                | "priority"
                | "max_travel_min"
                | "max_sessions_per_day"
                | "max_sessions_per_week"
                | "max_sessions",
            ) => Self::Number,
            _ => Self::Text,
        }
    }

    /// Whether it is a number, an amount, a day or a time.
    pub(super) fn is_measured(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Number | Self::Euros)
    }

    /// How wide its column is, characters.
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Slots => 44.0,
            Self::Commune | Self::Scope => 26.0,
            Self::Text => 22.0,
            _ => 13.0,
        }
    }
}
