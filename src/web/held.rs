//! What is behind a lock.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a lock holds, whatever happened to whoever had it: nothing that is locked here is ever half changed.
pub(super) fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}
