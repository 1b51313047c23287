//! The view of a diagram that the rules look at: who stands in whom, what leads where, in document order.

use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use std::collections::HashMap;

/// A diagram with its inner references looked up. Indices are those of `Diagram::elements`.
pub struct Model<'d> {
    /// What was read.
    pub diagram: &'d Diagram,
    children: Vec<Vec<usize>>,
    incoming: Vec<Vec<usize>>,
    outgoing: Vec<Vec<usize>>,
    ids: HashMap<&'d str, usize>,
}

impl<'d> Model<'d> {
    /// Looks everything up once.
    pub fn of(diagram: &'d Diagram) -> Model<'d> {
        let count = diagram.elements.len();
        let mut model = Model {
            diagram,
            children: vec![Vec::new(); count],
            incoming: vec![Vec::new(); count],
            outgoing: vec![Vec::new(); count],
            ids: HashMap::with_capacity(count),
        };
        for (index, element) in diagram.elements.iter().enumerate() {
            model.ids.entry(element.id.as_str()).or_insert(index);
            if let Some(children) = element.parent.and_then(|parent| model.children.get_mut(parent)) {
                children.push(index);
            }
        }
        for (index, element) in diagram.elements.iter().enumerate() {
            if element.tag != Tag::SequenceFlow {
                continue;
            }
            let ends = [
                (&element.source, &mut model.outgoing),
                (&element.target, &mut model.incoming),
            ];
            for (end, lists) in ends {
                let node = end.as_ref().and_then(|id| model.ids.get(id.as_str()));
                if let Some(list) = node.and_then(|node| lists.get_mut(*node)) {
                    list.push(index);
                }
            }
        }
        model
    }

    /// All elements with their index.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &'d Element)> + use<'d> {
        self.diagram.elements.iter().enumerate()
    }

    /// All flow nodes with their index.
    pub fn nodes(&self) -> impl Iterator<Item = (usize, &'d Element)> + use<'d> {
        self.elements().filter(|(_, element)| element.tag.is_flow_node())
    }

    /// All events with their index.
    pub fn events(&self) -> impl Iterator<Item = (usize, &'d Element)> + use<'d> {
        self.elements().filter(|(_, element)| element.tag.is_event())
    }

    /// All gateways with their index.
    pub fn gateways(&self) -> impl Iterator<Item = (usize, &'d Element)> + use<'d> {
        self.elements().filter(|(_, element)| element.tag.is_gateway())
    }

    /// Processes and sub-processes with their index.
    pub fn scopes(&self) -> impl Iterator<Item = (usize, &'d Element)> + use<'d> {
        self.elements()
            .filter(|(_, element)| element.tag == Tag::Process || element.tag.is_sub_process())
    }

    /// The element at an index.
    pub fn element(&self, index: usize) -> Option<&'d Element> {
        self.diagram.elements.get(index)
    }

    /// The index of an id.
    pub fn find(&self, id: Option<&String>) -> Option<usize> {
        self.ids.get(id?.as_str()).copied()
    }

    /// What stands directly in an element.
    pub fn children(&self, index: usize) -> impl Iterator<Item = (usize, &'d Element)> + '_ {
        list(&self.children, index)
            .iter()
            .filter_map(|child| Some((*child, self.element(*child)?)))
    }

    /// Sequence flows that lead to a node.
    pub fn incoming(&self, index: usize) -> &[usize] {
        list(&self.incoming, index)
    }

    /// Sequence flows that leave a node.
    pub fn outgoing(&self, index: usize) -> &[usize] {
        list(&self.outgoing, index)
    }

    /// Sequence flows that leave a node, as elements.
    pub fn ways_out(&self, index: usize) -> impl Iterator<Item = (usize, &'d Element)> + '_ {
        self.outgoing(index)
            .iter()
            .filter_map(|flow| Some((*flow, self.element(*flow)?)))
    }

    /// The tag of the element around.
    pub fn around(&self, element: &Element) -> Option<Tag> {
        Some(self.element(element.parent?)?.tag)
    }

    /// The process around an element, with its index.
    pub fn process_of(&self, element: &Element) -> Option<(usize, &'d Element)> {
        let mut at = element.parent;
        // An element stands behind the one around it, so this ends.
        while let Some(index) = at {
            let around = self.element(index)?;
            if around.tag == Tag::Process {
                return Some((index, around));
            }
            at = around.parent;
        }
        None
    }
}

fn list(lists: &[Vec<usize>], index: usize) -> &[usize] {
    lists.get(index).map(Vec::as_slice).unwrap_or_default()
}

/// True for a node whose event definitions are all of this kind, and where there is one.
pub fn only(element: &Element, definition: EventDefinition) -> bool {
    !element.events.is_empty() && element.events.iter().all(|event| *event == definition)
}
