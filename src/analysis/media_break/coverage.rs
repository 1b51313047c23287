//! How much is known, and what may be said of a model (analysis.md 1.8, design.md 2.4).

use crate::domain::analysis::ModelVerdict;

/// Sums over the needs of one process.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// Needs whose carrier is known, per case.
    pub known: f64,
    /// All needs, per case.
    pub needs: f64,
    /// Expected media breaks per case.
    pub breaks: f64,
    /// Findings of any confidence.
    pub findings: usize,
}

impl Figures {
    /// The sums of two processes.
    pub fn plus(self, other: Figures) -> Figures {
        Figures {
            known: self.known + other.known,
            needs: self.needs + other.needs,
            breaks: self.breaks + other.breaks,
            findings: self.findings + other.findings,
        }
    }

    /// Share of the needs whose carrier is known; 0 where no need is known at all.
    pub fn coverage(&self) -> f64 {
        if self.needs > 0.0 {
            (self.known / self.needs).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

/// Breaks if there is any; else none only if everything is known, not assessable if next to nothing is.
pub fn verdict(figures: &Figures) -> ModelVerdict {
    let coverage = figures.coverage();
    if figures.findings > 0 {
        ModelVerdict::Breaks
    } else if coverage >= 1.0 - 1e-12 {
        ModelVerdict::None
    } else if coverage < 0.2 {
        ModelVerdict::NotAssessable
    } else {
        ModelVerdict::NoneFound
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_is_never_no_break() {
        let figures = |known, needs, findings| Figures {
            known,
            needs,
            breaks: 0.0,
            findings,
        };
        assert_eq!(verdict(&figures(0.0, 0.0, 0)), ModelVerdict::NotAssessable);
        assert_eq!(verdict(&figures(0.1, 1.0, 0)), ModelVerdict::NotAssessable);
        assert_eq!(verdict(&figures(0.5, 1.0, 0)), ModelVerdict::NoneFound);
        assert_eq!(verdict(&figures(2.0, 2.0, 0)), ModelVerdict::None);
        assert_eq!(verdict(&figures(0.0, 1.0, 1)), ModelVerdict::Breaks);
    }
}
