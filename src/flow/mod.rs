//! Numbers from a graph: how often each step runs per case, times, metrics.
//!
//! The [`Chain`] is the one reading of control flow (analysis.md 1.6, 1.7) that visits and the propagation of
//! carriers share: points, arcs with their shares, parallel blocks. Knows no XML, no rules, no storage.

mod arcs;
mod blocks;
mod borders;
pub mod capacity;
mod chain;
mod cycle;
mod difference;
pub mod knock_out;
mod metrics;
mod moments;
mod route;
mod scopes;
mod shares;
mod simulate;
pub mod slots;
mod solve;
mod times;

pub use blocks::{Block, Branch};
pub use chain::{Arc, Chain, Place, Point, Split};
pub use cycle::cycle_time;
pub use difference::difference;
pub use metrics::{cut_vertices, metrics};
pub use moments::{Moments, moments};
pub use route::Live;
pub use simulate::simulate;
pub use solve::{Unsolved, solve};
pub use times::{durations, times};

/// Shares of alternatives, of which exactly one holds: stated ones as they are, scaled to 1; the rest equally.
pub fn shares_of(stated: &[Option<f64>]) -> Vec<f64> {
    shares::exclusive(stated).values
}
