//! The memory that the program holds, and the limit at which a search ends. Every search has its own limit.
//!
//! # Design
//! Why the resident memory of the whole process, and not what the search has allocated? It is what the system counts when
//! it decides which process to kill, and a large part of it is HiGHS's, which does not report it. Of several searches in
//! one process each counts what the process has taken since that search began, so that it also pays for its neighbours'
//! growth: never too late, sometimes too early. Exact shares would need a counting allocator in code that is not ours.
//!
//! What it does not do: end HiGHS in the middle of a linear program (it has a time limit, but no memory limit), or stop
//! the reading of tables. Memory is checked after both.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

/// Bytes in a GiB.
const GIB: f64 = (1_u64 << 30) as f64;
/// Default limit, as a share of what the process may use.
const DEFAULT_SHARE: f64 = 0.85;
/// A search ends at this share of the limit: later steps (the plan's copy, its check, its files) and allocations between
/// two checks need some memory too.
const END_SHARE: f64 = 0.95;
/// Milliseconds between two checks: polls are frequent, and a check takes tens of microseconds.
const PERIOD_MS: u64 = 100;

/// Checks the process' memory periodically. Once the limit is near, that state remains: searches end once.
#[derive(Debug)]
pub struct Memory {
    limit_gib: f64,
    /// Bytes that do not count.
    held_before: u64,
    probe: Option<Probe>,
    started: Instant,
    next_ms: AtomicU64,
    is_short: AtomicBool,
}

/// Reads the memory of this process.
#[derive(Debug)]
struct Probe {
    pid: Pid,
    system: Mutex<System>,
}

impl Memory {
    /// Limits the whole process to `limit_gib` GiB, by default to a share of what it may use: for a process that runs
    /// one command. If the system does not report memory, there is no limit, and asking for one is refused.
    ///
    /// # Errors
    /// [`Unknown`] if a limit is asked for and the system reports nothing.
    pub fn of_process(limit_gib: Option<f64>) -> Result<Self, Unknown> {
        let probe = Probe::new();
        if probe.is_none() && limit_gib.is_some() {
            return Err(Unknown);
        }
        let usable = probe.as_ref().map(Probe::usable_gib);
        Ok(Self::limited(limit_gib.or(usable).unwrap_or(f64::INFINITY), 0, probe))
    }

    /// Limits one of several searches in a process to `limit_gib` GiB on top of what the process holds now; the process
    /// never exceeds its share of what it may use.
    ///
    /// # Errors
    /// [`Unknown`] if the system reports nothing.
    pub fn of_search(limit_gib: f64) -> Result<Self, Unknown> {
        let probe = Probe::new().ok_or(Unknown)?;
        let held = probe.resident().ok_or(Unknown)?;
        let left = (probe.usable_gib() - held as f64 / GIB).max(0.0);
        Ok(Self::limited(limit_gib.min(left), held, Some(probe)))
    }

    fn limited(limit_gib: f64, held_before: u64, probe: Option<Probe>) -> Self {
        Self {
            limit_gib,
            held_before,
            probe,
            started: Instant::now(),
            next_ms: 0.into(),
            is_short: false.into(),
        }
    }

    /// No limit at all.
    pub fn unlimited() -> Self {
        Self::limited(f64::INFINITY, 0, None)
    }

    /// The limit in GiB.
    pub fn limit_gib(&self) -> f64 {
        self.limit_gib
    }

    /// Whether searches must end before the limit is passed.
    pub fn is_short(&self) -> bool {
        if let Some(probe) = self.probe.as_ref().filter(|_| self.is_time_to_look())
            && probe.resident().is_some_and(|bytes| self.is_near(bytes))
        {
            self.is_short.store(true, Ordering::Relaxed);
        }
        self.is_short.load(Ordering::Relaxed)
    }

    fn is_near(&self, resident: u64) -> bool {
        END_SHARE * self.limit_gib * GIB <= resident.saturating_sub(self.held_before) as f64
    }

    /// True for one caller per period.
    fn is_time_to_look(&self) -> bool {
        let next = self.next_ms.load(Ordering::Relaxed);
        let now = self.started.elapsed().as_millis() as u64;
        let is_mine = |next| {
            self.next_ms.compare_exchange(next, now + PERIOD_MS, Ordering::Relaxed, Ordering::Relaxed).is_ok()
        };
        next <= now && is_mine(next)
    }
}

