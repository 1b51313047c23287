//! Drawing and telling: the SVG picture of a diagram, its layout where the file has none, its narration
//! and its steps as a table.
//!
//! Everything here is computed from a [`Diagram`](crate::bpmn::Diagram) and its
//! [`FlowGraph`](crate::graph::FlowGraph); equal input gives equal text. Knows no rules and no storage.

mod canvas;
mod choreography;
mod colour;
pub mod compare;
mod container;
mod dominators;
mod edge;
mod fonts;
mod free;
mod icon;
mod known;
mod layout;
mod lettering;
mod mark;
mod metrics;
mod narrate;
mod order;
mod outline;
mod painter;
mod picture;
mod pixels;
mod planes;
mod sentences;
mod shape;
mod step_list;
mod steps;
mod svg;
mod tidy;
mod words;

pub use layout::layout;
pub use mark::{Mark, MarkClass};
pub use narrate::narrate;
pub use picture::picture;
pub use pixels::{MOST_PIXELS, PixelError, SCALES, pixels};
pub use step_list::step_list;
pub use steps::steps;

#[cfg(test)]
mod tests;
