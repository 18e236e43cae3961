//! Which machine a request asks, and from which site it comes.

use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Method, Uri};

/// Names of this machine that nobody else can have.
const NAMES: [&str; 2] = ["127.0.0.1", "localhost"];

/// The port of addresses that name none.
const USUAL_PORT: u16 = 80;

/// Our own addresses.
#[derive(Debug)]
pub(super) struct Own {
    /// Hosts as `Host` names them.
    hosts: Vec<String>,
}

impl Own {
    /// Those on a port.
    pub(super) fn on(port: u16) -> Self {
        let mut hosts: Vec<String> = NAMES.map(|name| format!("{name}:{port}")).into();
        if port == USUAL_PORT {
            hosts.extend(NAMES.map(str::to_owned));
        }
        Self { hosts }
    }

    /// The address to print.
    pub(super) fn address(&self) -> String {
        format!("http://{}", self.hosts[0])
    }

    /// Whether a request asks us: by exactly one `Host`, and by no other host in its address.
    pub(super) fn is_asked(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
        let is_own = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        host.to_str().is_ok_and(is_own) && uri.authority().is_none_or(|asked| is_own(asked.as_str()))
    }

    /// Whether a request comes from our own pages, or from the reader herself. What changes something must say that it does.
    pub(super) fn is_origin(&self, method: &Method, headers: &HeaderMap) -> bool {
        let mut origins = headers.get_all(ORIGIN).iter();
        let is_own = |origin: &str| {
            let host = origin.strip_prefix("http://");
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

/// What the browser says of where a request comes from, where it says it.
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
