//! The master's duals in the form that pricing needs.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;
use typed_index_collections::TiVec;

use super::super::milp::lp::RowIndex;
use super::super::space::Day;
use super::{Column, Rows};
use crate::instance::ids::{CommuneId, TrainerId, VenueId};

/// What a cycle must pay for what it uses, and what serving people earns, at one dual point. Every price is
/// non-negative but `worth` and `host`; a dual of the wrong sign (rounding) counts as zero, which keeps bounds valid.
#[derive(Debug, Clone)]
pub struct Prices {
    /// Worth of serving one party of each class: what leaving it out costs, less the price of its row, plus equity.
    pub worth: Vec<f64>,
    /// Price of one more cycle in each commune, less what it is worth where the commune should host more.
    pub host: TiVec<CommuneId, f64>,
    /// Price of one euro of gross cost, beyond the euro itself.
    pub budget: f64,
    /// `Σ dual × right-hand side` over all rows, plus the constant: the bound before pricing, euros.
    pub base: f64,
    /// Dual of each row, of the right sign.
    pub duals: Vec<f64>,
}

impl Rows<'_> {
    /// Prices at any duals; rows beyond their end count as zero.
    pub fn prices(&self, duals: &[f64]) -> Prices {
        let duals = self.signed_duals(duals);
        let space = self.space;
        let class: Vec<f64> =
            space.classes.iter().enumerate().map(|(index, class)| class.unserved + duals[index]).collect();
        let worth = space.classes.iter().zip(&class).map(|(entry, worth)| {
            let of_home = |&(home, members): &(CommuneId, usize)| {
                self.equity[home].map_or(0.0, |row| duals[row] * members as f64)
            };
            worth + entry.homes.iter().map(of_home).sum::<f64>()
        });
        let of_host = |commune: CommuneId| -> f64 {
            [self.hosts[commune], self.absence[commune]].into_iter().flatten().map(|row| -duals[row]).sum()
        };
        Prices {
            worth: worth.collect(),
            host: space.instance.communes.keys().map(of_host).collect(),
            budget: self.budget.map_or(0.0, |row| -duals[row]),
            base: self.constant
                + duals.iter().zip(&self.rhs).map(|(dual, rhs)| dual * rhs).sum::<f64>()
                + self.branches.iter().map(|branch| branch.base(duals[branch.row])).sum::<f64>(),
            duals,
        }
    }

    /// Duals to begin with: serving a person is worth `worth_each` euros, and what each commune misses with `equity`, what
    /// cycles it misses with `absence`; a euro of the budget costs `budget`, a session pays its share of a round trip, nothing
    /// else has a price.
    pub fn first_guess(&self, worth_each: f64, [equity, absence]: [bool; 2], budget: f64) -> Vec<f64> {
        let mut duals = vec![0.0; self.rhs.len()];
        for (dual, class) in duals.iter_mut().zip(&self.space.classes) {
            *dual = (worth_each * class.size as f64 - class.unserved).min(0.0);
        }
        for rows in &self.days {
            let share = (1.0 + budget) / rows.cuts.len().max(1) as f64;
            rows.cuts.iter().for_each(|tour| duals[tour.row] = share);
        }
        if equity {
            self.equity.iter().flatten().for_each(|&row| duals[row] = self.space.equity_cost);
        }
        if absence {
            self.absence.iter().flatten().for_each(|&row| duals[row] = self.space.absence.cost);
        }
        if let Some(row) = self.budget {
            duals[row] = -budget;
        }
        duals
    }

    /// Whether a commune should host cycles, and their lack has a price.
    pub fn has_absence(&self) -> bool {
        self.absence.iter().any(Option::is_some)
    }

    /// How much each row has left (right-hand side less left) with these cycles, each held once by every trainer of its
    /// crew, and no shortfall, tour or kit: the direction in which its dual should move.
    pub fn slack(&self, columns: &[Column]) -> Vec<f64> {
        let mut slack = self.rhs.clone();
        self.occupy_all(columns, &mut slack);
        slack
    }

    /// Takes from what the rows have left what these cycles use, each held once by every trainer of its crew.
    pub fn occupy_all(&self, columns: &[Column], slack: &mut [f64]) {
        for column in columns {
            self.occupy(column, self.space.crew_size(column.trainer), slack);
        }
    }

    /// Takes from what the rows have left what so many copies of a cycle use.
    pub fn occupy(&self, column: &Column, copies: f64, slack: &mut [f64]) {
        for (row, factor) in self.entries(column) {
            slack[row] -= factor * copies;
        }
    }

    /// Rows, those that joined included.
    pub fn n_rows(&self) -> usize {
        self.rhs.len()
    }

    /// The rows of classes, communes, weeks, trainers and venues, each of which an ascent moves by itself.
    pub fn lone_rows(&self) -> impl Iterator<Item = RowIndex> {
        let communes = self.equity.iter().chain(&self.absence).chain(&self.hosts).flatten();
        let venues = self.venues.values().flatten().map(|clique| clique.row);
        let trainers = self.weeks.values().chain(self.totals.values()).copied();
        (0..self.space.classes.len()).chain(communes.copied()).chain(trainers).chain(venues)
    }

    /// What tours cost at the prices of their rows with cycles that leave so much `slack`, euros.
    pub fn tours_of(&self, duals: &[f64], slack: &[f64]) -> f64 {
        let euro = self.budget.map_or(1.0, |row| 1.0 - duals[row]);
        self.tour_rows().flatten().map(|row| duals[row] / euro * slack[row]).sum()
    }

    /// The row of the budget.
    pub fn budget_row(&self) -> Option<RowIndex> {
        self.budget
    }

    /// The tour rows of each trainer's day that has any: what its tours cost is shared out among their duals.
    pub fn tour_rows(&self) -> impl Iterator<Item = impl Iterator<Item = RowIndex>> {
        self.days.iter().filter(|day| !day.cuts.is_empty()).map(|day| day.cuts.iter().map(|cut| cut.row))
    }

    /// Reduced cost of a column at these prices, euros.
    pub fn reduced_cost(&self, prices: &Prices, column: &Column) -> f64 {
        let entries = self.entries(column);
        self.cost(column) - entries.iter().map(|&(row, factor)| prices.duals[row] * factor).sum::<f64>()
    }

    /// Duals made feasible for everything but cycles: right signs, no shortfall, tour or kit variable that would pay
    /// to grow without limit. Moving a dual toward zero keeps the Lagrangian bound valid, whatever it was.
    fn signed_duals(&self, duals: &[f64]) -> Vec<f64> {
        let mut signed = duals.to_vec();
        signed.resize(self.rhs.len(), 0.0);
        let is_lower = self.lower_rows();
        for (row, dual) in signed.iter_mut().enumerate() {
            *dual = if is_lower.contains(row) { dual.max(0.0) } else { dual.min(0.0) };
        }
        for branch in &self.branches {
            signed[branch.row] = branch.signed(duals.get(branch.row).copied().unwrap_or(0.0));
        }
        for row in self.equity.iter().flatten() {
            signed[*row] = signed[*row].min(self.space.equity_cost);
        }
        for row in self.absence.iter().flatten() {
            signed[*row] = signed[*row].min(self.space.absence.cost);
        }
        let budget = self.budget.map_or(0.0, |row| -signed[row]);
        for rows in &self.days {
            let total: f64 = rows.cuts.iter().map(|tour| signed[tour.row]).sum();
            if total > 1.0 + budget {
                // Rows of several days may be scaled for each of them: too much, but still feasible.
                rows.cuts.iter().for_each(|tour| signed[tour.row] *= (1.0 + budget) / total);
            }
            for level in 1..=self.space.kit_levels.len() {
                let links: Vec<_> = rows.kits.iter().filter(|kit| kit.level == level).collect();
                let total: f64 = links.iter().map(|kit| signed[kit.row]).sum();
                let paid = links.first().map_or(0.0, |kit| -signed[kit.stock]);
                if total > paid {
                    for kit in links {
                        signed[kit.row] *= paid / total;
                    }
                }
            }
        }
        signed
    }

    fn lower_rows(&self) -> FixedBitSet {
        let mut lower = FixedBitSet::with_capacity(self.rhs.len());
        self.equity.iter().chain(&self.absence).flatten().for_each(|&row| lower.insert(row));
        for rows in &self.days {
            rows.cuts.iter().for_each(|tour| lower.insert(tour.row));
            rows.kits.iter().for_each(|kit| lower.insert(kit.row));
        }
        lower
    }

    /// What `trainer` charges for a run wherever it is: time, day, week, and one more cycle.
    pub fn run_charge(&self, prices: &Prices, trainer: TrainerId, run: usize) -> f64 {
        let run = &self.space.runs[run];
        let of_day = |&day: &Day| {
            let rows = self.day_rows(trainer, day);
            let time =
                rows.time.iter().filter(|clique| clique.slots.contains(&run.slot)).map(|clique| clique.row);
            let week = self.weeks.get(&(trainer, self.space.week_of[day])).copied();
            -time.chain(rows.limit).chain(week).map(|row| prices.duals[row]).sum::<f64>()
        };
        let total = self.totals.get(&trainer).map_or(0.0, |&row| -prices.duals[row]);
        total + run.days.iter().map(of_day).sum::<f64>()
    }

    /// What the tours of a run charge at each place: `[place × 2 + kit]`.
    pub fn tour_charges(&self, prices: &Prices, trainer: TrainerId, run: usize, charges: &mut Vec<f64>) {
        let space = self.space;
        let run = &space.runs[run];
        let width = space.hosts.len() * 2;
        charges.clear();
        charges.resize(width, 0.0);
        let start = space.rank[run.slot] * width;
        for &day in &run.days {
            for tour in &self.day_rows(trainer, day).cuts {
                let dual = prices.duals[tour.row];
                if dual > 0.0 {
                    let of_slot = &self.cuts[tour.cut].prices[start..start + width];
                    charges.iter_mut().zip(of_slot).for_each(|(charge, price)| *charge += dual * price);
                }
            }
        }
    }

    /// What a kit of each level charges for a run: index 0 is no kit.
    pub fn kit_charges(&self, prices: &Prices, trainer: TrainerId, run: usize) -> Vec<f64> {
        let run = &self.space.runs[run];
        let mut charges = vec![0.0; self.space.kit_levels.len() + 1];
        for kit in run.days.iter().flat_map(|&day| &self.day_rows(trainer, day).kits) {
            if kit.slots.contains(&run.slot) {
                charges[kit.level..].iter_mut().for_each(|charge| *charge += prices.duals[kit.row]);
            }
        }
        charges
    }

    /// What people pay for a run where tour rows have prices of theirs: `[place × 2 + kit]`, for one party of each class,
    /// ascending.
    pub fn toll_charges(
        &self,
        prices: &Prices,
        trainer: TrainerId,
        run: usize,
    ) -> BTreeMap<usize, Vec<(usize, f64)>> {
        let space = self.space;
        let run = &space.runs[run];
        let width = space.hosts.len() * 2;
        let nodes = space.rank[run.slot] * width..(space.rank[run.slot] + 1) * width;
        let mut charges: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for tour in run.days.iter().flat_map(|&day| &self.day_rows(trainer, day).cuts) {
            let dual = prices.duals[tour.row];
            if dual <= 0.0 {
                continue;
            }
            for (node, people) in self.cuts[tour.cut].people.range(nodes.clone()) {
                let at = charges.entry(node - nodes.start).or_default();
                for &(class, price) in people {
                    *at.entry(class).or_default() += dual * price / space.classes[class].parties.len() as f64;
                }
            }
        }
        charges.into_iter().map(|(node, of_class)| (node, of_class.into_iter().collect())).collect()
    }

    /// What a venue charges for a run.
    pub fn venue_charge(&self, prices: &Prices, venue: VenueId, run: usize) -> f64 {
        if self.venues.is_empty() {
            return 0.0;
        }
        let run = &self.space.runs[run];
        let cliques = run.days.iter().filter_map(|&day| self.venues.get(&(venue, day))).flatten();
        -cliques
            .filter(|clique| clique.slots.contains(&run.slot))
            .map(|clique| prices.duals[clique.row])
            .sum::<f64>()
    }
}
