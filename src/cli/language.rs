//! The language of texts for people: `--lang`, else `ATELIERS_LANG`, else the machine's.

use std::ffi::OsString;

use crate::messages::Lang;

/// The language that `--lang` names. Looked up before parsing, because help and usage errors need it too; an unknown
/// language is left to the parser's error.
pub(super) fn typed(arguments: &[OsString]) -> Option<Lang> {
    // An argument that is not text is not one of our options, and does not hide later ones.
    let words: Vec<&str> = arguments.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let options = words.iter().position(|&word| word == "--").map_or(&words[..], |end| &words[..end]);
    let joined = options.iter().find_map(|word| word.strip_prefix("--lang="));
    let apart = || options.windows(2).find_map(|pair| (pair[0] == "--lang").then_some(pair[1]));
    joined.or_else(apart).and_then(named)
}

/// The language of exactly this name: `fr` or `en`.
pub(super) fn named(name: &str) -> Option<Lang> {
    match name {
        "fr" => Some(Lang::Fr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// The language that `ATELIERS_LANG` names, if it is one of ours.
pub(super) fn of_the_environment() -> Option<Lang> {
    std::env::var("ATELIERS_LANG").ok().as_deref().and_then(named)
}

/// The language of the machine's locale, if it is one of ours.
pub(super) fn of_the_machine() -> Option<Lang> {
    sys_locale::get_locales().find_map(|tag| Lang::from_tag(&tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed_in(line: &str) -> Option<Lang> {
        typed(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        assert_eq!(typed_in("ateliers --lang fr plan x"), Some(Lang::Fr));
        assert_eq!(typed_in("ateliers plan x --lang=en"), Some(Lang::En));
        assert_eq!(typed_in("ateliers plan x --lang de"), None);
        assert_eq!(typed_in("ateliers plan -- --lang=fr"), None);
        assert_eq!(typed_in("ateliers plan --lang"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_word_that_is_not_utf8_hides_no_language() {
        use std::os::unix::ffi::OsStringExt;

        let words = |lang: &[&str]| {
            let before = ["ateliers".into(), "validate".into(), OsString::from_vec(vec![0x66, 0xff])];
            before.into_iter().chain(lang.iter().map(OsString::from)).collect::<Vec<OsString>>()
        };
        assert_eq!(typed(&words(&["--lang", "fr"])), Some(Lang::Fr));
        assert_eq!(typed(&words(&["--lang=en"])), Some(Lang::En));
        assert_eq!(typed(&words(&["--", "--lang=en"])), None);
    }
}
