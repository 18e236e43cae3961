//! The existing documents of a project.

use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::list::{List, Listed};
use super::{Extent, folder_of};
use crate::app::beside::below;
use crate::app::common::Failure;
use crate::app::projects::Project;
use crate::app::reading::digest_of;
use crate::input::Sources;
use crate::input::{FILE_BYTES, read_bytes};
pub use crate::output::export::Audience;
use crate::output::write::complete;

/// The documents made last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    folder: PathBuf,
    /// A digest of their plan's file.
    plan: String,
    /// The file of names, if they contain names.
    pub contacts: Option<String>,
    /// The documents that still exist.
    pub documents: Vec<Document>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// Its audience.
    pub audience: Audience,
    /// Its recipient; empty if it needs none.
    pub recipient: String,
    /// Its kind: `web-document-` with this is the key of its title, unless the kind is unknown.
    pub kind: String,
}

impl Document {
    /// Its file name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Its extension: `pdf`.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// A file name that is unique among all documents: `mairies-25304-Herimoncourt-affiche.pdf`.
    pub fn long_name(&self) -> String {
        self.path.replace('/', "-")
    }
}

/// The documents of a project, if there are any.
pub fn made(project: &Project, extent: Extent) -> Option<Made> {
    let folder = folder_of(project, extent);
    // Output completed by a writer that was killed is moved into place, so that it is found.
    let _ = complete(&folder).ok().filter(|()| folder.is_dir());
    let List { plan, contacts, documents } = List::read(&folder)?;
    // The names of the list are looked up among the existing files, so that they cannot lead elsewhere.
    let there: BTreeSet<PathBuf> = below(&folder).ok()?.into_iter().collect();
    let document = |listed: Listed| {
        let audience = Audience::ALL.into_iter().find(|audience| audience.name() == listed.audience)?;
        let is_there = there.contains(&path_of(&folder, &listed.path));
        is_there.then_some(Document {
            path: listed.path,
            audience,
            recipient: listed.recipient,
            kind: listed.kind,
        })
    };
    let documents = documents.into_iter().filter_map(document).collect();
    Some(Made { folder, plan, contacts, documents })
}

fn path_of(folder: &Path, name: &str) -> PathBuf {
    name.split('/').fold(folder.to_owned(), |path, part| path.join(part))
}

impl Made {
    /// Whether they were made from the current version of a plan.
    pub fn is_of(&self, plan: &Path) -> bool {
        digest_of(&Sources::disk(), plan).as_ref() == Some(&self.plan)
    }

    /// The document at a path.
    pub fn find(&self, path: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.path == path)
    }

    /// The content of a document.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn bytes(&self, document: &Document) -> Result<Vec<u8>, Failure> {
        read_bytes(&path_of(&self.folder, &document.path), FILE_BYTES).map_err(Failure::input)
    }

    /// The selected documents, in an archive.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn archive(&self, is_asked: impl Fn(&Document) -> bool) -> Result<Vec<u8>, Failure> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let unwritable = |fault: std::io::Error| Failure::file(&self.folder, fault);
        for document in self.documents.iter().filter(|document| is_asked(document)) {
            let bytes = self.bytes(document)?;
            archive
                .start_file(&document.path, SimpleFileOptions::default())
                .map_err(|fault| unwritable(fault.into()))?;
            archive.write_all(&bytes).map_err(unwritable)?;
        }
        archive.finish().map(Cursor::into_inner).map_err(|fault| unwritable(fault.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_leads_to_no_file_that_is_not_below_its_folder() {
        let home = tempfile::tempdir().expect("a folder");
        let project = Project {
            name: "a".parse().expect("a name"),
            folder: home.path().to_owned(),
            scenario: home.path().join("scenario.toml"),
        };
        let folder = folder_of(&project, Extent::All);
        std::fs::create_dir_all(folder.join("report")).expect("a folder");
        for path in ["secret.csv", "documents/report/a.pdf", "documents/own.txt"] {
            std::fs::write(home.path().join(path), path).expect("a file");
        }
        let absolute = home.path().join("secret.csv").display().to_string();
        let paths =
            ["report/a.pdf", "../secret.csv", "report/../../secret.csv", &absolute, "report/none.pdf"];
        let listed = paths.map(|path| Listed {
            path: path.to_owned(),
            audience: "report".to_owned(),
            recipient: String::new(),
            kind: "report".to_owned(),
        });
        let list = List { plan: String::new(), contacts: None, documents: listed.to_vec() };
        std::fs::write(folder.join(super::super::list::LIST), list.bytes()).expect("a file");
        let made = made(&project, Extent::All).expect("documents");
        let shown: Vec<&str> = made.documents.iter().map(|document| document.path.as_str()).collect();
        assert_eq!(shown, ["report/a.pdf"]);
        assert_eq!(made.bytes(&made.documents[0]).expect("bytes"), b"documents/report/a.pdf");
        assert!(made.find("own.txt").is_none());
        assert_eq!(made.documents[0].long_name(), "report-a.pdf");
        let archive = made.archive(|_| true).expect("an archive");
        let archive = zip::ZipArchive::new(Cursor::new(archive)).expect("an archive");
        assert_eq!(archive.file_names().collect::<Vec<_>>(), ["report/a.pdf"]);
    }
}
