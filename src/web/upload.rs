//! A multipart form, with files.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};

use super::fault::Fault;
use super::site::Site;
use crate::app::projects::new::Sent;

/// Maximum number of fields and files; every form of the site has fewer.
const MOST_FIELDS: usize = 64;

/// A form with files.
#[derive(Debug, Default)]
pub(super) struct Upload {
    fields: BTreeMap<String, String>,
    files: BTreeMap<String, Sent>,
}

impl Upload {
    /// The text of a field, trimmed; empty if the field is missing.
    pub(super) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |text| text.trim())
    }

    /// Takes the file of a field; `None` if none was chosen.
    pub(super) fn file(&mut self, name: &str) -> Option<Sent> {
        self.files.remove(name)
    }

    async fn read(mut form: Multipart) -> Result<Self, MultipartError> {
        let mut upload = Self::default();
        for _ in 0..MOST_FIELDS {
            let Some(field) = form.next_field().await? else { break };
            let (Some(name), file) = (field.name().map(str::to_owned), field.file_name().map(str::to_owned))
            else {
                continue;
            };
            match file {
                // A browser sends an empty file if none was chosen.
                Some(file) if file.is_empty() => {}
                Some(file) => {
                    let bytes = field.bytes().await?.to_vec();
                    upload.files.insert(name, Sent { name: file, bytes });
                }
                None => _ = upload.fields.insert(name, field.text().await?),
            }
        }
        Ok(upload)
    }
}

impl FromRequest<Arc<Site>> for Upload {
    type Rejection = Fault;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, Fault> {
        let form = Multipart::from_request(request, site).await;
        let form = form.map_err(|refused| Fault::of(refused.status()))?;
        Self::read(form).await.map_err(|refused| Fault::of(refused.status()))
    }
}
