//! Drawings of a search over time: objective and bound, and the gap between them.

use super::board::{Heard, Point};
use crate::messages::Messages;
use crate::output::svg::Words;
use crate::output::svg::curves::{Curve, curves};
use crate::output::svg::frame::Axis;
use crate::plan::proof::gap;

/// A unit of time: its message, and its seconds.
type Unit = (&'static str, f64);

/// Two drawings as SVG: objective and bound; the gap. `None` before there is a plan and a bound.
pub fn drawings(heard: &Heard, messages: &Messages) -> Option<[String; 2]> {
    let (objective, bound) = (heard.objective()?, heard.bound()?);
    let money = |amount: f64| messages.money(amount, 0);
    let percent = |share: f64| messages.percent(share, 1);
    let words = |id: &str, key: &str| {
        let variables = [
            ("objective", money(objective).into()),
            ("bound", money(bound).into()),
            ("gap", messages.percent(gap(objective, bound), 2).into()),
        ];
        Words {
            id: id.to_owned(),
            title: messages.text(&format!("{key}-title"), &[]),
            description: messages.text(key, &variables),
        }
    };
    let (names, amounts) = (["planning-objective", "planning-bound", "planning-gap"], "planning-amount");
    let [of_objective, of_bound, of_gap] = names.map(|key| messages.text(key, &[]));
    let unit = unit(heard.seconds);
    let figures = [
        Curve { label: &of_objective, class: "first", points: over(heard, unit, |point| point.objective) },
        Curve { label: &of_bound, class: "second", points: over(heard, unit, |point| point.bound) },
    ];
    let of_gap_only = [Curve {
        label: &of_gap,
        class: "first",
        points: over(heard, unit, |point| gap(point.objective, point.bound)),
    }];
    let number = |value: f64| messages.number(value, 0);
    let fine = |value: f64| messages.number(value, 1);
    let until = heard.seconds / unit.1;
    let x = Axis { title: &messages.text(unit.0, &[]), worded: if until < 10.0 { &fine } else { &number } };
    let y = Axis { title: &messages.text(amounts, &[]), worded: &money };
    let first = curves(&words("figures", "planning-figures"), &figures, until, &x, &y);
    let y = Axis { title: &of_gap, worded: &percent };
    let second = curves(&words("gap", "planning-gap-drawn"), &of_gap_only, until, &x, &y);
    Some([first, second])
}

/// The unit of a time axis.
fn unit(seconds: f64) -> Unit {
    match seconds {
        seconds if seconds < 180.0 => ("planning-in-seconds", 1.0),
        seconds if seconds < 10_800.0 => ("planning-in-minutes", 60.0),
        _ => ("planning-in-hours", 3600.0),
    }
}

fn over(heard: &Heard, (_, unit): Unit, figure: impl Fn(&Point) -> f64) -> Vec<(f64, f64)> {
    heard.points.iter().map(|point| (point.seconds / unit, figure(point))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;

    #[test]
    fn a_search_is_drawn_from_its_first_plan_on() {
        let messages = Messages::new(Lang::Fr);
        let point = |seconds, objective, bound| Point { seconds, objective, bound };
        let mut heard = Heard { seconds: 200.0, ..Heard::default() };
        assert_eq!(drawings(&heard, &messages), None);
        heard.points =
            vec![point(0.1, f64::INFINITY, f64::NEG_INFINITY), point(1.0, 900.0, f64::NEG_INFINITY)];
        assert_eq!(drawings(&heard, &messages), None);
        heard.points.push(point(30.0, 500.0, 400.0));
        let [figures, gap] = drawings(&heard, &messages).expect("drawn");
        assert_eq!(figures.matches("class=\"curve ").count(), 2);
        assert_eq!(gap.matches("class=\"curve ").count(), 1);
        assert!(!figures.contains("NaN") && !gap.contains("inf"), "{figures}{gap}");
        assert!(gap.contains("20,00") && gap.contains("minutes"), "{gap}");
    }
}
