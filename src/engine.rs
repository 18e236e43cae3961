//! Identifies the engine: version, commit, and whether its sources have changed since. Results carry it, so that results of
//! different engines can be distinguished.
//!
//! `build.rs` asks git at build time. Outside git there is no commit; a digest of the sources replaces it.

/// The version of the package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Length of an abbreviated commit.
const SHOWN: usize = 12;

/// The commit that the sources belong to, 40 hexadecimal digits; `None` where they were built outside git.
pub fn commit() -> Option<&'static str> {
    Some(env!("ATELIERS_COMMIT")).filter(|commit| !commit.is_empty())
}

/// The abbreviated commit, 12 digits.
pub fn short_commit() -> Option<&'static str> {
    commit().map(|commit| commit.get(..SHOWN).unwrap_or(commit))
}

/// Whether the sources differed from those of the commit.
pub fn is_modified() -> bool {
    env!("ATELIERS_MODIFIED") == "true"
}

/// A digest of the sources, 16 hexadecimal digits: it distinguishes modified engines of the same commit.
pub fn sources() -> &'static str {
    env!("ATELIERS_SOURCES")
}

/// All of it as the build metadata of a semantic version: `0.1.0+107317fabc12`, followed by `.modified.` and the digest of the
/// sources where these were changed; `0.1.0+nogit.` and the digest outside git.
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
