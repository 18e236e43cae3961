//! `ateliers explain`, and the language of the error if an argument is not text.

use crate::cli::Place;

#[test]
fn a_code_is_explained_in_both_languages() {
    let place = Place::empty();
    let told = place.told("explain e407 --lang fr", 0);
    assert!(told.starts_with("erreur[E407]") && told.contains("tableau des inscriptions"), "{told}");
    let told = place.told("explain E407 W507 --lang en", 0);
    assert!(told.contains("error[E407]") && told.contains("warning[W507]"), "{told}");
    assert!(!told.contains('$'), "{told}");
}

#[test]
fn without_a_code_all_are_listed() {
    let told = Place::empty().told("explain --lang en", 0);
    for code in ["E001", "E407", "W507", "E713"] {
        assert!(told.lines().any(|line| line.trim_start().starts_with(code)), "{code} in {told}");
    }
}

#[test]
fn a_code_that_does_not_exist_is_told() {
    let told = Place::empty().told("explain E999 --lang fr", 2);
    assert!(told.contains("`E999`") && told.contains("ateliers explain"), "{told}");
}

#[test]
fn told_faults_end_with_how_to_learn_more() {
    let place = Place::new();
    place.edit("residents.csv", "R01,25304", "R01,25305").edit("venues.csv", ",10,", ",ten,");
    let told = place.told("validate scenario.toml --lang fr", 2);
    assert_eq!(told.matches("`ateliers explain").count(), 1, "{told}");
    assert!(told.trim_end().ends_with("`ateliers explain E401 E304`"), "{told}");
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf8_hides_no_language() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_ateliers"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    let words = [
        OsStr::new("validate"),
        OsStr::from_bytes(b"sc\xe9nario.toml"),
        OsStr::new("--lang"),
        OsStr::new("fr"),
    ];
    let output = command.args(words).output().expect("the program runs");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("erreur[E001]"), "{told}");
}
