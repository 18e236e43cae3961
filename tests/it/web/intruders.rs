//! Nobody else gets in. Attacks from the table at the top of `src/web/guard/mod.rs`.

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::request::Builder;

use super::{Answered, Desk, PORT, path_of};

fn asked(desk: &Desk, request: Builder) -> Answered {
    desk.ask(request.body(Body::empty()).expect("a request"))
}

/// A request with these headers and no others.
fn with(method: &str, uri: &str, headers: &[(&str, &str)]) -> Builder {
    let request = axum::http::Request::builder().method(method).uri(uri);
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

#[test]
fn nobody_gets_in_without_the_secret() {
    let desk = Desk::with(&["small"]);
    let address = desk.site.address();
    let secret = address.split("token=").nth(1).expect("a token").to_owned();
    let (own, value) = desk.cookie().split_once('=').expect("a cookie");
    let refused = |request: Builder| {
        let answer = asked(&desk, request);
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(answer.header("set-cookie"), "");
        assert!(answer.text.contains("token=") && !answer.text.contains("small"), "{}", answer.text);
        assert!(!answer.text.contains(&secret) && !answer.text.contains(value));
    };
    for path in
        ["/", "/projects/small", "/nowhere", "/?token=", "/?token=x", &format!("/?token={}", &secret[1..])]
    {
        refused(Desk::bare("GET", path));
    }
    for cookie in [
        format!("{own}=x"),
        format!("{own}={secret}"),
        format!("{own}="),
        format!("other={value}"),
        value.to_owned(),
    ] {
        refused(Desk::bare("GET", "/").header("cookie", cookie));
    }
    // The cookie is not the secret of the address, and the secret only opens the first address.
    refused(Desk::bare("GET", &format!("/?token={value}")));
    refused(Desk::bare("GET", &format!("/projects/small?token={secret}")));
    let stranger =
        Desk::bare("POST", &format!("/?token={secret}")).header("origin", format!("http://127.0.0.1:{PORT}"));
    refused(stranger);
    // Another program's cookie is not accepted.
    let other = Desk::with(&[]);
    refused(Desk::bare("GET", "/").header("cookie", other.cookie()));
}

#[test]
fn the_secret_gives_a_cookie_that_other_sites_and_scripts_do_not_have() {
    let desk = Desk::with(&["small"]);
    // For example, from a link in an e-mail.
    let request = Desk::bare("GET", path_of(&desk.site.address())).header("sec-fetch-site", "cross-site");
    let entered = asked(&desk, request);
    assert_eq!(entered.status, StatusCode::OK);
    let cookie = entered.header("set-cookie");
    let parts: Vec<&str> = cookie.split("; ").collect();
    assert!(parts[0].starts_with(&format!("ateliers-{PORT}=")));
    assert_eq!(parts[1..], ["Path=/", "HttpOnly", "SameSite=Strict"]);
    assert!(entered.text.contains("http-equiv=\"refresh\""), "the page leads on");
}

#[test]
fn an_address_for_one_browser_works_once() {
    let desk = Desk::with(&[]);
    let address = desk.site.address_once();
    assert_ne!(address, desk.site.address());
    let statuses = [(); 3].map(|()| asked(&desk, Desk::bare("GET", path_of(&address))).status);
    assert_eq!(statuses, [StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::FORBIDDEN]);
}

#[test]
fn a_foreign_host_is_refused() {
    let desk = Desk::with(&["small"]);
    let (own, cookie) = (format!("127.0.0.1:{PORT}"), desk.cookie());
    let foreign = [
        "evil.example",
        "evil.example:8420",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost:81",
        "[::1]:8420",
        "0.0.0.0:8420",
    ];
    for host in foreign {
        let answer = asked(&desk, with("GET", "/", &[("host", host), ("cookie", cookie)]));
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{host}");
        let entering = with("GET", path_of(&desk.site.address()), &[("host", host)]);
        assert_eq!(asked(&desk, entering).status, StatusCode::FORBIDDEN, "{host}, with the secret");
        let asset = with("GET", "/assets/style.css", &[("host", host)]);
        assert_eq!(asked(&desk, asset).status, StatusCode::FORBIDDEN, "{host}, style");
    }
    assert_eq!(asked(&desk, with("GET", "/", &[("cookie", cookie)])).status, StatusCode::FORBIDDEN);
    let twice = with("GET", "/", &[("host", &own), ("host", "evil.example"), ("cookie", cookie)]);
    assert_eq!(asked(&desk, twice).status, StatusCode::FORBIDDEN);
    let elsewhere = with("GET", "http://evil.example/", &[("host", &own), ("cookie", cookie)]);
    assert_eq!(asked(&desk, elsewhere).status, StatusCode::FORBIDDEN);
    let named = with("GET", "/", &[("host", &format!("localhost:{PORT}")), ("cookie", cookie)]);
    assert_eq!(asked(&desk, named).status, StatusCode::OK);
}

#[test]
fn a_post_from_elsewhere_is_refused() {
    let desk = Desk::with(&["small"]);
    let post = |headers: &[(&str, &str)]| {
        let request = Desk::bare("POST", "/nowhere").header("cookie", desk.cookie());
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        asked(&desk, request).status
    };
    let own = format!("http://127.0.0.1:{PORT}");
    assert_eq!(post(&[("origin", &own)]), StatusCode::NOT_FOUND, "it came through");
    for origin in [
        "http://evil.example",
        "http://127.0.0.1:3000",
        "http://localhost",
        "null",
        "https://127.0.0.1:8420",
        "",
    ] {
        assert_eq!(post(&[("origin", origin)]), StatusCode::FORBIDDEN, "{origin}");
    }
    assert_eq!(post(&[]), StatusCode::FORBIDDEN, "no origin");
    assert_eq!(post(&[("origin", &own), ("origin", "http://evil.example")]), StatusCode::FORBIDDEN);
    assert_eq!(post(&[("origin", &own), ("sec-fetch-site", "cross-site")]), StatusCode::FORBIDDEN);
}

#[test]
fn what_another_site_embeds_is_refused() {
    let desk = Desk::with(&["small"]);
    for site in ["cross-site", "same-site"] {
        for path in ["/", "/projects/small", "/assets/page.js"] {
            let request = desk.own("GET", path).header("sec-fetch-site", site);
            assert_eq!(asked(&desk, request).status, StatusCode::FORBIDDEN, "{site} {path}");
        }
    }
    for site in ["same-origin", "none"] {
        let request = desk.own("GET", "/").header("sec-fetch-site", site);
        assert_eq!(asked(&desk, request).status, StatusCode::OK);
    }
}

#[test]
fn every_answer_says_what_a_browser_may_do() {
    let desk = Desk::with(&["small"]);
    let refused = asked(&desk, Desk::bare("GET", "/"));
    let answers = ["/", "/projects/small", "/nowhere", "/assets/page.js"].map(|path| desk.get(path));
    for answer in answers.iter().chain([&refused]) {
        let policy = answer.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("x-frame-options"), "DENY");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        let kept = answer.header("cache-control");
        assert!(kept == "no-store" || answer.headers.contains_key("etag") && kept == "no-cache", "{kept}");
        // Nothing from another machine, and no script or style in the page itself.
        for word in
            ["src=\"http", "href=\"http", "<style", " style=", "<script>", " onclick", " onload", "hx-on"]
        {
            assert!(!answer.text.contains(word) || answer.headers.contains_key("etag"), "{word}");
        }
    }
}
