//! Full or read-only disks, as small file systems. Mounting requires root; without it there is nothing to mount and the
//! tests pass without checking anything.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::batch::place;
use crate::cli::Place;

/// A file system in memory, unmounted with its owner.
struct Disk {
    place: Place,
    at: PathBuf,
}

impl Disk {
    /// Mounts a disk of `kilobytes` at `disk` in the folder of a batch; `None` if that is not permitted.
    fn of(kilobytes: usize) -> Option<Self> {
        let place = place();
        let at = place.path("disk");
        fs::create_dir(&at).expect("a folder");
        let disk = Self { place, at };
        disk.mount(&format!("size={kilobytes}k"), &["-t", "tmpfs", "tmpfs"]).then_some(disk)
    }

    fn mount(&self, options: &str, what: &[&str]) -> bool {
        let output = Command::new("mount").args(["-o", options]).args(what).arg(&self.at).output();
        output.is_ok_and(|output| output.status.success())
    }

    fn change(&self, options: &str) {
        assert!(self.mount(&format!("remount,{options}"), &[]), "{options}");
    }

    #[track_caller]
    fn batch(&self, out: &str, code: i32) -> String {
        let run = self.place.run(&format!("batch batch.toml --out {out} --jobs 1 --lang en"));
        assert_eq!(run.code, code, "{}", run.shown());
        run.stdout + &run.stderr
    }

    fn finished(&self) -> usize {
        let folders = fs::read_dir(self.at.join("out/variants")).expect("variants");
        folders
            .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().join("run.json").exists()))
            .count()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).output();
    }
}

#[test]
fn a_full_disk_is_told_and_what_is_finished_stays() {
    let Some(disk) = Disk::of(300) else { return };
    let run = disk.place.run("batch batch.toml --out disk/out --jobs 1 --lang en");
    let said = run.stdout.clone() + &run.stderr;
    assert!(run.code == 1 || run.code == 2, "{said}");
    assert!(said.contains("cannot write "), "{said}");
    let finished = disk.finished();
    assert!(0 < finished && finished < 11, "{finished}: {said}");
    disk.change("size=4m");
    let said = disk.batch("disk/out", 0);
    assert!(said.contains(&format!("{} variants run, {finished} already finished", 11 - finished)), "{said}");
    disk.batch("whole", 0);
    for name in ["results.csv", "results.parquet"] {
        let read = |folder: &str| fs::read(disk.place.path(folder).join(name)).expect("a file");
        assert_eq!(read("disk/out"), read("whole"), "{name}");
    }
    // No partial file is left next to those that count.
    let left = fs::read_dir(disk.at.join("out/variants/nobody")).expect("a folder").count();
    assert_eq!(left, 10);
}

#[test]
fn a_disk_that_cannot_be_written_is_told_at_once_and_nothing_is_lost() {
    let Some(disk) = Disk::of(4_000) else { return };
    disk.batch("disk/out", 0);
    let before = fs::read(disk.at.join("out/results.csv")).expect("a table");
    disk.change("ro");
    let said = disk.batch("disk/out", 2);
    assert!(said.contains("cannot write to `disk/out`"), "{said}");
    let said = disk.place.run("compare disk/out --out disk/cmp --lang en");
    assert_eq!(said.code, 2, "{}", said.shown());
    // Existing results can still be read.
    assert_eq!(disk.place.run("compare disk/out --out cmp").code, 0);
    assert_eq!(fs::read(disk.at.join("out/results.csv")).expect("a table"), before);
    disk.change("rw");
}
