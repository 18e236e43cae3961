//! Words for clap's errors about the arguments.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use super::args::Cli;
use super::{Outcome, Terminal, help};
use crate::messages::Value;

/// Prints the help or version asked for, or reports the error with a hint and the correct usage.
pub(super) fn answer(error: &clap::Error, arguments: &[OsString], terminal: &Terminal) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal.print(&error.render().to_string());
            Outcome::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal.tell(&error.render().to_string());
            Outcome::BadInput
        }
        _ => {
            terminal.tell_error(&fault(error, terminal));
            if let Some(hint) = hint(error, terminal) {
                terminal.tell(&hint);
            }
            terminal.tell(&usage(arguments, terminal));
            Outcome::BadInput
        }
    }
}

/// What is wrong, in one sentence.
fn fault(error: &clap::Error, terminal: &Terminal) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::InvalidValue if value.is_empty() => "usage-missing-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-wrong-value",
        ErrorKind::ArgumentConflict if context(error, ContextKind::PriorArg) == argument => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::InvalidUtf8 => "usage-not-utf8",
        _ => "usage-other",
    };
    let variables: [(&str, Value); 5] = [
        ("argument", argument.into()),
        ("value", value.into()),
        ("prior", context(error, ContextKind::PriorArg).into()),
        ("command", context(error, ContextKind::InvalidSubcommand).into()),
        ("detail", error.kind().to_string().into()),
    ];
    terminal.text(key, &variables)
}

/// What to do about it: the nearest name, or what a value should look like.
fn hint(error: &clap::Error, terminal: &Terminal) -> Option<String> {
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let nearest = kinds.into_iter().map(|kind| context(error, kind)).find(|name| !name.is_empty());
    if let Some(nearest) = nearest {
        return Some(terminal.text("usage-nearest", &[("name", nearest.into())]));
    }
    let is_value = matches!(error.kind(), ErrorKind::InvalidValue | ErrorKind::ValueValidation);
    let argument = context(error, ContextKind::InvalidArg);
    // An argument without a name is identified by its placeholder: `<DATE>`.
    let argument = argument.trim_matches(['<', '>']).to_lowercase();
    let option = argument.trim_start_matches("--").split([' ', '=']).next()?.to_owned();
    let key = format!("expects-{option}");
    (is_value && terminal.messages.has(&key)).then(|| terminal.text(&key, &[]))
}

/// The usage line of the intended command, and where to read more.
fn usage(arguments: &[OsString], terminal: &Terminal) -> String {
    let mut command = help::worded(Cli::command(), &terminal.messages).bin_name(help::PROGRAM);
    command.build();
    let words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    let mut meant = command;
    for word in words {
        if let Some(subcommand) = meant.find_subcommand(word).cloned() {
            meant = subcommand;
        }
    }
    let name = full_name(&meant);
    let line = meant.render_usage().to_string();
    let line = line.split_once(": ").map_or(line.as_str(), |(_, usage)| usage).to_owned();
    terminal.text("usage-line", &[("usage", line.into()), ("command", name.into())])
}

fn full_name(command: &Command) -> String {
    command.get_bin_name().unwrap_or(help::PROGRAM).to_owned()
}

/// A piece of context as one text; empty if there is none.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
