//! Which engine this is: version, commit, and whether its sources were changed since; results carry it, so that those of
//! two engines are told apart.
//!
//! `build.rs` asks git when the program is built. Outside git there is no commit; a digest of the sources replaces it.

/// The version of the package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Digits of a commit that people read.
const SHOWN: usize = 12;

/// The commit that the sources belong to, 40 hexadecimal digits; none where they were built outside git.
pub fn commit() -> Option<&'static str> {
    Some(env!("ATELIERS_COMMIT")).filter(|commit| !commit.is_empty())
}

/// The first digits of the commit, as people read it.
pub fn short_commit() -> Option<&'static str> {
    commit().map(|commit| commit.get(..SHOWN).unwrap_or(commit))
}

/// Whether the sources were not those of the commit.
pub fn is_modified() -> bool {
    env!("ATELIERS_MODIFIED") == "true"
}

/// A digest of the sources, 16 hexadecimal digits: it tells two modified engines of one commit apart.
pub fn sources() -> &'static str {
    env!("ATELIERS_SOURCES")
}

/// All of it in one word, as semantic versions write builds: `0.1.0+107317fabc12`, with `.modified.` and the digest of the
/// sources where these were changed, `0.1.0+nogit.` and the digest outside git.
pub fn build() -> String {
    worded(short_commit(), is_modified(), sources())
}

fn worded(commit: Option<&str>, is_modified: bool, sources: &str) -> String {
    match commit {
        Some(commit) if is_modified => format!("{VERSION}+{commit}.modified.{sources}"),
        Some(commit) => format!("{VERSION}+{commit}"),
        None => format!("{VERSION}+nogit.{sources}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_engine_has_a_word_of_its_own() {
        let words = [
            worded(Some("107317fabc12"), false, "01"),
            worded(Some("107317fabc12"), true, "01"),
            worded(Some("107317fabc12"), true, "02"),
            worded(Some("fed84731abcd"), false, "01"),
            worded(None, false, "01"),
            worded(None, false, "02"),
        ];
        assert!(words.iter().all(|word| word.starts_with(concat!(env!("CARGO_PKG_VERSION"), "+"))));
        let unique: std::collections::BTreeSet<&String> = words.iter().collect();
        assert_eq!(unique.len(), words.len(), "{words:?}");
    }
}
