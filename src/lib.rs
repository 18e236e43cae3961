//! Plans cycles of digital workshops across the communes of a territory, and proves how good the plan is.
//!
//! This page is the architecture document: the flow, a code map in flow order, and the invariants. The domain terms (cycle, slot,
//! party, kit, track) are those of the README and of the catalogue of rules, [`rules`].
//!
//! # The flow
//!
//! ```text
//!  scenario.toml + tables                                                    plan.json + tables
//!          │                                                                        ▲
//!          ▼                                                                        │
//!       ┌───────┐  Instance  ┌─────────────────────── pipeline ──────────────────┐  │
//!       │ input ├───────────►│ solve ──Plan, bound──► check ──► price ──► reasons ├──► output
//!       └───┬───┘            └────────────────────────────────────────────────────┘ Solved
//!           │ all faults at once                │ a plan or bound that does not hold
//!           ▼                                   ▼
//!       diagnostics ──► exit code 2          exit code 3; an earlier plan that holds is written
//! ```
//!
//! A pipeline of pure stages between thin edges, on top of one layer of use cases (`cli`, `web` → `app` → everything else). Only
//! `input`, `output::write` and `app` read or write; everything between takes values and returns values. Seed, deadline and
//! progress sink are arguments.
//!
//! # Code map
//!
//! - [`cli`]: arguments to requests, results to text and exit codes, one file per command; the terminal.
//! - `web`: the planner's page, `ateliers serve`: turns requests of a browser on this machine into use cases, and their results
//!   into pages. Its module doc says who gets in, and how to add a page. (Feature `web`.)
//! - [`app`]: use cases, one file each: typed requests in, typed results or failures out. No terminal, no process exit. What a
//!   page needs as well lives here, including searches with their limits, their cancellation and their best plan.
//! - [`input`], [`diagnostics`]: turns the scenario and its tables, from any spreadsheet program, into an
//!   [`Instance`](instance::Instance), or reports every fault with its place and a hint.
//! - [`units`], [`ids`]: exact quantities and typed indices, used by everything else.
//! - [`instance`]: the validated problem: typed indices, exact quantities, session dates. Immutable. It includes the announced
//!   plan, if any, and what of it is binding today ([`instance::announced`]).
//! - [`territory`]: the commune graph and its distances; roads derived from boundaries.
//! - [`demand`], [`supply`]: generated enrolments; generated rooms, trainers and kits: for planning before real ones exist.
//! - [`pipeline`]: the whole flow on one screen.
//! - [`solve`]: finds a plan and a bound; its module doc has a diagram of the search. In flow order: [`solve::classes`] and
//!   [`solve::space`] (every possible choice), [`solve::subgradient`], [`solve::relaxation`] with [`solve::master`],
//!   [`solve::pricing`] and [`solve::knapsack`] (the linear program over cycles), [`solve::courses`] and [`solve::going_on`] (how
//!   announced cycles continue), [`solve::bound`] (the lower bound), [`solve::tree`] (branching), [`solve::tours`] and
//!   [`solve::separation`] (lower bounds on trainers' days), [`solve::draft`] and [`solve::improve`] (whole plans),
//!   [`solve::roster`] (kits), [`solve::milp`] (the only access to the LP solver).
//! - [`plan`]: cycles and kit roster, and what follows from them: costs ([`plan::costs`]), what changes for people
//!   ([`mod@plan::changes`]), trainers' days ([`plan::tour`]), trying a cycle elsewhere ([`plan::edit`]), the proof
//!   ([`plan::proof`]), why residents are unserved ([`plan::reasons`]), figures for people.
//! - [`engine`]: version and commit, recorded in every result.
//! - [`rules`]: the catalogue of rules, one name each, used by checker, fixtures and messages.
//! - [`check`]: the verdict on any plan, one file per rule; the rules for a plan that follows an announced one are in `living`.
//! - [`batch`]: many variants of one scenario: defines, checks, runs concurrently, records and tabulates them.
//! - [`compare`]: compares plans of one or several scenarios; what changed between two plans ([`compare::diff`]).
//! - [`output`]: one pure exporter per file; only [`output::write`] touches the disk. A plan's own tables ([`output::table`]);
//!   what is exported, and for whom ([`output::export`]): calendars ([`output::calendar`]), workbooks ([`output::workbook`], from
//!   the tables of [`output::sheets`]), papers ([`output::paper`]), the report ([`output::report`]), pages ([`output::page`]) and
//!   their charts ([`output::svg`]).
//! - [`contacts`]: names, read at export time for the documents that need them.
//! - [`forms`]: workbooks for people to fill in: the starting one, the one for a town hall's enrolments, and the one returned
//!   with its faults marked. Completed workbooks are read by [`input::delivery`] and stored by [`mod@app::collect`].
//! - [`messages`]: everything a person reads, in French and English.
//!
//! # Invariants
//!
//! Each is enforced by the test it names.
//!
//! - **Imports go one way, and only the edges do I/O** (`it::tidy::imports_go_in_the_directions_of_the_architecture`,
//!   `it::tidy::only_the_edges_touch_the_world_and_only_one_door_leads_to_the_solver`), edges delegate to the use cases
//!   (`it::tidy::edges_leave_the_work_to_the_use_cases`), and **there are no import cycles between files** (`it::circles`).
//! - **The checker is independent.** `check` sees the instance and the plan, never the solver
//!   (`it::tidy::the_checker_does_not_know_the_solver`).
//! - **Nothing the solver reports is trusted.** The pipeline prices the plan again, checks it, and compares the bound with the
//!   recomputed objective; a plan or bound that fails is not written (`it::proof`).
//! - **All text for people is in the catalogue** (`it::texts`), and both languages have every message
//!   (`it::tidy::both_languages_have_the_same_messages_with_the_same_variables`,
//!   `cli::help::tests::every_command_and_argument_has_its_texts_in_both_languages`).
//! - **The French catalogue follows French typography and uses one term per concept** (`it::wording`; the table of terms is at
//!   the top of `src/messages/fr/cli.ftl`).
//! - **The README quotes the program's actual output** (`it::readme::the_tour_shows_what_the_program_says`), **and
//!   `data/README.md` lists the columns that are actually read** (`it::tables`).
//! - **Measurements are in `benches/journal.md`**, whose rows the documentation may cite; no figure of an instance is in the
//!   source (`it::journal`).
//! - **Files are written atomically** (`output::write::tests`, `it::cli::a_bad_folder_fails_at_once_and_leaves_nothing`), and so
//!   are folders, at whatever point a writer is killed (`output::write::stage::tests`).
//! - **No reader panics on any input** (`it::mutations`, `it::book_mutations`, `fuzz/`), **and no name or template can do harm**
//!   (`it::hostile`).
//! - **The number of threads changes no byte** except the seconds (`it::cli::threads_change_nothing`); neither do the number of
//!   jobs, shards and interruptions of a batch (`it::batch`).
//! - **An interrupted variant is never recorded as finished**, at whatever moment it stops (`it::stopped_variant`).
//! - **A move of a cycle is checked and priced from what it touches, with the same result as for the whole plan** (`it::edit`).
//! - **Results name their engine**: version, commit, changes (`it::engine`).
//! - **Amounts are exact**: cycles add up to communes and to the total
//!   (`it::outputs::cycles_add_up_to_communes_and_to_the_total_of_plan_json`).
//! - **No cell runs as a formula**, with any delimiter (`output::table::tests`).
//! - **A plan that follows an announced one is judged by a program in another language**, written from the contract alone, over
//!   weeks of withdrawals, illnesses and lost rooms (`tests/judge`, run by `.ci/season`).
//! - **Exporting twice gives the same bytes** (`it::export::the_same_plan_gives_the_same_bytes`); **calendars update changed
//!   events and cancel dropped ones** (`it::export::a_new_plan_raises_what_changed_and_cancels_what_was_dropped`).
//! - **People who have left the tables are told** (`it::calendars::whoever_left_the_tables_gets_a_calendar_of_cancellations`);
//!   **times are those of the territory** (`it::calendars::times_are_those_of_the_territory`).
//! - **A scenario reads the same from memory and from disk**
//!   (`it::reading::a_scenario_and_its_plan_are_read_from_memory_as_from_disk`).
//! - **A workbook gives the same plan as its TOML and CSV** (`it::workbooks::a_workbook_gives_the_plan_of_its_toml_and_csv`);
//!   **its faults point at cells** (`it::workbooks::faults_point_at_cells`), **and none can exhaust memory**
//!   (`it::workbooks::a_workbook_that_unpacks_to_too_much_is_refused`).
//! - **The only network access is to a distance server that the user named**
//!   (`it::tidy::only_the_edges_touch_the_world_and_only_one_door_leads_to_the_solver`).
//! - **Every file is read through one reader with size limits**
//!   (`it::tidy::every_file_is_read_by_the_one_reader_that_has_limits`).
//! - **An edit in a grid or form changes only its own cells in the file, and never overwrites what others saved**
//!   (`it::grid`, `it::settings`).
//! - **Names appear only in the papers that need them**
//!   (`it::export::no_participant_is_named_outside_the_papers_that_need_names`); **no text becomes markup, and no
//!   request leaves a page** (`output::page::tests`).
//! - **Collected data contains names in the contacts only; collecting twice changes nothing, and a planner's changes are kept**
//!   (`it::collect`).
//! - **Every document is read by third-party programs and agrees with `plan.json`**; Ctrl-C leaves all files or none
//!   (`tests/documents/check.py`, run by `.ci/documents`).
//! - **A planner's template takes the place of ours, and its faults are reported with their line**
//!   (`it::export::a_planners_template_takes_the_place_of_ours_and_its_faults_are_told`).
//! - **Edits survive the browser, and of two windows the outdated one is told** (`it::web::data`,
//!   `it::web::settings`).
//! - **Only the planner gets into the planner's page** (`it::web`; the table of attacks is at the top of `src/web/guard/mod.rs`).
//! - **Invented data is labelled as invented**, in every file and summary (`it::outputs::what_is_invented_says_so_in_every_row`).

pub mod app;
pub mod batch;
pub mod check;
pub mod cli;
pub mod compare;
pub mod contacts;
pub mod demand;
pub mod diagnostics;
pub mod engine;
pub mod forms;
pub mod ids;
pub mod input;
pub mod instance;
pub mod messages;
pub mod output;
pub mod pipeline;
pub mod plan;
pub mod rules;
pub mod solve;
pub mod supply;
pub mod territory;
pub mod units;
#[cfg(feature = "web")]
pub mod web;
