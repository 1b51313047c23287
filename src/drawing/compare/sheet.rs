//! A diagram as a flat list of things to compare: what each is, says, refers to, and where it is drawn.

use super::attribute::{Attribute, Value, values};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Bounds, Element, Tag};
use crate::domain::message::Arg;
use std::collections::HashMap;

/// What can be the same thing in two files: only elements of one group are matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Processes.
    Process,
    /// Collaborations.
    Collaboration,
    /// Pools.
    Participant,
    /// Lanes.
    Lane,
    /// Activities, events, gateways.
    Node,
    /// Data objects, stores, inputs and outputs.
    Data,
    /// Text annotations.
    Annotation,
    /// Groups.
    Grouping,
    /// Message definitions.
    Message,
    /// Sequence flows.
    SequenceFlow,
    /// Message flows.
    MessageFlow,
    /// Associations.
    Association,
    /// Data associations.
    DataAssociation,
    /// Everything that we do not type.
    Other,
}

impl Group {
    pub(super) fn of(tag: Tag) -> Group {
        match tag {
            Tag::Process => Group::Process,
            Tag::Collaboration => Group::Collaboration,
            Tag::Participant => Group::Participant,
            Tag::Lane => Group::Lane,
            Tag::DataObject
            | Tag::DataObjectReference
            | Tag::DataStore
            | Tag::DataStoreReference
            | Tag::DataInput
            | Tag::DataOutput => Group::Data,
            Tag::TextAnnotation => Group::Annotation,
            Tag::Group => Group::Grouping,
            Tag::Message => Group::Message,
            Tag::SequenceFlow => Group::SequenceFlow,
            Tag::MessageFlow => Group::MessageFlow,
            Tag::Association => Group::Association,
            Tag::DataInputAssociation | Tag::DataOutputAssociation => Group::DataAssociation,
            Tag::Other => Group::Other,
            _ => Group::Node,
        }
    }

    /// True for what connects two other elements.
    pub fn is_connection(self) -> bool {
        matches!(
            self,
            Group::SequenceFlow | Group::MessageFlow | Group::Association | Group::DataAssociation
        )
    }

    /// True for what holds other elements and is known by them.
    pub(super) fn is_container(self) -> bool {
        matches!(
            self,
            Group::Process | Group::Collaboration | Group::Participant | Group::Lane
        )
    }
}

/// Where an element is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Drawn {
    Shape(Bounds),
    Way(Vec<(f64, f64)>),
}

/// Coordinates nearer than this are equal: tools round when they save.
const NEAR: f64 = 0.5;

impl Drawn {
    /// The same place, up to rounding.
    pub(super) fn same(&self, other: &Drawn) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= NEAR;
        match (self, other) {
            (Drawn::Shape(a), Drawn::Shape(b)) => {
                near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height)
            }
            (Drawn::Way(a), Drawn::Way(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .zip(b)
                        .all(|(one, other)| near(one.0, other.0) && near(one.1, other.1))
            }
            _ => false,
        }
    }
}

/// One thing to compare.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub group: Group,
    pub tag: Tag,
    pub id: String,
    /// False where the file has no id and the reader made one up.
    pub stated: bool,
    pub name: String,
    /// What it states, by attribute.
    pub values: Vec<(Attribute, Value)>,
    /// The same as numbers that are equal in both sheets where the values are.
    pub tokens: Vec<(Attribute, u32)>,
    /// Other items it refers to, by attribute.
    pub links: Vec<(Attribute, usize)>,
    pub drawn: Option<Drawn>,
}

impl Item {
    pub(super) fn link(&self, attribute: Attribute) -> Option<usize> {
        self.links
            .iter()
            .find(|(own, _)| *own == attribute)
            .map(|(_, item)| *item)
    }
}

/// All things of one file, in document order.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Sheet {
    pub items: Vec<Item>,
    /// Items that refer to this one, in order.
    pub users: Vec<Vec<usize>>,
}

/// Gives equal values equal numbers.
#[derive(Debug, Default)]
pub(super) struct Numbers(HashMap<String, u32>);

