//! The cookie of an admitted browser.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;

/// Sets a cookie that scripts cannot read, that is not sent with cross-site requests, and that ends with the browser session.
/// With `is_encrypted`, it is sent over HTTPS only.
pub(super) fn given(name: &str, value: &str, is_encrypted: bool) -> String {
    let given = format!("{name}={value}; Path=/; HttpOnly; SameSite=Strict");
    if is_encrypted { [given.as_str(), "Secure"].join("; ") } else { given }
}

/// Deletes it.
pub(super) fn taken(name: &str, is_encrypted: bool) -> String {
    format!("{}; Max-Age=0", given(name, "", is_encrypted))
}

/// All values of a name; another site on this machine may have set one too.
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
