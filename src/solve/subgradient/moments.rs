//! The direction and the length of a step: running means of slacks, and steps that shrink.

/// Decay of the running means of the direction and of its square.
pub(super) const MEAN_DECAY: f64 = 0.9;
const SQUARE_DECAY: f64 = 0.95;

/// Running means of a slack and of its square, and the maximum of the latter.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Moments {
    mean: f64,
    square: f64,
    most: f64,
}

impl Moments {
    /// Adds the slack of a round (the first is 1); returns the direction, roughly −1 to 1, relative to the root mean square or,
    /// with `never_forget`, to its maximum so far (Reddi, Kale and Kumar 2018).
    pub(super) fn turn(&mut self, slack: f64, round: u64, never_forget: bool) -> f64 {
        self.mean = MEAN_DECAY * self.mean + (1.0 - MEAN_DECAY) * slack;
        self.square = SQUARE_DECAY * self.square + (1.0 - SQUARE_DECAY) * slack * slack;
        let forgotten = |decay: f64| 1.0 - decay.powf(round as f64);
        let square = self.square / forgotten(SQUARE_DECAY);
        self.most = self.most.max(square);
        let square = if never_forget { self.most } else { square };
        self.mean / forgotten(MEAN_DECAY) / (square.sqrt() + 1e-6)
    }
}

/// A step that shrinks from `first` to `last` while `share` goes from 0 to 1.
pub(super) fn cooled(first: f64, last: f64, share: f64) -> f64 {
    first * (last / first).powf(share)
}
