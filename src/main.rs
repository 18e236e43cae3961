//! Arguments -> command -> exit code.

use std::process::ExitCode;

use ateliers::cli::{self, Outcome};

fn main() -> ExitCode {
    // A panic is our fault; the panic's own message is already on stderr.
    std::panic::catch_unwind(|| cli::run(std::env::args_os().collect())).unwrap_or(Outcome::OurFault).into()
}
