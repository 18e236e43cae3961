use std::collections::BTreeMap;

use jiff::civil::{Weekday, date};

use super::{InventedResident, Parameters, Window, first_day, invent, rate_of};
use crate::instance::entities::{Commune, Slot};

fn commune(insee: &str, population: u64) -> Commune {
    Commune { population: Some(population), ..Commune::at(insee, 47.0, 6.0) }
}

fn slots() -> Vec<Slot> {
    let slot =
        |weekday, start_minute| Slot { id: format!("{weekday:?}-{start_minute}"), weekday, start_minute };
    [Weekday::Monday, Weekday::Tuesday, Weekday::Friday]
        .into_iter()
        .flat_map(|day| [570, 840, 990].map(|at| slot(day, at)))
        .collect()
}

fn parameters() -> Parameters {
    let window = Window { from: date(2027, 1, 15), until: date(2027, 4, 20) };
    Parameters { rate: 0.1, window: Some(window), ..Parameters::default() }
}

fn share(residents: &[InventedResident], is_counted: impl Fn(&InventedResident) -> bool) -> f64 {
    residents.iter().filter(|resident| is_counted(resident)).count() as f64 / residents.len() as f64
}

#[test]
fn every_share_shows_in_a_large_commune() {
    // About 10,000 residents: three standard deviations of a share are at most 3 × √(0.25 / 10,000) = 0.015; for
    // shares of enrolments, and couples that count twice, a little more.
    let parameters = Parameters { spread: 0.0, ..parameters() };
    let residents = invent(&[commune("25388", 100_000)], &slots(), &parameters, 1);
    assert_eq!(residents.len(), 10_000);
    let close = |found: f64, expected: f64| (found - expected).abs() < 0.02;
    assert!(close(share(&residents, |resident| resident.needs_tablet), 0.45));
    assert!(close(share(&residents, |resident| resident.step_free), 0.06));
    assert!(close(share(&residents, |resident| resident.party.is_some()), 0.14));
    assert!(close(share(&residents, |resident| resident.available_from.is_some()), 0.30));
    assert!(close(share(&residents, |resident| resident.max_travel_min == Some(8.0)), 0.10));
    assert!(close(share(&residents, |resident| resident.max_travel_min.is_none()), 0.70));
    assert!(close(share(&residents, |resident| resident.priority > 1.9), 0.10));
    assert!(close(share(&residents, |resident| resident.slots == ["*"]), 0.20));
}

#[test]
fn the_number_follows_population_rate_and_spread() {
    // 25 % of zeal either way: 1,000 × 0.1 is within 75 … 125, and communes differ.
    let communes: Vec<Commune> = (0..50).map(|place| commune(&format!("{place:05}"), 1_000)).collect();
    let residents = invent(&communes, &slots(), &parameters(), 1);
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for resident in &residents {
        *numbers.entry(&resident.commune).or_default() += 1;
    }
    assert!(numbers.values().all(|&number| (75..=126).contains(&number)), "{numbers:?}");
    assert!(numbers.values().min() < numbers.values().max());
}

#[test]
fn a_commune_of_unknown_population_has_no_residents_and_none_has_more_than_inhabitants() {
    let unknown = Commune { population: None, ..commune("25001", 0) };
    let parameters = Parameters { rate: 1.0, spread: 1.0, ..parameters() };
    let residents = invent(&[unknown, commune("25002", 3)], &slots(), &parameters, 1);
    assert!(residents.iter().all(|resident| resident.commune == "25002") && residents.len() <= 3);
}

#[test]
fn the_order_of_communes_and_leaving_some_out_changes_nobody_else() {
    let [one, other, third] = ["25001", "25002", "25003"].map(|insee| commune(insee, 500));
    let all = invent(&[one.clone(), other, third.clone()], &slots(), &parameters(), 7);
    let fewer = invent(&[third, one], &slots(), &parameters(), 7);
    let kept: Vec<_> = all.into_iter().filter(|resident| resident.commune != "25002").collect();
    assert_eq!(kept, fewer);
}

#[test]
fn a_higher_rate_only_adds_residents() {
    let few = invent(&[commune("25001", 1_000)], &slots(), &parameters(), 7);
    let more = invent(&[commune("25001", 1_000)], &slots(), &Parameters { rate: 0.2, ..parameters() }, 7);
    // The last enrolment may have been cut from a couple to one person.
    let whole = few.len() - 1;
    assert!(few.len() < more.len());
    assert_eq!(few[..whole], more[..whole]);
}

#[test]
fn a_rate_is_found_for_a_number_of_residents() {
    let communes = [commune("25001", 2_000), commune("25002", 300), commune("25003", 45)];
    for n_residents in [0, 1, 17, 500, 2_345] {
        let rate = rate_of(&communes, n_residents, &parameters(), 7).expect("enough inhabitants");
        let found = invent(&communes, &slots(), &Parameters { rate, ..parameters() }, 7);
        assert_eq!(found.len(), n_residents);
    }
    assert_eq!(rate_of(&communes, 2_346, &parameters(), 7), None);
}

#[test]
fn another_share_of_tablets_changes_tablets_only() {
    let usual = invent(&[commune("25001", 2_000)], &slots(), &parameters(), 7);
    let none = invent(&[commune("25001", 2_000)], &slots(), &Parameters { tablet: 0.0, ..parameters() }, 7);
    let without: Vec<_> =
        usual.into_iter().map(|resident| InventedResident { needs_tablet: false, ..resident }).collect();
    assert_eq!(without, none);
}

#[test]
fn couples_share_slots_track_and_first_day() {
    let residents = invent(&[commune("25001", 5_000)], &slots(), &parameters(), 3);
    let mut couples: BTreeMap<&str, Vec<&InventedResident>> = BTreeMap::new();
    for resident in &residents {
        if let Some(party) = &resident.party {
            couples.entry(party).or_default().push(resident);
        }
    }
    assert!(couples.len() > 10);
    for couple in couples.values() {
        let [one, other] = couple[..] else { panic!("{couple:?} is no couple") };
        assert_eq!(
            (&one.slots, &one.track, one.available_from),
            (&other.slots, &other.track, other.available_from)
        );
    }
}

#[test]
fn late_enrolments_start_on_the_first_of_a_month_within_the_window() {
    let window = Window { from: date(2027, 1, 15), until: date(2027, 4, 20) };
    // Firsts of months from 15 January to 20 April: 1 February, 1 March, 1 April.
    let days = [0.0, 0.34, 0.99].map(|draw| first_day(window, draw));
    assert_eq!(days, [date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)]);
    let short = Window { from: date(2027, 1, 15), until: date(2027, 1, 20) };
    assert_eq!(first_day(short, 0.5), date(2027, 1, 15));
}
