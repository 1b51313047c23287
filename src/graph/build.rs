//! Diagram → FlowGraph.

use super::FlowGraph;
use crate::bpmn::Diagram;

/// Builds the graph of a diagram. References that do not resolve are left out (the reader has warned).
pub fn build(_diagram: &Diagram) -> FlowGraph {
    todo!()
}
