//! The navigation of a project: a link to each page.

use std::fmt::Write as _;

use crate::app::projects::ProjectName;

/// A page of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// Its state, and the next step.
    Overview,
    /// Its tables.
    Data,
    /// The keys of its scenario.
    Settings,
    /// Searches.
    Planning,
    /// Its plan: calendar, cycles, people; changed by hand.
    Board,
    /// Residents who wait, and what can be tried.
    Waiting,
    /// Events of an announced plan.
    Life,
    /// Papers and calendars of its last plan.
    Documents,
    /// Plans side by side, and small batches of variants.
    Compare,
}

/// All pages, in the order of the work: message key, and address below the project's.
const TABS: &[(Tab, &str, &str)] = &[
    (Tab::Overview, "web-tab-overview", ""),
    (Tab::Data, "web-tab-data", "/data"),
    (Tab::Settings, "web-tab-settings", "/settings"),
    (Tab::Planning, "web-tab-planning", "/planning"),
    (Tab::Board, "web-tab-board", "/plan"),
    (Tab::Waiting, "web-tab-waiting", "/waiting"),
    (Tab::Life, "web-tab-life", "/life"),
    (Tab::Documents, "web-tab-documents", "/documents"),
    (Tab::Compare, "web-tab-compare", "/compare"),
];

/// A link of the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    /// Key of its text.
    pub(super) key: &'static str,
    /// Its address.
    pub(super) address: String,
    /// Whether it leads to the current page.
    pub(super) is_here: bool,
}

/// The links of a project, on one of its pages.
pub(super) fn links(project: &ProjectName, here: Tab) -> Vec<Link> {
    let home = address(project);
    let link = |&(tab, key, below): &(Tab, &'static str, &str)| Link {
        key,
        address: format!("{home}{below}"),
        is_here: tab == here,
    };
    TABS.iter().map(link).collect()
}

/// The address of a project's page.
pub(super) fn address(project: &ProjectName) -> String {
    format!("/projects/{}", encoded(project.as_str()))
}

/// Percent-encodes a text as a segment of an address: all bytes except ASCII letters, digits and `-_.`.
pub(super) fn encoded(text: &str) -> String {
    let mut address = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_plain_characters_only() {
        let name = "Été (1) & co".parse().expect("a name");
        assert_eq!(address(&name), "/projects/%C3%89t%C3%A9%20%281%29%20%26%20co");
        let links = links(&name, Tab::Overview);
        assert!(links[0].is_here && links[0].address == address(&name));
    }
}
