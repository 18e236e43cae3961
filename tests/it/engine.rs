//! Results state the engine that made them: version, commit, and whether its sources were modified.

use std::fs;
use std::path::Path;
use std::process::Command;

use ateliers::engine;
use serde_json::Value;

use crate::cli::Place;

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a file")).expect("JSON")
}

#[test]
fn version_plan_and_record_name_version_and_commit() {
    let place = Place::with_batch(
        "scenario = \"scenario.toml\"\nsearch = { work_limit = 50 }\nvariant = [{ name = \"a\" }]\n",
    );
    let known = engine::short_commit().unwrap_or(engine::sources());
    for (lang, changed) in [("en", "modified"), ("fr", "modifié")] {
        let said = place.told(&format!("--version --lang {lang}"), 0);
        assert!(
            said.starts_with(&format!("ateliers {} (", engine::VERSION)) && said.contains(known),
            "{said}"
        );
        assert_eq!(said.contains(changed), engine::is_modified(), "{said}");
    }
    place.told("batch batch.toml --out out", 0);
    let plan = json(&place.path("out/variants/a/plan.json"));
    let stated = &plan["solver"]["engine"];
    assert_eq!(stated["version"], engine::VERSION);
    assert_eq!(stated["commit"].as_str(), engine::commit());
    assert_eq!(stated["modified"], engine::is_modified());
    let version = plan["solver"]["version"].as_str().expect("a text");
    assert!(version.contains(&engine::build()), "{version}");
    let record = json(&place.path("out/variants/a/run.json"));
    assert_eq!(record["engine"], engine::build());
    // The plan's own check accepts it.
    place.told("check scenario.toml out/variants/a/plan.json", 1);
    place.told("check out/variants/a/scenario.toml out/variants/a/plan.json", 0);
    let schema = place.told("schema plan", 0);
    assert!(schema.contains("\"engine\"") && schema.contains("\"commit\""), "{schema}");
}

/// The build script, run in a temporary folder.
struct Build {
    home: tempfile::TempDir,
}

impl Build {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let build = Self { home };
        let script = fs::read_to_string("build.rs").expect("the build script");
        fs::create_dir(build.package().join("src")).expect("a folder");
        fs::write(build.package().join("src/lib.rs"), "").expect("written");
        fs::write(build.package().join("build.rs"), script).expect("written");
        let program = build.home.path().join("script");
        let rustc = Command::new("rustc")
            .args(["--edition", "2024", "build.rs", "-o"])
            .arg(&program)
            .current_dir(build.package())
            .output()
            .expect("rustc runs");
        assert!(rustc.status.success(), "{}", String::from_utf8_lossy(&rustc.stderr));
        build
    }

    fn package(&self) -> std::path::PathBuf {
        let package = self.home.path().join("package");
        fs::create_dir_all(&package).expect("a folder");
        package
    }

    /// The script's value of a key, and the files that it watches.
    fn says(&self) -> (Vec<String>, Vec<String>) {
        let output = Command::new(self.home.path().join("script")).current_dir(self.package()).output();
        let said = String::from_utf8(output.expect("the script runs").stdout).expect("UTF-8");
        let values = ["COMMIT", "MODIFIED", "SOURCES"].map(|key| {
            let start = format!("cargo::rustc-env=ATELIERS_{key}=");
            said.lines().find_map(|line| line.strip_prefix(&start)).expect("a value").to_owned()
        });
        let waits = said.lines().filter_map(|line| line.strip_prefix("cargo::rerun-if-changed="));
        (values.into(), waits.map(str::to_owned).collect())
    }

    fn git(&self, arguments: &str) {
        let output = Command::new("git")
            .args(["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments.split(' '))
            .current_dir(self.package())
            .env("HOME", self.home.path())
            .output()
            .expect("git runs");
        assert!(output.status.success(), "git {arguments}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn a_build_knows_its_commit_its_changes_and_that_it_has_none() {
    let build = Build::new();
    let (outside, waits) = build.says();
    assert_eq!((outside[0].as_str(), outside[1].as_str()), ("", "false"));
    assert_eq!(waits, ["src", "build.rs"]);
    build.git("init --quiet");
    build.git("add .");
    build.git("commit --quiet --message first");
    let (clean, waits) = build.says();
    assert_eq!((clean[0].len(), clean[1].as_str(), &clean[2]), (40, "false", &outside[2]));
    // Cargo would rebuild each time for a missing file.
    let package = build.package();
    assert!(waits.iter().all(|path| package.join(path).exists()) && waits.len() == 3, "{waits:?}");
    fs::write(package.join("src/other.rs"), "").expect("written");
    let (changed, _) = build.says();
    assert_eq!((&changed[0], changed[1].as_str()), (&clean[0], "true"));
    assert_ne!(changed[2], clean[2]);
    // Files that are not sources do not change the engine.
    fs::remove_file(package.join("src/other.rs")).expect("removed");
    fs::write(package.join("README.md"), "").expect("written");
    assert_eq!(build.says().0, clean);
    // Another repository around the package has no commit of ours.
    fs::rename(package.join(".git"), build.home.path().join(".git")).expect("moved");
    assert_eq!(build.says().0, outside);
}
