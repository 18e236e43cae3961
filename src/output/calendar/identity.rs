//! The identity of an event: a session, in one calendar.
//!
//! The identifier of an event (its `UID`) is made of the cycle, the session's number, the owner of the calendar, and the
//! series: `C001-1.trainer-T1.rollout-1f0c29ab45de@ateliers`. No part contains a full stop, so that it can be parsed
//! exactly. Why the owner? A cancellation sent to one town hall, whose residents no longer attend, must not remove the
//! session from another's calendar.
//!
//! The series distinguishes plans of different seasons and territories: scenarios of one name have the same cycles
//! (`C001`, …) every spring and autumn. It is made of the scenario's name, its horizon and its communes. It stays the
//! same along `--previous` and along announced plans, even if name, horizon or communes change.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::instance::Instance;
use crate::output::export::paths::safe;

/// The end of all our identifiers.
const DOMAIN: &str = "@ateliers";
/// Bytes of the digest that distinguishes series.
const TOLD_APART: usize = 6;

/// The owner of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// A town hall's, by INSEE code.
    Mairie(String),
    /// A trainer's.
    Trainer(String),
}

impl Whose {
    /// The INSEE code or the trainer's identifier.
    pub fn id(&self) -> &str {
        match self {
            Self::Mairie(id) | Self::Trainer(id) => id,
        }
    }

    fn word(&self) -> &'static str {
        match self {
            Self::Mairie(_) => "mairie",
            Self::Trainer(_) => "trainer",
        }
    }

    /// Parses an owner such as `trainer-T1`.
    fn said(text: &str) -> Option<Self> {
        let (word, id) = text.split_once('-')?;
        match word {
            "mairie" => Some(Self::Mairie(plain(id))),
            "trainer" => Some(Self::Trainer(plain(id))),
            _ => None,
        }
    }
}

/// A session of a cycle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Session {
    /// The cycle's id.
    pub cycle: String,
    /// The session's number, from 1.
    pub number: usize,
}

impl Session {
    /// The identifier of its event.
    pub fn uid(&self, whose: &Whose, series: &str) -> String {
        let (cycle, id) = (kept(&self.cycle), kept(whose.id()));
        format!("{cycle}-{}.{}-{id}.{series}{DOMAIN}", self.number, whose.word())
    }
}

/// The parts of an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) session: Session,
    pub(super) whose: Whose,
    pub(super) series: String,
}

impl Identity {
    /// Whether an identifier is one of ours.
    pub(super) fn is_ours(uid: &str) -> bool {
        uid.ends_with(DOMAIN)
    }

    /// Parses an identifier; `None` if it is not one of ours. Identifiers of earlier versions, whose ids may contain
    /// full stops, are parsed as well as possible.
    pub(super) fn read(uid: &str) -> Option<Self> {
        let (named, series) = uid.strip_suffix(DOMAIN)?.rsplit_once('.')?;
        let split = |(at, _): (usize, &str)| {
            let (cycle, number) = named[..at].rsplit_once('-')?;
            let session = Session { cycle: plain(cycle), number: number.parse().ok()? };
            Some((session, Whose::said(&named[at + 1..])?))
        };
        let (session, whose) = named.match_indices('.').find_map(split)?;
        Some(Self { session, whose, series: series.to_owned() })
    }
}

/// The series of a plan none of which was published before.
pub fn series(instance: &Instance) -> String {
    let horizon = instance.rules.horizon;
    let mut codes: Vec<&str> = instance.communes.iter().map(|commune| commune.insee.as_str()).collect();
    codes.sort_unstable();
    let mut digest = Sha256::new();
    for part in [instance.name.as_str(), &horizon.start.to_string(), &horizon.end.to_string()] {
        digest.update(part);
        digest.update([0]);
    }
    for code in codes {
        digest.update(code);
        digest.update([0]);
    }
    let mut series = format!("{}-", safe(&instance.name));
    for byte in digest.finalize().iter().take(TOLD_APART) {
        let _ = write!(series, "{byte:02x}");
    }
    series
}

/// An id in ASCII letters, digits, hyphens and underscores; every other byte as `%2e`.
fn kept(id: &str) -> String {
    let mut kept = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            kept.push(char::from(byte));
        } else {
            let _ = write!(kept, "%{byte:02x}");
        }
    }
    kept
}

/// The id that [`kept`] encoded; the text itself if it is not encoded.
fn plain(kept: &str) -> String {
    let mut bytes = Vec::with_capacity(kept.len());
    let mut parts = kept.split('%');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        let byte = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let Some(byte) = byte else { return kept.to_owned() };
        bytes.push(byte);
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap_or_else(|_| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_read_back_exactly_whatever_the_ids() {
        for cycle in ["C001", "C-1", "a.trainer-M.b", "é %", "1-2.mairie-25304"] {
            for id in ["M", "M.Exemple", "M.", "trainer-M", "Zoé@ateliers", "%2e"] {
                let session = Session { cycle: cycle.to_owned(), number: 12 };
                for whose in [Whose::Trainer(id.to_owned()), Whose::Mairie(id.to_owned())] {
                    let uid = session.uid(&whose, "small-00");
                    assert!(uid.is_ascii(), "{uid}");
                    let series = "small-00".to_owned();
                    let expected = Identity { session: session.clone(), whose, series };
                    assert_eq!(Identity::read(&uid), Some(expected), "{uid}");
                }
            }
        }
    }

    #[test]
    fn identifiers_of_earlier_versions_are_read() {
        let read = Identity::read("C001-1.trainer-M.Exemple.small@ateliers").expect("ours");
        assert_eq!((read.whose, read.series), (Whose::Trainer("M.Exemple".to_owned()), "small".to_owned()));
        assert_eq!(read.session, Session { cycle: "C001".to_owned(), number: 1 });
    }

    #[test]
    fn what_is_not_ours_is_not_read() {
        for uid in
            ["", "@ateliers", "1@example.org", "C001-x.trainer-T1.small@ateliers", "C1-1.small@ateliers"]
        {
            assert_eq!(Identity::read(uid), None, "{uid}");
        }
    }
}