/// The system does not report the memory of processes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unknown;

/// Checks the memory of another process.
#[derive(Debug)]
pub struct Ward {
    probe: Probe,
    most: u64,
}

impl Ward {
    /// Watches whether a process holds more than `most` bytes, or nearly all available memory. `None` if the system
    /// reports nothing about processes.
    pub fn new(pid: u32, most: u64) -> Option<Self> {
        let probe = Probe::of(Pid::from_u32(pid))?;
        let usable = (DEFAULT_SHARE * probe.usable() as f64) as u64;
        Some(Self { probe, most: most.min(usable) })
    }

    /// Whether it holds more.
    pub fn is_above(&self) -> bool {
        self.probe.resident().is_some_and(|bytes| self.most < bytes)
    }
}

impl Probe {
    /// `None` if the system reports nothing about processes.
    fn new() -> Option<Self> {
        Self::of(sysinfo::get_current_pid().ok()?)
    }

    fn of(pid: Pid) -> Option<Self> {
        let probe = Self { pid, system: Mutex::new(System::new().ok()?) };
        probe.resident().is_some().then_some(probe)
    }

    /// Bytes in memory now.
    fn resident(&self) -> Option<u64> {
        let mut system = self.system.lock().unwrap_or_else(PoisonError::into_inner);
        let kind = ProcessRefreshKind::nothing().with_memory().without_tasks();
        system.refresh_processes_specifics(ProcessesToUpdate::Some(&[self.pid]), false, kind);
        system.process(self.pid).map(sysinfo::Process::memory).filter(|&bytes| 0 < bytes)
    }

    /// The share of usable memory that searches may take by default, GiB.
    fn usable_gib(&self) -> f64 {
        DEFAULT_SHARE * self.usable() as f64 / GIB
    }

    /// Bytes that the process may use: the machine's, or fewer in a container or a cluster job.
    fn usable(&self) -> u64 {
        let mut system = self.system.lock().unwrap_or_else(PoisonError::into_inner);
        system.refresh_memory();
        let group = system.process(self.pid).and_then(sysinfo::Process::cgroup_limits);
        group.map_or(u64::MAX, |limits| limits.total_memory).min(system.total_memory())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(limit_gib: f64) -> Memory {
        Memory::limited(limit_gib, 0, Probe::new())
    }

    #[test]
    fn memory_is_short_near_the_limit_and_stays_so() {
        assert!(!memory(f64::INFINITY).is_short());
        assert!(!memory(1e6).is_short());
        let tiny = memory(0.001);
        assert!(tiny.is_short() && tiny.is_short());
    }

    #[test]
    fn a_search_counts_what_was_taken_since_it_began() {
        let held = Probe::new().and_then(|probe| probe.resident()).expect("the system tells of processes");
        let of_search = Memory::of_search(1.0).expect("the system tells of processes");
        let (mib, gib) = (1 << 20, 1 << 30);
        assert!(held / 2 < of_search.held_before && !of_search.is_near(of_search.held_before + 900 * mib));
        assert!(of_search.is_near(of_search.held_before + gib));
        // A later search has its own limit.
        let later = Memory::limited(1.0, of_search.held_before + gib, None);
        assert!(!later.is_near(of_search.held_before + gib));
    }

    #[test]
    fn the_process_is_looked_at_once_in_a_period_however_often_one_asks() {
        let memory = memory(1e6);
        let n_looks = (0..100_000).filter(|_| memory.is_time_to_look()).count() as u64;
        let n_periods = memory.started.elapsed().as_millis() as u64 / PERIOD_MS;
        assert!((1..=n_periods + 1).contains(&n_looks), "{n_looks} looks in {n_periods} periods");
    }

    #[test]
    fn what_the_process_holds_is_less_than_what_it_may_use() {
        let probe = Probe::new().expect("the system tells of processes");
        let held = probe.resident().expect("it holds something");
        assert!(1 << 20 < held && held < probe.usable(), "{held} of {}", probe.usable());
    }
}
