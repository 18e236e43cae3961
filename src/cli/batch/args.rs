//! The arguments of `batch`.

use std::path::PathBuf;

use clap::{Args, value_parser};

use crate::app::batch::{Budget, Shard};
use crate::cli::values::{not_negative, positive};

/// The command's arguments.
#[derive(Debug, Args)]
pub struct BatchArgs {
    /// The batch file.
    #[arg(value_name = "BATCH.toml")]
    pub(super) file: PathBuf,
    /// The folder to write to.
    #[arg(long, value_name = "DIR", required_unless_present = "dry_run")]
    pub(super) out: Option<PathBuf>,
    /// Number of variants at a time; 0 is one per core.
    #[arg(long, value_name = "N", env = "ATELIERS_JOBS", value_parser = value_parser!(u16).range(0..=1024), default_value = "0", hide_default_value = true, allow_negative_numbers = true)]
    pub(super) jobs: u16,
    /// Limit of memory, GiB.
    #[arg(long, value_name = "GIB", env = "ATELIERS_MEMORY_LIMIT", value_parser = positive, allow_negative_numbers = true)]
    pub(super) memory_limit: Option<f64>,
    /// Runs only one of several parts.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub(super) shard: Option<Shard>,
    /// Runs nothing, merges the results of all shards.
    #[arg(long, conflicts_with_all = ["shard", "dry_run"])]
    pub(super) merge: bool,
    /// Folders of shards that were run elsewhere.
    #[arg(long, value_name = "DIR", num_args = 1.., requires = "merge")]
    pub(super) from: Vec<PathBuf>,
    /// Runs nothing, lists the variants.
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Searches further where it may decide.
    #[arg(long, conflicts_with_all = ["shard", "merge", "dry_run"])]
    pub(super) until_decided: bool,
    /// Limit of work for these searches.
    #[arg(long, value_name = "N", requires = "until_decided", allow_negative_numbers = true)]
    further_work: Option<u64>,
    /// Limit of time for these searches, seconds.
    #[arg(long, value_name = "S", value_parser = not_negative, requires = "until_decided", allow_negative_numbers = true)]
    further_time: Option<f64>,
}

impl BatchArgs {
    /// The budget of further searches.
    pub(super) fn budget(&self) -> Budget {
        Budget { work: self.further_work, seconds: self.further_time }
    }
}

fn shard(text: &str) -> Result<Shard, &'static str> {
    let (rank, of) = text.split_once('/').ok_or("I/N")?;
    let number = |text: &str| text.trim().parse::<usize>().map_err(|_| "I/N");
    let (rank, of) = (number(rank)?, number(of)?);
    if (1..=of).contains(&rank) { Ok(Shard { rank, of }) } else { Err("I/N") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shard_is_one_of_several() {
        assert_eq!(shard("2/3"), Ok(Shard { rank: 2, of: 3 }));
        for wrong in ["0/3", "4/3", "3", "a/b", "1/0", ""] {
            assert!(shard(wrong).is_err(), "{wrong}");
        }
    }
}
