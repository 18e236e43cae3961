//! Finds the known value nearest to an unknown one.

use strsim::damerau_levenshtein;

/// Longest text that is compared: misspelt names are short, and comparison costs the product of the lengths.
const LONGEST: usize = 64;

/// Number of known values that are compared, so that a wrong column of a large table costs little.
const MOST_COMPARED: usize = 20_000;

/// The known value closest to `found`, if it is close enough to be intended: at most a third of its characters differ (ignoring
/// case). Ties go to the first.
///
/// A typing error changes a word, but a different number names a different thing: `T2` is no misspelling of `T1`, nor `25304` of
/// `25340`. Values whose numbers differ in more than leading zeros are never proposed for each other.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = found.chars().count();
    if length == 0 || length > LONGEST {
        return None;
    }
    let wanted = found.to_lowercase();
    known
        .into_iter()
        .take(MOST_COMPARED)
        .filter(|candidate| candidate.len() <= 2 * LONGEST && !candidate.is_empty())
        .map(|candidate| (damerau_levenshtein(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, candidate)| distance <= candidate.chars().count().max(length) / 3)
        .filter(|&(_, candidate)| numbers(found).eq(numbers(candidate)))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// The numbers in a name, without leading zeros.
fn numbers(name: &str) -> impl Iterator<Item = &str> {
    let groups = name.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty());
    groups.map(|group| group.trim_start_matches('0'))
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
        assert_eq!(nearest("X", ["Y"]), None);
    }

    #[test]
    fn another_number_is_another_thing() {
        assert_eq!(nearest("25340", ["25304"]), None);
        assert_eq!(nearest("R9", ["R1", "R8"]), None);
        assert_eq!(nearest("residents-2027.csv", ["residents-2026.csv"]), None);
        assert_eq!(nearest("tue-930", ["tue-0930", "tue-1400"]), Some("tue-0930"));
    }
}
