//! Precision, recall, F1.

/// Hits and misses of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Found and right.
    pub hits: usize,
    /// Found and wrong.
    pub false_alarms: usize,
    /// Not found.
    pub missed: usize,
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl Score {
    /// Share of what was found that is right; `None` where nothing was found.
    pub fn precision(&self) -> Option<f64> {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// Share of what is there that was found; `None` where nothing is there.
    pub fn recall(&self) -> Option<f64> {
        share(self.hits, self.hits + self.missed)
    }

    /// Harmonic mean; `None` (not defined) where nothing is there to be found.
    pub fn f1(&self) -> Option<f64> {
        if self.hits + self.missed == 0 {
            return None;
        }
        share(2 * self.hits, 2 * self.hits + self.false_alarms + self.missed)
    }

    /// Compares two sorted sets and adds up.
    pub(super) fn add<T: Ord>(&mut self, found: &[T], wanted: &[T]) {
        let hits = found
            .iter()
            .filter(|item| wanted.binary_search(item).is_ok())
            .count();
        self.hits += hits;
        self.false_alarms += found.len() - hits;
        self.missed += wanted.len() - hits;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_breaks_f1_is_not_defined() {
        let mut score = Score::default();
        assert_eq!(score.f1(), None);
        score.add(&["a"], &[]);
        assert_eq!(
            (score.precision(), score.recall(), score.f1()),
            (Some(0.0), None, None)
        );
        score.add(&["b", "c"], &["b", "d"]);
        assert_eq!(score.f1(), Some(0.4));
    }
}
