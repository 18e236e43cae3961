//! The gate: the site's own addresses, and the decision on a request from its head.

use std::io;
use std::path::Path;

use axum::http::{HeaderMap, Method, Uri};

use super::cookie;
use super::origin::{Own, PublicAddress};
use super::people::Sessions;
use super::token::Tokens;
use super::who::Who;
use crate::app::people::People;

/// Style and scripts, which contain no personal data.
const FREE: &str = "/assets/";
/// The login page.
pub(in crate::web) const LOGIN: &str = "/login";

/// The gate of a site.
#[derive(Debug)]
pub(in crate::web) struct Gate {
    own: Own,
    cookie_name: String,
    way: Way,
}

/// The way of admission.
#[derive(Debug)]
enum Way {
    /// By the secret of the first address: one person, on this machine.
    Secret(Tokens),
    /// By name and password.
    People(Sessions),
}

/// The decision on a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It is admitted.
    In(Option<Who>),
    /// It brings the secret, and gets the cookie.
    Enters,
}

/// Why a request is refused. The reader sees the same text for the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It addresses another machine or port.
    Host,
    /// It comes from another site.
    Origin,
    /// It has no valid cookie.
    Stranger,
    /// It is not logged in.
    Nameless,
}

impl Gate {
    /// The gate of a site for one person on this machine, with new secrets.
    pub(in crate::web) fn new(port: u16) -> io::Result<Self> {
        let way = Way::Secret(Tokens::new()?);
        Ok(Self { own: Own::on(port), cookie_name: format!("ateliers-{port}"), way })
    }

    /// The gate of a site for people on other machines.
    pub(in crate::web) fn shared(address: &PublicAddress, people: People, file: &Path) -> Self {
        let way = Way::People(Sessions::new(people, file));
        Self { own: Own::at(address), cookie_name: "ateliers".to_owned(), way }
    }

    /// The address to open: with the secret, or without it on a site with logins.
    pub(in crate::web) fn address(&self) -> String {
        self.with(|tokens| tokens.printed())
    }

    /// The address that admits one browser, once.
    pub(in crate::web) fn address_once(&self) -> String {
        self.with(|tokens| tokens.once())
    }

    fn with(&self, secret: impl Fn(&Tokens) -> &str) -> String {
        match &self.way {
            Way::Secret(tokens) => format!("{}/?token={}", self.own.address(), secret(tokens)),
            Way::People(_) => self.own.address(),
        }
    }

    /// Whether the connection is private: encrypted, or local to this machine.
    pub(in crate::web) fn is_private(&self) -> bool {
        matches!(self.way, Way::Secret(_)) || self.own.is_encrypted()
    }

    /// Decides on a request from its head.
    pub(super) fn judged(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<Admission, Refused> {
        self.own.is_asked(uri, headers).then_some(()).ok_or(Refused::Host)?;
        if let (Way::Secret(tokens), Some(offered)) = (&self.way, token(method, uri)) {
            // A request with the secret may come from anywhere: a mail, a note.
            return if tokens.takes(offered) { Ok(Admission::Enters) } else { Err(Refused::Stranger) };
        }
        self.own.is_origin(method, headers).then_some(()).ok_or(Refused::Origin)?;
        let mut values = cookie::values(headers, &self.cookie_name);
        let is_free = method.is_safe() && uri.path().starts_with(FREE);
        match &self.way {
            Way::Secret(tokens) if is_free || values.any(|value| tokens.is_cookie(value)) => {
                Ok(Admission::In(None))
            }
            Way::Secret(_) => Err(Refused::Stranger),
            Way::People(sessions) => match values.find_map(|value| sessions.who(value)) {
                Some(who) => Ok(Admission::In(Some(who))),
                None if is_free || uri.path() == LOGIN => Ok(Admission::In(None)),
                None => Err(Refused::Nameless),
            },
        }
    }

    /// The cookie for a browser that brought the secret.
    pub(super) fn cookie(&self) -> Option<String> {
        match &self.way {
            Way::Secret(tokens) => Some(self.given(tokens.cookie())),
            Way::People(_) => None,
        }
    }

    /// The sessions, on a site with logins.
    pub(in crate::web) fn sessions(&self) -> Option<&Sessions> {
        match &self.way {
            Way::Secret(_) => None,
            Way::People(sessions) => Some(sessions),
        }
    }

    /// The `Set-Cookie` value for a session.
    pub(in crate::web) fn given(&self, value: &str) -> String {
        cookie::given(&self.cookie_name, value, self.own.is_encrypted())
    }

    /// Ends the session of a request, and deletes its cookie.
    pub(in crate::web) fn left(&self, headers: &HeaderMap) -> String {
        if let Way::People(sessions) = &self.way {
            cookie::values(headers, &self.cookie_name).for_each(|value| sessions.end(value));
        }
        cookie::taken(&self.cookie_name, self.own.is_encrypted())
    }
}

/// The secret in a request for the first address.
fn token<'a>(method: &Method, uri: &'a Uri) -> Option<&'a str> {
    let query = uri.query().filter(|_| *method == Method::GET && uri.path() == "/")?;
    query.split('&').find_map(|pair| pair.strip_prefix("token="))
}
