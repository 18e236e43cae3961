//! The person who makes a request.

use std::sync::Arc;

/// The name of the person who makes a request, on a site with logins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Who(pub(in crate::web) Arc<str>);
