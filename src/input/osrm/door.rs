//! The only access to the network: a request to a distance server, and its answer or why there is none.

use std::io::{self, BufReader, ErrorKind, Read as _};
use std::time::Duration;

use minreq::{Error, ResponseLazy};

use crate::diagnostics::Fact;
use crate::input::limits::FILE_BYTES;

/// An answer, of any status.
pub(super) struct Answer {
    /// The HTTP status.
    pub(super) status: u16,
    /// Its body.
    pub(super) bytes: Vec<u8>,
    /// How long the server asks to wait before the next request.
    pub(super) wait: Option<Duration>,
}

/// Why there is no table.
#[derive(Debug)]
pub(super) enum Mishap {
    /// The server cannot be reached, or does not answer in time.
    Unreachable(Fact),
    /// The address is https, which this build does not support.
    NoHttps,
    /// The server refuses, with its own words.
    Refused { status: u16, words: String, wait: Option<Duration> },
    /// The connection ended before the answer did.
    CutShort,
    /// The answer is not a table: the key of the message that says why.
    Unusable(&'static str),
}

impl Mishap {
    /// Whether the same request may succeed a moment later.
    pub(super) fn is_passing(&self) -> bool {
        match self {
            Self::Refused { status, .. } => *status == 429 || *status >= 500,
            Self::Unreachable(cause) => *cause == Fact::Message(TOO_SLOW),
            Self::CutShort => true,
            Self::NoHttps | Self::Unusable(_) => false,
        }
    }

    /// How long the server asks to wait.
    pub(super) fn wait(&self) -> Option<Duration> {
        match self {
            Self::Refused { wait, .. } => *wait,
            _ => None,
        }
    }
}

const TOO_SLOW: &str = "osrm-too-slow";

/// What a server answers within `timeout_s` seconds.
pub(super) fn get(address: &str, timeout_s: u64) -> Result<Answer, Mishap> {
    let request = minreq::get(address)
        .with_timeout(timeout_s)
        .with_header("User-Agent", concat!("ateliers/", env!("CARGO_PKG_VERSION")));
    let response = request.send_lazy().map_err(mishap)?;
    let status = response.status_code;
    let after = response.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("retry-after"));
    let wait = after.and_then(|(_, text)| text.trim().parse().ok());
    Ok(Answer { status, bytes: bytes(response)?, wait: wait.map(Duration::from_secs) })
}

/// The body, within the limit of files.
fn bytes(response: ResponseLazy) -> Result<Vec<u8>, Mishap> {
    let mut bytes = Vec::new();
    for byte in BufReader::new(response).bytes() {
        bytes.push(byte.map_err(|fault| broken(&fault))?);
        if bytes.len() as u64 > FILE_BYTES {
            return Err(Mishap::Unusable("osrm-too-long"));
        }
    }
    Ok(bytes)
}

fn mishap(error: Error) -> Mishap {
    match error {
        Error::AddressNotFound => Mishap::Unreachable(Fact::Message("osrm-unknown-host")),
        Error::HttpsFeatureNotEnabled => Mishap::NoHttps,
        Error::IoError(fault) => broken(&fault),
        Error::MalformedChunkLength | Error::MalformedChunkEnd => Mishap::CutShort,
        other => Mishap::Unreachable(other.to_string().into()),
    }
}

/// A connection that failed, or ended too early.
fn broken(fault: &io::Error) -> Mishap {
    match fault.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Mishap::Unreachable(Fact::Message(TOO_SLOW)),
        ErrorKind::ConnectionRefused => Mishap::Unreachable(Fact::Message("osrm-refused")),
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe => Mishap::CutShort,
        // The standard library has no error kind for a name that cannot be resolved.
        _ if fault.to_string().contains("lookup") => Mishap::Unreachable(Fact::Message("osrm-unknown-host")),
        _ => Mishap::Unreachable(Fact::system(fault)),
    }
}