impl Numbers {
    fn of(&mut self, value: &Value) -> u32 {
        let mut key = String::new();
        for part in value {
            match part {
                Arg::Text(text) => key.push_str(text),
                other => key.push_str(&format!("\u{1}{other:?}")),
            }
            key.push('\u{2}');
        }
        let next = self.0.len() as u32;
        *self.0.entry(key).or_insert(next)
    }
}

impl Sheet {
    /// The things of a diagram.
    pub(super) fn of(diagram: &Diagram, numbers: &mut Numbers) -> Sheet {
        let plan = Plan::of(diagram);
        let mut items: Vec<Item> = plan
            .kept
            .iter()
            .filter_map(|at| diagram.elements.get(*at))
            .map(|element| item(element, &plan, numbers))
            .collect();
        for plane in &diagram.planes {
            let shapes = plane.shapes.iter().map(|shape| {
                let look = [&shape.fill, &shape.stroke]
                    .into_iter()
                    .flatten()
                    .map(|colour| (**colour).into());
                let expanded = (shape.expanded == Some(false)).then(|| Arg::Term("compare-collapsed".into()));
                (
                    shape.element.filter(|_| shape.band.is_none()),
                    Drawn::Shape(shape.bounds),
                    look.chain(expanded).collect(),
                )
            });
            let edges = plane.edges.iter().map(|edge| {
                let look: Value = edge.stroke.iter().map(|colour| (**colour).into()).collect();
                (edge.element, Drawn::Way(edge.points.clone()), look)
            });
            for (element, drawn, look) in shapes.chain(edges) {
                let item = element
                    .and_then(|at| plan.item(at))
                    .and_then(|at| items.get_mut(at))
                    .filter(|item| item.drawn.is_none());
                if let Some(item) = item {
                    item.drawn = Some(drawn);
                    if !look.is_empty() {
                        item.tokens.push((Attribute::Look, numbers.of(&look)));
                        item.values.push((Attribute::Look, look));
                    }
                }
            }
        }
        let mut users = vec![Vec::new(); items.len()];
        for (at, item) in items.iter().enumerate() {
            for (_, other) in &item.links {
                if let Some(users) = users
                    .get_mut(*other)
                    .filter(|users: &&mut Vec<usize>| users.last() != Some(&at))
                {
                    users.push(at);
                }
            }
        }
        Sheet { items, users }
    }
}

/// Which elements become items, and what belongs to what.
struct Plan<'d> {
    diagram: &'d Diagram,
    by_id: HashMap<&'d str, usize>,
    /// Elements that become items.
    kept: Vec<usize>,
    /// Item of an element.
    items: Vec<Option<usize>>,
    lanes: HashMap<&'d str, usize>,
    defaults: HashMap<&'d str, ()>,
}

impl<'d> Plan<'d> {
    fn of(diagram: &'d Diagram) -> Plan<'d> {
        let elements = &diagram.elements;
        let mut by_id = HashMap::with_capacity(elements.len());
        for (at, element) in elements.iter().enumerate() {
            by_id.entry(element.id.as_str()).or_insert(at);
        }
        let mut items = vec![None; elements.len()];
        let mut kept = Vec::with_capacity(elements.len());
        // A data object or store that is drawn through references is told through them.
        let mut behind: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, element) in elements.iter().enumerate() {
            if matches!(element.tag, Tag::DataObjectReference | Tag::DataStoreReference)
                && let Some(object) = element.reference.as_deref().and_then(|id| by_id.get(id))
            {
                behind.entry(*object).or_default().push(at);
            }
        }
        for (at, element) in elements.iter().enumerate() {
            let copy = element.tag == Tag::Other && element.local_name == "sequenceFlow";
            if copy || behind.contains_key(&at) {
                continue;
            }
            if let Some(item) = items.get_mut(at) {
                *item = Some(kept.len());
                kept.push(at);
            }
        }
        for (object, references) in &behind {
            let first = references
                .first()
                .and_then(|at| items.get(*at).copied().flatten());
            if let Some(item) = items.get_mut(*object) {
                *item = first;
            }
        }
        let mut lanes: HashMap<&str, usize> = HashMap::new();
        for (at, element) in elements.iter().enumerate() {
            // Inner lanes stand after outer ones.
            for member in &element.details.members {
                lanes.insert(member.as_str(), at);
            }
        }
        let defaults = elements
            .iter()
            .filter_map(|element| Some((element.details.default_flow.as_deref()?, ())))
            .collect();
        Plan {
            diagram,
            by_id,
            kept,
            items,
            lanes,
            defaults,
        }
    }

