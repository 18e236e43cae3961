//! The planner's page: what the command line does, in a browser on her own machine.
//!
//! ```text
//!  browser ─► server ─► headers ─► worded ─► guard ─► bounds ─► pages ─► app
//!            (socket)  (policy)   (faults)   (who)   (time)   (address    (work, in threads
//!                                                              to function) that may block)
//! ```
//!
//! - [`server`]: the socket of this machine alone, connections, the end; [`Opening`] says what to serve and how;
//! - [`site`]: what all requests share: the folder, the catalogue in both languages, secrets and limits;
//! - `guard`: who gets in, with a table of the attacks that were tried; `headers`: what a browser may do with a page;
//! - `fault`, `worded`: whatever goes wrong, as a page in the reader's language; `bounds`: how long and how many at once;
//! - `visit`: one request: in which language its reader is answered, work in a thread that may block; `in_project`: the
//!   project that its address names;
//! - `drafts`: tables that are edited, between two requests; `edits`: plans that are being changed; `exports`: documents that are
//!   being made meanwhile; `held`: what is behind their locks;
//! - `upload`: forms with files; `clock`: what day it is; `layout`, `tabs`: what all pages have; `assets`: style, scripts, pictures,
//!   compiled in;
//! - `pages`: one file each, with its addresses, its functions and what its template shows.
//!
//! A function of a page holds no rule and no price: it turns a request into that of a use case of [`app`](crate::app), and what
//! comes back into a template. Everything worded comes from the catalogue (`messages/*/web.ftl`).
//!
//! # A page that is added
//! Its file in `pages`, with `routes()`; its line in `pages::routes`; its line in `tabs`, if a project's navigation leads
//! there; its template in `templates`; its texts; its test in `tests/it/web`.

mod assets;
mod bounds;
mod clock;
mod drafts;
mod edits;
mod exports;
mod fault;
mod guard;
mod headers;
mod held;
mod in_project;
mod language;
mod layout;
mod pages;
mod secret;
pub mod server;
pub mod site;
mod tabs;
mod upload;
mod visit;
mod worded;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};

pub use server::{Server, Stopper};
pub use site::{Limits, Opening, PublicAddress, Shared, Site, SocketAddr};

/// All addresses of a site, with everything that stands before them.
pub fn router(site: &Arc<Site>) -> Router {
    let through = |site: &Arc<Site>| Arc::clone(site);
    pages::routes(&site.limits)
        .merge(assets::routes())
        .fallback(worded::no_such_page)
        .layer(DefaultBodyLimit::max(site.limits.form_bytes))
        .layer(from_fn_with_state(through(site), bounds::bounded))
        .layer(from_fn_with_state(through(site), guard::admitted))
        .layer(from_fn_with_state(through(site), worded::worded))
        .layer(from_fn(headers::strict))
        .with_state(through(site))
}
