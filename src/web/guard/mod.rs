//! Who gets in: the browser that was given the secret, speaking to this machine by its own name, from our own pages.
//!
//! The socket listens on 127.0.0.1 only (`server`). A request passes where, in this order,
//!
//! 1. `Host` names this machine and this port, and so does the address, where it names a host;
//! 2. `Origin`, where it is told, is one of our own; what changes something tells it always; and a browser that says whence a
//!    request comes (`Sec-Fetch-Site`) says that it comes from our own pages or from the reader herself;
//! 3. it has the cookie that was given to whoever knew the secret of the first address, or asks for style and scripts only.
//!
//! Where people of other machines use the page (`--listen`), the socket listens on the address that was given; the host is that of the
//! public address, and in the place of the secret of the first address stands a name with a password (`people`; hashes in a file that
//! is read again when it changes). Whoever has not said who they are is led to the one page where that is said.
//!
//! Everything else is answered by 403 and a page that says what to do. The cookie is no script's (`HttpOnly`), goes with no request
//! from another site (`SameSite=Strict`), and is named after the port: two programs on one machine keep theirs. It ends with the
//! program.
//!
//! # Attacks that were tried
//!
//! Tests are those of `it::web`, where nothing else is said.
//!
//! | attack | what stands against it | test |
//! | --- | --- | --- |
//! | rebinding: a name of the attacker's that leads to 127.0.0.1 | `Host` | `intruders::a_foreign_host_is_refused` |
//! | no `Host`, or two of them; an address with another host | `Host` | `intruders::a_foreign_host_is_refused` |
//! | a form on another site, or on another port of this machine, that posts to us | `Origin`, `Sec-Fetch-Site` | `intruders::a_post_from_elsewhere_is_refused` |
//! | a post without `Origin`, or with `null` | `Origin` | `intruders::a_post_from_elsewhere_is_refused` |
//! | a picture, script or link on another site that asks for a page | `Sec-Fetch-Site`, cookie | `intruders::what_another_site_embeds_is_refused` |
//! | no secret, a wrong one, a part of it, the secret as the cookie | digests of 256 random bits | `intruders::nobody_gets_in_without_the_secret` |
//! | the address that started a browser, seen by another user | its secret works once | `intruders::an_address_for_one_browser_works_once` |
//! | `..`, separators, drives, devices, hidden files in names, plain, encoded once and twice | one checked type for names | `names::no_name_leads_out_of_the_folder`, `projects::names_that_are_none_are_refused_with_one_that_would_do`, `app::projects::name::tests` |
//! | a path of a document that leads elsewhere, in an address or in the list beside the documents | looked up among the files that are there | `documents::no_other_file_is_sent_and_documents_of_an_older_plan_say_so`, `app::documents::made::tests` |
//! | a report whose scripts would reach these pages | its own policy, which makes it a stranger | `documents::everything_is_made_listed_by_recipient_and_sent` |
//! | script in a cell of a table, in a setting | templates escape; scripts put text in as text | `data::nothing_in_a_cell_becomes_markup`, `settings::nothing_that_is_filled_in_becomes_markup_and_no_other_key_is_written` |
//! | script in every text that is shown | templates escape; no script in pages runs (policy) | `texts::nothing_worded_becomes_markup` |
//! | a page in a frame; a type that is guessed; a page kept by a proxy | headers | `intruders::every_answer_says_what_a_browser_may_do` |
//! | a file that is no workbook, or that unpacks to gigabytes | the limits of the readers | `projects::a_zip_bomb_is_refused`, `projects::what_is_no_workbook_of_ours_is_refused` |
//! | a body that is too large, stated or not | limits of bytes | `floods::what_is_too_large_is_refused` |
//! | a password that is guessed, a name that is guessed by the time of the answer | scrypt, waits that double, a hash also for nobody | `people::passwords_are_not_guessed`, `guard::people::tests`, `app::people::password::tests` |
//! | a cookie of somebody who was removed, left, or has another password | sessions end | `people::who_leaves_or_is_removed_is_out`, `guard::people::tests` |
//! | a head or a body that comes byte by byte, a connection that says nothing | limits of time | `floods::what_is_too_slow_is_cut` |
//! | 200 requests at once; more connections than are taken | they wait for their turn | `floods::two_hundred_at_once_are_answered` |

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

/// Lets a request in, or refuses it.
pub(super) async fn admitted(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    match site.gate.judged(request.method(), request.uri(), request.headers()) {
        Ok(Admission::In(who)) => {
            if let Some(who) = who {
                request.extensions_mut().insert(who);
            }
            next.run(request).await
        }
        Ok(Admission::Enters) => welcome(&Visit::new(&site, request.headers())),
        // A part of a page is not replaced by the page on which one says who one is.
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

/// Gives the cookie, with a page that leads on. A redirection would not do: a browser that comes from a mail takes it for the
/// mail's request, and leaves out the cookie.
fn welcome(visit: &Visit) -> Response {
    let title = visit.messages().text("web-welcome", &[]);
    let shown = page(&Welcome { layout: visit.layout(&title) });
    let cookie = visit.site.gate.cookie().map(|cookie| [(SET_COOKIE, cookie)]);
    (cookie, shown).into_response()
}
