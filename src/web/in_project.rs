//! The project that an address names, `/projects/{name}/…`: the only way from an address to a folder.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

use super::fault::Fault;
use super::site::Site;
use super::visit::Visit;
use crate::app::projects::{Project, ProjectName};

/// The project that the segment `{name}` of an address names.
#[derive(Debug, Clone)]
pub(super) struct InProject(pub(super) Project);

impl FromRequestParts<Arc<Site>> for InProject {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Fault> {
        let words: Result<Path<BTreeMap<String, String>>, _> = Path::from_request_parts(parts, site).await;
        let name = words.ok().and_then(|Path(mut words)| words.remove("name")).ok_or_else(Fault::nowhere)?;
        let name: ProjectName = name.parse().map_err(|_| Fault::nowhere())?;
        let visit = Visit::new(site, &parts.headers);
        let found = visit.work(move |visit| visit.site.projects.find(&name)).await?;
        found.map(Self).ok_or_else(Fault::nowhere)
    }
}
