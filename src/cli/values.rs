//! Parsers of arguments.

use crate::solve::effort::Effort;

/// A finite number that is not negative; a decimal comma is accepted as well.
pub(super) fn not_negative(text: &str) -> Result<f64, &'static str> {
    let number: f64 = text.replace(',', ".").parse().map_err(|_| "number")?;
    if number.is_finite() && number >= 0.0 { Ok(number) } else { Err("number") }
}

/// A finite number above zero.
pub(super) fn positive(text: &str) -> Result<f64, &'static str> {
    not_negative(text).and_then(|number| if number > 0.0 { Ok(number) } else { Err("number") })
}

/// A finite number that is one or more.
pub(super) fn at_least_one(text: &str) -> Result<f64, &'static str> {
    not_negative(text).and_then(|number| if number >= 1.0 { Ok(number) } else { Err("number") })
}

/// A word for an amount of search.
pub(super) fn effort(text: &str) -> Result<Effort, &'static str> {
    Effort::from_name(text).ok_or("effort")
}

/// A share: from 0 to 1.
pub(super) fn share(text: &str) -> Result<f64, &'static str> {
    not_negative(text).and_then(|number| if number <= 1.0 { Ok(number) } else { Err("share") })
}

/// The address of a server.
pub(super) fn server(text: &str) -> Result<String, &'static str> {
    let host = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
    let is_address = host.is_some_and(|host| {
        host.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '[')
            && !host.contains(|letter: char| letter.is_whitespace() || "?#".contains(letter))
    });
    if is_address { Ok(text.to_owned()) } else { Err("address") }
}
