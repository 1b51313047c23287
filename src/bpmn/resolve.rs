//! After the scan: references are looked up, what does not resolve is reported, facts of foreign tools find their place.

use super::assemble::Assembly;
use super::diagram::{Element, Plane, Tag};
use super::foreign::Parameter;
use super::index::Ids;
use super::odd::Odd;
use super::pictures::Drawn;
use crate::domain::annotation::{VolumeFact, WorkFact};
use crate::domain::ids::IdSet;
use crate::domain::message::Message;
use std::borrow::Cow;

struct Index<'t> {
    ids: Ids,
    other: IdSet<Cow<'t, str>>,
}

/// Where a reference leads.
enum Found {
    /// To a typed element.
    Element(usize),
    /// To something else in the file.
    Other,
    Nowhere,
}

impl Index<'_> {
    /// Looks up a raw reference; a qualified name counts by its local part too.
    fn find(&self, elements: &[Element], raw: &str) -> Found {
        let local = raw.rsplit_once(':').map(|(_, local)| local);
        let spellings = [Some(raw), local];
        for id in spellings.into_iter().flatten() {
            if let Some(index) = self.ids.find(elements, id) {
                return Found::Element(index);
            }
            if self.other.contains(id) {
                return Found::Other;
            }
        }
        Found::Nowhere
    }
}

/// Ends the reading: exporter, elements with their ids, planes and warnings.
pub fn resolve(mut assembly: Assembly<'_, '_>) -> (String, Vec<Element>, Ids, Vec<Plane>, Odd) {
    let planes = assembly.take_planes();
    let Assembly {
        mut odd,
        exporter,
        mut elements,
        ids,
        other_ids,
        shared_events,
        event_references,
        twins,
        categories,
        ends,
        foreign,
        ..
    } = assembly;
    let index = Index {
        ids,
        other: other_ids,
    };
    for (element, reference) in event_references {
        let local = reference
            .rsplit_once(':')
            .map_or(reference.as_str(), |(_, local)| local);
        let definition = shared_events.get(&reference).or_else(|| shared_events.get(local));
        if let (Some(definition), Some(element)) = (definition, elements.get_mut(element)) {
            element.events.push(*definition);
        }
    }
    copies(&mut elements, &twins);
    mend_ends(&mut elements, &index, &ends);
    references(&mut elements, &index, &mut odd);
    for element in elements.iter_mut().filter(|element| element.tag == Tag::Group) {
        if let Some(name) = element.reference.as_ref().and_then(|id| categories.get(id))
            && element.name.is_empty()
        {
            element.name.clone_from(name);
        }
    }
    simulation(&mut elements, &index, foreign.parameters);
    volumes(&mut elements);
    let planes = drawn(planes, &elements, &index, &mut odd);
    (exporter, elements, index.ids, planes, odd)
}

/// Some tools write every sequence flow into every process: a flow with the id and the ends of another one is that
/// flow once more, so it is no way of its own.
fn copies(elements: &mut [Element], twins: &[(usize, usize)]) {
    for (copy, first) in twins {
        let (Some(one), Some(other)) = (elements.get(*copy), elements.get(*first)) else {
            continue;
        };
        let flows = one.tag == Tag::SequenceFlow && other.tag == Tag::SequenceFlow;
        let same = flows && one.source == other.source && one.target == other.target;
        if let Some(copy) = elements.get_mut(*copy).filter(|_| same) {
            copy.tag = Tag::Other;
        }
    }
}

/// Flows without source or target, where a node names them as its own.
fn mend_ends(elements: &mut [Element], index: &Index<'_>, ends: &[(String, usize, bool)]) {
    for (flow, node, outgoing) in ends {
        let Found::Element(flow) = index.find(elements, flow) else {
            continue;
        };
        let Some(node) = elements.get(*node).map(|node| node.id.clone()) else {
            continue;
        };
        let Some(flow) = elements
            .get_mut(flow)
            .filter(|flow| flow.tag == Tag::SequenceFlow)
        else {
            continue;
        };
        let end = if *outgoing {
            &mut flow.source
        } else {
            &mut flow.target
        };
        end.get_or_insert(node);
    }
}

