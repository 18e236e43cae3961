//! The error of a request: a status, and the data of its message.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app;
use crate::app::common::Failure;
use crate::messages::{Messages, Value};

/// An error.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) status: StatusCode,
    cause: Cause,
}

#[derive(Debug, Clone)]
enum Cause {
    /// A message of the catalogue.
    Said(&'static str, Vec<(&'static str, Value)>),
    /// A use case failed.
    Failed(Arc<Failure>),
}

impl Fault {
    /// An error with a message of the catalogue.
    pub(super) fn new(status: StatusCode, key: &'static str) -> Self {
        Self { status, cause: Cause::Said(key, Vec::new()) }
    }

    /// Adds a variable to its message.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Cause::Said(_, variables) = &mut self.cause {
            variables.push((name, value.into()));
        }
        self
    }

    /// 404: there is no such page.
    pub(super) fn nowhere() -> Self {
        Self::of(StatusCode::NOT_FOUND)
    }

    /// 500: an internal error.
    pub(super) fn ours() -> Self {
        Self::of(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The general message of a status.
    pub(super) fn of(status: StatusCode) -> Self {
        let key = match status {
            StatusCode::FORBIDDEN => "web-fault-forbidden",
            StatusCode::NOT_FOUND => "web-fault-nowhere",
            StatusCode::METHOD_NOT_ALLOWED => "web-fault-method",
            StatusCode::REQUEST_TIMEOUT => "web-fault-slow",
            StatusCode::PAYLOAD_TOO_LARGE => "web-fault-large",
            _ if status.is_server_error() => "web-fault-ours",
            _ => "web-fault-request",
        };
        Self::new(status, key)
    }

    /// The text for the reader.
    pub(super) fn words(&self, messages: &Messages) -> String {
        match &self.cause {
            Cause::Said(key, variables) => messages.text(key, variables),
            Cause::Failed(failure) => app::told::words(failure, messages),
        }
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        let status = match failure {
            Failure::Input(_) | Failure::Part(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Taken { .. } | Failure::Announced(_) | Failure::NotOurs { .. } | Failure::Locked(_) => {
                StatusCode::CONFLICT
            }
            Failure::Folder(_) | Failure::File(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self { status, cause: Cause::Failed(Arc::new(failure)) }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
