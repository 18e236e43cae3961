//! Files of a batch: its report, shown or downloaded, and its tables.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::IntoResponse;

use crate::app::comparing::kept::{PAGE, batch};
use crate::web::fault::Fault;
use crate::web::in_project::InProject;
use crate::web::pages::documents::REPORT;
use crate::web::visit::{Answer, Visit};

/// Sends a file of a batch.
pub(super) async fn file(
    visit: Visit,
    InProject(project): InProject,
    Path(words): Path<BTreeMap<String, String>>,
    Query(fields): Query<BTreeMap<String, String>>,
) -> Answer {
    visit
        .work(move |_| {
            let word = |name: &str| words.get(name).map(String::as_str).unwrap_or_default();
            let number = word("number").parse().map_err(|_| Fault::nowhere())?;
            let (batch, name) = (batch(&project, number).ok_or_else(Fault::nowhere)?, word("file"));
            let bytes = batch.bytes(name)?.ok_or_else(Fault::nowhere)?;
            let is_shown = name == PAGE && !fields.contains_key("keep");
            let how = if is_shown { "inline" } else { "attachment" };
            let about = [
                (CONTENT_TYPE, kind(name).to_owned()),
                (CONTENT_DISPOSITION, format!("{how}; filename=\"{number}-{name}\"")),
            ];
            let response = (about, bytes).into_response();
            Ok(match name {
                PAGE => ([(CONTENT_SECURITY_POLICY, REPORT)], response).into_response(),
                _ => response,
            })
        })
        .await?
}

/// The media type of a file, from its name.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        _ => "application/octet-stream",
    }
}
