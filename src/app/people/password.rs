//! Passwords: hashed with scrypt (RFC 7914), so that an attacker with the hashes cannot try many of them.
//!
//! Each attempt takes 64 MiB of memory twice, as is advised for servers (OWASP, Password Storage Cheat Sheet).

use std::sync::LazyLock;

use scrypt::password_hash::phc::PasswordHash;
use scrypt::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use scrypt::{Params, Scrypt};

use super::Unusable;

/// Characters of the shortest password (NIST SP 800-63B asks for eight; there is no second factor here).
const SHORTEST: usize = 12;
/// Bytes of the longest password: a longer one is refused unread, so that nobody can make the machine hash megabytes.
const LONGEST: usize = 1024;
/// Bytes of a salt.
const SALT: usize = 16;
const ALGORITHM: &str = "scrypt";
/// `128·R·2^LOG_N` bytes of memory, traversed `P` times.
const LOG_N: u8 = 16;
const R: u32 = 8;
const P: u32 = 2;

/// The hash to compare with if there is no person with a name.
static NOBODY: LazyLock<Option<String>> = LazyLock::new(|| hash(&"-".repeat(SHORTEST)).ok());

/// The hash of a new password, with its own salt.
///
/// # Errors
/// If it is too short or too long, or the system provides no random bytes.
pub(super) fn hash(password: &str) -> Result<String, Unusable> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(Unusable::Short(SHORTEST));
    }
    let mut bytes = [0; SALT];
    getrandom::fill(&mut bytes).map_err(|_| Unusable::NoRandom)?;
    let params = Params::new(LOG_N, R, P).unwrap_or(Params::RECOMMENDED);
    let hash: PasswordHash = Scrypt::new_with_params(params)
        .hash_password_with_salt(password.as_bytes(), &bytes)
        .map_err(|_| Unusable::NoRandom)?;
    Ok(hash.to_string())
}

/// Whether a text is such a hash.
pub(super) fn is_hash(text: &str) -> bool {
    PasswordHash::new(text).is_ok_and(|hash| hash.algorithm.as_str() == ALGORITHM && hash.hash.is_some())
}

/// Whether the offered password matches the hash; false without a hash, after the same time.
pub(super) fn is_right(hash: Option<&str>, offered: &str) -> bool {
    let Some(tried) = hash.or(NOBODY.as_deref()) else { return false };
    let is_right = offered.len() <= LONGEST
        && PasswordHash::new(tried)
            .is_ok_and(|tried| Scrypt::new().verify_password(offered.as_bytes(), &tried).is_ok());
    is_right && hash.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hashes_of_one_password_differ_and_both_know_it() {
        let hashes = [(); 2].map(|()| hash("mot de passe à rallonge").expect("hashed"));
        assert_ne!(hashes[0], hashes[1]);
        for hash in &hashes {
            assert!(is_hash(hash) && is_right(Some(hash), "mot de passe à rallonge"));
            assert!(!is_right(Some(hash), "mot de passe à rallongé") && !is_right(Some(hash), ""));
        }
        assert!(!is_right(None, &"-".repeat(SHORTEST)), "a name that nobody has");
        assert!(!is_hash("$2b$12$abc") && !is_hash("") && !is_hash("$scrypt$ln=16,r=8,p=2$c2FsdHNhbHQ"));
    }

    #[test]
    fn a_password_is_neither_short_nor_endless() {
        assert!(hash("onze lettre").is_err() && hash(&"x".repeat(LONGEST + 1)).is_err());
        let known = hash("douze lettre").expect("hashed");
        assert!(!is_right(Some(&known), &"x".repeat(100_000)));
    }
}
