//! Finds the best group for a pattern: a knapsack over parties, seats and tablets.
//!
//! Chooses the number of attending parties of each class so that `min_group ≤ persons ≤ capacity`, the kit tablets needed
//! (`max(0, borrowers − tablets of the room)`, rule H8) belong to a given kit level, and the sum of values less the cost of
//! tablets is maximal.
//!
//! # Method
//! Dynamic programming over (persons, borrowers). Of all parties of the same size and number of borrowers, only the
//! `capacity / size` most valuable can matter, so a group of 12 considers about 40 parties however many are interested. If only
//! "some kit or none" matters, borrowers beyond the room's tablets share one state, and the table has
//! `capacity × (room tablets + 2)` entries, counting no more tablets than seats.

/// A class that may join, with its value in the group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// Index of the class, defined by the caller.
    pub class: usize,
    /// Members of a party; at least 1.
    pub size: usize,
    /// Members who borrow a tablet.
    pub borrowers: usize,
    /// Value of one party, euros.
    pub value: f64,
    /// Parties that may join.
    pub count: usize,
}

/// The constraints on a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Terms<'a> {
    /// Most persons.
    pub capacity: usize,
    /// Fewest persons.
    pub min_group: usize,
    /// Tablets that stay in the room.
    pub room_tablets: usize,
    /// One kit tablet for the whole cycle, euros.
    pub tablet: f64,
    /// Sizes of kits, ascending, at which the price of a kit changes; the last limits the kit tablets. A group belongs to the
    /// first level whose size is at least its need; level 0 needs no kit. Empty if there are no kits.
    pub levels: &'a [usize],
}

/// A group and its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Sum of values less tablets, euros.
    pub value: f64,
    /// Class and number of parties, ascending by class.
    pub members: Vec<(usize, usize)>,
}

/// Reusable tables of the dynamic program.
#[derive(Debug, Default)]
pub struct Workspace {
    parties: Vec<Item>,
    /// A layer for each party, of `width` states, and one before the first; longer if an earlier table was.
    layers: Vec<f64>,
    width: usize,
    states: usize,
    /// Cost of the kit tablets of a party, by number of borrowers before it.
    extras: Vec<f64>,
}

impl Workspace {
    /// Solves for every level at once. After this, [`Self::value`] and [`Self::group`] answer for each level.
    pub fn solve(&mut self, items: &mut [Item], terms: &Terms) {
        self.select(items, terms.capacity);
        self.states = n_states(terms, self.parties.iter().map(|party| party.borrowers).sum());
        self.width = (terms.capacity + 1) * self.states;
        let n_cells = self.width * (self.parties.len() + 1);
        if self.layers.len() < n_cells {
            self.layers.resize(n_cells, f64::NEG_INFINITY);
        }
        self.layers[..self.width].fill(f64::NEG_INFINITY);
        self.layers[0] = 0.0;
        let mut reached = 0;
        for index in 0..self.parties.len() {
            self.add_layer(index, reached, terms);
            reached = (reached + self.parties[index].size).min(terms.capacity);
        }
    }

    /// Value of the best group of a level, euros; −∞ if there is none.
    pub fn value(&self, terms: &Terms, level: usize) -> f64 {
        self.best_state(terms, level).map_or(f64::NEG_INFINITY, |state| self.last_layer()[state])
    }

    /// The best group of a level.
    #[expect(clippy::float_cmp, reason = "a value that was copied is the same to the bit")]
    pub fn group(&self, terms: &Terms, level: usize) -> Option<Group> {
        let mut state = self.best_state(terms, level)?;
        let value = self.last_layer()[state];
        let mut members: Vec<(usize, usize)> = Vec::new();
        for index in (0..self.parties.len()).rev() {
            let before = &self.layers[index * self.width..(index + 1) * self.width];
            if self.layers[(index + 1) * self.width + state] == before[state] {
                continue;
            }
            let party = &self.parties[index];
            state = self.predecessor(index, state, terms)?;
            match members.iter_mut().find(|(class, _)| *class == party.class) {
                Some((_, count)) => *count += 1,
                None => members.push((party.class, 1)),
            }
        }
        members.sort_unstable();
        Some(Group { value, members })
    }

