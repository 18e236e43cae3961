//! Something that stands where a file is to be written: a fault of ours to word, among those that the system words.

use std::error::Error;
use std::fmt::{self, Display};
use std::io;
use std::path::PathBuf;

use crate::messages::Messages;

/// Something that is no file and stands in the place of one.
#[derive(Debug)]
pub(super) struct InTheWay {
    path: PathBuf,
    kind: io::ErrorKind,
}

impl InTheWay {
    /// A folder.
    pub(super) fn folder(path: PathBuf) -> io::Error {
        let kind = io::ErrorKind::IsADirectory;
        io::Error::new(kind, Self { path, kind })
    }

    /// A device, say.
    pub(super) fn other(path: PathBuf) -> io::Error {
        let kind = io::ErrorKind::InvalidInput;
        io::Error::new(kind, Self { path, kind })
    }
}

impl Display for InTheWay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path.display(), self.kind)
    }
}

impl Error for InTheWay {}

/// A fault of writing in words: ours in those of the catalogue, the system's in its own.
pub fn in_words(fault: &io::Error, messages: &Messages) -> String {
    let ours = fault.get_ref().and_then(|inner| inner.downcast_ref::<InTheWay>());
    ours.map_or_else(
        || fault.to_string(),
        |InTheWay { path, kind }| {
            let key = match kind {
                io::ErrorKind::IsADirectory => "in-the-way-folder",
                _ => "in-the-way-other",
            };
            messages.text(key, &[("path", path.display().to_string().into())])
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn what_stands_in_the_way_is_worded_in_both_languages() {
        let words = Lang::ALL.map(|lang| {
            let messages = Messages::new(lang);
            [InTheWay::folder("a/b".into()), InTheWay::other("a/b".into())]
                .map(|fault| in_words(&fault, &messages))
        });
        assert!(words.as_flattened().iter().all(|words| words.contains("a/b")), "{words:?}");
        assert!(words[0] != words[1] && words[0][0] != words[0][1], "{words:?}");
        let of_system = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(in_words(&of_system, &Messages::new(Lang::Fr)), of_system.to_string());
    }
}
