//! The part of the machine that each search may use: threads and memory, for the number of concurrent searches.

use std::thread::available_parallelism;

use crate::app::memory::Memory;

/// Number of cores that a search uses: walk and proof run concurrently, and pricing uses more threads.
const CORES: usize = 4;
/// Maximum number of concurrent searches, on any machine.
const MOST: usize = 4;

/// The part of the machine for searches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    at_once: usize,
    cores: usize,
    /// GiB of each; `None` if the system does not report its memory.
    gib: Option<f64>,
}

impl Room {
    /// That of this machine: one search on four cores or fewer, one more for every four.
    pub fn of_machine() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        let at_once = (cores / CORES).clamp(1, MOST);
        let usable = Memory::of_process(None).ok().map(|memory| memory.limit_gib());
        let gib = usable.filter(|gib| gib.is_finite()).map(|gib| gib / at_once as f64);
        Self { at_once, cores, gib }
    }

    /// Number of concurrent searches.
    pub fn at_once(&self) -> usize {
        self.at_once
    }

    /// The memory of a search that starts now.
    pub(in crate::app) fn memory(&self) -> Memory {
        self.gib.and_then(|gib| Memory::of_search(gib).ok()).unwrap_or_else(Memory::unlimited)
    }

    /// The threads of a search whose scenario asks for `wished`, 0 meaning all. They change only the time it takes, not the plan.
    pub(in crate::app) fn threads(&self, wished: usize) -> usize {
        let own = (self.cores / self.at_once).max(1);
        if wished == 0 { own } else { wished.min(own) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searches_share_cores_and_memory() {
        let room = Room { at_once: 2, cores: 9, gib: Some(1.5) };
        assert_eq!([0, 1, 16].map(|wished| room.threads(wished)), [4, 1, 4]);
        assert!(room.memory().limit_gib() <= 1.5);
        let own = Room::of_machine();
        assert!((1..=MOST).contains(&own.at_once()) && own.threads(0) >= 1);
    }
}