    /// Keeps the parties that can matter, one entry per party, in an order independent of the input's.
    fn select(&mut self, items: &mut [Item], capacity: usize) {
        items.sort_unstable_by(|one, other| {
            let kind = (one.size, one.borrowers).cmp(&(other.size, other.borrowers));
            kind.then(other.value.total_cmp(&one.value)).then(one.class.cmp(&other.class))
        });
        self.parties.clear();
        let mut kind = (0, 0);
        let mut room = 0;
        for item in items.iter().filter(|item| item.size <= capacity) {
            if (item.size, item.borrowers) != kind {
                kind = (item.size, item.borrowers);
                room = capacity / item.size;
            }
            let taken = item.count.min(room);
            room -= taken;
            self.parties.extend(std::iter::repeat_n(*item, taken));
        }
    }

    /// Adds a party to every state: row by row of persons, without branches, so that compilers can vectorise the loop.
    fn add_layer(&mut self, index: usize, reached: usize, terms: &Terms) {
        let (party, states) = (self.parties[index], self.states);
        // From `n_own` borrower counts, the party leads to a distinct count; from the others, to the last one or nowhere.
        let n_own = states.saturating_sub(party.borrowers);
        let extra = |borrowers| joined(borrowers, party.borrowers, states, terms).map(|(_, extra)| extra);
        self.extras.clear();
        self.extras.extend((0..states).map_while(extra));
        let (own, beyond) = self.extras.split_at(n_own);
        let (before, after) = self.layers[index * self.width..].split_at_mut(self.width);
        let after = &mut after[..self.width];
        after.copy_from_slice(before);
        let take = |target: &mut f64, value: f64, extra: f64| {
            let with = value + party.value - extra;
            *target = if with > *target { with } else { *target };
        };
        for persons in 0..=reached.min(terms.capacity - party.size) {
            let from = &before[persons * states..][..states];
            let to = &mut after[(persons + party.size) * states..][..states];
            let targets = to[states - n_own..].iter_mut();
            targets.zip(from).zip(own).for_each(|((target, &value), &extra)| take(target, value, extra));
            let last = &mut to[states - 1];
            from[n_own..].iter().zip(beyond).for_each(|(&value, &extra)| take(last, value, extra));
        }
    }

    #[expect(clippy::float_cmp, reason = "the same operations on the same values give the same bits")]
    fn predecessor(&self, index: usize, state: usize, terms: &Terms) -> Option<usize> {
        let party = &self.parties[index];
        let before = &self.layers[index * self.width..(index + 1) * self.width];
        let value = self.layers[(index + 1) * self.width + state];
        let persons = (state / self.states).checked_sub(party.size)?;
        (0..self.states).map(|borrowers| (borrowers, persons * self.states + borrowers)).find_map(
            |(borrowers, from)| {
                let (target, extra) = joined(borrowers, party.borrowers, self.states, terms)?;
                let arrives = target == state % self.states && before[from] + party.value - extra == value;
                arrives.then_some(from)
            },
        )
    }

    fn last_layer(&self) -> &[f64] {
        &self.layers[self.width * self.parties.len()..][..self.width]
    }

    fn best_state(&self, terms: &Terms, level: usize) -> Option<usize> {
        if level > terms.levels.len() {
            return None;
        }
        let layer = self.last_layer();
        let borrowers_range = level_states(terms, self.states, level);
        let mut best: Option<usize> = None;
        for persons in terms.min_group..=terms.capacity {
            for borrowers in borrowers_range.clone() {
                let state = persons * self.states + borrowers;
                if layer[state] > best.map_or(f64::NEG_INFINITY, |best| layer[best]) {
                    best = Some(state);
                }
            }
        }
        best
    }
}

/// Whether there is one size of kits and it suffices for everyone: then only whether a kit is needed matters.
fn is_two_way(terms: &Terms) -> bool {
    matches!(*terms.levels, [largest] if terms.room_tablets + largest >= terms.capacity)
}

/// Number of borrower states: one per count that matters, or up to "beyond the room's tablets".
fn n_states(terms: &Terms, all_borrowers: usize) -> usize {
    let largest = terms.levels.last().copied().unwrap_or(0);
    if all_borrowers == 0 {
        1
    } else if is_two_way(terms) {
        (terms.room_tablets + 1).min(terms.capacity) + 1
    } else {
        (terms.room_tablets + largest).min(terms.capacity) + 1
    }
}

