//! The stage and the result of a search, in words.

use super::job::{End, Stage, Written};
use super::order::{Amount, Unclear};
use crate::app::told;
use crate::messages::Messages;

/// The amount of a search.
pub fn amount(amount: Amount, messages: &Messages) -> String {
    match amount {
        Amount::Effort(effort) => messages.text(&format!("planning-effort-{}", effort.name()), &[]),
        Amount::Seconds(seconds) => {
            messages.text("planning-for", &[("time", duration(seconds, messages).into())])
        }
        Amount::Gap(gap) => messages.text("planning-until", &[("gap", messages.percent(gap, 2).into())]),
    }
}

/// The stage of a search.
pub fn stage(stage: &Stage, messages: &Messages) -> String {
    match stage {
        Stage::Waits(before) => messages.text("planning-waits", &[("before", (*before).into())]),
        Stage::Reads => messages.text("planning-reads", &[]),
        Stage::Searches { is_stopping: false } => messages.text("planning-searches", &[]),
        Stage::Searches { is_stopping: true } => messages.text("planning-stops", &[]),
        Stage::Writes => messages.text("planning-writes", &[]),
        Stage::Over(end) => self::end(end, messages),
    }
}

/// The result of a search; several paragraphs are separated by blank lines.
pub fn end(end: &End, messages: &Messages) -> String {
    let plain = |key: &str| messages.text(key, &[]);
    match end {
        End::Written(written) => self::written(written, messages),
        End::Stays => plain("planning-stays"),
        End::Failed(failure) => told::words(failure, messages),
        End::Elsewhere => plain("planning-elsewhere"),
        End::NoThreads => plain("planning-no-threads"),
        End::OurFault => [plain("planning-our-fault"), plain("fault-report")].join("\n\n"),
    }
}

fn written(written: &Written, messages: &Messages) -> String {
    let status = messages.text(&format!("status-{}", written.status), &[]);
    let folder = written.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let variables = [("status", status.into()), ("folder", folder.into())];
    let mut words = vec![messages.text("planning-written", &variables)];
    if written.status == crate::solve::Status::MemoryLimit.name() {
        words.push(messages.text("planning-memory", &[]));
    }
    if written.is_without_start {
        words.push(messages.text("planning-without-start", &[]));
    }
    if written.is_earlier {
        words.extend(["fault-earlier-written", "fault-report"].map(|key| messages.text(key, &[])));
    }
    words.join("\n\n")
}

/// What is wrong with the amount in the input.
pub fn unclear(unclear: Unclear) -> &'static str {
    match unclear {
        Unclear::Word => "planning-no-amount",
        Unclear::Seconds => "planning-no-seconds",
        Unclear::Gap => "planning-no-gap",
    }
}

/// A duration: `45 s`, `3 min`, `3 min 20 s`, `1 h 05 min`.
pub fn duration(seconds: f64, messages: &Messages) -> String {
    let whole = seconds.max(0.0) as u64;
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
    let number = |number: u64| messages.number(number as f64, 0);
    let part = |key: &str, amount: String| messages.text(key, &[("amount", amount.into())]);
    match (hours, minutes) {
        (0, 0) => part("duration-s", number(rest)),
        (0, _) if rest == 0 => part("duration-min", number(minutes)),
        (0, _) => [part("duration-min", number(minutes)), part("duration-s", format!("{rest:02}"))].join(" "),
        _ => [part("duration-h", number(hours)), part("duration-min", format!("{minutes:02}"))].join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::Lang;
    use crate::solve::Status;
    use crate::solve::effort::Effort;

    #[test]
    fn times_are_short() {
        let messages = Messages::new(Lang::Fr);
        let words = [0.4, 59.9, 60.0, 200.0, 3900.0].map(|seconds| duration(seconds, &messages));
        let plain = words.map(|words| words.replace(['\u{a0}', '\u{202f}'], " "));
        assert_eq!(plain, ["0 s", "59 s", "1 min", "3 min 20 s", "1 h 05 min"]);
    }

    #[test]
    fn everything_is_worded() {
        for messages in Lang::ALL.map(Messages::new) {
            for status in Status::ALL {
                let (folder, status) = ("a/plan".into(), status.name());
                let whole = Written { folder, status, is_earlier: true, is_without_start: true };
                assert!(end(&End::Written(whole), &messages).contains("plan"));
            }
            for ended in [End::Stays, End::Elsewhere, End::NoThreads, End::OurFault] {
                assert!(!stage(&Stage::Over(ended.into()), &messages).is_empty());
            }
            let stopping = [false, true].map(|is_stopping| Stage::Searches { is_stopping });
            for at in [Stage::Waits(1), Stage::Reads, Stage::Writes].into_iter().chain(stopping) {
                assert!(!stage(&at, &messages).is_empty());
            }
            let efforts = Effort::ALL.map(Amount::Effort);
            for asked in efforts.into_iter().chain([Amount::Seconds(90.0), Amount::Gap(0.01)]) {
                assert!(!amount(asked, &messages).is_empty());
            }
            for why in [Unclear::Word, Unclear::Seconds, Unclear::Gap] {
                assert!(messages.has(unclear(why)));
            }
        }
    }
}
