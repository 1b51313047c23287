//! What the rules ask of a file: who is inside whom, what comes in, what goes out.

use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use crate::flow::slots::{list, push};
use std::collections::HashMap;

/// A file, laid out for rules.
pub(super) struct Outline<'d> {
    pub(super) diagram: &'d Diagram,
    /// Flows into each element, in document order.
    incoming: Vec<Vec<usize>>,
    /// Flows out of each element, in document order.
    outgoing: Vec<Vec<usize>>,
    /// Direct children of each element.
    children: Vec<Vec<usize>>,
    ids: HashMap<&'d str, usize>,
}

impl<'d> Outline<'d> {
    pub(super) fn of(diagram: &'d Diagram) -> Outline<'d> {
        let count = diagram.elements.len();
        let mut ids: HashMap<&str, usize> = HashMap::with_capacity(count);
        for (index, element) in diagram.elements.iter().enumerate() {
            ids.entry(element.id.as_str()).or_insert(index);
        }
        let mut outline = Outline {
            diagram,
            incoming: vec![Vec::new(); count],
            outgoing: vec![Vec::new(); count],
            children: vec![Vec::new(); count],
            ids,
        };
        for (index, element) in diagram.elements.iter().enumerate() {
            if let Some(parent) = element.parent {
                push(&mut outline.children, parent, index);
            }
            if element.tag == Tag::SequenceFlow {
                if let Some(from) = outline.find(element.source.as_deref()) {
                    push(&mut outline.outgoing, from, index);
                }
                if let Some(to) = outline.find(element.target.as_deref()) {
                    push(&mut outline.incoming, to, index);
                }
            }
        }
        outline
    }

    /// The element with this id.
    pub(super) fn find(&self, id: Option<&str>) -> Option<usize> {
        self.ids.get(id?).copied()
    }

    pub(super) fn get(&self, index: usize) -> Option<&'d Element> {
        self.diagram.elements.get(index)
    }

    /// All elements with their numbers.
    pub(super) fn elements(&self) -> impl Iterator<Item = (usize, &'d Element)> + use<'d> {
        self.diagram.elements.iter().enumerate()
    }

    pub(super) fn incoming(&self, index: usize) -> &[usize] {
        list(&self.incoming, index)
    }

    pub(super) fn outgoing(&self, index: usize) -> &[usize] {
        list(&self.outgoing, index)
    }

    /// Direct children.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = (usize, &'d Element)> {
        list(&self.children, index)
            .iter()
            .filter_map(|&child| Some((child, self.get(child)?)))
    }

    /// Tag of the element around.
    pub(super) fn around(&self, element: &Element) -> Option<Tag> {
        self.get(element.parent?).map(|around| around.tag)
    }

    /// A flow is the default of the node it leaves.
    pub(super) fn is_default(&self, flow: &Element) -> bool {
        let from = self.find(flow.source.as_deref()).and_then(|from| self.get(from));
        from.is_some_and(|from| from.default_flow.as_deref() == Some(flow.id.as_str()))
    }
}

/// Process or sub-process of any kind.
pub(super) fn is_container(tag: Tag) -> bool {
    tag == Tag::Process || is_sub_process(tag)
}

/// Sub-process of any kind.
pub(super) fn is_sub_process(tag: Tag) -> bool {
    matches!(tag, Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction)
}

/// Tasks of any kind.
pub(super) fn is_task(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Task
            | Tag::UserTask
            | Tag::ManualTask
            | Tag::ServiceTask
            | Tag::ScriptTask
            | Tag::BusinessRuleTask
            | Tag::SendTask
            | Tag::ReceiveTask
    )
}

/// Tasks, call activities, sub-processes.
pub(super) fn is_activity(tag: Tag) -> bool {
    is_task(tag) || is_sub_process(tag) || tag == Tag::CallActivity
}

/// Events.
pub(super) fn is_event(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::StartEvent | Tag::EndEvent | Tag::CatchEvent | Tag::ThrowEvent | Tag::BoundaryEvent
    )
}

/// Gateways.
pub(super) fn is_gateway(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::ExclusiveGateway
            | Tag::ParallelGateway
            | Tag::InclusiveGateway
            | Tag::EventBasedGateway
            | Tag::ComplexGateway
    )
}

/// All its definitions are of this kind, and there is one.
pub(super) fn is_only(element: &Element, definition: EventDefinition) -> bool {
    !element.events.is_empty() && element.events.iter().all(|known| *known == definition)
}
