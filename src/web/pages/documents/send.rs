//! Sends one document, shown or downloaded, or several in an archive.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::Deserialize;

use crate::app::documents::Extent;
use crate::app::documents::made::{Document, Made, made};
use crate::app::projects::Project;
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::visit::{Answer, Visit};

/// A report's own style and scripts run, but can reach neither these pages nor the network.
pub(in crate::web::pages) const REPORT: &str = "sandbox allow-scripts allow-downloads allow-popups; default-src 'none'; style-src 'unsafe-inline'; \
    script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// The browser's own viewer shows a paper.
const PAPER: &str =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; img-src data:; frame-ancestors 'none'";

/// Whether to download it.
#[derive(Debug, Deserialize)]
pub(super) struct Kept {
    keep: Option<String>,
}

/// The recipients that an address or a form names.
pub(super) fn extent_named(name: &str) -> Option<Extent> {
    Extent::BOTH.into_iter().find(|extent| extent.name() == name)
}

/// The set of documents that the segments of an address name.
fn asked(project: &Project, words: &BTreeMap<String, String>) -> Result<Made, Fault> {
    let extent = words.get("extent").and_then(|name| extent_named(name)).ok_or_else(Fault::nowhere)?;
    made(project, extent).ok_or_else(Fault::nowhere)
}

/// Sends a document.
pub(super) async fn file(
    visit: Visit,
    InProject(project): InProject,
    Path(words): Path<BTreeMap<String, String>>,
    Query(kept): Query<Kept>,
) -> Answer {
    visit
        .work(move |_| {
            let made = asked(&project, &words)?;
            let document = words.get("path").and_then(|path| made.find(path)).ok_or_else(Fault::nowhere)?;
            let bytes = made.bytes(document)?;
            let (kind, policy) = kind(document);
            let how = if policy.is_some() && kept.keep.is_none() { "inline" } else { "attachment" };
            let about = [
                (CONTENT_TYPE, kind.to_owned()),
                (CONTENT_DISPOSITION, format!("{how}; filename=\"{}\"", document.long_name())),
            ];
            let response = (about, bytes).into_response();
            Ok(match policy {
                Some(policy) => ([(CONTENT_SECURITY_POLICY, policy)], response).into_response(),
                None => response,
            })
        })
        .await?
}

/// The media type of a document, and its policy if a browser shows it.
fn kind(document: &Document) -> (&'static str, Option<&'static str>) {
    match document.extension() {
        "pdf" => ("application/pdf", Some(PAPER)),
        "html" => ("text/html; charset=utf-8", Some(REPORT)),
        "ics" => ("text/calendar; charset=utf-8", None),
        "csv" => ("text/csv; charset=utf-8", None),
        "geojson" => ("application/geo+json", None),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", None),
        _ => ("application/octet-stream", None),
    }
}

/// The recipients asked for; all if none is named.
#[derive(Debug, Deserialize)]
pub(super) struct Whose {
    of: Option<String>,
}

/// Sends several documents, in an archive.
pub(super) async fn archive(
    visit: Visit,
    InProject(project): InProject,
    Path(words): Path<BTreeMap<String, String>>,
    Query(whose): Query<Whose>,
) -> Answer {
    visit
        .work(move |_| {
            let made = asked(&project, &words)?;
            let is_asked =
                |document: &Document| whose.of.as_deref().is_none_or(|of| of == document.audience.name());
            if !made.documents.iter().any(is_asked) {
                return Err(Fault::nowhere());
            }
            let bytes = made.archive(is_asked)?;
            let name = whose.of.as_deref().map_or("documents".to_owned(), |of| format!("documents-{of}"));
            let about = [
                (CONTENT_TYPE, "application/zip".to_owned()),
                (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.zip\"")),
            ];
            Ok((about, bytes).into_response())
        })
        .await?
}
