//! The gate: own addresses, and the judgement on a request by its head.

use std::io;
use std::path::Path;

use axum::http::{HeaderMap, Method, Uri};

use super::cookie;
use super::origin::{Own, PublicAddress};
use super::people::Sessions;
use super::token::Tokens;
use super::who::Who;
use crate::app::people::People;

/// Style and scripts, which hold nothing of anybody.
const FREE: &str = "/assets/";
/// Where people say who they are.
pub(in crate::web) const LOGIN: &str = "/login";

/// The gate of a site.
#[derive(Debug)]
pub(in crate::web) struct Gate {
    own: Own,
    cookie_name: String,
    way: Way,
}

/// How one gets in.
#[derive(Debug)]
enum Way {
    /// Whoever knows the secret of the first address: one person, on this machine.
    Secret(Tokens),
    /// Whoever has a name and a password.
    People(Sessions),
}

/// What is done with a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It goes on.
    In(Option<Who>),
    /// It brings the secret: it gets the cookie.
    Enters,
}

/// Why a request is refused. The reader is told the same of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It asks another machine or port.
    Host,
    /// It comes from another site.
    Origin,
    /// It has no cookie of ours.
    Stranger,
    /// Nobody has said who they are.
    Nameless,
}

impl Gate {
    /// A gate on a port of this machine, with new secrets.
    pub(in crate::web) fn new(port: u16) -> io::Result<Self> {
        let way = Way::Secret(Tokens::new()?);
        Ok(Self { own: Own::on(port), cookie_name: format!("ateliers-{port}"), way })
    }

    /// A gate for people of other machines.
    pub(in crate::web) fn shared(address: &PublicAddress, people: People, file: &Path) -> Self {
        let way = Way::People(Sessions::new(people, file));
        Self { own: Own::at(address), cookie_name: "ateliers".to_owned(), way }
    }

    /// The address that lets a browser in; where people say who they are, the address alone.
    pub(in crate::web) fn address(&self) -> String {
        self.with(|tokens| tokens.printed())
    }

    /// The address that lets one browser in, once.
    pub(in crate::web) fn address_once(&self) -> String {
        self.with(|tokens| tokens.once())
    }

    fn with(&self, secret: impl Fn(&Tokens) -> &str) -> String {
        match &self.way {
            Way::Secret(tokens) => format!("{}/?token={}", self.own.address(), secret(tokens)),
            Way::People(_) => self.own.address(),
        }
    }

    /// Whether what is sent is encrypted on its way; on this machine it goes nowhere.
    pub(in crate::web) fn is_private(&self) -> bool {
        matches!(self.way, Way::Secret(_)) || self.own.is_encrypted()
    }

    /// Judges a request by its head.
    pub(super) fn judged(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<Admission, Refused> {
        self.own.is_asked(uri, headers).then_some(()).ok_or(Refused::Host)?;
        if let (Way::Secret(tokens), Some(offered)) = (&self.way, token(method, uri)) {
            // Whoever brings the secret may come from anywhere: a mail, a note.
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

    /// The cookie of whoever brought the secret.
    pub(super) fn cookie(&self) -> Option<String> {
        match &self.way {
            Way::Secret(tokens) => Some(self.given(tokens.cookie())),
            Way::People(_) => None,
        }
    }

    /// Who is in, where people say who they are.
    pub(in crate::web) fn sessions(&self) -> Option<&Sessions> {
        match &self.way {
            Way::Secret(_) => None,
            Way::People(sessions) => Some(sessions),
        }
    }

    /// A cookie of ours.
    pub(in crate::web) fn given(&self, value: &str) -> String {
        cookie::given(&self.cookie_name, value, self.own.is_encrypted())
    }

    /// Ends the session of a request, and takes its cookie back.
    pub(in crate::web) fn left(&self, headers: &HeaderMap) -> String {
        if let Way::People(sessions) = &self.way {
            cookie::values(headers, &self.cookie_name).for_each(|value| sessions.end(value));
        }
        cookie::taken(&self.cookie_name, self.own.is_encrypted())
    }
}

/// The secret that a request offers, which only the first address does.
fn token<'a>(method: &Method, uri: &'a Uri) -> Option<&'a str> {
    let query = uri.query().filter(|_| *method == Method::GET && uri.path() == "/")?;
    query.split('&').find_map(|pair| pair.strip_prefix("token="))
}
