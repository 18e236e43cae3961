//! What a spreadsheet shows in a cell whose formula failed: `#N/A`, `#REF!`, `#VALEUR !`, `Err:502`.

/// Represents the result of a formula that was never computed. No field contains it, since control characters are refused.
pub(crate) const NO_RESULT: &str = "\u{1}";

/// Whether a field holds a formula's error and no value.
pub(crate) fn is_error(field: &str) -> bool {
    let field = field.trim();
    match field.strip_prefix('#') {
        Some(rest) => is_error_name(rest),
        None => is_numbered_error(field),
    }
}

/// After the `#`: capitals with a final mark, as in all spreadsheets; or `#####`, for a column too narrow.
fn is_error_name(rest: &str) -> bool {
    if matches!(rest.to_uppercase().as_str(), "N/A" | "NA" | "N/D" | "GETTING_DATA") {
        return true;
    }
    if rest.chars().all(|letter| letter == '#') {
        return rest.len() > 1;
    }
    let Some(name) = rest.strip_suffix(['!', '?']).map(str::trim_end) else { return false };
    let is_of_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '_');
    name.chars().any(char::is_alphabetic) && name.chars().all(is_of_name)
}

/// A numbered error, as in one office suite: `Err:502`, in French `Err :502` and `Erreur : 502`.
fn is_numbered_error(field: &str) -> bool {
    let Some((word, number)) = field.split_once(':') else { return false };
    let number = number.trim();
    matches!(word.trim(), "Err" | "Erreur" | "#ERR")
        && number.len() == 3
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_all_spreadsheets_in_both_languages_are_told_from_texts() {
        for field in [
            "#N/A",
            "#n/a",
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#ERROR!",
            "#GETTING_DATA",
            "#VALEUR!",
            "#NOM?",
            "#NOMBRE!",
            "#NUL!",
            "#ERREUR!",
            "#VALEUR !",
            "#NOM\u{a0}?",
            "#DIV/0\u{202f}!",
            "#CHAMP!",
            "#BLOQUÉ!",
            "#####",
            "Err:502",
            "Err :508",
            " #N/A ",
        ] {
            assert!(is_error(field), "{field}");
        }
        for field in
            ["", "#", "#1", "Salle #3", "#2 !", "##", "N/A", "Err", "#salle", "tue-0930", "venue:502"]
        {
            assert!(!is_error(field), "{field}");
        }
    }
}
