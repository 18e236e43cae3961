//! An obstacle in the place of a file: an error that we word, among those worded by the system.

use std::error::Error;
use std::fmt::{self, Display};
use std::io;
use std::path::PathBuf;

use crate::messages::Messages;
use crate::messages::system::key_of;

/// Something that is not a file, in the place of one.
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

    /// Something else, for example a device.
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

/// An error of a file or folder in words: the catalogue's if it has some, else the system's own.
pub fn in_words(fault: &io::Error, messages: &Messages) -> String {
    let ours = fault.get_ref().and_then(|inner| inner.downcast_ref::<InTheWay>());
    ours.map_or_else(
        || key_of(fault).map_or_else(|| fault.to_string(), |key| messages.text(key, &[])),
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
        let of_system = |kind: io::ErrorKind| in_words(&kind.into(), &Messages::new(Lang::Fr));
        assert_eq!(of_system(io::ErrorKind::PermissionDenied), "accès refusé");
        let rare = io::ErrorKind::BrokenPipe;
        assert_eq!(of_system(rare), rare.to_string(), "the system words what is rare");
    }
}
