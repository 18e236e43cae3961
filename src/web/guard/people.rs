//! Sessions of a site with logins, and limits on failed logins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use super::who::Who;
use crate::app::people::People;
use crate::app::touched::Touched;
use crate::web::held::held;
use crate::web::secret::{Secret, digest};

/// A session ends after this time without requests: a working day.
const IDLE: Duration = Duration::from_hours(12);
/// Maximum number of sessions; the one idle for longest is ended.
const MOST: usize = 1000;
/// Number of failed logins before a person has to wait.
const FREE: u32 = 5;
/// The longest wait.
const LONGEST: u32 = 60;

/// The open sessions.
#[derive(Debug)]
pub(in crate::web) struct Sessions {
    file: PathBuf,
    state: Mutex<State>,
    /// Only one password is checked at a time: each check takes memory and a moment of a processor.
    trying: Mutex<()>,
}

#[derive(Debug)]
struct State {
    people: People,
    /// State of the people file when it was read.
    written: Option<Touched>,
    /// Sessions by the digest of their cookie.
    open: BTreeMap<String, Session>,
    /// Recent failed logins by name: their number and the time of the last one.
    wrong: BTreeMap<String, (u32, Instant)>,
}

#[derive(Debug)]
struct Session {
    who: Who,
    /// The password hash with which it was opened.
    hash: String,
    seen: Instant,
}

/// Why a login fails.
#[derive(Debug)]
pub(in crate::web) enum NotIn {
    /// Name or password is wrong.
    Wrong,
    /// Too many failures: seconds to wait.
    Wait(u64),
    /// The system gives no random bytes.
    NoRandom,
}

impl Sessions {
    /// No sessions. `people` may log in; they were read from `file`, which is read again when it changes.
    pub(super) fn new(people: People, file: &Path) -> Self {
        let state =
            State { people, written: Touched::of(file), open: BTreeMap::new(), wrong: BTreeMap::new() };
        Self { file: file.to_owned(), state: Mutex::new(state), trying: Mutex::new(()) }
    }

    /// Logs a person in; returns the value of the cookie. Checking the password may take a tenth of a second.
    pub(in crate::web) fn enter(&self, name: &str, password: &str) -> Result<Secret, NotIn> {
        let name = name.trim();
        // One attempt at a time, with its waiting time: of many at once each sees the failures before it.
        let _one_at_a_time = held(&self.trying);
        let people = {
            let mut state = self.state();
            state.reread(&self.file);
            if let Some(seconds) = state.wait(name) {
                return Err(NotIn::Wait(seconds));
            }
            state.people.clone()
        };
        let is_known = people.knows(name, password);
        let mut state = self.state();
        let Some(hash) = people.hash(name).filter(|_| is_known) else {
            state.was_wrong(name);
            return Err(NotIn::Wrong);
        };
        let secret = Secret::new().map_err(|_| NotIn::NoRandom)?;
        state.wrong.remove(name);
        state.make_room();
        let session = Session { who: Who(name.into()), hash: hash.to_owned(), seen: Instant::now() };
        state.open.insert(digest(secret.text()), session);
        Ok(secret)
    }

    /// The owner of a cookie.
    pub(super) fn who(&self, cookie: &str) -> Option<Who> {
        let mut state = self.state();
        state.reread(&self.file);
        let session = state.open.get_mut(&digest(cookie)).filter(|session| session.seen.elapsed() < IDLE)?;
        session.seen = Instant::now();
        Some(session.who.clone())
    }

    /// Ends a session.
    pub(super) fn end(&self, cookie: &str) {
        self.state().open.remove(&digest(cookie));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        held(&self.state)
    }
}

impl State {
    /// Reads the file if it has changed: people who were removed or have another password are logged out. If it cannot be read,
    /// nothing changes.
    fn reread(&mut self, file: &Path) {
        let now = Touched::of(file);
        if now == self.written {
            return;
        }
        if let Ok(people) = People::read(file) {
            (self.people, self.written) = (people, now);
            let people = &self.people;
            self.open.retain(|_, session| people.hash(&session.who.0) == Some(session.hash.as_str()));
        }
    }

