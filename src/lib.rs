//! Plans cycles of digital workshops over the communes of a territory, and proves how good the plan is.
//!
//! This page is the architecture document: the picture of the flow, a code map in flow order, and what always holds.
//! The problem's words (cycle, slot, party, kit, track) are those of the README and of the catalogue of rules, [`rules`].
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
//! A pipeline of pure stages between thin edges, over one floor of use cases (`cli`, `web` → `app` → all else). Reading and writing
//! happen in `input`, `output::write` and `app` only; everything between takes values and returns values. Seed, deadline and progress are arguments.
//!
//! # Code map
//!
//! - [`cli`]: arguments to requests, results to text and exit codes, one file per command; the terminal.
//! - `web`: the planner's page, `ateliers serve`: requests of a browser on this machine to use cases, and their results to pages;
//!   its page says who gets in, and how a page is added. (Feature `web`.)
//! - [`app`]: use cases, one file each: typed requests in, typed results or failures out; no terminal, no end of the program.
//!   What a page needs as well lives here, searches with their limits, their cancellation and their best plan included.
//! - [`input`], [`diagnostics`]: every table and the scenario, whatever spreadsheet wrote them, to an
//!   [`Instance`](instance::Instance), or every fault with its place and a hint.
//! - [`units`], [`ids`]: exact quantities and typed positions, below everything.
//! - [`instance`]: the validated problem: typed positions, exact quantities, session dates. Immutable. A plan that was announced and
//!   what of it binds today are part of it ([`instance::announced`]).
//! - [`territory`]: the commune graph and its distances; roads derived from boundaries.
//! - [`demand`], [`supply`]: invented enrolments; invented rooms, trainers and kits: to plan before there are real ones.
//! - [`pipeline`]: the whole flow on one screen.
//! - [`solve`]: finds a plan and a bound; its page draws the search. In flow order: [`solve::classes`] and
//!   [`solve::space`] (all that may be chosen), [`solve::subgradient`], [`solve::relaxation`] with [`solve::master`],
//!   [`solve::pricing`] and [`solve::knapsack`] (the linear program over cycles), [`solve::courses`] and [`solve::going_on`] (how announced
//!   cycles go on), [`solve::bound`] (what no plan can beat), [`solve::tree`] (branching), [`solve::tours`] and [`solve::separation`] (what trainers' days cost at least),
//!   [`solve::draft`] and [`solve::improve`] (whole plans), [`solve::roster`] (kits), [`solve::milp`] (the solver's door).
//! - [`plan`]: cycles and kit roster; what follows from them: costs ([`plan::costs`]), what changes of what people were told
//!   ([`mod@plan::changes`]), trainers' days ([`plan::tour`]), a cycle tried elsewhere ([`plan::edit`]),
//!   the proof ([`plan::proof`]), why residents are unserved ([`plan::reasons`]), figures for people.
//! - [`engine`]: version and commit, which results carry.
//! - [`rules`]: the catalogue of rules, one name each, used by checker, fixtures and messages.
//! - [`check`]: the verdict on any plan, one file per rule; those of a plan that follows an announced one are in `living`.
//! - [`batch`]: many variants of one scenario: what varies, every variant checked, run concurrently, recorded, tabulated.
//! - [`compare`]: plans of one or several scenarios beside each other; what changed between two ([`compare::diff`]).
//! - [`output`]: one pure exporter per file; [`output::write`] alone touches the disk. A plan's own tables
//!   ([`output::table`]); what is exported, and for whom ([`output::export`]): calendars ([`output::calendar`]), workbooks
//!   ([`output::workbook`], from the tables of [`output::sheets`]), papers ([`output::paper`]), the report
//!   ([`output::report`]), pages ([`output::page`]) and their drawings ([`output::svg`]).
//! - [`contacts`]: names, read at export time for the documents that need them.
//! - [`forms`]: workbooks that people fill in: the one to start from, the one for a town hall's enrolments, and the one that goes
//!   back with its faults marked. What comes back is read by [`input::delivery`] and kept by [`mod@app::collect`].
//! - [`messages`]: everything a person reads, in French and English.
//!
//! # Invariants
//!
//! Each is kept by a test, named beside it.
//!
//! - **Imports go one way, and only the edges touch the world**
//!   (`it::tidy::imports_go_in_the_directions_of_the_architecture`,
//!   `it::tidy::only_the_edges_touch_the_world_and_only_one_door_leads_to_the_solver`), edges leave the work to the use
//!   cases (`it::tidy::edges_leave_the_work_to_the_use_cases`), and **no files import each other in a circle**
//!   (`it::circles`).
//! - **The checker is a stranger.** `check` sees the instance and the plan, never the solver
//!   (`it::tidy::the_checker_does_not_know_the_solver`).
//! - **Nothing the solver says is believed.** The pipeline prices the plan again, checks it, and holds the bound against the
//!   recomputed objective; what does not hold is not written (`it::proof`).
//! - **No text is worded outside the catalogue** (`it::texts`), and both languages have every message
//!   (`it::tidy::both_languages_have_the_same_messages_with_the_same_variables`,
//!   `cli::help::tests::every_command_and_argument_has_its_texts_in_both_languages`).
//! - **The French catalogue keeps French typography, and one term for one thing** (`it::wording`; the table of terms is at the
//!   top of `src/messages/fr/cli.ftl`).
//! - **The README says what the program says** (`it::readme::the_tour_shows_what_the_program_says`), **and `data/README.md`
//!   what the columns are that are read** (`it::tables`).
//! - **What was measured is in `benches/journal.md`**, whose rows the documentation may cite; no figure of an instance is in
//!   the source (`it::journal`).
//! - **Files appear whole or not at all** (`output::write::tests`, `it::cli::a_bad_folder_fails_at_once_and_leaves_nothing`),
//!   and so do folders, wherever a writer is killed (`output::write::stage::tests`).
//! - **No reader panics, whatever it is given** (`it::mutations`, `it::book_mutations`, `fuzz/`), **and no name or template does
//!   harm** (`it::hostile`).
//! - **The number of threads changes no byte** but the seconds (`it::cli::threads_change_nothing`), nor does that of a
//!   batch's jobs, shards and interruptions (`it::batch`).
//! - **What was cut short is not recorded as finished**, at whatever moment (`it::stopped_variant`).
//! - **Where a cycle may go is judged and priced by what the move touches, as the whole plan would be** (`it::edit`).
//! - **Results name their engine**: version, commit, changes (`it::engine`).
//! - **Amounts are exact**: cycles add up to communes and to the total
//!   (`it::outputs::cycles_add_up_to_communes_and_to_the_total_of_plan_json`).
//! - **No cell runs as a formula**, whatever delimiter splits it (`output::table::tests`).
//! - **A plan that follows an announced one is judged by a program of another language**, written from the contract alone, through
//!   weeks of withdrawals, illnesses and lost rooms (`tests/judge`, which `.ci/season` runs).
//! - **Exported twice, the same bytes** (`it::export::the_same_plan_gives_the_same_bytes`); **calendars raise what changed and
//!   cancel what was dropped** (`it::export::a_new_plan_raises_what_changed_and_cancels_what_was_dropped`).
//! - **Whoever left the tables is told** (`it::calendars::whoever_left_the_tables_gets_a_calendar_of_cancellations`); **times are
//!   those of the territory** (`it::calendars::times_are_those_of_the_territory`).
//! - **A scenario reads the same from memory as from disk**
//!   (`it::reading::a_scenario_and_its_plan_are_read_from_memory_as_from_disk`).
//! - **A workbook gives the plan of its TOML and CSV** (`it::workbooks::a_workbook_gives_the_plan_of_its_toml_and_csv`); **its faults
//!   point at cells** (`it::workbooks::faults_point_at_cells`), **and none takes all memory**
//!   (`it::workbooks::a_workbook_that_unpacks_to_too_much_is_refused`).
//! - **Nothing reaches the network but a server of distances that was named**
//!   (`it::tidy::only_the_edges_touch_the_world_and_only_one_door_leads_to_the_solver`).
//! - **Every file is read by one reader with limits** (`it::tidy::every_file_is_read_by_the_one_reader_that_has_limits`).
//! - **What is edited in a grid or form changes its own cells in the file and nothing else, and never overwrites what others saved**
//!   (`it::grid`, `it::settings`).
//! - **Names stay in the papers that need them**
//!   (`it::export::no_participant_is_named_outside_the_papers_that_need_names`); **nothing worded becomes markup, and no
//!   request leaves a page** (`output::page::tests`).
//! - **What is collected names nobody but in the contacts, changes nothing the second time, and leaves what a planner changed**
//!   (`it::collect`).
//! - **Every document is read by programs that are not ours, and says what `plan.json` says**; Ctrl-C leaves all files or none
//!   (`tests/documents/check.py`, which `.ci/documents` runs).
//! - **A planner's template takes the place of ours, and its faults are told with their line**
//!   (`it::export::a_planners_template_takes_the_place_of_ours_and_its_faults_are_told`).
//! - **What is edited in a browser outlives the browser, and of two windows the one that is behind is told** (`it::web::data`,
//!   `it::web::settings`).
//! - **Nobody else gets into the planner's page** (`it::web`; the table of attacks is at the top of `src/web/guard/mod.rs`).
//! - **What is invented says so**, in every file and summary (`it::outputs::what_is_invented_says_so_in_every_row`).

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
