//! Why there are no documents, in words.

use super::failure::{Apart, Failure};
use crate::app::export;
use crate::app::told;
use crate::check::{render as render_verdict, render_figures};
use crate::diagnostics::{Diagnostic, render};
use crate::messages::Messages;
use crate::output::export::Unfinished;

/// Why there are none.
pub fn words(failure: &Failure, messages: &Messages) -> String {
    match failure {
        Failure::NoContacts => messages.text("documents-no-contacts", &[]),
        Failure::NoTemplates => messages.text("documents-no-templates", &[]),
        Failure::NoPrevious => messages.text("documents-no-previous", &[]),
        Failure::Apart(Apart::Told(words)) => words.clone(),
        Failure::Apart(Apart::TooMuch { gib }) => {
            messages.text("templates-too-much", &[("limit", (*gib).into())])
        }
        Failure::Unfinished(Unfinished::Stopped) => messages.text("documents-stopped", &[]),
        Failure::Unfinished(Unfinished::Faulty { path, fault }) => {
            let variables = [("path", path.as_str().into()), ("fault", fault.as_str().into())];
            messages.text("export-faulty", &variables)
        }
        Failure::Export(failure) => of_export(failure, messages),
    }
}

fn of_export(failure: &export::Failure, messages: &Messages) -> String {
    match failure {
        export::Failure::Common(failure) => told::words(failure, messages),
        export::Failure::NoPapers => messages.text("documents-no-papers", &[]),
        export::Failure::Beside { unusable, .. } => {
            let found: Vec<Diagnostic> = unusable.found().cloned().collect();
            let mut lines = unusable.words(messages);
            lines.extend((!found.is_empty()).then(|| render(&found, messages)));
            lines.join("\n\n")
        }
        export::Failure::Illegal(refused) => {
            let verdict = render_verdict(&refused.verdict, &refused.instance, messages);
            format!("{}\n\n{verdict}", messages.text("export-illegal", &[]))
        }
        export::Failure::WrongFigures(refused) => {
            let figures = render_figures(&refused.disagreements, messages);
            format!("{}\n\n{figures}", messages.text("export-wrong-figures", &[]))
        }
        export::Failure::NothingAnnounced => messages.text("documents-nothing-announced", &[]),
        // The first is never requested here; an internal error is reported as such.
        export::Failure::CyclesNeedContacts | export::Failure::OurFault => {
            messages.text("web-fault-ours", &[])
        }
    }
}
