//! Edits made on purpose: each changes a diagram and says which edits a comparison has to find.

use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Bounds, Element, Shape, Tag};
use crate::domain::annotation::CarrierFact;
use crate::domain::carrier::Carrier;
use crate::drawing::compare::{Attribute, What};
use std::collections::{BTreeMap, BTreeSet};

/// Chance from a seed (xorshift, Marsaglia 2003).
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 |= 1;
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % most.max(1)
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(list.len())).copied()
    }
}

/// A diagram under edit, and the edits made so far by the id of their element.
pub struct Edited {
    pub diagram: Diagram,
    pub known: BTreeSet<(String, What)>,
    /// Elements that are not to be edited again, so that edits do not undo each other.
    touched: BTreeSet<String>,
    count: usize,
}

impl Edited {
    pub fn of(diagram: &Diagram) -> Edited {
        Edited {
            diagram: diagram.clone(),
            known: BTreeSet::new(),
            touched: BTreeSet::new(),
            count: 0,
        }
    }

    /// Makes one edit of a random kind, if the diagram has a place for it.
    pub fn edit(&mut self, chance: &mut Chance) {
        self.count += 1;
        match chance.below(14) {
            0 => self.rename(chance),
            1 => self.remove_node(chance),
            2 | 3 => self.insert_node(chance),
            4 => self.change_type(chance),
            5 => self.change_lane(chance),
            6 => self.move_shape(chance),
            7 => self.change_condition(chance),
            8 => self.swap_gateway(chance),
            9 => self.remove_data_association(chance),
            10 => self.add_data_association(chance),
            11 => self.document(chance),
            12 => self.retarget(chance),
            _ => self.annotate(chance),
        }
    }

    fn choose(&self, chance: &mut Chance, wanted: impl Fn(&Element) -> bool) -> Option<usize> {
        let places: Vec<usize> = (0..self.diagram.elements.len())
            .filter(|at| {
                let element = &self.diagram.elements[*at];
                wanted(element) && !self.touched.contains(&element.id) && !element.id.starts_with("_line_")
            })
            .collect();
        chance.pick(&places)
    }

    fn note(&mut self, at: usize, what: What) {
        let id = self.diagram.elements[at].id.clone();
        self.touched.insert(id.clone());
        // A flow written twice by its tool is one flow; its copy is nothing to compare.
        let element = &self.diagram.elements[at];
        if element.tag != Tag::Other || element.local_name != "sequenceFlow" {
            self.known.insert((id, what));
        }
    }

    fn rename(&mut self, chance: &mut Chance) {
        let named = |element: &Element| {
            element.tag.is_flow_node()
                || matches!(
                    element.tag,
                    Tag::Lane | Tag::Participant | Tag::DataObjectReference
                )
        };
        if let Some(at) = self.choose(chance, named) {
            self.diagram.elements[at].name = format!("Umbenannt {}", self.count);
            self.note(at, What::Changed(Attribute::Name));
        }
    }

    fn change_type(&mut self, chance: &mut Chance) {
        if let Some(at) = self.choose(chance, |element| {
            matches!(element.tag, Tag::Task | Tag::UserTask | Tag::ManualTask)
        }) {
            let tag = &mut self.diagram.elements[at].tag;
            *tag = if *tag == Tag::UserTask {
                Tag::ManualTask
            } else {
                Tag::UserTask
            };
            self.note(at, What::Changed(Attribute::Type));
        }
    }

    fn swap_gateway(&mut self, chance: &mut Chance) {
        if let Some(at) = self.choose(chance, |element| element.tag.is_gateway()) {
            let tag = &mut self.diagram.elements[at].tag;
            *tag = if *tag == Tag::ParallelGateway {
                Tag::ExclusiveGateway
            } else {
                Tag::ParallelGateway
            };
            self.note(at, What::Changed(Attribute::Type));
        }
    }

    fn change_condition(&mut self, chance: &mut Chance) {
        if let Some(at) = self.choose(chance, |element| element.tag == Tag::SequenceFlow) {
            self.diagram.elements[at].details.condition = Some(format!("betrag > {}", self.count));
            self.note(at, What::Changed(Attribute::Condition));
        }
    }

