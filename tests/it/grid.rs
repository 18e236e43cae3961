//! Tables as grids: edited in memory, checked together with all others, saved into their files.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use ateliers::app::grid::change::{Cell, Change, Key, Wrong};
use ateliers::app::grid::draft::Draft;
use ateliers::app::grid::judged::{Judged, Spot};
use ateliers::app::grid::later::Difference;
use ateliers::app::grid::save::{Failure, Saved};
use ateliers::app::grid::{Address, Kind, clipboard, open, tables};

use crate::books::{ods, sheets_of, xlsx};
use crate::cli::{Place, files};

const RESIDENTS: Address = Address { kind: Kind::Residents, part: 0 };

/// A scenario in a folder.
struct Desk {
    place: Place,
    scenario: PathBuf,
}

impl Desk {
    fn new() -> Self {
        Self::of(Place::new(), "scenario.toml")
    }

    fn of(place: Place, scenario: &str) -> Self {
        let scenario = place.path(scenario);
        Self { place, scenario }
    }

    /// The small scenario as a workbook.
    fn in_workbook(name: &str, bytes: impl Fn(&[crate::books::Sheet]) -> Vec<u8>) -> Self {
        let place = Place::new();
        let sheets = sheets_of(&place.path(""), true);
        fs::write(place.path(name), bytes(&sheets)).expect("written");
        Self::of(place, name)
    }

    #[track_caller]
    fn open(&self, kind: Kind) -> Draft {
        let address = Address { kind, part: 0 };
        open(&self.scenario, address).expect("it can be read").expect("a table")
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.place.path(name)).expect("a file")
    }
}

fn judge(draft: &Draft) -> Judged {
    draft.judge()
}

/// The errors, by code and place.
fn errors(judged: &Judged) -> Vec<(&'static str, Spot)> {
    let found = judged.findings.iter().map(|located| (located.finding.code.id(), located.spot));
    found.filter(|(code, _)| code.starts_with('E')).collect()
}

fn set(row: Key, column: usize, value: &str) -> Change {
    Change::Set(vec![Cell { row, column, value: value.to_owned() }])
}

