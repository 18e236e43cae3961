//! Arguments -> command -> exit code.

use std::process::ExitCode;

use ateliers::cli::{self, Outcome};

fn main() -> ExitCode {
    // A panic is our fault; the panic's own message is already on stderr.
    let command = || cli::run(&std::env::args_os().collect::<Vec<_>>());
    std::panic::catch_unwind(command).unwrap_or(Outcome::OurFault).into()
}
