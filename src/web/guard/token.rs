//! Secrets of a site for one person on this machine.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::web::secret::Secret;

/// What lets a browser in, and what it has then.
#[derive(Debug)]
pub(super) struct Tokens {
    /// In the address that is printed.
    printed: Secret,
    /// In the address of a browser that is opened; it works once.
    once: Secret,
    is_used: AtomicBool,
    /// What a browser that was let in has.
    cookie: Secret,
}

impl Tokens {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            printed: Secret::new()?,
            once: Secret::new()?,
            is_used: AtomicBool::new(false),
            cookie: Secret::new()?,
        })
    }

    pub(super) fn printed(&self) -> &str {
        self.printed.text()
    }

    pub(super) fn once(&self) -> &str {
        self.once.text()
    }

    pub(super) fn cookie(&self) -> &str {
        self.cookie.text()
    }

    pub(super) fn is_cookie(&self, value: &str) -> bool {
        self.cookie.is(value)
    }

    /// Whether what an address offers lets its browser in.
    pub(super) fn takes(&self, offered: &str) -> bool {
        let is_first = || self.once.is(offered) && !self.is_used.swap(true, Ordering::Relaxed);
        self.printed.is(offered) || is_first()
    }
}
