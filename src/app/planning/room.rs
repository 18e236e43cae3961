//! How much of the machine a search may take: threads and memory, for as many as are at work at once.

use std::thread::available_parallelism;

use crate::app::memory::Memory;

/// Cores that a search makes use of: walk and proof go on side by side, and pricing in more threads beside them.
const CORES: usize = 4;
/// Searches at once, on whatever machine.
const MOST: usize = 4;

/// What searches may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    at_once: usize,
    cores: usize,
    /// GiB of each; none where the system tells nothing of memory.
    gib: Option<f64>,
}

impl Room {
    /// What this machine has: a search on four cores or fewer, one more for every four.
    pub fn of_machine() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        let at_once = (cores / CORES).clamp(1, MOST);
        let usable = Memory::of_process(None).ok().map(|memory| memory.limit_gib());
        let gib = usable.filter(|gib| gib.is_finite()).map(|gib| gib / at_once as f64);
        Self { at_once, cores, gib }
    }

    /// Searches at once.
    pub fn at_once(&self) -> usize {
        self.at_once
    }

    /// The memory of a search that begins now.
    pub(in crate::app) fn memory(&self) -> Memory {
        self.gib.and_then(|gib| Memory::of_search(gib).ok()).unwrap_or_else(Memory::unlimited)
    }

    /// Threads of a search whose scenario asks for so many, or for all by 0. They change no plan, only how soon it is there.
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
