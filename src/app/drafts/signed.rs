//! Author and time of a change.

use std::fmt::Display;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::messages::Messages;

/// Author and time of a change.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Signed {
    /// The author's name, on a site with logins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// The time.
    #[serde(serialize_with = "to_text", deserialize_with = "of_text")]
    pub at: Timestamp,
}

impl Signed {
    /// The time for the reader: `29/11/2026, 10 h 42`.
    pub fn time(&self, messages: &Messages) -> String {
        let time = self.at.to_zoned(TimeZone::system());
        let minute = u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
        format!("{}, {}", messages.date(time.date()), messages.time_of_day(minute))
    }

    /// The name; empty without login.
    pub fn name(&self) -> &str {
        self.who.as_deref().unwrap_or_default()
    }

    /// Author and time, in words: `Anne, 29/11/2026, 10 h 42`.
    pub fn words(&self, messages: &Messages) -> String {
        let variables = [("who", self.name().into()), ("time", self.time(messages).into())];
        let key = if self.who.is_some() { "draft-by" } else { "draft-at" };
        messages.text(key, &variables)
    }
}

/// Serialises a value as its `Display` text.
pub(in crate::app) fn to_text<T: Display, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}

/// Deserialises a value from that text.
pub(in crate::app) fn of_text<'a, T: FromStr<Err: Display>, D: Deserializer<'a>>(
    from: D,
) -> Result<T, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// The same for an optional value.
#[expect(clippy::ref_option, reason = "what the macro of serde calls")]
pub(in crate::app) fn to_text_or_none<T: Display, S: Serializer>(
    value: &Option<T>,
    to: S,
) -> Result<S::Ok, S::Error> {
    value.as_ref().map(ToString::to_string).serialize(to)
}

/// Deserialises an optional value.
pub(in crate::app) fn of_text_or_none<'a, T: FromStr<Err: Display>, D: Deserializer<'a>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    let text: Option<String> = Option::deserialize(from)?;
    text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_read_as_it_was_written() {
        let at = "2026-11-29T10:42:00Z".parse().expect("a time");
        for who in [None, Some("Émile".into())] {
            let signed = Signed { who, at };
            let text = serde_json::to_string(&signed).expect("a text");
            assert_eq!(serde_json::from_str::<Signed>(&text).expect("a signature"), signed);
        }
        assert!(serde_json::from_str::<Signed>(r#"{"at":"now"}"#).is_err());
    }
}
