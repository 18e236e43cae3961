//! The language of a response: that of the program's arguments, else the browser's, else French.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;

use crate::messages::Lang;

/// The supported language that the browser prefers.
pub(super) fn wished(headers: &HeaderMap) -> Option<Lang> {
    let wishes = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    let mut known: Vec<(f32, Lang)> = wishes.flat_map(|wishes| wishes.split(',')).filter_map(wish).collect();
    // The sort is stable: languages of equal weight keep their order.
    known.sort_by(|one, other| other.0.total_cmp(&one.0));
    known.first().map(|&(_, lang)| lang)
}

/// A language and its weight: `fr-FR;q=0.8`.
fn wish(text: &str) -> Option<(f32, Lang)> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next()?;
    let lang = Lang::from_tag(tag).filter(|_| tag.len() == 2 || tag[2..].starts_with('-'))?;
    let weight = parts.find_map(|part| part.strip_prefix("q="));
    let weight: f32 = weight.map_or(Some(1.0), |weight| weight.parse().ok())?;
    (weight > 0.0).then_some((weight, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_s_first_wish_among_ours_is_taken() {
        let of = |text: &str| {
            let headers = [(ACCEPT_LANGUAGE, text.parse().expect("a header"))];
            wished(&HeaderMap::from_iter(headers))
        };
        assert_eq!(of("fr-FR,fr;q=0.9,en;q=0.8"), Some(Lang::Fr));
        assert_eq!(of("de, en;q=0.5 , fr;q=0.4"), Some(Lang::En));
        assert_eq!(of("fr;q=0.1, en-GB;q=0.7"), Some(Lang::En));
        assert_eq!(of("fr;q=0, en;q=x, frp, eng"), None);
        assert_eq!(of("de"), None);
        assert_eq!(wished(&HeaderMap::new()), None);
    }
}
