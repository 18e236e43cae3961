//! The reader's own browser.

use std::process::{Command, Stdio};

/// The command that opens an address in it, without the address.
const OPENER: &[&str] = if cfg!(windows) {
    &["rundll32", "url.dll,FileProtocolHandler"]
} else if cfg!(target_os = "macos") {
    &["open"]
} else {
    &["xdg-open"]
};

/// Opens an address; returns whether a command for it was started.
pub(super) fn open(address: &str) -> bool {
    let mut command = Command::new(OPENER[0]);
    command.args(&OPENER[1..]).arg(address);
    // The browser's own output does not belong on this terminal.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
