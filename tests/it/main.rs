//! One binary for all integration tests, so that HiGHS links once.

mod known_traps;
