//! Candidates to be matched by what is known of them. A matched candidate is skipped once and removed from its queue: a
//! territory has many people with one name.

use std::collections::{BTreeMap, VecDeque};

/// Identifiers by key; those of one key are queued in their order.
pub(super) struct Waiting<'a, K>(BTreeMap<K, VecDeque<&'a str>>);

impl<K> Default for Waiting<'_, K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'a, K: Ord> Waiting<'a, K> {
    /// Adds a candidate at the end of the queue.
    pub(super) fn add(&mut self, key: K, id: &'a str) {
        self.0.entry(key).or_default().push_back(id);
    }

    /// The first candidate under any of these keys who is not yet matched.
    pub(super) fn first(
        &mut self,
        keys: impl IntoIterator<Item = K>,
        is_found: impl Fn(&str) -> bool,
    ) -> Option<&'a str> {
        let mut of_key = |key| {
            let ids = self.0.get_mut(&key)?;
            while ids.front().is_some_and(|id| is_found(id)) {
                ids.pop_front();
            }
            ids.front().copied()
        };
        keys.into_iter().filter_map(&mut of_key).min()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn everybody_of_a_name_is_found_in_order_and_looked_at_a_few_times_only() {
        let ids: Vec<String> = (0..2_000).map(|number| format!("E{number:04}")).collect();
        let mut waiting = Waiting::default();
        for id in &ids {
            waiting.add(("martin", id.len()), id.as_str());
        }
        let (mut found, n_looks) = (BTreeSet::new(), Cell::new(0));
        for id in &ids {
            let is_found = |id: &str| {
                n_looks.set(n_looks.get() + 1);
                found.contains(id)
            };
            let next = waiting.first([("martin", 5), ("durand", 5)], is_found).expect("somebody");
            assert_eq!(next, id);
            found.insert(next.to_owned());
        }
        assert!(n_looks.get() < 3 * ids.len(), "{}", n_looks.get());
        assert_eq!(waiting.first([("martin", 5)], |id| found.contains(id)), None);
    }

    #[test]
    fn whoever_is_first_under_any_key_is_found() {
        let mut waiting = Waiting::default();
        waiting.add("phone", "E2");
        waiting.add("email", "E1");
        assert_eq!(waiting.first(["phone", "email"], |_| false), Some("E1"));
        assert_eq!(waiting.first(["phone", "email"], |id| id == "E1"), Some("E2"));
    }
}
