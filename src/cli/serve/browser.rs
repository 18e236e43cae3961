//! The reader's own browser.

use std::process::{Command, Stdio};

/// What opens an address in it, and what stands before the address.
const OPENER: &[&str] = if cfg!(windows) {
    &["rundll32", "url.dll,FileProtocolHandler"]
} else if cfg!(target_os = "macos") {
    &["open"]
} else {
    &["xdg-open"]
};

/// Opens an address; whether there was something to open it with.
pub(super) fn open(address: &str) -> bool {
    let mut command = Command::new(OPENER[0]);
    command.args(&OPENER[1..]).arg(address);
    // What a browser says of itself is not for this terminal.
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
