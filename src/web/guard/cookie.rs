//! The cookie of a browser that was let in.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// A cookie that no script reads, that goes with no request of another site, and that ends with the browser; one that was
/// encrypted on its way goes back in no other way.
pub(super) fn given(name: &str, value: &str, is_encrypted: bool) -> String {
    let given = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict");
    if is_encrypted { [given.as_str(), "Secure"].join("; ") } else { given }
}

/// Takes it back.
pub(super) fn taken(name: &str, is_encrypted: bool) -> String {
    format!("{}; Max-Age=0", given(name, "", is_encrypted))
}

/// Every value of a name; another site of this machine may have set one too.
pub(super) fn values<'a>(headers: &'a HeaderMap, name: &'a str) -> impl Iterator<Item = &'a str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    let pairs = all.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(known, _)| *known == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_the_name_is_found_and_no_other() {
        let mut headers = HeaderMap::new();
        for header in ["a=1; ateliers-80=x;ateliers-80=y", "ateliers-8=z; b", "ateliers-80 =w"] {
            headers.append(COOKIE, header.parse().expect("a header"));
        }
        assert_eq!(values(&headers, "ateliers-80").collect::<Vec<_>>(), ["x", "y"]);
    }
}