    fn document(&mut self, chance: &mut Chance) {
        if let Some(at) = self.choose(chance, |element| element.tag.is_flow_node()) {
            self.diagram.elements[at].details.documentation = vec![format!("Neu beschrieben {}", self.count)];
            self.note(at, What::Changed(Attribute::Documentation));
        }
    }

    fn annotate(&mut self, chance: &mut Chance) {
        if let Some(at) = self.choose(chance, |element| element.tag.is_activity()) {
            self.diagram.elements[at].annotations.carriers.push(CarrierFact {
                object: format!("Akte {}", self.count),
                needs: vec![Carrier::Paper],
                ..CarrierFact::default()
            });
            self.note(at, What::Changed(Attribute::Carriers));
        }
    }

    fn move_shape(&mut self, chance: &mut Chance) {
        let drawn: Vec<String> = self.first_shapes().into_keys().collect();
        let node = |element: &Element| element.tag.is_flow_node() && drawn.contains(&element.id);
        if let Some(at) = self.choose(chance, node) {
            let (plane, shape) = self.first_shapes()[&self.diagram.elements[at].id];
            let bounds = &mut self.diagram.planes[plane].shapes[shape].bounds;
            bounds.x += 40.0 + self.count as f64;
            bounds.y += 10.0;
            self.note(at, What::Moved(Attribute::Place));
        }
    }

    fn first_shapes(&self) -> BTreeMap<String, (usize, usize)> {
        let mut found = BTreeMap::new();
        for (plane, content) in self.diagram.planes.iter().enumerate() {
            for (at, shape) in content.shapes.iter().enumerate() {
                if let Some(element) = shape.element {
                    found
                        .entry(self.diagram.elements[element].id.clone())
                        .or_insert((plane, at));
                }
            }
        }
        found
    }

    fn change_lane(&mut self, chance: &mut Chance) {
        // Innermost lanes only, and nodes that stand in one lane.
        let lanes: Vec<usize> = (0..self.diagram.elements.len())
            .filter(|at| self.diagram.elements[*at].tag == Tag::Lane)
            .filter(|at| {
                !self
                    .diagram
                    .elements
                    .iter()
                    .any(|other| other.tag == Tag::Lane && other.parent == Some(*at))
            })
            .collect();
        let holders = |diagram: &Diagram, id: &str| -> Vec<usize> {
            (0..diagram.elements.len())
                .filter(|at| {
                    diagram.elements[*at]
                        .details
                        .members
                        .iter()
                        .any(|member| member == id)
                })
                .collect()
        };
        let diagram = self.diagram.clone();
        let place = |element: &Element| {
            element.tag.is_flow_node()
                && matches!(holders(&diagram, &element.id).as_slice(), [one] if lanes.contains(one))
        };
        let Some(at) = self.choose(chance, place) else {
            return;
        };
        let id = self.diagram.elements[at].id.clone();
        let from = holders(&self.diagram, &id)[0];
        let others: Vec<usize> = lanes.iter().copied().filter(|lane| *lane != from).collect();
        let Some(to) = chance.pick(&others) else { return };
        self.diagram.elements[from]
            .details
            .members
            .retain(|member| *member != id);
        self.diagram.elements[to].details.members.push(id);
        self.note(at, What::Moved(Attribute::Lane));
    }

    fn retarget(&mut self, chance: &mut Chance) {
        let Some(at) = self.choose(chance, |element| {
            element.tag == Tag::SequenceFlow && element.target.is_some()
        }) else {
            return;
        };
        let flow = self.diagram.elements[at].clone();
        let taken = |element: &Element| {
            self.diagram.elements.iter().any(|other| {
                other.tag == Tag::SequenceFlow
                    && other.source == flow.source
                    && other.target.as_ref() == Some(&element.id)
            })
        };
        let node = |element: &Element| {
            element.tag.is_flow_node() && Some(&element.id) != flow.target.as_ref() && !taken(element)
        };
        let Some(to) = self.choose(chance, node) else {
            return;
        };
        let id = self.diagram.elements[to].id.clone();
        self.touched.insert(id.clone());
        self.diagram.elements[at].target = Some(id);
        self.note(at, What::Changed(Attribute::Target));
    }

