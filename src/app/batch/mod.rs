//! Plans many variants of a scenario, to decide by their figures.
//!
//! In steps, so that a caller can report on each before the next: [`prepare`] reads the batch; [`look`] and
//! [`estimate()`] say what there is to do and how long it may take; [`open`] takes the folder, [`agenda`] lists what is
//! left, [`run()`] plans it, [`decide`] searches further where that may decide; [`merge`] copies finished variants from
//! other folders; [`deliver`] writes the results.
//!
//! # Design
//! Why are variants that the memory limit ends not kept, as [`plan`](mod@super::plan) keeps its plan? What they reach by
//! then depends on the other running variants, and those that follow would find no memory at all. The batch stops, and
//! can resume with fewer jobs.

mod estimate;
mod further;
mod opened;
mod prepared;
mod results;
mod run;
mod sample;
mod site;

pub use estimate::{Basis, Estimate, Listed, Look, estimate, look};
pub use further::{Budget, Decided, Ending, Round, decide};
pub use opened::{Agenda, Failure, Opened, Stale, agenda, open};
pub use prepared::{Prepared, Request, Shard, prepare};
pub use results::{Delivered, NotTaken, deliver, merge};
pub use run::{Cut, Ran, run};
pub use site::{Lost, Outside, Sink, Standing};
