//! Keys of the catalogue for common system errors: the system words them in English only.

use std::io::{self, ErrorKind};

/// The key of an error; `None` for a rare one, which keeps the system's words.
pub fn key_of(fault: &io::Error) -> Option<&'static str> {
    Some(match fault.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-no-right",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "system-full",
        ErrorKind::NotADirectory => "system-not-a-folder",
        ErrorKind::IsADirectory => "system-a-folder",
        ErrorKind::InvalidFilename => "system-name",
        ErrorKind::FileTooLarge => "system-too-large",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "system-busy",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn what_the_system_refuses_is_worded_in_both_languages() {
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::StorageFull,
            ErrorKind::NotADirectory,
            ErrorKind::IsADirectory,
            ErrorKind::InvalidFilename,
            ErrorKind::FileTooLarge,
            ErrorKind::ResourceBusy,
        ];
        for kind in kinds {
            let key = key_of(&kind.into()).expect("it is met");
            let words = Lang::ALL.map(|lang| Messages::new(lang).text(key, &[]));
            assert!(words[0] != words[1], "{kind}: {words:?}");
        }
        assert_eq!(key_of(&ErrorKind::Other.into()), None);
    }
}
