//! Drawing and telling: the SVG picture of a diagram, its layout where the file has none, its narration
//! and its steps as a table.
//!
//! Everything here is computed from a [`Diagram`](crate::bpmn::Diagram) and its
//! [`FlowGraph`](crate::graph::FlowGraph); equal input gives equal text. Knows no rules and no storage.

mod canvas;
mod container;
mod dominators;
mod edge;
mod icon;
mod layout;
mod lettering;
mod mark;
mod narrate;
mod order;
mod outline;
mod painter;
mod picture;
mod planes;
mod sentences;
mod shape;
mod step_list;
mod steps;
mod svg;
mod tidy;
mod words;

pub use layout::layout;
pub use narrate::narrate;
pub use picture::picture;
pub use step_list::step_list;
pub use steps::steps;

use crate::domain::finding::Level;

/// A numbered marker of a finding on an element of the picture. An element may carry several.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Id of the element in the file.
    pub element: String,
    /// Number in the list beside the picture.
    pub number: usize,
    /// How sure the finding is; decides shape, stroke pattern and colour.
    pub level: Level,
    /// Tooltip of the marker.
    pub title: String,
}

#[cfg(test)]
mod tests;