    fn insert_node(&mut self, chance: &mut Chance) {
        let whole = |element: &Element| {
            element.tag == Tag::SequenceFlow && element.source.is_some() && element.target.is_some()
        };
        let Some(at) = self.choose(chance, whole) else {
            return;
        };
        let flow = self.diagram.elements[at].clone();
        let (node, way) = (format!("neu_{}", self.count), format!("neuer_weg_{}", self.count));
        let mut step = blank(Tag::UserTask, &node, flow.parent);
        step.name = format!("Neuer Schritt {}", self.count);
        let mut next = blank(Tag::SequenceFlow, &way, flow.parent);
        next.source = Some(node.clone());
        next.target = flow.target.clone();
        let source = flow.source.unwrap_or_default();
        for element in &mut self.diagram.elements {
            if element.details.members.contains(&source) {
                element.details.members.push(node.clone());
            }
        }
        self.diagram.elements[at].target = Some(node.clone());
        self.note(at, What::Changed(Attribute::Target));
        let places = self.diagram.elements.len();
        self.diagram.elements.extend([step, next]);
        if let Some(plane) = self.diagram.planes.first_mut() {
            plane.shapes.push(Shape {
                id: format!("{node}_di"),
                element: Some(places),
                reference: node.clone(),
                bounds: Bounds {
                    x: 50.0 * self.count as f64,
                    y: 900.0,
                    width: 100.0,
                    height: 80.0,
                },
                label: None,
                expanded: None,
                horizontal: None,
                marker_visible: None,
                fill: None,
                stroke: None,
                label_colour: None,
                band: None,
            });
        }
        for at in [places, places + 1] {
            self.note(at, What::Added);
        }
    }

    fn add_data_association(&mut self, chance: &mut Chance) {
        let Some(data) = self.choose(chance, |element| {
            matches!(element.tag, Tag::DataObjectReference | Tag::DataStoreReference)
        }) else {
            return;
        };
        let Some(step) = self.choose(chance, |element| element.tag.is_activity()) else {
            return;
        };
        let id = self.diagram.elements[data].id.clone();
        let there = self.diagram.elements.iter().any(|element| {
            element.tag == Tag::DataInputAssociation
                && element.parent == Some(step)
                && element.source.as_ref() == Some(&id)
        });
        if there {
            return;
        }
        let mut way = blank(
            Tag::DataInputAssociation,
            &format!("daten_{}", self.count),
            Some(step),
        );
        way.source = Some(id.clone());
        self.diagram.elements.push(way);
        self.touched.insert(id);
        self.touched.insert(self.diagram.elements[step].id.clone());
        self.note(self.diagram.elements.len() - 1, What::Added);
    }

    fn remove_data_association(&mut self, chance: &mut Chance) {
        let way = |element: &Element| {
            matches!(
                element.tag,
                Tag::DataInputAssociation | Tag::DataOutputAssociation
            )
        };
        if let Some(at) = self.choose(chance, way) {
            // The same way added again would be no change at all, so its ends are left alone from here on.
            let gone = self.diagram.elements[at].clone();
            let around = gone.parent.map(|parent| self.diagram.elements[parent].id.clone());
            let ends: Vec<String> = [gone.source, gone.target, around].into_iter().flatten().collect();
            if ends.iter().any(|end| self.touched.contains(end)) {
                return;
            }
            self.touched.extend(ends);
            self.note(at, What::Removed);
            self.remove(&BTreeSet::from([at]));
        }
    }

