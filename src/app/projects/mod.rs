//! The projects in a folder: ordinary folders with a scenario, its tables and its plans, as the command line uses them.
//!
//! A folder is a project if it contains a `scenario.toml` or, without one, a workbook with the settings of a scenario.
//! The projects of a folder are its subfolders that are projects, and the folder itself if it is one. Between two calls
//! nothing is kept except which workbooks are scenarios, until they are written again: changes by the command line or an
//! office suite are seen at once, and a workbook of 20,000 enrolments is not read again for every row that is viewed.

pub mod home;
pub mod name;
pub mod new;
pub mod plans;
pub mod state;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

pub use name::{NoName, ProjectName};

use crate::app::reading::SCENARIO;
use crate::app::touched::Touched;
use crate::input::file::names_in;
use crate::input::{Sources, is_scenario_book, is_workbook};

/// The infix of a workbook's backup copies, between its name and its extension.
const COPY: &str = ".before-";

/// Most workbooks for which it is remembered whether they are scenarios.
const MOST_BOOKS: usize = 1000;

/// The scenario in a folder, if any; or several workbooks that could be it.
type Found = Result<Option<PathBuf>, Vec<String>>;

/// A folder of projects.
#[derive(Debug, Clone)]
pub struct Projects {
    home: PathBuf,
    /// Workbooks in their state when they were read, and whether each is a scenario.
    books: Arc<Mutex<BTreeMap<PathBuf, (Touched, bool)>>>,
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its name: its folder's.
    pub name: ProjectName,
    /// Its folder.
    pub folder: PathBuf,
    /// Its scenario: a TOML file or a workbook.
    pub scenario: PathBuf,
}

/// The projects of a folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// By name.
    pub projects: Vec<Project>,
    /// Folders that are not projects although they look like one, and why, by name.
    pub left_out: Vec<(String, LeftOut)>,
}

/// Why a folder that looks like a project is not one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeftOut {
    /// Its name cannot be part of an address, or is that of the folder itself.
    Name,
    /// It contains several workbooks that could be its scenario.
    Several(Vec<String>),
}

impl Projects {
    /// The projects in a folder.
    pub fn of(home: &Path) -> Self {
        let home = std::path::absolute(home).unwrap_or_else(|_| home.to_owned());
        Self { home, books: Arc::default() }
    }

    /// The folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// All projects.
    pub fn list(&self) -> Listing {
        let mut names = names_in(&self.home);
        names.sort_by_key(|name| name.to_lowercase());
        let mut listing = Listing::default();
        if let Some(own) = self.own() {
            listing.add(own.to_string(), Ok(own), (&self.home, self.scenario_in(&self.home)));
        }
        let own = self.own().filter(|_| !listing.projects.is_empty());
        for name in names.into_iter().filter(|name| !name.starts_with('.')) {
            let folder = self.home.join(&name);
            if folder.is_dir() {
                let called = name.parse::<ProjectName>().ok().filter(|name| own.as_ref() != Some(name));
                listing.add(name, called.ok_or(()), (&folder, self.scenario_in(&folder)));
            }
        }
        listing
    }

    /// The project with a name.
    pub fn find(&self, name: &ProjectName) -> Option<Project> {
        let is_own = self.own().as_ref() == Some(name);
        let own = is_own.then(|| self.scenario_in(&self.home).ok().flatten()).flatten();
        if let Some(scenario) = own {
            return Some(Project { name: name.clone(), folder: self.home.clone(), scenario });
        }
        let folder = name.within(&self.home);
        let scenario = self.scenario_in(&folder).ok().flatten()?;
        Some(Project { name: name.clone(), folder, scenario })
    }

    /// The scenario in a folder, if any; or several workbooks that could be it.
    fn scenario_in(&self, folder: &Path) -> Found {
        let path = folder.join(SCENARIO);
        if path.is_file() {
            return Ok(Some(path));
        }
        let is_book = |name: &String| {
            let is_candidate = !name.starts_with(['.', '~']) && !name.contains(COPY);
            is_candidate && is_workbook(Path::new(name)) && self.is_scenario(&folder.join(name))
        };
        let mut books: Vec<String> = names_in(folder).into_iter().filter(is_book).collect();
        books.sort();
        match &books[..] {
            [] => Ok(None),
            [book] => Ok(Some(folder.join(book))),
            _ => Err(books),
        }
    }

