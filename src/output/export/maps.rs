//! Maps of the territory: the surroundings of a commune, and the whole with its flows.

use std::collections::{BTreeMap, BTreeSet};

use geo::{BoundingRect, Coord, Intersects, Rect};

use super::facts::{Share, flows, shares_served};
use super::subject::{Export, Outlines};
use crate::instance::Instance;
use crate::instance::entities::Commune;
use crate::instance::ids::{CommuneId, VenueId};
use crate::messages::Messages;
use crate::output::svg::map::{Area, Flow, Layers, Place, SMALL_LETTERS, Shade, map};
use crate::output::svg::{Words, step};
use crate::plan::Plan;

/// Minimal half-height of the map around a commune, degrees of latitude: some five kilometres.
const AROUND: f64 = 0.045;
/// Margin beyond the outline of the commune, as a share of its size.
const BEYOND: f64 = 0.8;

/// The content of the map of the whole territory.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The input.
    pub instance: &'a Instance,
    /// The plan.
    pub plan: &'a Plan,
    /// Outlines of communes, where known.
    pub outlines: &'a Outlines,
    /// The catalogue in the reader's language.
    pub messages: &'a Messages,
}

impl<'a> Ground<'a> {
    /// The content for documents.
    pub fn of(export: &Export<'a>) -> Self {
        let Export { instance, plan, outlines, messages, .. } = *export;
        Self { instance, plan, outlines, messages }
    }
}

/// A small map: the commune, its neighbours, and where cycles are held.
pub fn surroundings(export: &Export, commune: CommuneId) -> String {
    let Export { instance, messages, .. } = export;
    let hosts = cycles_by_commune(instance, export.plan);
    let view = view(export, commune);
    let is_near = |town: &Commune| {
        let outline = export.outlines.get(&town.insee).and_then(BoundingRect::bounding_rect);
        let point = Rect::new((town.lon, town.lat), (town.lon, town.lat));
        outline.unwrap_or(point).intersects(&view)
    };
    let near = instance.communes.iter_enumerated().filter(|(_, town)| is_near(town));
    let areas = near.map(|(id, town)| Area {
        key: &town.insee,
        outline: export.outlines.get(&town.insee),
        point: (town.lon, town.lat),
        hint: &town.name,
        label: &town.name,
        shade: match (id == commune, hosts.contains_key(&id)) {
            (true, _) => Shade::Chosen,
            (false, true) => Shade::Step(1),
            (false, false) => Shade::Plain,
        },
    });
    let places = hosts.iter().map(|(&id, &cycles)| Place {
        point: (instance.communes[id].lon, instance.communes[id].lat),
        amount: cycles as f64,
        hint: &instance.communes[id].name,
    });
    let name = instance.communes[commune].name.as_str();
    let words = Words {
        id: "map".to_owned(),
        title: messages.text("poster-map", &[("commune", name.into())]),
        description: String::new(),
    };
    let layers =
        Layers { areas: areas.collect(), places: places.collect(), view: Some(view), ..Layers::default() };
    map(&words, &layers)
}

/// The commune and its surroundings, wider than high.
fn view(export: &Export, commune: CommuneId) -> Rect {
    let town = &export.instance.communes[commune];
    let outline = export.outlines.get(&town.insee).and_then(BoundingRect::bounding_rect);
    let around = outline.unwrap_or_else(|| Rect::new((town.lon, town.lat), (town.lon, town.lat)));
    let shrink = around.center().y.to_radians().cos().max(0.1);
    let half = (around.height() / 2.0).max(around.width() * shrink / 2.0) * (1.0 + BEYOND);
    let (half, center) = (half.max(AROUND), around.center());
    let (up, across) = (half * 0.8, half / shrink * 1.1);
    Rect::new(
        Coord { x: center.x - across, y: center.y - up },
        Coord { x: center.x + across, y: center.y + up },
    )
}

fn cycles_by_commune(instance: &Instance, plan: &Plan) -> BTreeMap<CommuneId, usize> {
    let mut hosts = BTreeMap::new();
    for cycle in &plan.cycles {
        *hosts.entry(instance.venues[cycle.venue].commune).or_default() += 1;
    }
    hosts
}

/// Tooltips of communes, flows and venues.
struct Hints {
    communes: Vec<String>,
    flows: Vec<((CommuneId, CommuneId), usize, String)>,
    hosts: Vec<(CommuneId, usize, String)>,
}

impl Hints {
    fn new(ground: Ground) -> Self {
        let Ground { instance, plan, messages, .. } = ground;
        let shares = shares_served(instance, plan);
        let hosts = cycles_by_commune(instance, plan);
        let communes = instance.communes.iter_enumerated().map(|(id, town)| {
            let share = shares.get(&id).copied().unwrap_or_default();
            let variables = [
                ("commune", town.name.as_str().into()),
                ("served", share.served.into()),
                ("interested", share.interested.into()),
                ("cycles", hosts.get(&id).copied().unwrap_or_default().into()),
            ];
            messages.text("map-commune", &variables)
        });
        let apart = flows(instance, plan).into_iter().filter(|((from, to), _)| from != to);
        let flows = apart.map(|((from, to), count)| {
            let variables = [
                ("from", instance.communes[from].name.as_str().into()),
                ("to", instance.communes[to].name.as_str().into()),
                ("participants", count.into()),
            ];
            ((from, to), count, messages.text("map-flow", &variables))
        });
        let host = |(&id, &cycles): (&CommuneId, &usize)| {
            let held = plan.cycles.iter().map(|cycle| cycle.venue);
            let rooms: BTreeSet<VenueId> =
                held.filter(|&venue| instance.venues[venue].commune == id).collect();
            let variables = [
                ("commune", instance.communes[id].name.as_str().into()),
                ("cycles", cycles.into()),
                ("rooms", rooms.len().into()),
            ];
            (id, cycles, messages.text("map-host", &variables))
        };
        let hosts = hosts.iter().map(host).collect();
        Self { communes: communes.collect(), flows: flows.collect(), hosts }
    }
}

/// The whole territory: share served by commune, flows from home to venue, and where cycles are held.
pub fn territory(ground: Ground, words: &Words) -> String {
    let Ground { instance, outlines, .. } = ground;
    let point = |id: CommuneId| (instance.communes[id].lon, instance.communes[id].lat);
    let shares = shares_served(instance, ground.plan);
    let hints = Hints::new(ground);
    let areas = instance.communes.iter_enumerated().map(|(id, town)| Area {
        key: &town.insee,
        outline: outlines.get(&town.insee),
        point: point(id),
        hint: &hints.communes[usize::from(id)],
        label: &town.name,
        shade: shares.get(&id).and_then(Share::ratio).map_or(Shade::Plain, |share| Shade::Step(step(share))),
    });
    let flows = hints.flows.iter().map(|((from, to), count, hint)| Flow {
        between: [point(*from), point(*to)],
        amount: *count as f64,
        hint,
    });
    let places = hints.hosts.iter().map(|(id, cycles, hint)| Place {
        point: point(*id),
        amount: *cycles as f64,
        hint,
    });
    let layers = Layers {
        areas: areas.collect(),
        flows: flows.collect(),
        places: places.collect(),
        letters: SMALL_LETTERS,
        ..Layers::default()
    };
    map(words, &layers)
}
