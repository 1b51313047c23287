//! Micro-steps: what each node needs and writes, with the evidence (analysis.md 1.4). The contract between the
//! reading of evidence (`evidence`, `wording`) and the propagation (`media_break`).

use crate::domain::carrier::{By, Carrier};
use crate::domain::finding::Evidence;

/// Why we believe a micro-step, and how much.
#[derive(Debug, Clone, PartialEq)]
pub struct Grounds {
    /// 0 to 1, within the tier and its cap.
    pub confidence: f64,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
    /// Tier 1 (annotation) to 8 (lane name).
    pub tier: u8,
}

/// What a micro-step does with an object.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Works on the object on one of `accepts`; the first is what it makes if none is there.
    Need {
        /// Accepted carriers, not empty.
        accepts: Vec<Carrier>,
        /// Who does it.
        by: By,
        /// Source class that the verb contains by itself; fills an unknown state.
        implied: Option<Carrier>,
    },
    /// A new version of the object comes to be on `carrier`.
    Write {
        /// Where.
        carrier: Carrier,
        /// A further copy: old ones stay valid.
        also: bool,
    },
    /// The carrier is moved between places.
    Transport,
    /// Kept on paper and digitally on purpose: duplicate filing.
    FileTwice,
}

/// One micro-step about one object.
#[derive(Debug, Clone, PartialEq)]
pub struct MicroStep {
    /// Index into `Facts::objects`.
    pub object: usize,
    /// What it does.
    pub action: Action,
    /// Minutes, where stated.
    pub minutes: Option<f64>,
    /// Why we believe it.
    pub grounds: Grounds,
}

/// Carriers an object may have when a start event fires, with its probability.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Node index of the start (or catching) event.
    pub node: usize,
    /// Index into `Facts::objects`.
    pub object: usize,
    /// Carriers at once; empty: unknown.
    pub carriers: Vec<Carrier>,
    /// Share of the executions of the node; the shares of one node and object add up to 1.
    pub share: f64,
    /// Why we believe it.
    pub grounds: Grounds,
}

/// All facts of one graph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// Names of the information objects as the model writes them.
    pub objects: Vec<String>,
    /// Micro-steps per node (index of the node), in order.
    pub steps: Vec<Vec<MicroStep>>,
    /// What arrives on which carrier.
    pub arrivals: Vec<Arrival>,
}
