//! The parts common to all pages: language, title, navigation, and the texts of the catalogue.

use super::guard::who::Who;
use super::tabs::{Link, Tab, address, links};
use crate::app::projects::ProjectName;
use crate::messages::{Lang, Messages};

/// The parts common to all pages.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    messages: &'a Messages,
    /// Title of the window and of the page.
    pub(super) title: String,
    /// The reader's name, on a site with logins.
    pub(super) who: Option<String>,
    /// The project whose page it is, with its address and its navigation.
    pub(super) project: Option<Place>,
}

/// The project whose page is shown.
#[derive(Debug)]
pub(super) struct Place {
    /// Its name.
    pub(super) name: String,
    /// Its address.
    pub(super) address: String,
    /// Its pages.
    pub(super) links: Vec<Link>,
}

impl<'a> Layout<'a> {
    /// The layout of a page outside projects.
    pub(super) fn new(messages: &'a Messages, title: &str, who: Option<&Who>) -> Self {
        Self { messages, title: title.to_owned(), who: who.map(|who| who.0.to_string()), project: None }
    }

    /// The same for a page of a project.
    pub(super) fn of(mut self, project: &ProjectName, tab: Tab) -> Self {
        let links = links(project, tab);
        self.project = Some(Place { name: project.to_string(), address: address(project), links });
        self
    }

    /// A message without variables.
    pub(super) fn text(&self, key: &str) -> String {
        self.messages.text(key, &[])
    }

    /// The value of HTML's `lang` attribute.
    pub(super) fn lang(&self) -> &'static str {
        match self.messages.lang {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}
