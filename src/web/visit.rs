//! One request: in which language its reader is answered, and work for it.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Response};

use super::clock::now;
use super::fault::Fault;
use super::guard::who::Who;
use super::language;
use super::layout::Layout;
use super::site::Site;
use crate::app::drafts::signed::Signed;
use crate::messages::{Lang, Messages};

/// What a function of a page answers: a response, or what went wrong.
pub(super) type Answer = Result<Response, Fault>;

/// One request.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// What all requests share.
    pub(super) site: Arc<Site>,
    /// The reader's language.
    pub(super) lang: Lang,
    /// Whether htmx asks, for a part of the page that is shown.
    pub(super) is_part: bool,
    /// Who asks, where people say who they are.
    pub(super) who: Option<Who>,
}

impl Visit {
    /// That of a request with these headers.
    pub(super) fn new(site: &Arc<Site>, headers: &HeaderMap) -> Self {
        let lang = site.lang().or_else(|| language::wished(headers)).unwrap_or(Lang::Fr);
        Self { site: Arc::clone(site), lang, is_part: headers.contains_key("hx-request"), who: None }
    }

    /// The catalogue in the reader's language.
    pub(super) fn messages(&self) -> &Messages {
        self.site.messages(self.lang)
    }

    /// Who does what is asked for, and when.
    pub(super) fn signed(&self) -> Signed {
        Signed { who: self.who.as_ref().map(|who| who.0.to_string()), at: now() }
    }

    /// What all pages have, under this title.
    pub(super) fn layout(&self, title: &str) -> Layout<'_> {
        Layout::new(self.messages(), title, self.who.as_ref())
    }

    /// Does what reads files or computes in a thread that may block. It is done to its end, also where the reader leaves.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        task: impl FnOnce(&Self) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let own = self.clone();
        tokio::task::spawn_blocking(move || task(&own)).await.map_err(|_| Fault::ours())
    }
}

impl FromRequestParts<Arc<Site>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Infallible> {
        let who = parts.extensions.get::<Who>().cloned();
        Ok(Self { who, ..Self::new(site, &parts.headers) })
    }
}

/// A page that a template makes, or a part of one.
pub(super) fn page(template: &impl askama::Template) -> Answer {
    template.render().map(|html| Html(html).into_response()).map_err(|_| Fault::ours())
}
