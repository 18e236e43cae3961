//! One binary for all integration tests, so that HiGHS links once.

mod check;
mod fixture;
mod known_traps;
