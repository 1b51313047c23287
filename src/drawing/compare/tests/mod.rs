//! Comparisons of known pairs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::type_complexity
)]

mod known;
mod property;

use super::sheet::Group;
use crate::bpmn::diagram::Tag;

fn is_gateway(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::ExclusiveGateway
            | Tag::ParallelGateway
            | Tag::InclusiveGateway
            | Tag::EventBasedGateway
            | Tag::ComplexGateway
    )
}

fn is_event(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::StartEvent | Tag::EndEvent | Tag::CatchEvent | Tag::ThrowEvent | Tag::BoundaryEvent
    )
}

fn is_flow_node(tag: Tag) -> bool {
    Group::of(tag) == Group::Node
}

fn is_activity(tag: Tag) -> bool {
    is_flow_node(tag) && !is_event(tag) && !is_gateway(tag)
}
