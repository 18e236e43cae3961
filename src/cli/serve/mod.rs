//! `ateliers serve`: serves the planner's page to a browser on this machine, or to people with a password on other machines.

mod browser;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, Terminal, told};
use crate::app::people::People;
use crate::app::projects::home::{self, NoHome};
use crate::messages::Lang;
use crate::output::write::in_words;
use crate::web::{Limits, Opening, Server, Shared, SocketAddr};

/// The command's arguments.
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
    /// The address on which to listen for other machines.
    #[arg(long, value_name = "ADDRESS:PORT", requires = "people", conflicts_with_all = ["port", "open"])]
    listen: Option<SocketAddr>,
    /// The people who may log in from them.
    #[arg(long, value_name = "FILE", requires = "listen")]
    people: Option<PathBuf>,
    /// The address at which they reach the page.
    #[arg(long, value_name = "URL", requires = "listen")]
    address: Option<String>,
}

/// Serves until Ctrl-C. Pages are in `lang` if it was chosen, else in each browser's language.
pub(super) fn run(args: &ServeArgs, lang: Option<Lang>, terminal: &Terminal) -> Outcome {
    let shared = match shared(args, terminal).and_then(|shared| folder(args, terminal).map(|()| shared)) {
        Ok(shared) => shared,
        Err(outcome) => return outcome,
    };
    let (folder, limits) = (args.folder.clone(), Limits::default());
    let program = std::env::current_exe().unwrap_or_default();
    let opening = Opening { folder, lang, limits, shared, program };
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

/// Checks that the folder exists, or creates it.
fn folder(args: &ServeArgs, terminal: &Terminal) -> Result<(), Outcome> {
    let named = |folder: &Path| [("folder", folder.display().to_string().into())];
    let refused = |key, folder: &Path| Err(told::error(key, &named(folder), terminal));
    match home::made(&args.folder) {
        Ok(false) => Ok(()),
        Ok(true) => {
            terminal.note(&terminal.text("serve-new-folder", &named(&args.folder)));
            Ok(())
        }
        Err(NoHome::File) => refused("serve-no-folder", &args.folder),
        Err(NoHome::NoParent(above)) => refused("serve-no-folder-above", &above),
        Err(NoHome::Unwritable(fault)) => Err(told::unwritable(&args.folder, &fault, terminal)),
    }
}

/// The settings for other machines, if they are admitted.
fn shared(args: &ServeArgs, terminal: &Terminal) -> Result<Option<Shared>, Outcome> {
    let (Some(listen), Some(file)) = (args.listen, &args.people) else { return Ok(None) };
    let people = People::read(file).map_err(|unusable| super::people::refused(&unusable, file, terminal))?;
    let address = args.address.clone().unwrap_or_else(|| format!("http://{listen}"));
    let wrong = |()| told::error("serve-no-address", &[("address", address.clone().into())], terminal);
    Ok(Some(Shared { listen, address: address.parse().map_err(wrong)?, file: file.clone(), people }))
}

fn served(server: Server, args: &ServeArgs, terminal: &Terminal) -> Outcome {
    let stopper = server.stopper();
    // Without a handler, Ctrl-C ends the program at once: nothing is half-written then, either.
    let _ = ctrlc::set_handler(move || stopper.stop());
    terminal.print(&terminal.text("serve-address", &[("address", server.site().address().into())]));
    if !server.site().is_private() {
        terminal.tell(&terminal.text("serve-not-encrypted", &[]));
    }
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
