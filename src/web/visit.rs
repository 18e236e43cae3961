//! One request: its reader's language, and the work for it.

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

/// The result of a handler: a response, or an error.
pub(super) type Answer = Result<Response, Fault>;

/// One request.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// State shared by all requests.
    pub(super) site: Arc<Site>,
    /// The reader's language.
    pub(super) lang: Lang,
    /// Whether htmx asks for a part of the current page.
    pub(super) is_part: bool,
    /// The person who asks, on a site with logins.
    pub(super) who: Option<Who>,
}

impl Visit {
    /// The visit of a request with these headers.
    pub(super) fn new(site: &Arc<Site>, headers: &HeaderMap) -> Self {
        let lang = site.lang().or_else(|| language::wished(headers)).unwrap_or(Lang::Fr);
        Self { site: Arc::clone(site), lang, is_part: headers.contains_key("hx-request"), who: None }
    }

    /// The catalogue in the reader's language.
    pub(super) fn messages(&self) -> &Messages {
        self.site.messages(self.lang)
    }

    /// The person who makes the request, with the current time.
    pub(super) fn signed(&self) -> Signed {
        Signed { who: self.who.as_ref().map(|who| who.0.to_string()), at: now() }
    }

    /// The layout of a page with this title.
    pub(super) fn layout(&self, title: &str) -> Layout<'_> {
        Layout::new(self.messages(), title, self.who.as_ref())
    }

    /// Runs work that reads files or computes in a thread that may block. It runs to its end, even if the reader disconnects.
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

/// Renders a page, or a part of one.
pub(super) fn page(template: &impl askama::Template) -> Answer {
    template.render().map(|html| Html(html).into_response()).map_err(|_| Fault::ours())
}