fn cells(draft: &Draft, position: usize) -> Vec<String> {
    let row = draft.rows(position..position + 1).next().expect("a row");
    row.2.into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[track_caller]
fn saved(draft: &Draft) -> Saved {
    draft.save().unwrap_or_else(|failure| panic!("{failure:?}"))
}

#[track_caller]
fn outdated(draft: &Draft) -> Difference {
    match draft.save() {
        Err(Failure::Outdated(difference)) => difference,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_table_that_the_scenario_names_is_listed_and_shown_as_its_file_has_it() {
    let desk = Desk::new();
    let listed = tables(&desk.scenario).expect("a scenario");
    let names: Vec<&str> = listed.iter().map(|table| table.name.as_str()).collect();
    let expected = ["communes", "roads", "slots", "venues", "trainers", "kits", "residents", "closures"];
    assert_eq!(names, expected.map(|name| format!("{name}.csv")));
    let draft = desk.open(Kind::Residents);
    let header: Vec<&str> = draft.columns().iter().map(|heading| heading.name.as_str()).collect();
    assert_eq!(header[..4], ["id", "commune", "slots", "track"]);
    assert_eq!((draft.n_rows(), draft.absent().collect::<Vec<_>>()), (12, vec!["withdrawn"]));
    assert_eq!(cells(&draft, 3)[..3], ["R04", "25304", "mon-0930"]);
    assert_eq!(draft.rows(3..4).next().map(|row| (row.0, row.1)), Some((3, Some(5))));
    assert_eq!(draft.rows(10..90).count(), 2);
}

#[test]
fn a_cell_is_judged_where_it_is_before_anything_is_written() {
    let desk = Desk::new();
    let before = files(&desk.place.path(""));
    let mut draft = desk.open(Kind::Residents);
    assert_eq!(errors(&judge(&draft)), []);
    draft.apply(&set(1, 1, "25999")).expect("a cell");
    draft.apply(&set(11, 6, "peut-être")).expect("a cell");
    assert_eq!(errors(&judge(&draft)), [("E401", Spot::Cell(1, 1)), ("E307", Spot::Cell(11, 6))]);
    draft.undo().expect("a step");
    draft.undo().expect("a step");
    assert_eq!(draft.undo(), Err(Wrong::Nothing));
    assert!(errors(&judge(&draft)).is_empty() && !draft.is_changed());
    draft.redo().expect("a step");
    assert_eq!(cells(&draft, 1)[1], "25999");
    assert_eq!(files(&desk.place.path("")), before);
}

#[test]
fn faults_of_other_tables_and_of_rows_that_moved_are_at_their_place() {
    let desk = Desk::new();
    let mut draft = desk.open(Kind::Residents);
    // A cell with two lines and one row fewer: every line below has another number.
    draft.apply(&set(0, 10, "une\nremarque")).expect("a cell");
    draft.apply(&Change::Remove(vec![2, 5])).expect("rows");
    draft.apply(&set(8, 1, "25999")).expect("a cell");
    draft.apply(&Change::Add(2)).expect("rows");
    draft.apply(&set(13, 0, "R01")).expect("a cell");
    let found = errors(&judge(&draft));
    assert!(found.contains(&("E401", Spot::Cell(8, 1))), "{found:?}");
    assert!(found.contains(&("E408", Spot::Cell(13, 0))), "its id is taken: {found:?}");
    assert!(found.iter().any(|(_, spot)| *spot == Spot::Cell(13, 1)), "it has no commune: {found:?}");
    let mut slots = desk.open(Kind::Slots);
    slots.apply(&Change::Remove(vec![0])).expect("a row");
    let found = errors(&judge(&slots));
    assert!(found.iter().any(|(_, spot)| *spot == Spot::Other(RESIDENTS)), "{found:?}");
}

#[test]
fn more_faults_of_a_kind_are_told_than_a_terminal_lists() {
    let desk = Desk::new();
    let mut draft = desk.open(Kind::Residents);
    let rows = (0..100).map(|number| vec![format!("N{number}"), "25999".to_owned(), "*".to_owned()]);
    draft.apply(&Change::Paste { row: None, column: 0, block: rows.collect() }).expect("rows");
    let found = errors(&judge(&draft));
    assert_eq!(found.len(), 100);
    assert_eq!(found[99], ("E401", Spot::Cell(111, 1)));
}

#[test]
fn a_pasted_block_replaces_cells_and_adds_the_rows_it_needs() {
    let desk = Desk::new();
    let mut draft = desk.open(Kind::Residents);
    let block = clipboard::block("R12\t25304\t*\nR13\t25304\t\"mon-0930\ntue-1400\"\n");
    draft.apply(&Change::Paste { row: Some(11), column: 0, block }).expect("a block");
    assert_eq!((draft.n_rows(), cells(&draft, 11)[1].as_str()), (13, "25304"));
    assert_eq!(cells(&draft, 12)[..3], ["R13", "25304", "mon-0930\ntue-1400"]);
    assert_eq!(errors(&judge(&draft)), []);
    draft.undo().expect("one step");
    assert_eq!((draft.n_rows(), cells(&draft, 11)[1].as_str()), (12, "25539"));
    let wide = Change::Paste { row: None, column: 9, block: vec![vec![String::new(); 3]] };
    assert_eq!(draft.apply(&wide), Err(Wrong::TooWide { block: 3, left: 2 }));
    assert_eq!(draft.apply(&set(99, 0, "")), Err(Wrong::NoRow(99)));
    assert_eq!(
        draft.apply(&Change::Column("salary".to_owned())),
        Err(Wrong::NoSuchColumn("salary".to_owned()))
    );
    assert!(!draft.is_changed());
}

#[test]
fn saving_changes_the_cells_that_changed_and_keeps_a_copy() {
    let desk = Desk::new();
    let before: String =
        desk.text("residents.csv").replace(',', ";").replace('\n', "\r\n").replace("R03", "\"R03\"");
    fs::write(desk.place.path("residents.csv"), &before).expect("written");
    let mut draft = desk.open(Kind::Residents);
    draft.apply(&Change::Column("withdrawn".to_owned())).expect("a column");
    draft.apply(&set(5, 11, "oui")).expect("a cell");
    draft.apply(&Change::Remove(vec![8])).expect("a row");
    draft.apply(&Change::Add(3)).expect("rows");
    draft.apply(&set(13, 0, "R14")).expect("a cell");
    let Saved { draft, kept } = saved(&draft);
    let expected = before
        .replace("note\r\n", "note;withdrawn\r\n")
        .replace(
            "R06;25539;tue-1400;base;0;;0;;;1;inventé / invented",
            "R06;25539;tue-1400;base;0;;0;;;1;inventé / invented;oui",
        )
        .replace("R09;25314;*;base;0;;0;;;1;inventé / invented\r\n", "")
        + "R14;;;;;;;;;;;\r\n";
    assert_eq!(desk.text("residents.csv"), expected);
    assert_eq!(desk.text("residents.before-edit.csv"), before);
    assert_eq!(kept.copies, [desk.place.path("residents.before-edit.csv")]);
    assert_eq!((draft.n_rows(), draft.is_changed(), draft.can_undo_and_redo()), (12, false, (false, false)));
    // The next draft has the version before it.
    let mut draft = draft;
    draft.apply(&set(0, 10, "x")).expect("a cell");
    saved(&draft);
    assert_eq!(desk.text("residents.before-edit.csv"), expected);
}

#[test]
fn what_was_undone_leaves_the_file_as_it_was() {
    let desk = Desk::new();
    let before = files(&desk.place.path(""));
    let mut draft = desk.open(Kind::Venues);
    draft.apply(&set(0, 0, "V9")).expect("a cell");
    draft.apply(&Change::Remove(vec![1])).expect("a row");
    draft.apply(&Change::Add(1)).expect("a row");
    for _ in 0..3 {
        draft.undo().expect("a step");
    }
    saved(&draft);
    assert_eq!(files(&desk.place.path("")), before);
}

#[test]
fn a_second_tab_is_told_what_changed_and_overwrites_nothing() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.open(Kind::Residents), desk.open(Kind::Residents));
    one.apply(&set(0, 1, "25539")).expect("a cell");
    one.apply(&set(4, 10, "un")).expect("a cell");
    one.apply(&Change::Remove(vec![1])).expect("a row");
    saved(&one);
    let first = desk.text("residents.csv");
    two.apply(&set(4, 10, "deux")).expect("a cell");
    two.apply(&set(6, 10, "à moi")).expect("a cell");
    two.apply(&Change::Paste {
        row: None,
        column: 0,
        block: vec![vec!["R20".to_owned(), "25304".to_owned(), "*".to_owned()]],
    })
    .expect("a row");
    assert!(judge(&two).is_outdated);
    let refused = outdated(&two);
    assert_eq!(desk.text("residents.csv"), first);
    assert_eq!((&refused.went, refused.came.len()), (&vec!["R02".to_owned()], 0));
    let changed: Vec<(&str, &str, &str)> =
        refused.changed.iter().map(|cell| (&*cell.row, &*cell.column, &*cell.is)).collect();
    assert_eq!(changed, [("R01", "commune", "25539"), ("R05", "note", "un")]);
    // Cells that only one of both changes touched are merged; the other's cell is kept.
    let carried = two.carried().expect("it can be read");
    let lost: Vec<(&str, Option<&str>, &str)> = carried
        .collisions
        .iter()
        .map(|collision| (&*collision.row, collision.column.as_deref(), &*collision.lost))
        .collect();
    assert_eq!(lost, [("R05", Some("note"), "deux")]);
    let mut again = desk.open(Kind::Residents);
    carried.changes.iter().for_each(|change| again.apply(change).expect("a change of the file as it is"));
    saved(&again);
    let expected = first.replace(
        "R07,25539,tue-1400,base,1,,0,,,1,inventé / invented",
        "R07,25539,tue-1400,base,1,,0,,,1,à moi",
    ) + "R20,25304,*,,,,,,,,\n";
    assert_eq!(desk.text("residents.csv"), expected);
}

#[test]
fn a_sheet_of_a_workbook_is_a_grid_like_any_other() {
    let desk = Desk::in_workbook("plan.xlsx", xlsx);
    let mut draft = desk.open(Kind::Residents);
    let (mut rooms, trainers) = (desk.open(Kind::Venues), desk.open(Kind::Trainers));
    draft.apply(&set(3, 1, "25999")).expect("a cell");
    draft.apply(&Change::Remove(vec![0])).expect("a row");
    let found = errors(&judge(&draft));
    assert_eq!(found, [("E401", Spot::Cell(3, 1))]);
    draft.apply(&set(3, 1, "25539")).expect("a cell");
    assert_eq!(errors(&judge(&draft)), []);
    let Saved { draft, .. } = saved(&draft);
    assert_eq!((draft.n_rows(), cells(&draft, 2)[1].as_str()), (11, "25539"));
    assert!(desk.place.path("plan.before-edit.xlsx").exists());
    // Another sheet of the same file was not affected, and can still be saved.
    let name = rooms.columns().iter().position(|heading| heading.column.is_some_and(|it| it.name == "name"));
    rooms.apply(&set(0, name.expect("a column"), "Salle bleue")).expect("a cell");
    saved(&rooms);
    assert_eq!(errors(&judge(&trainers)), []);
    assert_eq!(desk.open(Kind::Residents).n_rows(), 11);
    assert_eq!(cells(&desk.open(Kind::Venues), 0)[name.expect("a column")], "Salle bleue");
}

#[test]
fn an_open_document_is_shown_and_not_changed() {
    let desk = Desk::in_workbook("plan.ods", ods);
    let mut draft = desk.open(Kind::Residents);
    assert_eq!(draft.unwritable().map(|why| why.code.id()), Some("E809"));
    assert_eq!(draft.n_rows(), 12);
    assert_eq!(draft.apply(&Change::Add(1)), Err(Wrong::ReadOnly));
}

#[test]
fn an_empty_table_and_one_with_a_broken_neighbour_can_be_filled_in() {
    let desk = Desk::new();
    fs::write(desk.place.path("kits.csv"), "").expect("written");
    fs::write(desk.place.path("slots.csv"), "what\n?\n").expect("written");
    let mut draft = desk.open(Kind::Kits);
    let header: Vec<&str> = draft.columns().iter().map(|heading| heading.name.as_str()).collect();
    assert_eq!(header, ["id", "tablets", "depot"]);
    let block = clipboard::block("K1\t4\t25539");
    draft.apply(&Change::Paste { row: None, column: 0, block }).expect("a row");
    assert!(errors(&judge(&draft)).iter().all(|(_, spot)| !matches!(spot, Spot::Cell(..) | Spot::Table)));
    saved(&draft);
    assert_eq!(desk.text("kits.csv"), "id,tablets,depot\nK1,4,25539\n");
}

#[test]
fn values_of_any_kind_are_text_that_a_file_can_hold() {
    let desk = Desk::new();
    let mut draft = desk.open(Kind::Residents);
    draft.apply(&set(0, 10, "a\u{0}b\u{1b}[31m\"c\", d;\te")).expect("a cell");
    saved(&draft);
    assert_eq!(cells(&desk.open(Kind::Residents), 0)[10], "ab[31m\"c\", d;\te");
}

/// Twenty thousand enrolments: opened, changed and checked fast enough for a planner who types. Test builds are slower
/// than the program; this test catches costs that grow with the square of the rows.
#[test]
fn twenty_thousand_enrolments_are_edited_without_waiting() {
    let desk = Desk::new();
    let row = |number: usize| format!("N{number:05},25304,*,base,0,,0,,,1,inventé / invented\n");
    let rows: String = (0..20_000).map(row).collect();
    fs::write(desk.place.path("residents.csv"), desk.text("residents.csv") + &rows).expect("written");
    let start = Instant::now();
    let mut draft = desk.open(Kind::Residents);
    let block = (0..20_000).map(|number| vec![format!("P{number:05}"), "25999".to_owned()]).collect();
    draft.apply(&Change::Paste { row: Some(12), column: 0, block }).expect("a block");
    let judged = judge(&draft);
    saved(&draft);
    assert_eq!(errors(&judged).len(), 2_000);
    assert!(start.elapsed().as_secs() < 60);
    assert!(desk.text("residents.csv").ends_with("P19999,25999,*,base,0,,0,,,1,inventé / invented\n"));
}
