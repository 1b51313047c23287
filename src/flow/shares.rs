//! Shares of alternatives: stated ones as they are, the rest equally to those that state none (analysis.md 1.7).

/// Shares and whether something had to be assumed or scaled.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// One share per alternative.
    pub values: Vec<f64>,
    /// At least one share was not stated.
    pub assumed: bool,
    /// The stated shares did not add up to 1 and were scaled.
    pub scaled: bool,
}

fn sound(share: &Option<f64>) -> Option<f64> {
    share.filter(|share| share.is_finite() && *share >= 0.0)
}

/// Exactly one of the alternatives: the shares add up to 1.
pub fn exclusive(stated: &[Option<f64>]) -> Shares {
    if stated.len() == 1 {
        return Shares {
            values: vec![1.0],
            assumed: false,
            scaled: false,
        };
    }
    let total: f64 = stated.iter().filter_map(sound).sum();
    let unstated = stated.iter().filter(|share| sound(share).is_none()).count();
    if unstated == stated.len() || (unstated == 0 && total <= 0.0) {
        let equal = 1.0 / stated.len().max(1) as f64;
        return Shares {
            values: vec![equal; stated.len()],
            assumed: true,
            scaled: unstated == 0,
        };
    }
    let scale = if unstated == 0 || total > 1.0 {
        1.0 / total
    } else {
        1.0
    };
    let scaled = (scale - 1.0).abs() > 1e-9;
    let rest = (1.0 - total * scale).max(0.0) / unstated.max(1) as f64;
    Shares {
        values: stated
            .iter()
            .map(|share| sound(share).map_or(rest, |share| if scaled { share * scale } else { share }))
            .collect(),
        assumed: unstated > 0 && rest > 0.0 && unstated > 1 || unstated == 1 && total <= 0.0,
        scaled,
    }
}

/// One or more of the alternatives: each has a share of its own. Without a statement every non-empty choice is
/// equally likely: 2^(k−1) / (2^k − 1).
pub fn inclusive(stated: &[Option<f64>]) -> Shares {
    let count = stated.len().clamp(1, 60) as i32;
    let equal = 2.0_f64.powi(count - 1) / (2.0_f64.powi(count) - 1.0);
    Shares {
        values: stated
            .iter()
            .map(|share| sound(share).map_or(equal, |share| share.min(1.0)))
            .collect(),
        assumed: stated.iter().any(|share| sound(share).is_none()) && stated.len() > 1,
        scaled: stated.iter().filter_map(sound).any(|share| share > 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_goes_to_those_that_state_none() {
        let shares = exclusive(&[Some(0.5), None, None]);
        assert_eq!(shares.values, [0.5, 0.25, 0.25]);
        assert!(shares.assumed && !shares.scaled);
        assert!(!exclusive(&[Some(0.7), None]).assumed);
        assert_eq!(exclusive(&[Some(0.6), Some(0.6)]).values, [0.5, 0.5]);
        assert_eq!(exclusive(&[None, None]).values, [0.5, 0.5]);
        assert_eq!(exclusive(&[Some(f64::NAN), Some(1.0)]).values, [0.0, 1.0]);
    }

    #[test]
    fn inclusive_shares_stand_for_themselves() {
        assert_eq!(inclusive(&[Some(0.9), Some(0.4)]).values, [0.9, 0.4]);
        assert_eq!(inclusive(&[None, None]).values, [2.0 / 3.0, 2.0 / 3.0]);
    }
}
