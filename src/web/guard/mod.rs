//! Access control: only a browser that has the secret, addresses this machine by its own name, and comes from the site's own pages.
//!
//! The socket listens on 127.0.0.1 only (`server`). A request passes if, in this order,
//!
//! 1. `Host` names this machine and this port, and so does the address, if it contains a host;
//! 2. `Origin`, if present, is one of the site's own; a request that changes something must have it; and if the browser sends
//!    `Sec-Fetch-Site`, it says that the request comes from the site's own pages or from the reader directly;
//! 3. it has the cookie given in exchange for the secret of the first address, or asks for style and scripts only.
//!
//! If people on other machines use the site (`--listen`), the socket listens on the given address, the host is that of the public
//! address, and a name with a password replaces the secret (`people`; hashes in a file that is read again when it changes).
//! A browser that is not logged in is redirected to the login page.
//!
//! All other requests get status 403 and a page that says what to do. Scripts cannot read the cookie (`HttpOnly`). It is not sent
//! with cross-site requests (`SameSite=Strict`), and is named after the port: two programs on one machine do not share it.
//! It ends with the program.
//!
//! # Attacks that were tried
//!
//! Tests are in `it::web` unless stated otherwise.
//!
//! | attack | defence | test |
//! | --- | --- | --- |
//! | rebinding: a name of the attacker's that resolves to 127.0.0.1 | `Host` | `intruders::a_foreign_host_is_refused` |
//! | no `Host`, or two of them; an address with another host | `Host` | `intruders::a_foreign_host_is_refused` |
//! | a form on another site, or on another port of this machine, that posts to us | `Origin`, `Sec-Fetch-Site` | `intruders::a_post_from_elsewhere_is_refused` |
//! | a post without `Origin`, or with `null` | `Origin` | `intruders::a_post_from_elsewhere_is_refused` |
//! | a picture, script or link on another site that asks for a page | `Sec-Fetch-Site`, cookie | `intruders::what_another_site_embeds_is_refused` |
//! | no secret, a wrong one, a part of it, the secret as the cookie | digests of 256 random bits | `intruders::nobody_gets_in_without_the_secret` |
//! | the address that started a browser, seen by another user | its secret works once | `intruders::an_address_for_one_browser_works_once` |
//! | `..`, separators, drives, devices, hidden files in names, plain, encoded once and twice | one checked type for names | `names::no_name_leads_out_of_the_folder`, `projects::names_that_are_none_are_refused_with_one_that_would_do`, `app::projects::name::tests` |
//! | a path of a document that leads elsewhere, in an address or in the list next to the documents | looked up among the existing files | `documents::no_other_file_is_sent_and_documents_of_an_older_plan_say_so`, `app::documents::made::tests` |
//! | a report whose scripts would reach these pages | its own policy, which gives it an opaque origin | `documents::everything_is_made_listed_by_recipient_and_sent` |
//! | script in a cell of a table, in a setting | templates escape; scripts insert text as text | `data::nothing_in_a_cell_becomes_markup`, `settings::nothing_that_is_filled_in_becomes_markup_and_no_other_key_is_written` |
//! | script in every text that is shown | templates escape; inline scripts do not run (policy) | `texts::nothing_worded_becomes_markup` |
//! | a page in a frame; a type that is guessed; a page kept by a proxy | headers | `intruders::every_answer_says_what_a_browser_may_do` |
//! | a file that is not a workbook, or that unpacks to gigabytes | the limits of the readers | `projects::a_zip_bomb_is_refused`, `projects::what_is_no_workbook_of_ours_is_refused` |
//! | a body that is too large, with or without a stated length | limits of bytes | `floods::what_is_too_large_is_refused` |
//! | guessing a password; guessing a name by response time | scrypt, waits that double, a hash for unknown names too | `people::passwords_are_not_guessed`, `guard::people::tests`, `app::people::password::tests` |
//! | the cookie of a person who was removed, logged out, or changed password | sessions end | `people::who_leaves_or_is_removed_is_out`, `guard::people::tests` |
//! | a head or a body sent byte by byte, a silent connection | limits of time | `floods::what_is_too_slow_is_cut` |
//! | 200 concurrent requests; more connections than the limit | they wait for their turn | `floods::two_hundred_at_once_are_answered` |

mod cookie;
pub(super) mod gate;
pub(super) mod origin;
pub(super) mod people;
mod token;
pub(super) mod who;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

use super::fault::Fault;
use super::layout::Layout;
use super::site::Site;
use super::visit::{Visit, page};
use gate::{Admission, LOGIN, Refused};

/// Admits a request, or refuses it.
pub(super) async fn admitted(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    match site.gate.judged(request.method(), request.uri(), request.headers()) {
        Ok(Admission::In(who)) => {
            if let Some(who) = who {
                request.extensions_mut().insert(who);
            }
            next.run(request).await
        }
        Ok(Admission::Enters) => welcome(&Visit::new(&site, request.headers())),
        // A part of a page is not replaced by the login page.
        Err(Refused::Nameless)
            if request.method().is_safe() && !request.headers().contains_key("hx-request") =>
        {
            Redirect::to(LOGIN).into_response()
        }
        Err(Refused::Nameless) => Fault::new(StatusCode::FORBIDDEN, "web-fault-nameless").into_response(),
        Err(Refused::Stranger) => Fault::new(StatusCode::FORBIDDEN, "web-fault-stranger").into_response(),
        Err(Refused::Host | Refused::Origin) => StatusCode::FORBIDDEN.into_response(),
    }
}

#[derive(askama::Template)]
#[template(path = "welcome.html", config = "src/web/askama.toml")]
struct Welcome<'a> {
    layout: Layout<'a>,
}

/// Sets the cookie, with a page that leads on. A redirect would not work: a browser that comes from a mail treats it as part of
/// the cross-site request, and leaves out the cookie.
fn welcome(visit: &Visit) -> Response {
    let title = visit.messages().text("web-welcome", &[]);
    let shown = page(&Welcome { layout: visit.layout(&title) });
    let cookie = visit.site.gate.cookie().map(|cookie| [(SET_COOKIE, cookie)]);
    (cookie, shown).into_response()
}
