//! Events, as entered.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use super::ways::BETWEEN;
use crate::app::amend::Amendment;
use crate::app::amend::change::Change;
use crate::app::projects::new::Sent;
use crate::input::amending::rows::Period;

/// The name of an enrolments file while it is checked; no file of this name is written.
const LATE: &str = ".late-enrolments";
/// Extensions of files with enrolments.
const KINDS: [&str; 6] = ["csv", "txt", "tsv", "xlsx", "xlsm", "ods"];

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    pub(super) amendment: Amendment,
    /// The file of late enrolments, and its original name.
    pub(super) sent: Option<(Vec<u8>, String)>,
}

/// The input does not describe an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// Its kind is missing.
    Kind,
    /// Residents who withdraw are missing.
    Nobody,
    /// The first or last day is missing.
    Days,
    /// The session, person or time is missing: nothing was chosen.
    Choice,
    /// The file is neither a table nor a workbook.
    File,
}

impl Happened {
    /// Parses a form.
    ///
    /// # Errors
    /// If it does not describe an event.
    pub fn typed(fields: &BTreeMap<String, String>) -> Result<Self, Unclear> {
        let field = |name: &str| fields.get(name).map_or("", |text| text.trim());
        let day = |name: &str| field(name).parse::<Date>().map_err(|_| Unclear::Days);
        let period = || Ok(Period { from: day("from")?, until: day("until")? });
        let amendment = match field("what") {
            "withdraw" => {
                let is_between = |letter: char| letter.is_whitespace() || ",;".contains(letter);
                let names = field("residents").split(is_between).filter(|name| !name.is_empty());
                let names: Vec<String> = names.map(str::to_owned).collect();
                if names.is_empty() {
                    return Err(Unclear::Nobody);
                }
                Amendment::Withdraw(names)
            }
            "absent" => Amendment::Absent { trainer: field("trainer").to_owned(), period: period()? },
            "closed" => Amendment::Closed { venues: vec![field("room").to_owned()], period: period()? },
            what => {
                let change = decided(what, &field)?;
                Amendment::Change { cycle: chosen(field("cycle"))?, change }
            }
        };
        Ok(Self { amendment, sent: None })
    }

    /// Late enrolments, in a project's folder.
    ///
    /// # Errors
    /// If files of this kind cannot contain enrolments.
    pub fn late(folder: &Path, sent: Sent) -> Result<Self, Unclear> {
        let kind = sent.name.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
        let kind = kind.filter(|kind| KINDS.contains(&kind.as_str())).ok_or(Unclear::File)?;
        let amendment = Amendment::Add(folder.join(LATE).with_extension(kind));
        Ok(Self { amendment, sent: Some((sent.bytes, sent.name)) })
    }

    /// The file of late enrolments: its path in memory, and its original name.
    pub(super) fn file(&self) -> Option<(&Path, &str)> {
        let Amendment::Add(path) = &self.amendment else { return None };
        self.sent.as_ref().map(|(_, name)| (path.as_path(), name.as_str()))
    }
}

/// The change chosen for a cycle.
fn decided<'a>(what: &str, field: &dyn Fn(&str) -> &'a str) -> Result<Change, Unclear> {
    let names = |name: &str| -> Result<Vec<String>, Unclear> {
        Ok(chosen(field(name))?.split(BETWEEN).map(str::to_owned).collect())
    };
    let day = |text: &str| text.parse::<Date>().map_err(|_| Unclear::Choice);
    Ok(match what {
        "stand-in" => {
            let (date, trainer) = field("session").split_once(' ').ok_or(Unclear::Choice)?;
            Change::StandIn { date: day(date)?, trainer: trainer.to_owned() }
        }
        "postpone" => Change::Postpone(day(field("session"))?),
        "trainer" => Change::Trainer(chosen(field("trainer"))?),
        "move" => {
            let from = Some(field("from")).filter(|from| !from.is_empty());
            let from = from.map(|from| from.parse().map_err(|_| Unclear::Days)).transpose()?;
            Change::Move { slot: chosen(field("slot"))?, from }
        }
        "join" => Change::Join(names("residents")?),
        "leave" => Change::Leave(names("residents")?),
        "close" => Change::Close,
        _ => return Err(Unclear::Kind),
    })
}

/// The choice from a list.
fn chosen(text: &str) -> Result<String, Unclear> {
    if text.is_empty() { Err(Unclear::Choice) } else { Ok(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Result<Happened, Unclear> {
        Happened::typed(&fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn what_is_typed_is_understood_or_refused() {
        let left = typed(&[("what", "withdraw"), ("residents", " R1, R2;R3\nR4 ")]).expect("understood");
        let names = ["R1", "R2", "R3", "R4"].map(str::to_owned);
        assert_eq!(left.amendment, Amendment::Withdraw(names.into()));
        assert_eq!(typed(&[("what", "withdraw"), ("residents", " , ")]), Err(Unclear::Nobody));
        let days = [("what", "absent"), ("trainer", "T1"), ("from", "2026-02-01"), ("until", "")];
        assert_eq!(typed(&days), Err(Unclear::Days));
        assert_eq!(typed(&[]), Err(Unclear::Kind));
        assert_eq!(typed(&[("what", "close")]), Err(Unclear::Choice));
        let change = |fields: &[(&str, &str)]| match typed(&[&[("cycle", "C1")], fields].concat()) {
            Ok(Happened { amendment: Amendment::Change { change, .. }, .. }) => Ok(change),
            Ok(other) => panic!("{other:?}"),
            Err(why) => Err(why),
        };
        let (date, names) = (jiff::civil::date(2026, 1, 12), ["R 1", "R2"].map(str::to_owned));
        let stand_in = change(&[("what", "stand-in"), ("session", "2026-01-12 T 2")]);
        assert_eq!(stand_in, Ok(Change::StandIn { date, trainer: "T 2".to_owned() }));
        assert_eq!(change(&[("what", "postpone"), ("session", "2026-01-12")]), Ok(Change::Postpone(date)));
        assert_eq!(change(&[("what", "join"), ("residents", "R 1\tR2")]), Ok(Change::Join(names.into())));
        let later = Change::Move { slot: "s".to_owned(), from: Some(date) };
        assert_eq!(change(&[("what", "move"), ("slot", "s"), ("from", "2026-01-12")]), Ok(later));
        assert_eq!(change(&[("what", "move"), ("slot", "s"), ("from", "x")]), Err(Unclear::Days));
        for (what, field) in
            [("stand-in", "session"), ("postpone", "session"), ("trainer", "trainer"), ("leave", "residents")]
        {
            assert_eq!(change(&[("what", what), (field, "")]), Err(Unclear::Choice), "{what}");
        }
        let sent = |name: &str| Sent { name: name.to_owned(), bytes: Vec::new() };
        let late = Happened::late(Path::new("p"), sent("../../Été.CSV")).expect("a table");
        assert_eq!(late.file().map(|(path, _)| path), Some(Path::new("p/.late-enrolments.csv")));
        assert_eq!(Happened::late(Path::new("p"), sent("x.exe")), Err(Unclear::File));
    }
}
