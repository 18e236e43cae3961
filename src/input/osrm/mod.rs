//! Distances from an OSRM server, through its `table` service.
//!
//! Servers limit the points of a request (100 is usual). If there are more communes, they are split into blocks of half the
//! limit, and every two blocks are asked for together: each pair is in at least one answer. Requests are sent one by one. A
//! request that fails for a passing reason (too busy, cut short) is repeated a few times, after longer and longer waits.

mod door;

use std::thread::sleep;
use std::time::Duration;

use serde_json::Value as Json;
use typed_index_collections::TiSlice;

use super::matrix::{Measured, grid, pairs};
use crate::diagnostics::{Code, Diagnostic, Fact, Place};
use crate::instance::entities::Commune;
use crate::instance::ids::CommuneId;
use door::{Answer, Mishap, get};

/// Default for the most points of a request.
pub const TABLE_SIZE: usize = 100;
/// Default for the longest time that an answer may take, seconds.
pub const TIMEOUT_S: u64 = 60;
/// The first wait before a request is repeated.
pub const PAUSE: Duration = Duration::from_secs(1);
/// How many times a request is repeated at most.
const REPEATS: u32 = 4;
/// The longest wait, whatever the server asks for.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// A server, and how it is asked.
#[derive(Debug, Clone, Copy)]
pub struct Server<'a> {
    /// Its address, `http://localhost:5000`; or that of a profile, `http://localhost:5000/table/v1/bike`.
    pub url: &'a str,
    /// Most points of a request, at least 2.
    pub table_size: usize,
    /// How long an answer may take, seconds.
    pub timeout_s: u64,
    /// The first wait before a request is repeated; each further one is twice as long.
    pub pause: Duration,
}

/// Asks for the distances between all communes; `told` receives the number of answers received and expected.
///
/// # Errors
/// Why the server cannot be asked, or what is wrong with an answer.
pub fn ask(
    server: &Server<'_>,
    communes: &TiSlice<CommuneId, Commune>,
    told: &dyn Fn(usize, usize),
) -> Result<Vec<Measured>, Vec<Diagnostic>> {
    let groups = groups(communes.keys().collect(), server.table_size);
    let mut measured = Vec::new();
    for (done, group) in groups.iter().enumerate() {
        told(done, groups.len());
        let asked = fetched(server, &address(server.url, group, communes))
            .and_then(|json| table(&json, group).map_err(Mishap::Unusable));
        measured.extend(asked.map_err(|mishap| vec![mishap.told(server.url)])?);
    }
    Ok(measured)
}

/// Groups of at most `most` communes, such that any two communes share a group.
fn groups(communes: Vec<CommuneId>, most: usize) -> Vec<Vec<CommuneId>> {
    match communes.len() {
        0 | 1 => return Vec::new(),
        few if few <= most => return vec![communes],
        _ => {}
    }
    let blocks: Vec<&[CommuneId]> = communes.chunks((most / 2).max(1)).collect();
    let after = |one: usize| blocks.iter().skip(one + 1).map(move |other| (one, other));
    (0..blocks.len()).flat_map(after).map(|(one, other)| [blocks[one], other].concat()).collect()
}

/// The address of a group's request.
fn address(url: &str, group: &[CommuneId], communes: &TiSlice<CommuneId, Commune>) -> String {
    let url = url.trim_end_matches('/');
    let service = if url.contains("/table/") { "" } else { "/table/v1/driving" };
    let point = |id: &CommuneId| format!("{:.6},{:.6}", communes[*id].lon, communes[*id].lat);
    let points: Vec<String> = group.iter().map(point).collect();
    format!("{url}{service}/{}?annotations=duration,distance", points.join(";"))
}

/// The server's answer, after repeats.
fn fetched(server: &Server<'_>, address: &str) -> Result<Json, Mishap> {
    let mut pause = server.pause;
    let asked = || get(address, server.timeout_s).and_then(|answer| judged(&answer));
    for _ in 0..REPEATS {
        match asked() {
            Err(mishap) if mishap.is_passing() => {
                sleep(mishap.wait().unwrap_or(pause).min(LONGEST_PAUSE));
                pause *= 2;
            }
            other => return other,
        }
    }
    asked()
}

