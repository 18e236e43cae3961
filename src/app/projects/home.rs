//! The folder of projects, before it exists.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why there is no folder of projects.
#[derive(Debug)]
pub enum NoHome {
    /// It is a file.
    File,
    /// Its parent folder does not exist: a name may be mistyped.
    NoParent(PathBuf),
    /// It cannot be created.
    Unwritable(io::Error),
}

/// Creates the folder of projects, which need not exist yet; its parent must. Returns whether the folder was created.
///
/// # Errors
/// If a file has this name, its parent is missing too, or it cannot be created.
pub fn made(folder: &Path) -> Result<bool, NoHome> {
    match fs::create_dir(folder) {
        Ok(()) => Ok(true),
        Err(_) if folder.is_dir() => Ok(false),
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists => Err(NoHome::File),
        Err(fault) => match folder.parent().filter(|above| *above != Path::new("") && !above.is_dir()) {
            Some(above) => Err(NoHome::NoParent(above.to_owned())),
            None => Err(NoHome::Unwritable(fault)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_made_once_and_only_where_it_alone_is_missing() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("projects");
        assert!(made(&folder).expect("made"));
        assert!(!made(&folder).expect("there"));
        assert!(
            matches!(made(&home.path().join("a/b")), Err(NoHome::NoParent(above)) if above.ends_with("a"))
        );
        fs::write(home.path().join("file"), "").expect("a file");
        assert!(matches!(made(&home.path().join("file")), Err(NoHome::File)));
        assert!(matches!(made(&home.path().join("file/b")), Err(NoHome::NoParent(_))));
    }
}
