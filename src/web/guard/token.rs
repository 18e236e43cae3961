//! Secrets of a site for one person on this machine.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::web::secret::Secret;

/// The secrets that admit a browser, and the cookie that it gets.
#[derive(Debug)]
pub(super) struct Tokens {
    /// The secret in the printed address.
    printed: Secret,
    /// The secret in the address of a browser that is opened; it works once.
    once: Secret,
    is_used: AtomicBool,
    /// The cookie of an admitted browser.
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

    /// Whether the secret in an address admits its browser.
    pub(super) fn takes(&self, offered: &str) -> bool {
        let is_first = || self.once.is(offered) && !self.is_used.swap(true, Ordering::Relaxed);
        self.printed.is(offered) || is_first()
    }
}