    fn was_wrong(&mut self, name: &str) {
        self.wrong.retain(|_, (_, last)| last.elapsed() < Duration::from_secs(LONGEST.into()));
        if self.wrong.len() < MOST || self.wrong.contains_key(name) {
            let (times, last) = self.wrong.entry(name.to_owned()).or_insert((0, Instant::now()));
            (*times, *last) = (*times + 1, Instant::now());
        }
    }

    /// Seconds to wait: doubled with each failure, a minute at most. If more names are tried than are kept, everyone who is not
    /// logged in waits.
    fn wait(&self, name: &str) -> Option<u64> {
        let Some((times, last)) = self.wrong.get(name) else {
            return (self.wrong.len() >= MOST).then_some(LONGEST.into());
        };
        let seconds =
            times.checked_sub(FREE).map(|more| 1 << more.min(6)).map(|wait: u32| wait.min(LONGEST))?;
        let left = Duration::from_secs(seconds.into()).saturating_sub(last.elapsed());
        (!left.is_zero()).then(|| left.as_secs() + 1)
    }

    fn make_room(&mut self) {
        self.open.retain(|_, session| session.seen.elapsed() < IDLE);
        if self.open.len() >= MOST {
            let oldest = self.open.iter().min_by_key(|(_, session)| session.seen).map(|(key, _)| key.clone());
            oldest.map(|key| self.open.remove(&key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = "a right password";

    fn sessions(folder: &Path) -> Sessions {
        let file = folder.join("people.toml");
        let mut people = People::default();
        people.add("Anne", RIGHT).expect("added");
        people.add("Émile", RIGHT).expect("added");
        people.write(&file).expect("written");
        Sessions::new(people, &file)
    }

    #[test]
    fn somebody_is_in_from_their_password_until_they_leave() {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = sessions(folder.path());
        let cookie = sessions.enter(" Anne ", RIGHT).expect("in");
        assert_eq!(sessions.who(cookie.text()), Some(Who("Anne".into())));
        assert_eq!(sessions.who(&cookie.text()[1..]), None);
        sessions.end(cookie.text());
        assert_eq!(sessions.who(cookie.text()), None);
    }

    #[test]
    fn who_is_removed_or_has_another_password_is_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = sessions(folder.path());
        let [anne, emile] = ["Anne", "Émile"].map(|name| sessions.enter(name, RIGHT).expect("in"));
        let mut people = People::read(&sessions.file).expect("people");
        people.remove("Anne").expect("removed");
        people.write(&sessions.file).expect("written");
        // A file system may record modification times in whole seconds only.
        sessions.state().written = None;
        assert_eq!(sessions.who(anne.text()), None);
        assert!(sessions.who(emile.text()).is_some());
        assert!(matches!(sessions.enter("Anne", RIGHT), Err(NotIn::Wrong)));
        people.add("Émile", "another password").expect("changed");
        people.write(&sessions.file).expect("written");
        sessions.state().written = None;
        assert_eq!(sessions.who(emile.text()), None);
    }

    #[test]
    fn who_is_wrong_too_often_waits_whether_or_not_there_is_such_a_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = sessions(folder.path());
        for name in ["Anne", "nobody"] {
            for _ in 0..FREE {
                assert!(matches!(sessions.enter(name, "a wrong password"), Err(NotIn::Wrong)));
            }
            assert!(matches!(sessions.enter(name, RIGHT), Err(NotIn::Wait(1..=2))), "{name}");
        }
        assert!(sessions.enter("Émile", RIGHT).is_ok(), "others need not wait");
        for _ in 0..20 {
            sessions.state().was_wrong("Anne");
        }
        assert!(matches!(sessions.enter("Anne", RIGHT), Err(NotIn::Wait(1..=61))));
    }

    #[test]
    fn of_many_attempts_at_once_only_the_free_ones_are_made() {
        let folder = tempfile::tempdir().expect("a folder");
        let sessions = sessions(folder.path());
        let attempt = || matches!(sessions.enter("Anne", "a wrong password"), Err(NotIn::Wrong));
        let n_made = std::thread::scope(|scope| {
            let all: Vec<_> = (0..FREE + 6).map(|_| scope.spawn(attempt)).collect();
            all.into_iter().map(|one| usize::from(one.join().expect("ended"))).sum::<usize>()
        });
        // Attempts after a wait of seconds are made again on a slow machine.
        assert!(n_made < FREE as usize + 6, "{n_made}");
    }
}
