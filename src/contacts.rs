//! Names and addresses, read at export time for the documents that need them: attendance sheets and convocations.
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
    fn a_debug_print_shows_no_name() {
        let contact = Contact { name: "Jeanne Dupont".to_owned(), ..Contact::default() };
        assert_eq!(format!("{contact:?}"), "Contact { .. }");
    }
}
