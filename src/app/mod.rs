//! Use cases, one file each: a typed request in, a typed result or a typed failure out.
//!
//! [`validate`], [`mod@annotate`], [`mod@plan`], [`batch`], [`judge`], [`mod@announce`], [`amend`], [`edit`], [`mod@compare`], [`mod@diff`],
//! [`export`], [`mod@documents`], [`init`], [`mod@forms`], [`collect`], [`demand`], [`territory`], [`grid`], [`settings`],
//! [`projects`], [`mod@drafts`], [`planning`], [`mod@waiting`], [`life`], [`comparing`], `people`.
//! Nothing here knows a terminal, ends the program or listens to Ctrl-C, and nothing is global: what lasts beyond a call (a draft of a
//! table, searches at work) is a value that its owner keeps. A command line and a page do with it what they need. Words are theirs to choose, but for failures that are the same everywhere; the language of
//! documents is part of a request.
//!
//! A use case of several steps has a function for each, so that its caller can tell of one before the next begins:
//! `prepare` reads and judges what is asked for, what follows works and writes.
//!
//! What several use cases share: [`common`] (failures) and [`told`] (their words), [`mod@lock`] (who writes), [`reading`],
//! [`touched`] and `placing` (files), [`search`] with [`limits`], [`memory`] and [`progress`] (one search as others see it),
//! [`background`] (work in a thread of its own), [`saved`] (who saved what), [`only`] (a part of
//! a plan), [`named`] (plans that are named by file or folder), [`answers`] (results for programs).

pub mod amend;
pub mod annotate;
pub mod announce;
pub mod answers;
pub mod background;
pub mod batch;
pub mod beside;
pub mod collect;
pub mod common;
pub mod compare;
pub mod comparing;
pub mod demand;
pub mod diff;
pub mod documents;
pub mod drafts;
pub mod edit;
pub mod export;
pub mod forms;
mod gains;
pub mod grid;
pub mod init;
pub mod judge;
pub mod life;
pub mod limits;
pub mod lock;
pub mod memory;
pub mod named;
pub mod only;
mod own_templates;
#[cfg(feature = "web")]
pub mod people;
pub mod placing;
pub mod plan;
pub mod planning;
pub mod progress;
pub mod projects;
mod published;
pub mod reading;
pub mod replaced;
pub mod saved;
pub mod search;
pub mod settings;
pub mod territory;
pub mod told;
pub mod touched;
pub mod validate;
pub mod waiting;