    /// Whether a workbook is a scenario; an unchanged one is not read again.
    fn is_scenario(&self, book: &Path) -> bool {
        let held = || self.books.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Touched::of(book);
        let known = held().get(book).filter(|(then, _)| Some(*then) == now).map(|(_, is)| *is);
        known.unwrap_or_else(|| {
            let is = is_scenario_book(&Sources::disk(), book).unwrap_or(false);
            if let Some(now) = now {
                let mut books = held();
                if books.len() >= MOST_BOOKS {
                    books.clear();
                }
                books.insert(book.to_owned(), (now, is));
            }
            is
        })
    }

    /// The name of the folder itself.
    fn own(&self) -> Option<ProjectName> {
        self.home.file_name()?.to_str()?.parse().ok()
    }
}

impl Listing {
    fn add(&mut self, shown: String, name: Result<ProjectName, ()>, (folder, found): (&Path, Found)) {
        match (found, name) {
            (Ok(None), _) => {}
            (Ok(Some(scenario)), Ok(name)) => {
                self.projects.push(Project { name, folder: folder.to_owned(), scenario });
            }
            (Ok(Some(_)), Err(())) => self.left_out.push((shown, LeftOut::Name)),
            (Err(several), _) => self.left_out.push((shown, LeftOut::Several(several))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[&str]) -> tempfile::TempDir {
        let home = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = home.path().join(file);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, "").expect("a file");
        }
        home
    }

    fn names(listing: &Listing) -> Vec<&str> {
        listing.projects.iter().map(|project| project.name.as_str()).collect()
    }

    #[test]
    fn subfolders_with_a_scenario_are_projects() {
        let files =
            ["b/scenario.toml", "A/scenario.toml", ".c/scenario.toml", "d/notes.txt", "a=b/scenario.toml"];
        let home = folder_with(&files);
        let projects = Projects::of(home.path());
        let listing = projects.list();
        assert_eq!(names(&listing), ["A", "b"]);
        assert_eq!(listing.left_out, [("a=b".to_owned(), LeftOut::Name)]);
        let found = projects.find(&"b".parse().expect("a name")).expect("a project");
        assert_eq!(found.scenario, home.path().join("b/scenario.toml"));
        assert_eq!(projects.find(&"d".parse().expect("a name")), None);
        assert_eq!(projects.find(&"none".parse().expect("a name")), None);
    }

    #[test]
    fn the_folder_itself_may_be_one() {
        let home = folder_with(&["own/scenario.toml", "own/own/scenario.toml", "own/other/scenario.toml"]);
        let projects = Projects::of(&home.path().join("own"));
        let listing = projects.list();
        assert_eq!(names(&listing), ["own", "other"]);
        assert_eq!(listing.left_out, [("own".to_owned(), LeftOut::Name)], "two of one name");
        let found = projects.find(&"own".parse().expect("a name")).expect("a project");
        assert_eq!(found.folder, home.path().join("own"));
    }

    #[test]
    fn a_workbook_that_becomes_a_scenario_is_seen_at_once() {
        let home = folder_with(&["a/plan.xlsx"]);
        let projects = Projects::of(home.path());
        assert_eq!(names(&projects.list()), [""; 0]);
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("Paramètres").expect("a name").write(0, 0, "Clé").expect("a cell");
        book.save(home.path().join("a/plan.xlsx")).expect("saved");
        for _ in 0..2 {
            assert_eq!(names(&projects.list()), ["a"]);
            assert!(projects.find(&"a".parse().expect("a name")).is_some());
        }
        std::fs::write(home.path().join("a/plan.xlsx"), "none").expect("written");
        assert_eq!(names(&projects.list()), [""; 0]);
    }

    #[test]
    fn a_workbook_that_is_none_makes_no_project() {
        let home = folder_with(&["a/notes.xlsx", "b/plan.before-amendment-1.xlsx"]);
        assert_eq!(Projects::of(home.path()).list(), Listing::default());
    }
}
