//! Style, scripts and pictures, compiled in. They contain no personal data, so they are sent without a cookie: the page that
//! refuses a reader needs its style too.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use super::fault::Fault;
use super::secret::hex;
use super::site::Site;
use super::visit::Answer;

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// Name, type, content.
const FILES: &[(&str, &str, &[u8])] = &[
    ("board.css", CSS, include_bytes!("assets/board.css")),
    ("board.js", SCRIPT, include_bytes!("assets/board.js")),
    ("compare.css", CSS, include_bytes!("assets/compare.css")),
    ("documents.css", CSS, include_bytes!("assets/documents.css")),
    ("grid-desk.js", SCRIPT, include_bytes!("assets/grid-desk.js")),
    ("grid-editor.js", SCRIPT, include_bytes!("assets/grid-editor.js")),
    ("grid-view.js", SCRIPT, include_bytes!("assets/grid-view.js")),
    ("grid.css", CSS, include_bytes!("assets/grid.css")),
    ("grid.js", SCRIPT, include_bytes!("assets/grid.js")),
    ("htmx.min.js", SCRIPT, include_bytes!("assets/htmx.min.js")),
    ("icon.svg", SVG, include_bytes!("assets/icon.svg")),
    ("life.css", CSS, include_bytes!("assets/life.css")),
    ("page.js", SCRIPT, include_bytes!("assets/page.js")),
    ("planning.css", CSS, include_bytes!("assets/planning.css")),
    ("settings.css", CSS, include_bytes!("assets/settings.css")),
    ("settings.js", SCRIPT, include_bytes!("assets/settings.js")),
    ("style.css", CSS, include_bytes!("assets/style.css")),
    ("waiting.css", CSS, include_bytes!("assets/waiting.css")),
];

/// The entity tag of each file, which changes with its content.
static TAGS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let tag = |(_, _, bytes): &(&str, &str, &[u8])| {
        let digest = hex(&Sha256::digest(bytes));
        format!("\"{}\"", &digest[..24])
    };
    FILES.iter().map(tag).collect()
});

/// The addresses of the assets.
pub(super) fn routes() -> Router<Arc<Site>> {
    Router::new().route("/assets/{name}", get(asset))
}

/// Sends one asset, or 304 if the browser's tag is current.
async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let number = FILES.iter().position(|(known, ..)| *known == name).ok_or_else(Fault::nowhere)?;
    let (_, kind, bytes) = FILES[number];
    let tag = TAGS[number].as_str();
    let about = [(ETAG, tag), (CACHE_CONTROL, "no-cache"), (CONTENT_TYPE, kind)];
    let is_known = headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let response: Response = if is_known {
        (StatusCode::NOT_MODIFIED, about).into_response()
    } else {
        (about, bytes).into_response()
    };
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn htmx_is_the_file_that_was_pinned() {
        let (_, _, bytes) = FILES.iter().find(|(name, ..)| *name == "htmx.min.js").expect("htmx");
        let digest = hex(&Sha256::digest(bytes));
        let told = include_str!("assets/README.md");
        assert!(told.contains(&digest), "src/web/assets/README.md tells another hash than {digest}");
    }

    #[test]
    fn what_a_page_loads_is_light() {
        let bytes: usize = FILES.iter().map(|(.., bytes)| bytes.len()).sum();
        assert!(bytes < 300_000, "{bytes} bytes");
    }
}
