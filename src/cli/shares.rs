//! Arguments with values and their shares: `mornings=0.2`.

use super::values::{not_negative, share};
use crate::demand::Weekly;

pub(super) fn pattern(text: &str) -> Result<(Weekly, f64), &'static str> {
    let (name, part) = split(text)?;
    let pattern = Weekly::ALL.into_iter().find(|pattern| pattern.name() == name);
    Ok((pattern.ok_or("any|mornings|afternoons|late|days|few")?, part))
}

pub(super) fn track(text: &str) -> Result<(String, f64), &'static str> {
    let (name, part) = split(text)?;
    if name.is_empty() { Err("TRACK=SHARE") } else { Ok((name.to_owned(), part)) }
}

pub(super) fn number(text: &str) -> Result<(f64, f64), &'static str> {
    let (number, part) = split(text)?;
    Ok((not_negative(number)?, part))
}

/// A name and its share.
fn split(text: &str) -> Result<(&str, f64), &'static str> {
    let (name, part) = text.rsplit_once('=').ok_or("NAME=SHARE")?;
    Ok((name.trim(), share(part)?))
}
