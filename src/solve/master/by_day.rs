//! A table indexed by trainer and day.

use std::ops::{Index, IndexMut};

use super::super::space::{Day, Space};
use crate::instance::ids::TrainerId;

/// One value for each trainer's day.
#[derive(Debug, Clone)]
pub(crate) struct ByDay<T> {
    n_days: usize,
    /// `[trainer × n_days + day]`.
    all: Vec<T>,
}

impl<T: Clone + Default> ByDay<T> {
    pub(crate) fn new(space: &Space) -> Self {
        Self { n_days: space.n_days, all: vec![T::default(); space.staff.len() * space.n_days] }
    }

    /// The values of all days, trainer by trainer.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.all.iter()
    }
}

impl<T> Index<(TrainerId, Day)> for ByDay<T> {
    type Output = T;
    fn index(&self, (trainer, day): (TrainerId, Day)) -> &T {
        &self.all[usize::from(trainer) * self.n_days + day]
    }
}

impl<T> IndexMut<(TrainerId, Day)> for ByDay<T> {
    fn index_mut(&mut self, (trainer, day): (TrainerId, Day)) -> &mut T {
        &mut self.all[usize::from(trainer) * self.n_days + day]
    }
}
