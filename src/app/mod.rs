//! Use cases, one file each: a typed request in, a typed result or a typed failure out.
//!
//! [`validate`], [`mod@annotate`], [`mod@plan`], [`batch`], [`judge`], [`mod@announce`], [`amend`], [`edit`], [`mod@compare`], [`mod@diff`],
//! [`export`], [`mod@documents`], [`init`], [`mod@forms`], [`collect`], [`demand`], [`territory`], [`grid`], [`settings`],
//! [`projects`], [`mod@drafts`], [`planning`], [`mod@waiting`], [`life`], [`comparing`], `people`.
//! The use cases use no terminal, do not end the program, do not handle Ctrl-C and have no global state: what outlives a call
//! (the draft of a table, running searches) is a value that its caller owns. Command line and pages build on them and choose
//! the texts, except for the shared failures; the language of documents is part of a request.
//!
//! A use case of several steps has a function for each, so that its caller can report between them: `prepare` reads and
//! checks the request, the others compute and write.
//!
//! Shared by several use cases: [`common`] (failures) and [`told`] (their texts), [`mod@lock`] (who writes), [`reading`],
//! [`touched`] and `placing` (files), [`search`] with [`limits`], [`memory`] and [`progress`] (watching and ending one search),
//! [`background`] (background jobs), [`saved`] (log of saved changes), [`only`] (a part of
//! a plan), [`named`] (plans given by file or folder), [`answers`] (results for programs).

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