/// An answer as JSON, if the server reports success.
fn judged(answer: &Answer) -> Result<Json, Mishap> {
    let json: Option<Json> = serde_json::from_slice(&answer.bytes).ok();
    let said = |key: &str| json.as_ref().and_then(|json| json[key].as_str()).map(str::to_owned);
    let code = said("code");
    if answer.status != 200 || code.as_ref().is_some_and(|code| code != "Ok") {
        let words = [code, said("message")].into_iter().flatten().collect::<Vec<_>>().join(": ");
        return Err(Mishap::Refused { status: answer.status, words, wait: answer.wait });
    }
    json.ok_or(Mishap::CutShort)
}

/// The pairs of a table, or what is wrong with it.
fn table(json: &Json, group: &[CommuneId]) -> Result<Vec<Measured>, &'static str> {
    let times = grid(&json["durations"]).ok_or("osrm-no-durations")?;
    let lengths = grid(&json["distances"]).ok_or("osrm-no-distances")?;
    let is_square = |grid: &[Vec<Option<f64>>]| {
        grid.len() == group.len() && grid.iter().all(|row| row.len() == group.len())
    };
    if !is_square(&times) || !is_square(&lengths) {
        return Err("osrm-wrong-size");
    }
    Ok(pairs([group, group], &times, &lengths, 1.0))
}

impl Mishap {
    /// The fault, at the address of the server.
    fn told(self, url: &str) -> Diagnostic {
        let at = Place::file(url);
        match self {
            Self::Unreachable(cause) => {
                let fault = Diagnostic::new(Code::ServerUnreachable, at).with("cause", cause);
                fault.hinting("hint-server-runs")
            }
            Self::NoHttps => {
                let cause = Fact::Message("osrm-no-https");
                let fault = Diagnostic::new(Code::ServerUnreachable, at).with("cause", cause);
                fault.hinting("hint-no-https")
            }
            Self::Refused { status, words, .. } => {
                let hint =
                    if words.starts_with("TooBig") { "hint-table-size" } else { "hint-server-refuses" };
                let words = if words.is_empty() { words } else { [", ", &words].concat() };
                let fault = Diagnostic::new(Code::ServerRefuses, at).with("status", status.to_string());
                fault.with("words", words).hinting(hint)
            }
            Self::CutShort => Diagnostic::new(Code::ServerUnusable, at)
                .with("cause", Fact::Message("osrm-no-json"))
                .hinting("hint-server-is-osrm"),
            Self::Unusable(cause) => Diagnostic::new(Code::ServerUnusable, at)
                .with("cause", Fact::Message(cause))
                .hinting("hint-server-is-osrm"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_two_communes_are_asked_for_together_in_few_points() {
        for (count, most) in [(72, 100), (72, 20), (7, 2), (7, 3), (101, 100)] {
            let groups = groups((0..count).map(CommuneId::from).collect(), most);
            assert!(groups.iter().all(|group| group.len() <= most), "{count}, {most}");
            let together = |one: usize, other: usize| {
                groups
                    .iter()
                    .any(|group| [one, other].map(CommuneId::from).iter().all(|it| group.contains(it)))
            };
            assert!((0..count).all(|one| (0..one).all(|other| together(one, other))), "{count}, {most}");
        }
        assert_eq!(groups(vec![CommuneId::from(0)], 100), Vec::<Vec<CommuneId>>::new());
    }

    #[test]
    fn an_address_may_name_the_profile() {
        let communes: typed_index_collections::TiVec<CommuneId, Commune> =
            vec![Commune::at("a", 47.5, 6.8), Commune::at("b", 47.25, -6.0)].into();
        let group: Vec<CommuneId> = communes.keys().collect();
        let points = "6.800000,47.500000;-6.000000,47.250000?annotations=duration,distance";
        for (url, service) in [
            ("http://h:5000/", "http://h:5000/table/v1/driving"),
            ("http://h/osrm", "http://h/osrm/table/v1/driving"),
            ("http://h/table/v1/bike", "http://h/table/v1/bike"),
        ] {
            assert_eq!(address(url, &group, &communes), format!("{service}/{points}"));
        }
    }
}
