//! Who may attend what, and at what cost.

use std::ops::RangeInclusive;

use super::{Day, Space};

impl Space<'_> {
    /// Whether the class of this index may attend a cycle on `pattern` (rule H2 except the track).
    pub fn fits(&self, class: usize, pattern: usize) -> bool {
        self.attendance(class, pattern).is_some()
    }

    /// Cost of one party of a class in a cycle on `pattern`, excluding tablets: support less fee, journeys, waiting (euros).
    /// `None` if it may not attend (rule H2 except the track).
    pub fn attendance(&self, class: usize, pattern: usize) -> Option<f64> {
        let is_fit = self.patterns[pattern].course.is_none_or(|course| self.standing.fits(class, course));
        if is_fit { self.attendance_anywhere(class, pattern) } else { None }
    }

    /// Like [`Self::attendance`], but ignoring the other rooms of a course and whether it may be joined.
    fn attendance_anywhere(&self, class: usize, pattern: usize) -> Option<f64> {
        let (entry, place) = (&self.classes[class], &self.patterns[pattern]);
        if place.course.is_some()
            && let Some(of_course) = self.standing.attendance(class, pattern)
        {
            return Some(of_course);
        }
        let has_time = self.slots_of.contains(class * self.instance.slots.len() + usize::from(place.slot));
        if !has_time || !place.admits(entry) {
            return None;
        }
        let travel = self.journeys.cost(class, place.place);
        let spared = place.told.map_or(0.0, |told| entry.spared(told));
        travel.is_finite().then(|| travel + entry.waiting(place.first as i32) + entry.joining - spared)
    }

    /// Lower bound, in euros, on the cost of one party of a class over the courses of a cycle: those that keep the announced days and
    /// rooms (`as_told`), or the others, with the first session on one of `starts`. `pattern` is any of the courses. `None` if it may
    /// attend none.
    pub fn attendance_at_least(
        &self,
        class: usize,
        pattern: usize,
        (as_told, starts): (bool, RangeInclusive<Day>),
    ) -> Option<f64> {
        let (entry, place) = (&self.classes[class], &self.patterns[pattern]);
        let course = place.course.map(|course| &self.standing.courses[course])?;
        if let Some(of_course) = self.standing.attendance(class, pattern) {
            let calls = f64::from(!as_told) - f64::from(!course.is_as_told);
            let sooner = place.first.saturating_sub(*starts.start()) as f64;
            return Some(of_course + calls * entry.calls - sooner * entry.wait_day);
        }
        let first = (*starts.start() as i32).max(entry.earliest);
        let has_time = self.slots_of.contains(class * self.instance.slots.len() + usize::from(place.slot));
        let is_admitted = first <= *starts.end() as i32 && (place.step_free || !entry.step_free);
        let travel = self.journeys.cost(class, place.place);
        let spared = if as_told { entry.spared(course.cycle) } else { 0.0 };
        let cost = travel + entry.waiting(first) + entry.joining - spared;
        (has_time && is_admitted && travel.is_finite()).then_some(cost)
    }
}
