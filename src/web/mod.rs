//! The planner's pages: the functions of the command line, in a browser on the planner's machine.
//!
//! ```text
//!  browser ─► server ─► headers ─► worded ─► guard ─► bounds ─► pages ─► app
//!            (socket)  (policy)   (faults)   (who)   (time)   (address    (work, in threads
//!                                                              to function) that may block)
//! ```
//!
//! - [`server`]: the socket, on this machine only by default; connections; shutdown. [`Opening`] holds its options;
//! - [`site`]: state shared by all requests: the folder, the catalogue in both languages, secrets and limits;
//! - `guard`: access control, with a table of the attacks that were tested; `headers`: the security headers of every response;
//! - `fault`, `worded`: errors as pages in the reader's language; `bounds`: time limit and number of concurrent requests;
//! - `visit`: one request: the reader's language, and work in a thread that may block; `in_project`: the project named by
//!   the address;
//! - `drafts`: drafts of tables, kept between requests; `edits`: plans that are being changed; `exports`: documents made in
//!   the background; `held`: access to the values behind their locks;
//! - `upload`: forms with files; `clock`: the current time; `layout`, `tabs`: the parts common to all pages; `assets`: style,
//!   scripts, pictures, compiled in;
//! - `pages`: one file per page, with its addresses, its handlers and the data of its template.
//!
//! A handler holds no business rule and no price: it turns a request into a call of a use case of [`app`](crate::app), and the
//! result into a template. All texts come from the catalogue (`messages/*/web.ftl`).
//!
//! # A page that is added
//! It needs a file in `pages`, with `routes()`; a line in `pages::routes`; a line in `tabs`, if it belongs to a project's
//! navigation; a template in `templates`; its texts; a test in `tests/it/web`.

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

/// The router of a site, with all middleware.
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
