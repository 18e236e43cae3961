//! The report for the planner and the elected officials: one page, from headline figures to every table.
//!
//! Each part has its own file; none computes what `plan` knows. No person is named: residents and trainers appear by
//! identifier.

mod changes;
mod fairness;
mod money;
mod time;

use super::export::facts::{capitalised, proof_in_words};
use super::export::{Export, maps};
use super::page::{Headline, Page, Section, figure, folded, key, page, paragraph, table};
use super::sheets;
use super::svg::{STEPS, Words};
use crate::instance::units::Euros;
use crate::messages::{Messages, Value};
use crate::plan::indicators::{Indicators, indicators};

/// The report's bytes.
pub fn report(export: &Export) -> Vec<u8> {
    let Export { instance, messages, .. } = export;
    let figures = indicators(instance, export.plan, &export.breakdown);
    let title = messages.text("report-title", &[("scenario", instance.name.as_str().into())]);
    let horizon = messages.long_period(instance.rules.horizon.start, instance.rules.horizon.end);
    let notice = if instance.is_invented { messages.text("invented-notice", &[]) } else { String::new() };
    let made = [("date", messages.date(export.made.date()).into())];
    let whole = Page {
        title,
        subtitle: capitalised(&horizon),
        notice,
        headlines: headlines(&figures, messages),
        sections: sections(export, &figures),
        footer: messages.text("report-footer", &made),
    };
    page(&whole, messages)
}

/// All parts; if a plan was announced, its changes come first.
fn sections(export: &Export, figures: &Indicators) -> Vec<Section> {
    let changes = export.bill.as_ref().map(|bill| changes::changes(export, bill));
    let others = [
        proof(export),
        map(export),
        time::calendar(export),
        money::costs(export, figures),
        fairness::fairness(export),
        fairness::distributions(export),
        tables(export),
    ];
    changes.into_iter().chain(others).collect()
}

fn headlines(figures: &Indicators, messages: &Messages) -> Vec<Headline> {
    let number = |number: f64, decimals| messages.number(number, decimals);
    let headline = |figure: String, label: &str, detail: String| Headline {
        figure,
        label: messages.text(label, &[]),
        detail,
    };
    let detail = |key: &str, variables: &[(&str, Value)]| messages.text(key, variables);
    let share = if figures.interested > 0 { figures.served as f64 / figures.interested as f64 } else { 0.0 };
    let of = [
        ("interested", number(figures.interested as f64, 0).into()),
        ("share", messages.percent(share, 0).into()),
    ];
    let hosts = [("communes", figures.host_communes.into()), ("sessions", figures.sessions.into())];
    let each = figures.net_per_participant.unwrap_or(Euros::ZERO);
    let net = [("net", messages.money(each.to_f64(), 0).into())];
    let mut headlines = vec![
        headline(number(figures.served as f64, 0), "headline-served", detail("headline-served-of", &of)),
        headline(number(figures.cycles as f64, 0), "headline-cycles", detail("headline-cycles-in", &hosts)),
        headline(
            messages.money(figures.gross.to_f64(), 0),
            "headline-gross",
            messages.text("headline-gross-net", &[("net", messages.money(figures.net.to_f64(), 0).into())]),
        ),
    ];
    if let Some(gross) = figures.gross_per_participant {
        let amount = messages.money(gross.to_f64(), 0);
        headlines.push(headline(amount, "headline-each", detail("headline-each-net", &net)));
    }
    if let Some(travel) = figures.travel {
        let mean = detail("minutes", &[("minutes", number(travel.mean.to_f64(), 0).into())]);
        let worst = [("minutes", number(travel.worst.to_f64(), 0).into())];
        let key = if travel.are_measured { "headline-travel-measured" } else { "headline-travel-estimated" };
        headlines.push(headline(mean, "headline-travel", detail(key, &worst)));
    }
    if let Some(days) = figures.mean_wait_days {
        let weeks = detail("weeks", &[("weeks", number(days / 7.0, 1).into())]);
        headlines.push(headline(weeks, "headline-wait", String::new()));
    }
    headlines
}

/// Name and description of a drawing: keys of the catalogue.
pub fn drawing(messages: &Messages, name: &str) -> Words {
    Words {
        id: name.to_owned(),
        title: messages.text(&format!("{name}-title"), &[]),
        description: messages.text(&format!("{name}-words"), &[]),
    }
}

fn section(messages: &Messages, id: &str, body: String) -> Section {
    let text = |part: &str| messages.text(&format!("part-{id}{part}"), &[]);
    Section { id: id.to_owned(), title: text(""), lead: text("-lead"), body }
}

fn proof(export: &Export) -> Section {
    let lines: Vec<String> = proof_in_words(export).iter().map(|line| paragraph(line)).collect();
    section(export.messages, "proof", lines.concat())
}

fn map(export: &Export) -> Section {
    let messages = export.messages;
    let words = drawing(messages, "territory");
    let map = maps::territory(maps::Ground::of(export), &words);
    section(messages, "map", key(&map_key(messages)) + &figure(&map, &words.description, false))
}

/// The legend of the map's shades: class and words of each.
pub fn map_key(messages: &Messages) -> Vec<(String, String)> {
    let step = |number: usize| {
        let bound = |number: usize| messages.percent(number as f64 / STEPS.len() as f64, 0);
        let range = [("from", bound(number).into()), ("to", bound(number + 1).into())];
        (format!("s{number}"), messages.text("map-step", &range))
    };
    let mut entries: Vec<(String, String)> = (0..STEPS.len()).map(step).collect();
    entries.push(("plain".to_owned(), messages.text("map-plain", &[])));
    entries
}

/// Every table that no other part shows.
fn tables(export: &Export) -> Section {
    let messages = export.messages;
    let grids = [
        ("cycles", sheets::cycles(export, |_| true)),
        ("sessions", sheets::sessions(export, |_| true)),
        ("waiting", sheets::waiting(export, |_| true)),
        ("kits", sheets::kit_roster(export)),
    ];
    let one = |(name, grid): (&str, super::grid::Grid)| {
        let count = [("title", grid.title.as_str().into()), ("rows", grid.rows.len().into())];
        folded(&messages.text("table-fold", &count), &table(name, name, &grid, messages))
    };
    section(messages, "tables", grids.into_iter().map(one).collect())
}
