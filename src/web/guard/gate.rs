//! The gate: own addresses, secrets, and the judgement on a request by its head.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::{HeaderMap, Method, Uri};

use super::cookie;
use super::origin::Own;
use crate::web::secret::Secret;

/// Style and scripts, which hold nothing of anybody.
const FREE: &str = "/assets/";

/// The gate of a site.
#[derive(Debug)]
pub(in crate::web) struct Gate {
    own: Own,
    /// In the address that is printed.
    printed: Secret,
    /// In the address of a browser that is opened; it works once.
    once: Secret,
    is_used: AtomicBool,
    /// What a browser that was let in has.
    cookie: Secret,
    cookie_name: String,
}

/// What is done with a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It goes on.
    In,
    /// It brings the secret: it gets the cookie.
    Enters,
}

/// Why a request is refused. The reader is told the same of all but the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It asks another machine or port.
    Host,
    /// It comes from another site.
    Origin,
    /// It has no cookie of ours.
    Stranger,
}

impl Gate {
    /// A gate on a port, with new secrets.
    pub(in crate::web) fn new(port: u16) -> io::Result<Self> {
        Ok(Self {
            own: Own::on(port),
            printed: Secret::new()?,
            once: Secret::new()?,
            is_used: AtomicBool::new(false),
            cookie: Secret::new()?,
            cookie_name: format!("ateliers-{port}"),
        })
    }

    /// The address that lets a browser in.
    pub(in crate::web) fn address(&self) -> String {
        format!("{}/?token={}", self.own.address(), self.printed.text())
    }

    /// The address that lets one browser in, once.
    pub(in crate::web) fn address_once(&self) -> String {
        format!("{}/?token={}", self.own.address(), self.once.text())
    }

    /// Judges a request by its head.
    pub(super) fn judged(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Result<Admission, Refused> {
        self.own.is_asked(uri, headers).then_some(()).ok_or(Refused::Host)?;
        // Whoever brings the secret may come from anywhere: a mail, a note.
        if let Some(offered) = token(method, uri) {
            return if self.takes(offered) { Ok(Admission::Enters) } else { Err(Refused::Stranger) };
        }
        self.own.is_origin(method, headers).then_some(()).ok_or(Refused::Origin)?;
        let is_known = || cookie::values(headers, &self.cookie_name).any(|value| self.cookie.is(value));
        let is_free = method.is_safe() && uri.path().starts_with(FREE);
        if is_free || is_known() { Ok(Admission::In) } else { Err(Refused::Stranger) }
    }

    /// The cookie of whoever is let in.
    pub(super) fn cookie(&self) -> String {
        cookie::given(&self.cookie_name, self.cookie.text())
    }

    fn takes(&self, offered: &str) -> bool {
        let is_first = || self.once.is(offered) && !self.is_used.swap(true, Ordering::Relaxed);
        self.printed.is(offered) || is_first()
    }
}

/// The secret that a request offers, which only the first address does.
fn token<'a>(method: &Method, uri: &'a Uri) -> Option<&'a str> {
    let query = uri.query().filter(|_| *method == Method::GET && uri.path() == "/")?;
    query.split('&').find_map(|pair| pair.strip_prefix("token="))
}
