//! `ateliers demand` as a user runs it.

use std::fs;

use crate::cli::Place;

const COMMUNES: &str = "insee,name,lat,lon,population\n25304,Hérimoncourt,47.44,6.88,3508\n25539,Seloncourt,47.46,6.86,5854\n25274,Glay,47.41,6.89,339\n";

fn place(communes: &str) -> Place {
    let place = Place::empty();
    fs::write(place.path("communes.csv"), communes).expect("written");
    place
}

/// The output of `demand` for these communes and arguments.
#[track_caller]
fn residents(communes: &str, arguments: &str) -> String {
    let place = place(communes);
    let run = place.run(&format!("demand --communes communes.csv --out residents.csv {arguments}"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    fs::read_to_string(place.path("residents.csv")).expect("the table")
}

/// Asserts that these arguments are refused with this text, and that nothing is written.
#[track_caller]
fn refused(arguments: &str, told: &str) {
    let place = place(COMMUNES);
    let run = place.run(&format!("demand --communes communes.csv --out residents.csv --lang en {arguments}"));
    assert_eq!(run.code, 2, "{arguments}");
    assert!(run.stderr.contains(told), "{arguments}: {}", run.stderr);
    assert!(!place.path("residents.csv").exists());
}

#[test]
fn the_same_seed_gives_the_same_bytes_whatever_the_order_of_communes() {
    let mut lines: Vec<&str> = COMMUNES.lines().collect();
    lines[1..].reverse();
    let table = residents(COMMUNES, "--rate 0.02 --seed 7");
    assert_eq!(table, residents(COMMUNES, "--rate 0.02 --seed 7"));
    assert_eq!(table, residents(&lines.join("\n"), "--rate 0.02 --seed 7"));
    assert_ne!(table, residents(COMMUNES, "--rate 0.02 --seed 8"));
}

#[test]
fn every_row_says_that_it_is_invented() {
    let table = residents(COMMUNES, "--rate 0.02");
    assert!(table.lines().next().expect("a header").ends_with(",note"));
    // 9,701 inhabitants × 0.02 is 194, a quarter more or less.
    let n_rows = table.lines().skip(1).filter(|line| line.ends_with("inventé / invented")).count();
    assert_eq!(n_rows, table.lines().count() - 1);
    assert!((145..=243).contains(&n_rows), "{n_rows}");
}

#[test]
fn every_parameter_can_be_overridden() {
    let table = residents(
        COMMUNES,
        "--rate 0.02 --spread 0 --couples 0 --availability mornings=1 --tracks smartphone=1 --tablet 1 \
         --own-travel 25=1 --step-free 1 --priority 3=1 --late 1 --late-from 2027-03-01 --late-until 2027-03-01 \
         --only 25274",
    );
    let mornings = "mon-0930 tue-0930 wed-0930 thu-0930 fri-0930";
    let rest = format!(",25274,{mornings},smartphone,1,25,1,,2027-03-01,3,inventé / invented");
    assert!(table.lines().skip(1).all(|line| line.ends_with(&rest)), "{table}");
    // 339 inhabitants × 0.02 = 6.78.
    assert!((6..=7).contains(&(table.lines().count() - 1)));
}

#[test]
fn own_slots_are_used() {
    let place = place(COMMUNES);
    fs::write(place.path("slots.csv"), "id;weekday;start\nsamedi;sat;10:00\n").expect("written");
    let run = place.run("demand --communes communes.csv --slots slots.csv --out r.csv --rate 0.02 --seed 1");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let table = fs::read_to_string(place.path("r.csv")).expect("the table");
    assert!(table.contains(",samedi,") && !table.contains("mon-0930"));
}

#[test]
fn a_commune_of_unknown_population_is_told() {
    let place = place("insee,name,lat,lon\n25274,Glay,47.41,6.89\n");
    let run = place.run("demand --communes communes.csv --out residents.csv --lang en");
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("warning[W608]") && run.stderr.contains("`25274` (Glay)"), "{}", run.stderr);
}

#[test]
fn real_enrolments_are_never_replaced_and_invented_ones_are() {
    let place = place(COMMUNES);
    let real = "id,commune,slots\nR1,25304,*\n";
    fs::write(place.path("residents.csv"), real).expect("written");
    let demand = "demand --communes communes.csv --out residents.csv --lang en";
    let run = place.run(demand);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("was not replaced"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(place.path("residents.csv")).expect("the table"), real);

    fs::remove_file(place.path("residents.csv")).expect("removed");
    assert_eq!(place.run(demand).code, 0);
    assert_eq!(place.run(&format!("{demand} --seed 2")).code, 0);
}

#[test]
fn wrong_arguments_are_refused_with_a_hint() {
    refused("--rate 1.5", "a share from 0 to 1");
    refused("--rate NaN", "a share from 0 to 1");
    refused("--availability evenings=1", "`any`, `mornings`");
    refused("--tracks base", "`=` and a share");
    refused("--availability any=0", "cannot all be zero");
    refused("--own-travel 8=0.6 20=0.6", "add up to more than 1");
    refused("--late-from 2027-03-01", "--late-until");
    refused("--late 0.5", "--late-from");
    refused("--late-from 2027-03-01 --late-until 2027-02-01", "is before");
    refused("--late-from tomorrow --late-until 2027-02-01", "such as `2027-02-01`");
    refused("--only 25999", "no commune in the table has the code 25999");
}

#[test]
fn more_residents_than_memory_bears_are_refused() {
    let place = place("insee,name,lat,lon,population\n25274,Glay,47.41,6.89,1000000000\n");
    let run = place.run("demand --communes communes.csv --rate 1 --out residents.csv --lang en");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("can be invented at once"), "{}", run.stderr);
}

#[test]
fn faults_of_both_tables_are_told_together() {
    let place = place("insee,name,lat,lon\n25274,Glay,x,6.89\n");
    fs::write(place.path("slots.csv"), "id,weekday,start\nA,lune,10:00\n").expect("written");
    let run = place.run("demand --communes communes.csv --slots slots.csv --out r.csv --lang en");
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("E302") && run.stderr.contains("E309"), "{}", run.stderr);
    assert!(!place.path("r.csv").exists());
}
