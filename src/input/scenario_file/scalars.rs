//! Numbers and dates of a scenario file.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::input::{value, when};
use crate::instance::units::NANO;

/// An exact decimal number of at most nine decimals.
///
/// It is read from its digits, never through a float, and written as the shortest number with the same digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i64);

impl Decimal {
    /// A whole number.
    pub const fn whole(units: i64) -> Self {
        Self(units * NANO)
    }

    /// A number of thousandths.
    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths * (NANO / 1_000))
    }

    /// The number in billionths.
    pub const fn nano(self) -> i64 {
        self.0
    }

    /// The number as a float, for settings that are not quantities of a plan.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / NANO as f64
    }

    /// The number with these digits; `None` if they are not a number, or one that cannot be kept exactly.
    pub fn parse(digits: &str) -> Option<Self> {
        let widest = i64::MIN / NANO..=i64::MAX / NANO;
        value::decimal(digits, &widest).ok().map(Self)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % NANO == 0 {
            serializer.serialize_i64(self.0 / NANO)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Digits)
    }
}

/// Takes a number, or a text with its digits, which is what the scenario's reader passes.
struct Digits;

impl Visitor<'_> for Digits {
    type Value = Decimal;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number with at most nine decimals")
    }

    fn visit_str<E: Error>(self, digits: &str) -> Result<Decimal, E> {
        Decimal::parse(digits).ok_or_else(|| E::invalid_value(Unexpected::Str(digits), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Decimal, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Decimal, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
        // The shortest digits that give this float are those it was written with.
        self.visit_str(&number.to_string())
    }
}

impl JsonSchema for Decimal {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let date = when::date(&text);
        date.map(Self).map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &"a date"))
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}
