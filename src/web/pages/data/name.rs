//! How the address of a page names a table: `residents`, or `residents-2` where a scenario has two parts of one.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use crate::app::grid::{Address, Kind, Named};
use crate::app::projects::{Project, ProjectName};
use crate::messages::Messages;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::site::Site;
use crate::web::tabs::address;

/// The table that the parts `{name}` and `{table}` of an address name.
#[derive(Debug, Clone)]
pub(super) struct InTable {
    /// Its project.
    pub(super) project: Project,
    /// Which of its tables.
    pub(super) address: Address,
}

impl FromRequestParts<Arc<Site>> for InTable {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Fault> {
        let words: Result<Path<BTreeMap<String, String>>, _> = Path::from_request_parts(parts, site).await;
        let name = words.ok().and_then(|Path(mut words)| words.remove("table")).ok_or_else(Fault::nowhere)?;
        let address = named(&name).ok_or_else(Fault::nowhere)?;
        let InProject(project) = InProject::from_request_parts(parts, site).await?;
        Ok(Self { project, address })
    }
}

/// The table of a name in an address.
fn named(name: &str) -> Option<Address> {
    let (kind, part) = match name.split_once('-') {
        Some((kind, number)) => (kind, number.parse::<usize>().ok().filter(|&number| number > 1)? - 1),
        None => (name, 0),
    };
    Some(Address { kind: Kind::named(kind)?, part })
}

/// Where the page of a table is.
pub(super) fn page_of(project: &ProjectName, table: Address) -> String {
    let part = if table.part == 0 { String::new() } else { format!("-{}", table.part + 1) };
    format!("{}/data/{}{part}", address(project), table.kind.name())
}

/// What a table is called.
pub(super) fn title(table: Address, messages: &Messages) -> String {
    let name = messages.text(&format!("web-table-{}", table.kind.name()), &[]);
    if table.part == 0 { name } else { format!("{name} {}", table.part + 1) }
}

/// A table in the navigation between those of a project.
#[derive(Debug)]
pub(super) struct Link {
    /// Where it leads.
    pub(super) address: String,
    /// What it is called.
    pub(super) title: String,
    /// Whether it leads to the one that is shown.
    pub(super) is_here: bool,
    /// Whether it differs from its file.
    pub(super) is_unsaved: bool,
}

/// The tables of a project, seen from one of them.
pub(super) fn links(
    project: &ProjectName,
    tables: &[Named],
    (here, unsaved): (Address, &[Address]),
    messages: &Messages,
) -> Vec<Link> {
    let link = |table: &Named| Link {
        address: page_of(project, table.address),
        title: title(table.address, messages),
        is_here: table.address == here,
        is_unsaved: unsaved.contains(&table.address),
    };
    tables.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_tables_and_nothing_else() {
        let project = "a".parse().expect("a name");
        for kind in Kind::ALL {
            for part in [0, 1, 11] {
                let address = Address { kind, part };
                let page = page_of(&project, address);
                assert_eq!(page.rsplit('/').next().and_then(named), Some(address));
            }
        }
        for name in ["", "people", "residents-", "residents-0", "residents-1", "residents--2", "Residents"] {
            assert_eq!(named(name), None, "{name}");
        }
    }
}
