//! The summary of a plan, for planners.

use super::leftovers;
use crate::instance::Instance;
use crate::instance::units::{Euros, Minutes};
use crate::messages::Messages;
use crate::messages::lines::{Align, aligned};
use crate::plan::indicators::{Indicators, indicators};
use crate::plan::solved::Solved;
use crate::plan::{changes, turnover};

/// A line: the key of its label, and its figure.
type Row = (&'static str, String);

/// The summary, one figure per line.
pub fn summary(instance: &Instance, solved: &Solved, wall_s: f64, messages: &Messages) -> String {
    let figures = indicators(instance, &solved.plan, &solved.breakdown);
    let mut text = messages.text("summary-title", &[("scenario", instance.name.as_str().into())]) + "\n";
    if instance.is_invented {
        text.push_str(&messages.text("invented-notice", &[]));
        text.push('\n');
    }
    let rows = [
        service_rows(&figures, messages),
        change_rows(instance, solved, messages),
        cost_rows(&figures, messages),
        proof_rows(solved, wall_s, messages),
    ];
    let rows: Vec<[String; 2]> =
        rows.into_iter().flatten().map(|(key, figure)| [messages.text(key, &[]), figure]).collect();
    text.push_str(&aligned(&rows, [Align::Left, Align::Left]));
    let plan = (&solved.plan, figures.gross);
    if let Some(left) = leftovers(instance, plan, &solved.reasons, messages) {
        text.push_str(&(left.title + "\n" + &aligned(&left.reasons, [Align::Right, Align::Left])));
        text.extend(left.idle.map(|idle| idle + "\n"));
    }
    text
}

fn service_rows(figures: &Indicators, messages: &Messages) -> Vec<Row> {
    let served = messages.text(
        "summary-served",
        &[
            ("served", messages.number(figures.served as f64, 0).into()),
            ("interested", messages.number(figures.interested as f64, 0).into()),
        ],
    );
    let cycles = messages
        .text("summary-cycles", &[("cycles", figures.cycles.into()), ("sessions", figures.sessions.into())]);
    let travel = figures.travel.map(|travel| {
        let minutes = |minutes: Minutes| messages.number(minutes.to_f64(), 1).into();
        let key = if travel.are_measured { "summary-travel-measured" } else { "summary-travel-estimated" };
        messages.text(key, &[("mean", minutes(travel.mean)), ("worst", minutes(travel.worst))])
    });
    let wait = figures.mean_wait_days.map(|days| messages.text("summary-wait", &messages.weeks(days)));
    vec![
        ("label-served", served),
        ("label-cycles", cycles),
        ("label-hosts", messages.number(figures.host_communes as f64, 0)),
        ("label-travel", known(travel)),
        ("label-wait", known(wait)),
    ]
}

/// The changes of what was announced; empty if nothing was.
fn change_rows(instance: &Instance, solved: &Solved, messages: &Messages) -> Vec<Row> {
    let told = changes(instance, &solved.plan).zip(turnover(instance, &solved.plan));
    let Some((changes, turnover)) = told else { return Vec::new() };
    let turnover = [
        ("new", turnover.new.into()),
        ("closed", turnover.closed.into()),
        ("broken", turnover.broken_off.into()),
    ];
    let count = |n: usize| messages.number(n as f64, 0);
    vec![
        ("label-calls", count(changes.calls.len())),
        ("label-notices", count(changes.notices.len())),
        ("label-stand-ins", count(changes.stand_ins.len())),
        ("label-turnover", messages.text("summary-turnover", &turnover)),
        ("label-changes", messages.euros(changes.cost(instance))),
    ]
}

fn cost_rows(figures: &Indicators, messages: &Messages) -> Vec<Row> {
    let per_participant = figures.gross_per_participant.zip(figures.net_per_participant);
    let per_participant = per_participant.map(|(gross, net)| {
        let amount = |amount: Euros| messages.euros(amount).into();
        messages.text("summary-per-participant", &[("gross", amount(gross)), ("net", amount(net))])
    });
    vec![
        ("label-gross", messages.euros(figures.gross)),
        ("label-net", messages.euros(figures.net)),
        ("label-per-participant", known(per_participant)),
    ]
}

fn proof_rows(solved: &Solved, wall_s: f64, messages: &Messages) -> Vec<Row> {
    let proof = &solved.proof;
    let time = messages.text("summary-time", &[("seconds", messages.number(wall_s, 1).into())]);
    let status = messages.text(&format!("status-{}", solved.status), &[]);
    vec![
        ("label-objective", messages.money(proof.objective, 2)),
        ("label-bound", messages.money(proof.bound, 2)),
        ("label-gap", messages.percent(proof.gap, 2)),
        ("label-time", format!("{time} ({status})")),
    ]
}

/// A figure, or a dash if nobody is served.
fn known(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| "–".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::solve::Status;

    #[test]
    fn every_end_of_a_search_is_worded() {
        use Status::{Gap, Interrupted, MemoryLimit, Optimal, TimeLimit, WorkLimit};
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for status in [Optimal, Gap, WorkLimit, TimeLimit, MemoryLimit, Interrupted] {
                assert!(messages.has(&format!("status-{}", status.name())), "{status:?} in {lang:?}");
            }
        }
    }
}
