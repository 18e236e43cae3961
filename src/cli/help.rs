//! Puts words into the command tree that clap derives: its texts come from the catalogue, by key.
//!
//! Keys, for a command path such as `territory-roads`: `command-territory-roads` (what it does),
//! `examples-territory-roads`, and `arg-territory-roads-<argument>`. The program itself is `command-ateliers`; options
//! of every command are `arg-ateliers-<option>`. The placeholder of a value (`DIR`) is `value-dir`; if the catalogue has
//! no such key, it is the same in every language (`CSV`, `INSEE`).

use clap::{Arg, Command};

use crate::engine;
use crate::messages::Messages;

/// The program's name, and the path of the root in keys.
pub(super) const PROGRAM: &str = "ateliers";

/// The command tree with every text in the catalogue's language.
pub(super) fn worded(command: Command, messages: &Messages) -> Command {
    let commands = messages.text("heading-commands", &[]);
    let root = command.subcommand_help_heading(commands.clone()).version(version(messages));
    worded_at(root.disable_help_subcommand(true).disable_help_flag(true), PROGRAM, messages)
}

/// Version and commit, and whether the sources were modified.
fn version(messages: &Messages) -> String {
    let variables = [
        ("version", engine::VERSION.into()),
        ("commit", engine::short_commit().unwrap_or_default().into()),
        ("sources", engine::sources().into()),
    ];
    let key = match engine::commit() {
        Some(_) if engine::is_modified() => "version-modified",
        Some(_) => "version-commit",
        None => "version-without-commit",
    };
    messages.text(key, &variables)
}

fn worded_at(command: Command, path: &str, messages: &Messages) -> Command {
    let text = |key: &str| messages.text(key, &[]);
    let after = format!("{}\n\n{}", text(&format!("examples-{path}")), text("exit-codes"));
    let template =
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", text("heading-usage"));
    command
        .about(text(&format!("command-{path}")))
        .after_help(after)
        .help_template(template)
        .subcommand_help_heading(text("heading-commands"))
        .subcommand_value_name(text("value-command"))
        .disable_help_flag(true)
        .mut_args(|arg| worded_argument(arg, path, messages))
        .mut_subcommands(|subcommand| {
            let name = subcommand.get_name().to_owned();
            let path = if path == PROGRAM { name } else { format!("{path}-{name}") };
            worded_at(subcommand, &path, messages)
        })
}

fn worded_argument(arg: Arg, path: &str, messages: &Messages) -> Arg {
    let heading = if arg.is_positional() { "heading-arguments" } else { "heading-options" };
    let key = argument_key(path, arg.get_id().as_str());
    let names: Option<Vec<String>> =
        arg.get_value_names().map(|names| names.iter().map(|name| value_name(name, messages)).collect());
    // Options without a value have no placeholder.
    let arg = match names.filter(|_| arg.get_action().takes_values()) {
        Some(names) => arg.value_names(names),
        None => arg,
    };
    // The text of an option lists its possible values, in its own language.
    arg.hide_possible_values(true)
        .hide_env(true)
        .help(messages.text(&key, &[]))
        .help_heading(messages.text(heading, &[]))
}

/// The placeholder of a value.
fn value_name(name: &str, messages: &Messages) -> String {
    let key = value_key(name);
    if messages.has(&key) { messages.text(&key, &[]) } else { name.to_owned() }
}

/// Key of a value's placeholder, e.g. `value-plan-json` for `PLAN.json`.
fn value_key(name: &str) -> String {
    let hyphened =
        |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    format!("value-{}", name.chars().map(hyphened).collect::<String>())
}

/// Key of the text of an argument, whose identifier in the code is `id`.
fn argument_key(path: &str, id: &str) -> String {
    format!("arg-{path}-{}", id.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Cli;
    use crate::messages::Lang;

    /// Every key that the help of `command` and its subcommands needs.
    fn keys(command: &Command, path: &str) -> Vec<String> {
        let mut keys = vec![format!("command-{path}"), format!("examples-{path}")];
        keys.extend(command.get_arguments().map(|arg| argument_key(path, arg.get_id().as_str())));
        for subcommand in command.get_subcommands() {
            let name = subcommand.get_name().to_owned();
            let path = if path == PROGRAM { name } else { format!("{path}-{name}") };
            keys.extend(self::keys(subcommand, &path));
        }
        keys
    }

    #[test]
    fn every_command_and_argument_has_its_texts_in_both_languages() {
        let keys = keys(&Cli::command(), PROGRAM);
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let missing: Vec<_> = keys.iter().filter(|key| !messages.has(key)).collect();
            assert!(missing.is_empty(), "{lang:?}: cli.ftl has no {missing:?}");
        }
    }

    /// The placeholder of every value in `command` and its subcommands.
    fn value_names(command: &Command) -> Vec<String> {
        let takes_values = command.get_arguments().filter(|arg| arg.get_action().takes_values());
        let names = takes_values.flat_map(|arg| arg.get_value_names().unwrap_or_default());
        let mut names: Vec<String> = names.map(ToString::to_string).collect();
        names.extend(command.get_subcommands().flat_map(value_names));
        names
    }

    #[test]
    fn what_stands_for_a_value_is_french_in_french() {
        // Names of formats, units and files, literal choices and letters.
        const EVERYWHERE: [&str; 18] = [
            "CSV",
            "XLSX",
            "GEOJSON",
            "DATE",
            "INSEE",
            "CODE",
            "KM/H",
            "URL",
            "s|min|h",
            "m|km",
            "M",
            "N",
            "S",
            "0..1",
            "I/N",
            "fr|en",
            "scenario|batch|plan|…",
            "auto|always|never",
        ];
        let messages = Messages::new(Lang::Fr);
        for name in value_names(&Cli::command()) {
            let is_worded = messages.has(&value_key(&name));
            let is_file = [".csv", ".geojson"].iter().any(|end| name.ends_with(end));
            assert!(
                is_worded || is_file || EVERYWHERE.contains(&name.as_str()),
                "cli.ftl has no word for {name}"
            );
        }
        let french = value_names(&worded(Cli::command(), &messages));
        for english in ["DIR", "GIB", "BATCH", "SHARE", "NAME", "TRACK", "INDICATOR"] {
            assert!(french.iter().all(|name| !name.contains(english)), "{english} in {french:?}");
        }
    }

    #[test]
    fn the_command_tree_is_consistent() {
        worded(Cli::command(), &Messages::new(Lang::Fr)).debug_assert();
    }
}
