//! The name of a table in addresses: `residents`, or `residents-2` if a scenario has two files for one table.

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

/// The table that the segments `{name}` and `{table}` of an address name.
#[derive(Debug, Clone)]
pub(super) struct InTable {
    /// Its project.
    pub(super) project: Project,
    /// The table.
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

/// The table with a name in addresses.
fn named(name: &str) -> Option<Address> {
    let (kind, part) = match name.split_once('-') {
        Some((kind, number)) => (kind, number.parse::<usize>().ok().filter(|&number| number > 1)? - 1),
        None => (name, 0),
    };
    Some(Address { kind: Kind::named(kind)?, part })
}

/// The address of a table's page.
pub(super) fn page_of(project: &ProjectName, table: Address) -> String {
    let part = if table.part == 0 { String::new() } else { format!("-{}", table.part + 1) };
    format!("{}/data/{}{part}", address(project), table.kind.name())
}

/// The title of a table.
pub(super) fn title(table: Address, messages: &Messages) -> String {
    let name = messages.text(&format!("web-table-{}", table.kind.name()), &[]);
    if table.part == 0 { name } else { format!("{name} {}", table.part + 1) }
}

/// A link to a table, in the navigation of a project's tables.
#[derive(Debug)]
pub(super) struct Link {
    /// Its address.
    pub(super) address: String,
    /// Its title.
    pub(super) title: String,
    /// Whether it leads to the current table.
    pub(super) is_here: bool,
    /// Whether the table has unsaved changes.
    pub(super) is_unsaved: bool,
}

/// The links to a project's tables, on the page of one of them.
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
