//! The view of a plan, as encoded in its address.

use jiff::civil::Date;
use serde::Deserialize;

use crate::app::edit::board::Rows;
use crate::web::tabs::encoded;

/// The view of a plan. Missing or invalid parts of an address take their default.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(super) struct View {
    /// The plan, by the name of its folder in the project.
    pub(super) plan: Option<String>,
    /// One of [`Kind`], by its name.
    #[serde(rename = "view")]
    pub(super) shown: Option<String>,
    /// `venues` if the rows of the calendar are rooms; otherwise they are trainers.
    pub(super) rows: Option<String>,
    /// Whether unused rooms are shown.
    pub(super) all: Option<String>,
    /// A day of the week shown.
    pub(super) week: Option<String>,
    /// The cycle whose page is open.
    pub(super) cycle: Option<String>,
    /// Name of the commune whose residents are listed.
    pub(super) commune: Option<String>,
}

/// The kinds of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Week,
    Cycles,
    People,
    Map,
}

impl Kind {
    /// Each kind with its name in an address and its message.
    pub(super) const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Week, "week", "web-board-week"),
        (Self::Cycles, "cycles", "web-board-cycles"),
        (Self::People, "people", "web-board-people"),
        (Self::Map, "map", "web-board-map"),
    ];
}

impl View {
    pub(super) fn kind(&self) -> Kind {
        let named = Kind::ALL.into_iter().find(|(_, name, _)| self.shown.as_deref() == Some(name));
        named.map_or(Kind::Week, |(kind, ..)| kind)
    }

    pub(super) fn rows(&self) -> Rows {
        if self.rows.as_deref() == Some("venues") { Rows::Venues } else { Rows::Trainers }
    }

    pub(super) fn day(&self) -> Option<Date> {
        self.week.as_deref()?.parse().ok()
    }

    /// The address of this view below `base`.
    pub(super) fn address(&self, base: &str) -> String {
        let parts = [
            ("plan", &self.plan),
            ("view", &self.shown),
            ("rows", &self.rows),
            ("all", &self.all),
            ("week", &self.week),
            ("cycle", &self.cycle),
            ("commune", &self.commune),
        ];
        let said = parts.iter().filter_map(|(key, value)| {
            let value = value.as_deref().filter(|value| !value.is_empty())?;
            Some(format!("{key}={}", encoded(value)))
        });
        let said = said.collect::<Vec<_>>().join("&");
        if said.is_empty() { base.to_owned() } else { format!("{base}?{said}") }
    }

    /// The same view of another kind.
    pub(super) fn shown_as(&self, name: &str) -> Self {
        Self { shown: Some(name.to_owned()), ..self.clone() }
    }

    /// The same view with the page of a cycle.
    pub(super) fn of_cycle(&self, id: &str) -> Self {
        Self { cycle: Some(id.to_owned()), ..self.clone() }
    }

    /// The same view in the week of a day.
    pub(super) fn in_week(&self, day: Date) -> Self {
        Self { week: Some(day.to_string()), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_looked_at_and_nothing_else() {
        let day = jiff::civil::date(2027, 1, 4);
        let view = View { plan: Some("à la main".into()), rows: Some(String::new()), ..View::default() };
        let view = view.in_week(day).of_cycle("C&1");
        assert_eq!(view.address("/x"), "/x?plan=%C3%A0%20la%20main&week=2027-01-04&cycle=C%261");
        assert_eq!((view.kind(), view.day()), (Kind::Week, Some(day)));
        assert_eq!(View::default().address("/x"), "/x");
    }
}
