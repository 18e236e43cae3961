//! Names and addresses, read at export time for the documents that need them: attendance sheets and letters.
//!
//! They are kept apart from the instance on purpose: no plan, log, map, calendar or report can show what it does not
//! have.

use std::collections::BTreeMap;
use std::fmt;

use crate::instance::ids::{CommuneId, ResidentId};

/// How to reach a person or a town hall.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// First and last name, or the name of the town hall.
    pub name: String,
    /// Postal address, lines separated by commas.
    pub address: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// When a town hall is open.
    pub hours: Option<String>,
}

impl Contact {
    /// The surname, then what precedes or follows it, as a list of people is sorted: `Jeanne Dupont` is at D. Words in
    /// capitals are a surname wherever they are (`DUPONT Jeanne`); else it is all that follows the first word.
    pub fn surname_first(&self) -> (String, String) {
        const TITLES: [&str; 9] = ["m.", "mr", "mr.", "mme", "mlle", "mrs", "ms", "madame", "monsieur"];
        let is_title = |word: &&str| TITLES.contains(&word.to_lowercase().as_str());
        let words: Vec<&str> = self.name.split_whitespace().filter(|word| !is_title(word)).collect();
        let (capitals, others): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| is_in_capitals(word));
        if !capitals.is_empty() && !others.is_empty() {
            return (capitals.join(" "), others.join(" "));
        }
        match words.split_first() {
            Some((first, rest)) if !rest.is_empty() => (rest.join(" "), (*first).to_owned()),
            _ => (words.concat(), String::new()),
        }
    }
}

/// Whether a word has two letters or more, all of them capitals.
fn is_in_capitals(word: &str) -> bool {
    let letters = || word.chars().filter(|character| character.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// Nobody's name gets into a log by way of a debug print.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Contact").finish_non_exhaustive()
    }
}

/// All contacts of an export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contacts {
    /// Of residents.
    pub residents: BTreeMap<ResidentId, Contact>,
    /// Of town halls, by their commune.
    pub mairies: BTreeMap<CommuneId, Contact>,
    /// Whether the table says that its rows are invented; what is printed from them must say so too.
    pub is_invented: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_found_however_a_name_is_written() {
        let split = |name: &str| Contact { name: name.to_owned(), ..Contact::default() }.surname_first();
        let pair = |surname: &str, given: &str| (surname.to_owned(), given.to_owned());
        assert_eq!(split("Jeanne Dupont"), pair("Dupont", "Jeanne"));
        assert_eq!(split("DUPONT Jeanne"), pair("DUPONT", "Jeanne"));
        assert_eq!(split("Mme Anne Le Goff"), pair("Le Goff", "Anne"));
        assert_eq!(split("Jean-Paul DE LA TOUR"), pair("DE LA TOUR", "Jean-Paul"));
        assert_eq!(split("ÉLODIE MARTIN"), pair("MARTIN", "ÉLODIE"));
        assert_eq!(split("Zoé"), pair("Zoé", ""));
    }

    #[test]
    fn a_debug_print_shows_no_name() {
        let contact = Contact { name: "Jeanne Dupont".to_owned(), ..Contact::default() };
        assert_eq!(format!("{contact:?}"), "Contact { .. }");
    }
}
