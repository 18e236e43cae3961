//! The time limit of a request, and the number of concurrent requests.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::site::Site;

/// Answers within the limits. The handler continues when the reader disconnects, so that nothing stays half done. A panic in a
/// handler becomes status 500 and does not end the program.
pub(super) async fn bounded(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let limit = site.limits.request;
    let turns = Arc::clone(&site.turns);
    let answered = tokio::spawn(timeout(limit, async move {
        // The semaphore is closed only with the program.
        let _turn = turns.acquire_owned().await;
        next.run(request).await
    }));
    match answered.await {
        Ok(Ok(response)) => response,
        Ok(Err(_too_slow)) => StatusCode::REQUEST_TIMEOUT.into_response(),
        Err(_panicked) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
