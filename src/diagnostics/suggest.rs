//! The nearest known value to one that is not known.

use strsim::damerau_levenshtein;

/// Longest text that is compared: a misspelt name is short, and comparison costs the product of the lengths.
const LONGEST: usize = 64;

/// Most known values that are compared, so that a wrong column of a large table costs little.
const MOST_COMPARED: usize = 20_000;

/// The known value closest to `found`, if it is close enough to have been meant: at most a third of its
/// characters differ (upper and lower case count as alike). The first of equals.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = found.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let wanted = found.to_lowercase();
    let allowed = (length / 3).max(1);
    known
        .into_iter()
        .take(MOST_COMPARED)
        .filter(|candidate| candidate.len() <= 2 * LONGEST && !candidate.is_empty())
        .map(|candidate| (damerau_levenshtein(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_what_was_meant() {
        assert_eq!(nearest("comune", ["insee", "commune", "name"]), Some("commune"));
        assert_eq!(nearest("TUE-1400", ["tue-0930", "tue-1400"]), Some("tue-1400"));
    }

    #[test]
    fn what_resembles_nothing_finds_nothing() {
        assert_eq!(nearest("Lyon", ["Montbéliard", "Audincourt"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}
