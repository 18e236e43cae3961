//! Writes the annotated copy of a scenario's workbook.

use std::path::Path;

use super::{Outcome, Terminal, told};
use crate::app::annotate::{Failure, Request, annotate};

/// Writes the copy and reports the result.
pub(super) fn copy(request: &Request, terminal: &Terminal) -> Outcome {
    let shown = |path: &Path| path.display().to_string();
    match annotate(request, &terminal.messages) {
        Ok(()) => {
            terminal.note(&terminal.text("annotate-done", &[("file", shown(request.out).into())]));
            Outcome::Done
        }
        Err(Failure::Common(common)) => told::failure(&common, terminal),
        Err(Failure::NoWorkbook) => told::error("annotate-none", &[], terminal),
        Err(Failure::Several(workbooks)) => {
            let names: Vec<String> = workbooks.iter().map(|path| shown(path)).collect();
            told::error("annotate-several", &[("files", names.join(", ").into())], terminal)
        }
        Err(Failure::NotACopy) => told::error("annotate-refused", &[], terminal),
    }
}
