//! What a plan leaves idle while residents are left out: counts that can be checked by hand, and the lines that report them.

use ateliers::instance::InstanceData;
use ateliers::instance::units::Euros;
use ateliers::messages::{Lang, Messages};
use ateliers::output::leftovers;
use ateliers::plan::idle::{Share, idle, main_reasons};
use ateliers::plan::reasons::explain;
use ateliers::plan::{Plan, price};

use crate::announced;
use crate::breaking::UNCHANGED;
use crate::cli::Place;
use crate::fixture::{TOM, day, instance, legal_plan};

/// Two weeks: Monday 5 and Tuesday 6, Monday 12 and Tuesday 13 January.
fn two_weeks(data: &mut InstanceData) {
    data.rules.horizon.end = day(1, 18);
}

#[test]
fn sessions_and_kit_days_that_nobody_uses_are_counted() {
    let free = |change: fn(&mut InstanceData), plan: &Plan| {
        let instance = instance(change);
        idle(&instance, plan, price(&instance, plan).costs.gross())
    };
    // On a Monday, of 9, 10, 14 and 16 o'clock two do not overlap within a limit of two a day; Uma has Tuesdays as well.
    let nothing = free(two_weeks, &Plan::default());
    assert_eq!(nothing.trainer_sessions, Share { free: 2 * 2 + 2 * 3, of: 10 });
    assert_eq!(nothing.kit_days, Share { free: 2 * 4, of: 8 });
    assert_eq!(nothing.budget, None);
    // Tom leads two cycles on both Mondays, with a kit.
    let busy = free(two_weeks, &legal_plan());
    assert_eq!(busy.trainer_sessions, Share { free: 2 * 3, of: 10 });
    assert_eq!(busy.kit_days, Share { free: 6, of: 8 });
    // A closed day offers nothing; a week's limit holds even if the days allow more.
    let closed = free(
        |data| {
            two_weeks(data);
            data.closures[0].from = day(1, 12);
            data.closures[0].until = day(1, 13);
            data.trainers[TOM].max_sessions_per_week = 1;
        },
        &Plan::default(),
    );
    assert_eq!(closed.trainer_sessions, Share { free: 1 + 3, of: 4 });
    assert_eq!(closed.kit_days, Share { free: 4, of: 4 });
    // Of five sessions in total Tom leads four.
    let limited = free(
        |data| {
            two_weeks(data);
            data.trainers[TOM].max_sessions = Some(5);
            data.trainers[TOM].max_sessions_per_day = 3;
        },
        &legal_plan(),
    );
    assert_eq!(limited.trainer_sessions, Share { free: 1 + 2 * 3, of: 11 });
    let budget = free(|data| data.rules.costs.max_gross = Some(Euros::whole(700)), &Plan::default());
    assert_eq!(budget.budget, Some(Euros::whole(700)));
}

#[test]
fn beside_an_announced_plan_only_days_count_on_which_something_new_may_begin() {
    let free_from = |today: i8| {
        let instance = announced::instance(|data| {
            two_weeks(data);
            let announced = data.announced.as_mut().expect("a plan was announced");
            (announced.today, announced.notice_days) = (day(1, today), 0);
        });
        idle(&instance, &Plan::default(), Euros::ZERO)
    };
    // The counts of the test above for two weeks, and for the second alone.
    assert_eq!(free_from(5).trainer_sessions, Share { free: 10, of: 10 });
    assert_eq!(free_from(12).trainer_sessions, Share { free: 5, of: 5 });
    assert_eq!(free_from(12).kit_days, Share { free: 4, of: 4 });
    assert_eq!(free_from(19).kit_days, Share::default());
}

#[test]
fn reasons_are_counted_the_most_frequent_first() {
    let instance = instance(UNCHANGED);
    let reasons = explain(&instance, &Plan::default());
    let counts = main_reasons(&reasons);
    assert_eq!(counts.iter().map(|(_, count)| count).sum::<usize>(), instance.residents.len());
    assert!(counts.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{counts:?}");
}

#[test]
fn nothing_is_said_where_everybody_is_served() {
    let instance = instance(UNCHANGED);
    let plan = (&legal_plan(), Euros::ZERO);
    assert_eq!(leftovers(&instance, plan, &[], &Messages::new(Lang::Fr)), None);
}

#[test]
fn every_reason_has_its_few_words_in_both_languages() {
    let codes = "no_venue_in_reach no_step_free_venue no_slot_in_common track_not_taught no_trainer_at_slot no_open_dates \
                 too_late no_tablet party_too_large party_incompatible party_member too_few_neighbours too_few_places \
                 cycles_full not_joined budget_spent too_few_left nothing_free no_cycle_opened";
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for code in codes.split_whitespace() {
            assert!(messages.has(&format!("left-{code}")), "{code} in {lang:?}");
        }
    }
}

#[test]
fn the_summary_says_who_is_left_out_why_and_what_is_free() {
    let told = Place::new().told("plan scenario.toml --out out --lang fr", 0);
    let lines: Vec<&str> = told.lines().skip_while(|line| !line.contains("restent sans place")).collect();
    assert!(lines[0].starts_with("4 personnes"), "{told}");
    assert_eq!(lines[1].trim(), "2  aucune salle assez proche", "{told}");
    let free = lines.iter().find(|line| line.starts_with("Reste pourtant disponible")).expect("what is free");
    assert!(free.contains("séances d’animateur (") && free.contains("jours de malle ("), "{free}");
}
