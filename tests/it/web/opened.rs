//! The first command: it names a folder of projects that does not exist yet.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// `ateliers serve FOLDER`, in French, on any port.
fn serve(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ateliers"));
    command.args(["serve", "--port", "0", "--lang", "fr"]).arg(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What it prints once it serves a folder, and its first line on stderr.
fn opened(folder: &Path) -> [String; 2] {
    let mut child = serve(folder).spawn().expect("the program");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    let mut told = String::new();
    BufReader::new(child.stderr.take().expect("piped")).read_line(&mut told).expect("a line");
    child.kill().expect("ended");
    child.wait().expect("ended");
    [line, told]
}

#[test]
fn a_folder_that_is_not_there_is_made_and_that_is_told() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("mes projets");
    let [address, told] = opened(&folder);
    assert!(address.contains("http://127.0.0.1:"), "{address}");
    assert!(told.contains("mes projets") && told.contains("il est créé, vide"), "{told}");
    assert!(folder.is_dir());
    let [address, told] = opened(&folder);
    assert!(address.contains("http://127.0.0.1:") && !told.contains("créé"), "{address} {told}");
}

#[test]
fn a_folder_below_one_that_is_not_there_and_a_file_are_refused_in_words() {
    let home = tempfile::tempdir().expect("a folder");
    std::fs::write(home.path().join("notes"), "").expect("a file");
    for (name, words) in [("documants/projets", "documants` n’existe pas"), ("notes", "n’est pas un dossier")]
    {
        let output = serve(&home.path().join(name)).output().expect("the program");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && told.contains(words), "{told}");
    }
    assert!(!home.path().join("documants").exists());
}
