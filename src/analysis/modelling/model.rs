//! The view of a diagram that the rules look at: who stands in whom, what leads where, in document order.

use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use crate::flow::slots::set;

/// A diagram with its inner references looked up. Indices are those of `Diagram::elements`.
pub struct Model<'d> {
    /// What was read.
    pub diagram: &'d Diagram,
    children: Lists,
    incoming: Lists,
    outgoing: Lists,
}

impl<'d> Model<'d> {
    /// Looks everything up once.
    pub fn of(diagram: &'d Diagram) -> Model<'d> {
        let elements = diagram.elements.as_slice();
        let find = |end: &Option<String>| diagram.find(end.as_ref()?);
        let flow = |element: &Element| element.tag == Tag::SequenceFlow;
        let ends = |pick: fn(&Element) -> &Option<String>| {
            let ends = elements
                .iter()
                .map(|element| find(pick(element)).filter(|_| flow(element)));
            Lists::of(ends.collect())
        };
        let parents = elements.iter().map(|element| element.parent);
        Model {
            children: Lists::of(parents.collect()),
            incoming: ends(|element| &element.target),
            outgoing: ends(|element| &element.source),
            diagram,
        }
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
        self.diagram.find(id?)
    }

    /// What stands directly in an element.
    pub fn children(&self, index: usize) -> impl Iterator<Item = (usize, &'d Element)> + '_ {
        self.children
            .of_owner(index)
            .iter()
            .filter_map(|child| Some((*child, self.element(*child)?)))
    }

    /// Sequence flows that lead to a node.
    pub fn incoming(&self, index: usize) -> &[usize] {
        self.incoming.of_owner(index)
    }

    /// Sequence flows that leave a node.
    pub fn outgoing(&self, index: usize) -> &[usize] {
        self.outgoing.of_owner(index)
    }

    /// The node a sequence flow leaves.
    pub fn source(&self, flow: usize) -> Option<usize> {
        self.outgoing.owner(flow)
    }

    /// The node a sequence flow leads to.
    pub fn target(&self, flow: usize) -> Option<usize> {
        self.incoming.owner(flow)
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

/// For each element the list of the elements that belong to it. All lists lie one behind the other in a single one, so
/// that large models need little room.
struct Lists {
    /// Where the list of each element begins; the last entry is the end of the last list.
    begins: Vec<usize>,
    members: Vec<usize>,
    /// What each element belongs to.
    owners: Vec<Option<usize>>,
}

impl Lists {
    /// Lists in the order of the elements, from what each element belongs to.
    fn of(owners: Vec<Option<usize>>) -> Lists {
        let mut begins = vec![0; owners.len() + 1];
        for owner in owners.iter().flatten() {
            if let Some(count) = begins.get_mut(owner + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for begin in &mut begins {
            sum += *begin;
            *begin = sum;
        }
        let mut members = vec![0; sum];
        let mut next = begins.clone();
        for (index, owner) in owners.iter().enumerate() {
            if let Some(place) = owner.and_then(|owner| next.get_mut(owner)) {
                set(&mut members, *place, index);
                *place += 1;
            }
        }
        Lists {
            begins,
            members,
            owners,
        }
    }

    /// What belongs to an element.
    fn of_owner(&self, index: usize) -> &[usize] {
        let bounds = self.begins.get(index).zip(self.begins.get(index + 1));
        bounds
            .and_then(|(begin, end)| self.members.get(*begin..*end))
            .unwrap_or_default()
    }

    /// What an element belongs to.
    fn owner(&self, index: usize) -> Option<usize> {
        self.owners.get(index).copied().flatten()
    }
}

/// True for a node whose event definitions are all of this kind, and where there is one.
pub fn only(element: &Element, definition: EventDefinition) -> bool {
    !element.events.is_empty() && element.events.iter().all(|event| *event == definition)
}
