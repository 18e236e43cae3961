//! One binary for all integration tests, so that HiGHS links once.

mod check;
mod cli;
mod fixture;
mod known_traps;
mod outputs;
mod reasons;
