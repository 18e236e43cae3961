//! The host that a request addresses, and the site from which it comes.

use std::str::FromStr;

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, Uri};

/// Names of this machine that no other machine can have.
const NAMES: [&str; 2] = ["127.0.0.1", "localhost"];

/// The default port.
const USUAL_PORT: u16 = 80;
const HTTP: &str = "http://";
const HTTPS: &str = "https://";

/// The address for browsers on other machines: `https://ateliers.example.fr`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAddress {
    is_encrypted: bool,
    /// Host, with the port unless it is the default one.
    host: String,
}

impl FromStr for PublicAddress {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim().strip_suffix('/').unwrap_or(text.trim());
        let encrypted = text.strip_prefix(HTTPS).map(|host| (true, host, ":443"));
        let (is_encrypted, host, usual) =
            encrypted.or(text.strip_prefix(HTTP).map(|host| (false, host, ":80"))).ok_or(())?;
        let host = host.strip_suffix(usual).unwrap_or(host);
        let authority: Authority = host.parse().map_err(|_| ())?;
        let is_bare = !host.contains('@') && !authority.host().is_empty();
        is_bare.then(|| Self { is_encrypted, host: host.to_ascii_lowercase() }).ok_or(())
    }
}

/// The site's own addresses.
#[derive(Debug)]
pub(super) struct Own {
    /// The scheme of its addresses.
    scheme: &'static str,
    /// Hosts as in the `Host` header.
    hosts: Vec<String>,
}

impl Own {
    /// Those of a port of this machine.
    pub(super) fn on(port: u16) -> Self {
        let mut hosts: Vec<String> = NAMES.map(|name| format!("{name}:{port}")).into();
        if port == USUAL_PORT {
            hosts.extend(NAMES.map(str::to_owned));
        }
        Self { scheme: HTTP, hosts }
    }

    /// That of a site for people on other machines.
    pub(super) fn at(public: &PublicAddress) -> Self {
        let scheme = if public.is_encrypted { HTTPS } else { HTTP };
        Self { scheme, hosts: vec![public.host.clone()] }
    }

    /// Whether connections are encrypted.
    pub(super) fn is_encrypted(&self) -> bool {
        self.scheme == HTTPS
    }

    /// The address to print.
    pub(super) fn address(&self) -> String {
        format!("{}{}", self.scheme, self.hosts[0])
    }

    /// Whether a request addresses this site: exactly one `Host`, and no other host in its address.
    pub(super) fn is_asked(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
        let is_own = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        host.to_str().is_ok_and(is_own) && uri.authority().is_none_or(|asked| is_own(asked.as_str()))
    }

    /// Whether a request comes from the site's own pages, or from the reader directly. One that changes something needs `Origin`.
    pub(super) fn is_origin(&self, method: &Method, headers: &HeaderMap) -> bool {
        let mut origins = headers.get_all(ORIGIN).iter();
        let is_own = |origin: &str| {
            let host = origin.strip_prefix(self.scheme);
            host.is_some_and(|host| self.hosts.iter().any(|own| own == host))
        };
        let is_told = match (origins.next(), origins.next()) {
            (None, _) => method.is_safe(),
            (Some(origin), None) => origin.to_str().is_ok_and(is_own),
            _ => false,
        };
        is_told && is_fetched_here(method, headers)
    }
}

/// Whether `Sec-Fetch-Site`, if present, is acceptable.
fn is_fetched_here(method: &Method, headers: &HeaderMap) -> bool {
    let is_here = |site: &[u8]| site == b"same-origin" || site == b"none" && method.is_safe();
    headers.get_all("sec-fetch-site").iter().all(|site| is_here(site.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().expect("a header"));
        }
        headers
    }

    #[test]
    fn only_this_machine_by_its_own_names_is_asked() {
        let own = Own::on(8420);
        let is_asked = |uri: &str, pairs: &[(&'static str, &str)]| {
            own.is_asked(&uri.parse().expect("an address"), &headers(pairs))
        };
        assert!(is_asked("/", &[("host", "127.0.0.1:8420")]));
        assert!(is_asked("/", &[("host", "LocalHost:8420")]));
        assert!(is_asked("http://localhost:8420/x", &[("host", "localhost:8420")]));
        for host in [
            "127.0.0.1",
            "localhost:8421",
            "evil.example:8420",
            "127.0.0.1:8420.evil.example",
            "127.1:8420",
            "[::1]:8420",
            "",
        ] {
            assert!(!is_asked("/", &[("host", host)]), "{host}");
        }
        assert!(!is_asked("/", &[]));
        assert!(!is_asked("/", &[("host", "127.0.0.1:8420"), ("host", "127.0.0.1:8420")]));
        assert!(!is_asked("http://evil.example/", &[("host", "127.0.0.1:8420")]));
        assert!(Own::on(80).is_asked(&Uri::from_static("/"), &headers(&[("host", "localhost")])));
    }

    #[test]
    fn a_public_address_is_a_scheme_and_a_host() {
        let own = |text: &str| text.parse::<PublicAddress>().ok().map(|public| Own::at(&public).address());
        let host = "https://ateliers.example.fr";
        for text in [host, "https://Ateliers.example.fr/", "https://ateliers.example.fr:443"] {
            assert_eq!(own(text).as_deref(), Some(host));
        }
        assert_eq!(own("http://192.168.1.5:8420").as_deref(), Some("http://192.168.1.5:8420"));
        for text in
            ["", "ateliers.example.fr", "ftp://a", "https://", "https://a/b", "https://a@b", "https:// a"]
        {
            assert_eq!(own(text), None, "{text}");
        }
        let own = Own::at(&host.parse().expect("an address"));
        let from = |origin: &str| own.is_origin(&Method::POST, &headers(&[("origin", origin)]));
        assert!(own.is_encrypted() && from(host));
        assert!(!from("http://ateliers.example.fr") && !from("https://evil.example"));
        let asked = |host: &str| own.is_asked(&Uri::from_static("/"), &headers(&[("host", host)]));
        assert!(
            asked("ateliers.example.fr") && !asked("127.0.0.1:8420") && !asked("ateliers.example.fr:8420")
        );
    }

    #[test]
    fn only_our_own_pages_change_something() {
        let own = Own::on(8420);
        let is_origin =
            |method: Method, pairs: &[(&'static str, &str)]| own.is_origin(&method, &headers(pairs));
        let ours = ("origin", "http://127.0.0.1:8420");
        assert!(is_origin(Method::GET, &[]) && is_origin(Method::POST, &[ours]));
        assert!(is_origin(Method::POST, &[ours, ("sec-fetch-site", "same-origin")]));
        assert!(is_origin(Method::GET, &[("sec-fetch-site", "none")]));
        assert!(!is_origin(Method::POST, &[]) && !is_origin(Method::POST, &[ours, ours]));
        for origin in [
            "null",
            "http://127.0.0.1:3000",
            "https://127.0.0.1:8420",
            "http://evil.example",
            "http://127.0.0.1:8420/",
        ] {
            assert!(!is_origin(Method::POST, &[("origin", origin)]), "{origin}");
            assert!(!is_origin(Method::GET, &[("origin", origin)]), "{origin}");
        }
        for site in ["cross-site", "same-site", "x"] {
            assert!(!is_origin(Method::GET, &[("sec-fetch-site", site)]), "{site}");
            assert!(!is_origin(Method::POST, &[ours, ("sec-fetch-site", site)]), "{site}");
        }
        assert!(!is_origin(Method::POST, &[ours, ("sec-fetch-site", "none")]));
    }
}
