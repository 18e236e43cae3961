//! Normalised words: letters without accents; spaces, hyphens and apostrophes are the same.

/// A name folded for comparison: `Saint-Étienne`, `ST ETIENNE` and `saint étienne` become equal.
pub(crate) fn folded(name: &str) -> String {
    let plain: String = name.chars().flat_map(char::to_lowercase).map(plain).collect::<Vec<_>>().concat();
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let whole = words.map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        word => word,
    });
    whole.collect::<Vec<_>>().join(" ")
}

/// A small letter without its accent. A combining accent, the second of two characters, is removed.
fn plain(letter: char) -> String {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a".to_owned(),
        'ç' => "c".to_owned(),
        'é' | 'è' | 'ê' | 'ë' => "e".to_owned(),
        'î' | 'ï' | 'í' | 'ì' => "i".to_owned(),
        'ñ' => "n".to_owned(),
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' => "o".to_owned(),
        'ù' | 'û' | 'ü' | 'ú' => "u".to_owned(),
        'ÿ' | 'ý' => "y".to_owned(),
        'œ' => "oe".to_owned(),
        'æ' => "ae".to_owned(),
        '\u{300}'..='\u{36f}' => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for name in ["Saint-Étienne-d’Ax", "ST ETIENNE D'AX", "St. Etienne_d ax", "saint e\u{301}tienne d'ax"]
        {
            assert_eq!(folded(name), "saint etienne d ax", "{name}");
        }
        assert_eq!(folded("Œuilly"), "oeuilly");
    }
}