/// Replaces raw references by the ids they mean, and reports the rest.
fn references(elements: &mut [Element], index: &Index<'_>, odd: &mut Odd) {
    let mut changes: Vec<(usize, Slot, usize)> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        let flow = matches!(
            element.tag,
            Tag::SequenceFlow | Tag::MessageFlow | Tag::Association
        );
        let mut check = |slot: Slot, raw: &str, report: bool| match index.find(elements, raw) {
            Found::Element(target) => {
                if elements.get(target).is_some_and(|target| target.id != raw) {
                    changes.push((at, slot, target));
                }
            }
            Found::Other => {}
            Found::Nowhere if report => {
                let message = Message::new("bpmn-unresolved-reference")
                    .with("attribute", slot.attribute(element.tag))
                    .with("id", raw);
                odd.note(Some(element.line), Some(&element.id), message);
            }
            Found::Nowhere => {}
        };
        if let Some(raw) = &element.source {
            check(Slot::Source, raw, true);
        }
        if let Some(raw) = &element.target {
            check(Slot::Target, raw, true);
        }
        if let Some(raw) = &element.details.default_flow {
            check(Slot::Default, raw, true);
        }
        if let Some(raw) = &element.reference {
            // What is called may well stand in another file.
            check(Slot::Reference, raw, element.tag != Tag::CallActivity);
        }
        for (place, raw) in element.details.members.iter().enumerate() {
            check(Slot::Member(place), raw, true);
        }
        if flow && element.source.is_none() {
            odd.note(
                Some(element.line),
                Some(&element.id),
                Message::new("bpmn-missing-source"),
            );
        }
        if flow && element.target.is_none() {
            odd.note(
                Some(element.line),
                Some(&element.id),
                Message::new("bpmn-missing-target"),
            );
        }
        if element.tag == Tag::BoundaryEvent && element.reference.is_none() {
            odd.note(
                Some(element.line),
                Some(&element.id),
                Message::new("bpmn-missing-host"),
            );
        }
    }
    for (at, slot, target) in changes {
        let Some(id) = elements.get(target).map(|target| target.id.clone()) else {
            continue;
        };
        let Some(element) = elements.get_mut(at) else {
            continue;
        };
        match slot {
            Slot::Source => element.source = Some(id),
            Slot::Target => element.target = Some(id),
            Slot::Default => element.details.default_flow = Some(id),
            Slot::Reference => element.reference = Some(id),
            Slot::Member(place) => {
                if let Some(member) = element.details.members.get_mut(place) {
                    *member = id;
                }
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Slot {
    Source,
    Target,
    Default,
    Reference,
    Member(usize),
}

impl Slot {
    /// Name in the file.
    fn attribute(self, tag: Tag) -> &'static str {
        match (self, tag) {
            (Slot::Source, _) => "sourceRef",
            (Slot::Target, _) => "targetRef",
            (Slot::Default, _) => "default",
            (Slot::Member(_), Tag::Other) => "participantRef",
            (Slot::Member(_), _) => "flowNodeRef",
            (Slot::Reference, Tag::Other) => "initiatingParticipantRef",
            (Slot::Reference, Tag::Participant) => "processRef",
            (Slot::Reference, Tag::BoundaryEvent) => "attachedToRef",
            (Slot::Reference, Tag::DataObjectReference) => "dataObjectRef",
            (Slot::Reference, Tag::DataStoreReference) => "dataStoreRef",
            (Slot::Reference, Tag::Group) => "categoryValueRef",
            (Slot::Reference, _) => "messageRef",
        }
    }
}

/// Simulation data name their element by id. All zero means: not given (jBPM writes that by default).
fn simulation(elements: &mut [Element], index: &Index<'_>, parameters: Vec<Parameter>) {
    for parameter in parameters {
        let Found::Element(element) = index.find(elements, &parameter.element) else {
            continue;
        };
        let Some(element) = elements.get_mut(element) else {
            continue;
        };
        let found = &mut element.annotations;
        if !parameter.value.is_finite() || parameter.value <= 0.0 {
            continue;
        }
        match parameter.name.as_str() {
            "Probability" => {
                let share = if parameter.value > 1.0 {
                    parameter.value / 100.0
                } else {
                    parameter.value
                };
                if share <= 1.0 {
                    found.probability.get_or_insert(share);
                }
            }
            "ProcessingTime" => {
                let work = found.work.get_or_insert_with(WorkFact::default);
                work.handling_minutes.get_or_insert(parameter.value);
            }
            "TransferTime" => {
                let work = found.work.get_or_insert_with(WorkFact::default);
                work.transport_minutes.get_or_insert(parameter.value);
            }
            _ => {
                let work = found.work.get_or_insert_with(WorkFact::default);
                work.waiting_minutes.get_or_insert(parameter.value);
            }
        }
    }
}

/// PICTURE keeps the cases per year at the start events; the process has their sum where it states none itself.
fn volumes(elements: &mut [Element]) {
    let mut sums: Vec<(usize, f64)> = Vec::new();
    for element in elements
        .iter_mut()
        .filter(|element| element.tag == Tag::StartEvent)
    {
        let Some(volume) = element.annotations.volume.take() else {
            continue;
        };
        let Some(process) = element.parent else { continue };
        match sums.iter_mut().find(|(index, _)| *index == process) {
            Some((_, sum)) => *sum += volume.cases_per_year,
            None => sums.push((process, volume.cases_per_year)),
        }
    }
    for (process, cases_per_year) in sums {
        if let Some(process) = elements
            .get_mut(process)
            .filter(|element| element.tag == Tag::Process)
        {
            let volume = VolumeFact {
                cases_per_year,
                year: None,
            };
            process.annotations.volume.get_or_insert(volume);
        }
    }
}

/// Binds planes, shapes and edges to their elements.
fn drawn(drawn: Vec<Drawn>, elements: &[Element], index: &Index<'_>, odd: &mut Odd) -> Vec<Plane> {
    let mut bind = |id: &str, reference: &str, line: u32| match index.find(elements, reference) {
        Found::Element(found) => Some(found),
        Found::Other => None,
        Found::Nowhere => {
            let message = if reference.is_empty() {
                Message::new("bpmn-picture-without-element")
            } else {
                Message::new("bpmn-picture-of-nothing").with("id", reference)
            };
            let element = if reference.is_empty() { id } else { reference };
            odd.note(Some(line), Some(element), message);
            None
        }
    };
    let mut planes = Vec::with_capacity(drawn.len());
    for Drawn {
        mut plane,
        line,
        shape_lines,
        edge_lines,
    } in drawn
    {
        bind(&plane.id, &plane.reference, line);
        for (shape, line) in plane.shapes.iter_mut().zip(shape_lines) {
            shape.element = bind(&shape.id, &shape.reference, line);
        }
        for (edge, line) in plane.edges.iter_mut().zip(edge_lines) {
            edge.element = bind(&edge.id, &edge.reference, line);
        }
        planes.push(plane);
    }
    planes
}
