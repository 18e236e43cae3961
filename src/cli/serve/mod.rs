//! `ateliers serve`: the planner's page, in a browser on this machine.

mod browser;

use std::io::ErrorKind;
use std::path::PathBuf;

use clap::Args;

use super::{Outcome, Terminal, told};
use crate::messages::Lang;
use crate::output::write::in_words;
use crate::web::{Limits, Opening, Server};

/// What was typed.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The folder of projects, or a project.
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true)]
    folder: PathBuf,
    /// The port.
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// Opens the browser.
    #[arg(long)]
    open: bool,
}

/// Answers until Ctrl-C. Pages are in `lang` where it was chosen, else in each browser's language.
pub(super) fn run(args: &ServeArgs, lang: Option<Lang>, terminal: &Terminal) -> Outcome {
    if !args.folder.is_dir() {
        let variables = [("folder", args.folder.display().to_string().into())];
        return told::error("serve-no-folder", &variables, terminal);
    }
    let opening = Opening { folder: args.folder.clone(), lang, limits: Limits::default() };
    match Server::open(&opening, args.port) {
        Ok(server) => served(server, args, terminal),
        Err(fault) => {
            let is_taken = fault.kind() == ErrorKind::AddrInUse;
            let key = if is_taken { "serve-port-taken" } else { "serve-no-port" };
            let port = args.port.map(|port| port.to_string()).unwrap_or_default();
            let cause = in_words(&fault, &terminal.messages);
            told::error(key, &[("port", port.into()), ("cause", cause.into())], terminal)
        }
    }
}

fn served(server: Server, args: &ServeArgs, terminal: &Terminal) -> Outcome {
    let stopper = server.stopper();
    // Without a handler, Ctrl-C ends the program at once: nothing is half written either.
    let _ = ctrlc::set_handler(move || stopper.stop());
    terminal.print(&terminal.text("serve-address", &[("address", server.site().address().into())]));
    if args.open && !browser::open(&server.site().address_once()) {
        terminal.note(&terminal.text("serve-no-browser", &[]));
    }
    terminal.note(&terminal.text("serve-until", &[]));
    match server.run() {
        Ok(()) => {
            terminal.note(&terminal.text("serve-ended", &[]));
            Outcome::Done
        }
        Err(fault) => {
            let cause = in_words(&fault, &terminal.messages);
            told::error("serve-no-port", &[("port", String::new().into()), ("cause", cause.into())], terminal)
        }
    }
}