    fn item(&self, element: usize) -> Option<usize> {
        self.items.get(element).copied().flatten()
    }

    fn named(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).and_then(|at| self.item(*at))
    }

    fn element(&self, id: &str) -> Option<&'d Element> {
        self.by_id.get(id).and_then(|at| self.diagram.elements.get(*at))
    }
}

fn item(element: &Element, plan: &Plan<'_>, numbers: &mut Numbers) -> Item {
    let group = Group::of(element.tag);
    let object = match element.tag {
        Tag::DataObjectReference | Tag::DataStoreReference => {
            element.reference.as_deref().and_then(|id| plan.element(id))
        }
        _ => None,
    };
    let name = match (element.name.is_empty(), object) {
        (true, Some(object)) => object.name.clone(),
        _ => element.name.clone(),
    };
    let mut values = values(element, &name, plan.defaults.contains_key(element.id.as_str()));
    if let Some(object) = object.filter(|object| object.is_collection)
        && !element.is_collection
    {
        values.extend(
            self::values(object, "", false)
                .into_iter()
                .filter(|(attribute, _)| *attribute == Attribute::Collection),
        );
    }
    let mut links = Vec::new();
    let mut link = |attribute, target: Option<usize>| links.extend(target.map(|target| (attribute, target)));
    let parent = element
        .parent
        .and_then(|at| plan.diagram.elements.get(at).map(|parent| (at, parent)));
    let reference = element.reference.as_deref();
    match group {
        Group::DataAssociation => {
            let owner = parent.and_then(|(at, _)| plan.item(at));
            let stated = |id: &Option<String>| id.as_deref().and_then(|id| plan.named(id));
            let reads = element.tag == Tag::DataInputAssociation;
            link(
                Attribute::Source,
                if reads { stated(&element.source) } else { owner },
            );
            link(
                Attribute::Target,
                if reads { owner } else { stated(&element.target) },
            );
        }
        _ => {
            link(
                Attribute::Source,
                element.source.as_deref().and_then(|id| plan.named(id)),
            );
            link(
                Attribute::Target,
                element.target.as_deref().and_then(|id| plan.named(id)),
            );
        }
    }
    match element.tag {
        Tag::BoundaryEvent => link(Attribute::Host, reference.and_then(|id| plan.named(id))),
        Tag::Participant => link(Attribute::Process, reference.and_then(|id| plan.named(id))),
        Tag::CallActivity => match reference.and_then(|id| plan.named(id)) {
            Some(called) => link(Attribute::Called, Some(called)),
            None => values.extend(reference.map(|id| (Attribute::Called, vec![id.into()]))),
        },
        Tag::MessageFlow | Tag::SendTask | Tag::ReceiveTask => {
            link(Attribute::Message, reference.and_then(|id| plan.named(id)));
        }
        _ => {}
    }
    match group {
        Group::Lane => {
            let around = parent.filter(|(_, parent)| parent.tag == Tag::Lane);
            link(Attribute::Lane, around.and_then(|(at, _)| plan.item(at)));
            let process = std::iter::successors(parent, |(_, element)| {
                element
                    .parent
                    .and_then(|at| plan.diagram.elements.get(at).map(|parent| (at, parent)))
            })
            .find(|(_, element)| element.tag != Tag::Lane);
            link(Attribute::Parent, process.and_then(|(at, _)| plan.item(at)));
        }
        Group::Node => {
            let lane = plan.lanes.get(element.id.as_str()).and_then(|at| plan.item(*at));
            link(Attribute::Lane, lane);
            link(Attribute::Parent, parent.and_then(|(at, _)| plan.item(at)));
        }
        _ => {}
    }
    values.sort_by_key(|(attribute, _)| *attribute);
    links.sort();
    let tokens = values
        .iter()
        .map(|(attribute, value)| (*attribute, numbers.of(value)))
        .collect();
    Item {
        group,
        tag: element.tag,
        id: element.id.clone(),
        stated: !element.id.starts_with("_line_"),
        name,
        values,
        tokens,
        links,
        drawn: None,
    }
}