    /// Removes a node with everything that ends at it.
    fn remove_node(&mut self, chance: &mut Chance) {
        let simple = |element: &Element| {
            element.tag.is_flow_node()
                && !matches!(
                    element.tag,
                    Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction
                )
        };
        let Some(at) = self.choose(chance, simple) else {
            return;
        };
        let id = self.diagram.elements[at].id.clone();
        let mut gone = BTreeSet::from([at]);
        for (other, element) in self.diagram.elements.iter().enumerate() {
            let ends = element.source.as_ref() == Some(&id) || element.target.as_ref() == Some(&id);
            if ends || element.parent == Some(at) {
                gone.insert(other);
            }
            if element.tag == Tag::BoundaryEvent && element.reference.as_ref() == Some(&id) {
                return;
            }
        }
        // Associations can end at a flow that goes, too.
        loop {
            let ids: BTreeSet<&String> = gone.iter().map(|at| &self.diagram.elements[*at].id).collect();
            let more: Vec<usize> = (0..self.diagram.elements.len())
                .filter(|at| !gone.contains(at))
                .filter(|at| {
                    let element = &self.diagram.elements[*at];
                    [&element.source, &element.target]
                        .into_iter()
                        .flatten()
                        .any(|end| ids.contains(end))
                })
                .collect();
            if more.is_empty() {
                break;
            }
            gone.extend(more);
        }
        if gone
            .iter()
            .any(|at| self.touched.contains(&self.diagram.elements[*at].id))
        {
            return;
        }
        let other_end = |at: &usize| {
            let element = &self.diagram.elements[*at];
            [element.source.clone(), element.target.clone()]
        };
        let ends: Vec<String> = gone.iter().flat_map(other_end).flatten().collect();
        self.touched.extend(ends);
        for at in &gone {
            self.note(*at, What::Removed);
        }
        self.remove(&gone);
    }

    fn remove(&mut self, gone: &BTreeSet<usize>) {
        let elements = std::mem::take(&mut self.diagram.elements);
        let mut places = Vec::with_capacity(elements.len());
        let mut ids = BTreeSet::new();
        let mut kept = Vec::with_capacity(elements.len());
        for (at, element) in elements.into_iter().enumerate() {
            if gone.contains(&at) {
                places.push(None);
                ids.insert(element.id);
            } else {
                places.push(Some(kept.len()));
                kept.push(element);
            }
        }
        for element in &mut kept {
            element.parent = element.parent.and_then(|at| places[at]);
            element.details.members.retain(|member| !ids.contains(member));
            if element
                .details
                .default_flow
                .as_ref()
                .is_some_and(|flow| ids.contains(flow))
            {
                element.details.default_flow = None;
            }
        }
        self.diagram.elements = kept;
        for plane in &mut self.diagram.planes {
            for shape in &mut plane.shapes {
                shape.element = shape.element.and_then(|at| places[at]);
            }
            for edge in &mut plane.edges {
                edge.element = edge.element.and_then(|at| places[at]);
            }
            plane.shapes.retain(|shape| shape.element.is_some());
            plane.edges.retain(|edge| edge.element.is_some());
        }
    }
}

fn blank(tag: Tag, id: &str, parent: Option<usize>) -> Element {
    Element {
        tag,
        local_name: "",
        id: id.to_owned(),
        name: String::new(),
        parent,
        line: 0,
        start_tag: 0..0,
        range: 0..0,
        details: Default::default(),
        annotations: Default::default(),
        source: None,
        target: None,
        reference: None,
        executable: false,
        conditional: false,
        events: Vec::new(),
        triggered_by_event: false,
        interrupting: true,
        for_compensation: false,
        is_loop: false,
        multi_instance: None,
        is_collection: false,
        flag: false,
        parallel: false,
        direction: crate::bpmn::diagram::Direction::None,
    }
}

/// The same diagram with every id replaced, also where something refers to it.
pub fn with_other_ids(diagram: &Diagram) -> Diagram {
    let mut other = diagram.clone();
    let ids: BTreeMap<String, String> = diagram
        .elements
        .iter()
        .enumerate()
        .map(|(at, element)| (element.id.clone(), format!("anders_{:x}", at * 7919 + 13)))
        .collect();
    let swap = |id: &mut String| {
        if let Some(new) = ids.get(id) {
            id.clone_from(new);
        }
    };
    for element in &mut other.elements {
        swap(&mut element.id);
        let references = [
            &mut element.source,
            &mut element.target,
            &mut element.reference,
            &mut element.details.default_flow,
        ];
        references.into_iter().flatten().for_each(swap);
        element.details.members.iter_mut().for_each(swap);
    }
    other
}
