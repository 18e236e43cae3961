//! Who makes a request.

use std::sync::Arc;

/// The name of whoever makes a request, where people say who they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) struct Who(pub(in crate::web) Arc<str>);
