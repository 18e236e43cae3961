//! Fairness: shares served by commune, waiting and travel of the participants.

use super::{drawing, section};
use crate::instance::ids::CommuneId;
use crate::output::export::Export;
use crate::output::export::facts::{Share, shares_served};
use crate::output::leftovers;
use crate::output::page::{Section, figure, list, paragraph, table};
use crate::output::sheets;
use crate::output::svg::bars::{Bar, bars};
use crate::output::svg::histogram::{Bin, histogram};
use crate::plan::indicators::journeys;
use crate::plan::spread::{by_minutes, by_weeks};

/// Width of a bin of journeys, minutes.
const MINUTES: usize = 5;

pub(super) fn fairness(export: &Export) -> Section {
    let Export { instance, messages, .. } = export;
    let words = drawing(messages, "shares");
    let target = instance.rules.weights.equity_target.nano() as f64 / 1e9;
    let mut shares: Vec<_> = shares_served(instance, export.plan)
        .into_iter()
        .filter_map(|(commune, share)| Some((share.ratio()?, commune, share)))
        .collect();
    shares.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let bar = |(ratio, commune, share): &(f64, CommuneId, Share)| Bar {
        label: instance.communes[*commune].name.clone(),
        value: *ratio,
        shown: format!("{} ({}/{})", messages.percent(*ratio, 0), share.served, share.interested),
        class: if *ratio < target { "warn" } else { "" },
    };
    let by_commune: Vec<Bar> = shares.iter().map(bar).collect();
    let mark = Some(target).filter(|&target| target > 0.0);
    let body = left_out(export)
        + &figure(&bars(&words, &by_commune, mark), &words.description, true)
        + &table("fairness-table", "communes", &sheets::fairness(export), messages);
    section(messages, "fairness", body)
}

/// Number of residents left out, the main reasons, and what is nevertheless free.
fn left_out(export: &Export) -> String {
    let plan = (export.plan, export.breakdown.costs.gross());
    let Some(left) = leftovers(export.instance, plan, &export.reasons, export.messages) else {
        return String::new();
    };
    let reasons: Vec<String> =
        left.reasons.into_iter().map(|[count, reason]| format!("{count} · {reason}")).collect();
    let idle = left.idle.map(|idle| paragraph(&idle)).unwrap_or_default();
    paragraph(&left.title) + &list(&reasons) + &idle
}

pub(super) fn distributions(export: &Export) -> Section {
    let messages = export.messages;
    let travel = drawing(messages, "travel");
    let waits = drawing(messages, "waits");
    let is_measured =
        journeys(export.instance, &export.plan.cycles).is_none_or(|journeys| journeys.are_measured);
    let axis = messages.text(if is_measured { "travel-axis-measured" } else { "travel-axis-estimated" }, &[]);
    let body = figure(&histogram(&travel, &minutes(export), &axis), &travel.description, true)
        + &figure(
            &histogram(&waits, &weeks(export), &messages.text("waits-axis", &[])),
            &waits.description,
            true,
        );
    section(messages, "distributions", body)
}

/// Participants by length of their journey.
fn minutes(export: &Export) -> Vec<Bin> {
    bins(&by_minutes(export.instance, export.plan, MINUTES), |range, count| {
        let (from, to) = (range * MINUTES, (range + 1) * MINUTES);
        let hint = [("from", from.into()), ("to", to.into()), ("participants", count.into())];
        (format!("{from}–{to}"), export.messages.text("travel-bin", &hint))
    })
}

/// Participants by weeks until their first session.
fn weeks(export: &Export) -> Vec<Bin> {
    bins(&by_weeks(export.instance, export.plan), |week, count| {
        let hint = [("weeks", week.into()), ("participants", count.into())];
        (week.to_string(), export.messages.text("waits-bin", &hint))
    })
}

fn bins(counts: &[usize], words: impl Fn(usize, usize) -> (String, String)) -> Vec<Bin> {
    let bin = |(range, &count): (usize, &usize)| {
        let (label, hint) = words(range, count);
        Bin { label, count, hint }
    };
    counts.iter().enumerate().map(bin).collect()
}
