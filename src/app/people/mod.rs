//! People who may open the planner's page from other machines: a file with their names and the hashes of their passwords.
//!
//! ```toml
//! [people]
//! "Anne Martin" = "$scrypt$ln=16,r=8,p=2$…"
//! ```
//!
//! - this file: reads the file, and writes it with a person added or removed; [`password`]: the requirements of a
//!   password, its hash, and the comparison with an offered one.
//!
//! Only its owner may read the file.

pub mod password;

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, value};

use crate::input::file::{Refused, read};
use crate::output::File;
use crate::output::write::Folder;

/// Bytes of the largest file: thousands of people.
const FILE_BYTES: u64 = 1 << 20;
/// Characters of the longest name.
const LONGEST: usize = 60;
const SECTION: &str = "people";

/// The people who may log in, by name.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct People {
    hashes: BTreeMap<String, String>,
}

/// Why people cannot be read or written.
#[derive(Debug)]
pub enum Unusable {
    /// The system refuses.
    File(io::Error),
    /// The file is not in our format.
    Format,
    /// The name is empty, too long, or contains unprintable characters.
    Name,
    /// Nobody has this name.
    Unknown,
    /// The password is shorter than this number of characters.
    Short(usize),
    /// The system provides no random bytes.
    NoRandom,
}

impl People {
    /// Reads the file.
    ///
    /// # Errors
    /// If there is none, or it is not in our format.
    pub fn read(path: &Path) -> Result<Self, Unusable> {
        let bytes = read(path, FILE_BYTES)?;
        Self::of_text(&String::from_utf8_lossy(&bytes)).ok_or(Unusable::Format)
    }

    /// The same; without a file, there are no people.
    ///
    /// # Errors
    /// Those of [`Self::read`].
    pub fn read_or_new(path: &Path) -> Result<Self, Unusable> {
        match Self::read(path) {
            Err(Unusable::File(fault)) if fault.kind() == ErrorKind::NotFound => Ok(Self::default()),
            read => read,
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        let file: DocumentMut = text.parse().ok()?;
        let section = file.get(SECTION)?.as_table_like()?;
        let entry = |(name, item): (&str, &Item)| {
            let hash = item.as_str().filter(|hash| password::is_hash(hash))?;
            is_name(name).then(|| (name.to_owned(), hash.to_owned()))
        };
        section.iter().map(entry).collect::<Option<_>>().map(|hashes| Self { hashes })
    }

    /// Names, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.hashes.keys().map(String::as_str)
    }

    /// The hash of a person's password.
    pub fn hash(&self, name: &str) -> Option<&str> {
        self.hashes.get(name).map(String::as_str)
    }

    /// Whether there is a person with this name and password. Takes as long for an unknown name.
    pub fn knows(&self, name: &str, offered: &str) -> bool {
        password::is_right(self.hash(name), offered)
    }

    /// Adds a person, or sets another password.
    ///
    /// # Errors
    /// If name or password is not acceptable.
    pub fn add(&mut self, name: &str, password: &str) -> Result<(), Unusable> {
        let name = name.trim();
        if !is_name(name) {
            return Err(Unusable::Name);
        }
        self.hashes.insert(name.to_owned(), password::hash(password)?);
        Ok(())
    }

    /// Removes a person.
    ///
    /// # Errors
    /// If nobody has the name.
    pub fn remove(&mut self, name: &str) -> Result<(), Unusable> {
        self.hashes.remove(name.trim()).map(|_| ()).ok_or(Unusable::Unknown)
    }

    /// Writes the file atomically.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), Unusable> {
        let name = path.file_name().ok_or_else(|| Unusable::File(ErrorKind::InvalidInput.into()))?;
        let (folder, name) = (path.parent().unwrap_or(Path::new("")), name.to_string_lossy().into_owned());
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let file = File { name: name.clone(), bytes: self.text().into_bytes(), names_people: true };
        let written = Folder::open(folder, &[&name]).and_then(|folder| folder.write(&[file]));
        written.map_err(Unusable::File)
    }

    fn text(&self) -> String {
        let mut section = Table::new();
        for (name, hash) in &self.hashes {
            section.insert(name, value(hash));
        }
        let mut file = DocumentMut::new();
        file.insert(SECTION, Item::Table(section));
        file.to_string()
    }
}

impl fmt::Debug for People {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_list().entries(self.hashes.keys()).finish()
    }
}

impl From<Refused> for Unusable {
    fn from(refused: Refused) -> Self {
        Self::File(refused.into())
    }
}

/// Whether a name can be displayed and typed.
fn is_name(name: &str) -> bool {
    let is_shown = |letter: char| !letter.is_control() && letter != '\u{fffd}';
    !name.is_empty() && name.trim() == name && name.chars().count() <= LONGEST && name.chars().all(is_shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_kept_by_name_and_nobody_else_reads_their_hashes() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("people.toml");
        assert!(matches!(People::read(&path), Err(Unusable::File(_))));
        let mut people = People::read_or_new(&path).expect("nobody yet");
        people.add(" Anne « Nan » Martin ", "correct horse battery").expect("added");
        people.add("Émile", "une phrase assez longue").expect("added");
        people.write(&path).expect("written");
        let read = People::read(&path).expect("read");
        assert_eq!(read, people);
        assert_eq!(read.names().collect::<Vec<_>>(), ["Anne « Nan » Martin", "Émile"]);
        assert!(read.knows("Émile", "une phrase assez longue"));
        assert!(!read.knows("Émile", "une phrase assez longue "));
        assert!(!read.knows("Anne", "correct horse battery") && !read.knows("", ""));
        let text = std::fs::read_to_string(&path).expect("text");
        assert!(!text.contains("horse") && !format!("{read:?}").contains("scrypt"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&path).expect("a file").permissions().mode();
            assert_eq!(mode & 0o077, 0, "{mode:o}");
        }
    }

    #[test]
    fn whoever_is_removed_is_gone_and_a_password_can_be_changed() {
        let mut people = People::default();
        people.add("Anne", "the first password").expect("added");
        people.add("Anne", "the second password").expect("changed");
        assert!(people.knows("Anne", "the second password") && !people.knows("Anne", "the first password"));
        people.remove("Anne").expect("removed");
        assert!(matches!(people.remove("Anne"), Err(Unusable::Unknown)));
        assert!(!people.knows("Anne", "the second password"));
    }

    #[test]
    fn what_is_none_of_ours_is_refused() {
        for text in ["", "people = 1", "[people]\nAnne = \"secret\"", "[people]\n\"\" = 1", "[other]", "["] {
            assert!(People::of_text(text).is_none(), "{text}");
        }
        let mut people = People::default();
        for name in ["", "  ", "a\nb", "a\0b", &"a".repeat(61)] {
            assert!(matches!(people.add(name, "long enough a password"), Err(Unusable::Name)), "{name:?}");
        }
        assert!(matches!(people.add("Anne", "short"), Err(Unusable::Short(_))));
    }
}
