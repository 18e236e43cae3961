//! One binary for all integration tests, so that HiGHS links once.

mod batch;
mod breaking;
mod check;
mod cli;
mod data;
mod demand;
mod diff;
mod edited;
mod export;
mod figures;
mod fixture;
mod generator;
mod init;
mod known_traps;
mod naive;
mod oracle;
mod outputs;
mod proof;
mod properties;
mod reading;
mod readme;
mod reasons;
mod solving;
mod territory;
mod tidy;
mod validate;
