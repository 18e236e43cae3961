//! Secrets: what a browser must know to be admitted.

use sha2::{Digest, Sha256};

/// Random bytes of a secret: too many to guess.
const BYTES: usize = 32;

/// A random text, kept in memory only, for one run of the program.
pub(super) struct Secret(String);

impl Secret {
    /// A new one, from the system's random source.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub(super) fn new() -> std::io::Result<Self> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|fault| std::io::Error::other(fault.to_string()))?;
        Ok(Self(hex(&bytes)))
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether `offered` equals it. Digests are compared, so that the time does not reveal how much was right.
    pub(super) fn is(&self, offered: &str) -> bool {
        Sha256::digest(offered) == Sha256::digest(&self.0)
    }
}

/// The digest of a secret, by which it is recognised without being stored.
pub(super) fn digest(secret: &str) -> String {
    hex(&Sha256::digest(secret))
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_long_new_and_known_only_whole() {
        let (one, other) = (Secret::new().expect("random"), Secret::new().expect("random"));
        assert_eq!(one.text().len(), 2 * BYTES);
        assert!(one.is(one.text()) && !one.is(other.text()));
        assert!(!one.is("") && !one.is(&one.text()[1..]) && !one.is(&one.text().to_uppercase()));
        assert!(!format!("{one:?}").contains(one.text()), "not in what is logged");
    }
}
