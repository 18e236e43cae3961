//! Reports on plans that were named as arguments.

use super::{Outcome, Terminal, reading, told};
use crate::app::named::{Portrayed, Unportrayed};
use crate::check::{render, render_figures};

/// Reports what is wrong with a plan that was read.
pub(super) fn tell(plan: &Portrayed, terminal: &Terminal) {
    reading::tell(&plan.warnings, terminal);
    let named = || ("plan", plan.named.plan.display().to_string().into());
    if plan.is_of_other_input {
        let scenario = plan.named.scenario.as_deref().map(|path| path.display().to_string());
        let scenario = ("scenario", scenario.unwrap_or_default().into());
        terminal.note(&terminal.text("plan-of-other-input", &[named(), scenario]));
    }
    let Some(unsound) = &plan.unsound else { return };
    let judgement = plan.portrait.judgement;
    if !judgement.is_legal() {
        terminal.tell_error(&terminal.text("plan-illegal", &[named()]));
        terminal.tell(&render(&unsound.verdict, &unsound.instance, &terminal.messages));
    }
    if judgement.wrong_figures > 0 {
        terminal.tell_error(&terminal.text("plan-wrong-figures", &[named()]));
        terminal.tell(&render_figures(&unsound.disagreements, &terminal.messages));
    }
}

/// Reports why a plan could not be read.
pub(super) fn tell_unread(why: &Unportrayed, terminal: &Terminal) -> Outcome {
    match why {
        Unportrayed::NoScenario(named) => {
            let plan = named.plan.display().to_string();
            told::error("scenario-not-found", &[("plan", plan.into())], terminal)
        }
        Unportrayed::Faulty { before, faults } => {
            reading::tell(before, terminal);
            // Others may still be compared, and the result written.
            reading::leave_out(faults, terminal)
        }
    }
}