/// The state after `joining` more borrowers, and the cost of the kit tablets they need; `None` beyond the largest kit.
fn joined(borrowers: usize, joining: usize, states: usize, terms: &Terms) -> Option<(usize, f64)> {
    if joining == 0 {
        return Some((borrowers, 0.0));
    }
    let after = borrowers + joining;
    let beyond = after.saturating_sub(terms.room_tablets) - borrowers.saturating_sub(terms.room_tablets);
    if after < states {
        Some((after, beyond as f64 * terms.tablet))
    } else if is_two_way(terms) {
        Some((states - 1, beyond as f64 * terms.tablet))
    } else {
        None
    }
}

/// The borrower states that belong to a level.
fn level_states(terms: &Terms, states: usize, level: usize) -> std::ops::Range<usize> {
    let end_of = |level: usize| match level.checked_sub(1) {
        None => terms.room_tablets + 1,
        Some(kit) if kit + 1 == terms.levels.len() => states.max(terms.room_tablets + 1),
        Some(kit) => terms.room_tablets + terms.levels[kit] + 1,
    };
    let start = if level == 0 { 0 } else { end_of(level - 1) };
    start.min(states)..end_of(level).min(states)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(class: usize, size: usize, borrowers: usize, value: f64, count: usize) -> Item {
        Item { class, size, borrowers, value, count }
    }

    /// Every choice of counts, by brute force.
    fn enumerate(items: &[Item], terms: &Terms, level: usize) -> f64 {
        let mut best = f64::NEG_INFINITY;
        let mut counts = vec![0; items.len()];
        loop {
            let sum = |part: fn(&Item) -> usize| {
                items.iter().zip(&counts).map(|(i, &n)| part(i) * n).sum::<usize>()
            };
            let persons = sum(|item| item.size);
            let need = sum(|item| item.borrowers).saturating_sub(terms.room_tablets);
            let fits = persons >= terms.min_group && persons <= terms.capacity;
            let at =
                if need == 0 { Some(0) } else { terms.levels.iter().position(|&s| need <= s).map(|l| l + 1) };
            if fits && at == Some(level) {
                let value: f64 =
                    items.iter().zip(&counts).map(|(item, &n)| item.value * f64::from(n as u32)).sum();
                best = best.max(value - need as f64 * terms.tablet);
            }
            let Some(place) = (0..items.len()).find(|&place| counts[place] < items[place].count) else {
                break;
            };
            counts[place] += 1;
            counts[..place].fill(0);
        }
        best
    }

    #[test]
    fn agrees_with_enumeration() {
        use rand::{RngExt, SeedableRng};
        let mut random = rand_pcg::Pcg64Mcg::seed_from_u64(7);
        for round in 0..400 {
            let n_items = random.random_range(0..6);
            let mut items: Vec<Item> = (0..n_items)
                .map(|class| {
                    let size = random.random_range(1..4);
                    let borrowers = random.random_range(0..=size);
                    item(
                        class,
                        size,
                        borrowers,
                        random.random_range(-20..60).into(),
                        random.random_range(0..4),
                    )
                })
                .collect();
            let levels: &[usize] = [&[][..], &[1], &[2], &[12], &[1, 3], &[2, 12]][round % 6];
            let terms = Terms {
                capacity: random.random_range(2..9),
                min_group: random.random_range(1..3),
                room_tablets: random.random_range(0..4),
                tablet: 2.5,
                levels,
            };
            let mut workspace = Workspace::default();
            let original = items.clone();
            workspace.solve(&mut items, &terms);
            for level in 0..=levels.len() {
                let expected = enumerate(&original, &terms, level);
                let found = workspace.value(&terms, level);
                let is_none = found == f64::NEG_INFINITY && expected == f64::NEG_INFINITY;
                assert!(
                    is_none || (found - expected).abs() < 1e-9,
                    "{original:?} {terms:?} level {level}: {found} against {expected}"
                );
                if let Some(group) = workspace.group(&terms, level) {
                    let worth: f64 = group.members.iter().map(|&(c, n)| original[c].value * n as f64).sum();
                    let lent: usize = group.members.iter().map(|&(c, n)| original[c].borrowers * n).sum();
                    let need = lent.saturating_sub(terms.room_tablets) as f64;
                    assert!((worth - need * terms.tablet - group.value).abs() < 1e-9);
                }
            }
        }
    }
}
