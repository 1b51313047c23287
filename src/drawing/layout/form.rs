//! Sizes of forms and what hangs on them: names below, data and notes above, events on the border.

use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Element, Tag};
use crate::drawing::lettering::{BESIDE, cut, fit};
use crate::drawing::tidy::usual_size;
use crate::graph::{FlowGraph, NodeIndex, NodeKind};
use std::collections::{BTreeMap, HashMap};

/// Room between data objects above a form.
pub(super) const APART: f64 = 20.0;
/// From data objects to the form below.
pub(super) const ABOVE: f64 = 24.0;

/// Elements by id, and what hangs on which node.
pub(super) struct Index<'a> {
    /// The diagram.
    pub diagram: &'a Diagram,
    /// The graph.
    pub graph: &'a FlowGraph,
    nodes: HashMap<&'a str, NodeIndex>,
    /// Elements of data and notes per node, in document order.
    pub hanging: BTreeMap<NodeIndex, Vec<usize>>,
    /// Data and notes that hang on nothing.
    pub loose: Vec<usize>,
    /// Nodes in cells per process and sub-process, in document order: all but those on a border.
    pub scopes: BTreeMap<(usize, Option<NodeIndex>), Vec<NodeIndex>>,
    /// Events on the border per node, in document order.
    pub borders: BTreeMap<NodeIndex, Vec<NodeIndex>>,
}

impl<'a> Index<'a> {
    /// Reads it from the diagram.
    pub fn new(diagram: &'a Diagram, graph: &'a FlowGraph) -> Self {
        let mut nodes = HashMap::new();
        let mut scopes: BTreeMap<(usize, Option<NodeIndex>), Vec<NodeIndex>> = BTreeMap::new();
        let mut borders: BTreeMap<NodeIndex, Vec<NodeIndex>> = BTreeMap::new();
        for node in graph.flow.node_indices() {
            if let Some(weight) = graph.flow.node_weight(node) {
                nodes.insert(weight.id.as_str(), node);
                match weight.host {
                    Some(host) => borders.entry(host).or_default().push(node),
                    None => scopes
                        .entry((weight.process, weight.parent))
                        .or_default()
                        .push(node),
                }
            }
        }
        let mut index = Index {
            diagram,
            graph,
            nodes,
            hanging: BTreeMap::new(),
            loose: Vec::new(),
            scopes,
            borders,
        };
        index.hang();
        index
    }

    /// The element with an id.
    pub fn element(&self, id: &str) -> Option<(usize, &'a Element)> {
        let index = self.diagram.find(id)?;
        Some((index, self.diagram.elements.get(index)?))
    }

    /// The node with an id.
    pub fn node(&self, id: &str) -> Option<NodeIndex> {
        self.nodes.get(id).copied()
    }

    /// Both ends of an association; where the file leaves one out it is the activity around it.
    pub fn ends(&self, element: &'a Element) -> (Option<usize>, Option<usize>) {
        let find = |id: &Option<String>| {
            let (index, found) = self.element(id.as_deref()?)?;
            let inner =
                matches!(found.tag, Tag::DataInput | Tag::DataOutput) && found.parent == element.parent;
            (!inner).then_some(index)
        };
        let data = matches!(
            element.tag,
            Tag::DataInputAssociation | Tag::DataOutputAssociation
        );
        let around = element.parent.filter(|_| data);
        match element.tag {
            Tag::DataInputAssociation => (find(&element.source), find(&element.target).or(around)),
            _ => (find(&element.source).or(around), find(&element.target)),
        }
    }

    fn hang(&mut self) {
        let mut host: BTreeMap<usize, NodeIndex> = BTreeMap::new();
        for element in &self.diagram.elements {
            if !is_association(element.tag) {
                continue;
            }
            let (from, to) = self.ends(element);
            for (thing, node) in [(from, to), (to, from)] {
                let hangs = thing
                    .and_then(|thing| self.diagram.elements.get(thing))
                    .is_some_and(is_thing);
                let node = node
                    .and_then(|node| self.diagram.elements.get(node))
                    .and_then(|node| self.node(&node.id));
                if let (true, Some(thing), Some(node)) = (hangs, thing, node) {
                    let outer = self.graph.flow.node_weight(node).and_then(|weight| weight.host);
                    let node = self.in_scope_of(thing, outer.unwrap_or(node));
                    host.entry(thing).or_insert(node);
                }
            }
        }
        // A note on data stands beside it.
        for element in &self.diagram.elements {
            if let (true, (Some(one), Some(two))) = (is_association(element.tag), self.ends(element)) {
                for (thing, held) in [(one, two), (two, one)] {
                    let is_thing = self.diagram.elements.get(thing).is_some_and(is_thing);
                    if let (true, Some(node)) = (is_thing, host.get(&held).copied()) {
                        host.entry(thing).or_insert(node);
                    }
                }
            }
        }
        for (index, element) in self.diagram.elements.iter().enumerate() {
            if !is_thing(element) {
                continue;
            }
            match host.get(&index) {
                Some(node) => self.hanging.entry(*node).or_default().push(index),
                None => {
                    let inner = matches!(element.tag, Tag::DataInput | Tag::DataOutput)
                        && element
                            .parent
                            .and_then(|parent| self.diagram.elements.get(parent))
                            .is_some_and(|parent| parent.tag != Tag::Process);
                    let bare = matches!(element.tag, Tag::DataObject | Tag::DataStore);
                    if !inner && !bare {
                        self.loose.push(index);
                    }
                }
            }
        }
    }

    /// The node itself, or the sub-process around it that stands in the same scope as the thing: what belongs outside
    /// of a sub-process is not drawn inside.
    fn in_scope_of(&self, thing: usize, node: NodeIndex) -> NodeIndex {
        let up = |at: &usize| self.diagram.elements.get(*at).and_then(|element| element.parent);
        let around: Vec<usize> = std::iter::successors(up(&thing), up)
            .take(self.diagram.elements.len())
            .collect();
        let inside = |node: NodeIndex| {
            let id = self.graph.flow.node_weight(node).map(|weight| weight.id.as_str());
            let element = id.and_then(|id| self.diagram.find(id));
            element.is_some_and(|element| around.contains(&element))
        };
        let mut node = node;
        for _ in 0..self.graph.flow.node_count() {
            let parent = self.graph.flow.node_weight(node).and_then(|weight| weight.parent);
            match parent {
                Some(parent) if !inside(parent) => node = parent,
                _ => break,
            }
        }
        node
    }

    /// Size of an element that hangs on a form, with its name.
    pub fn thing_size(&self, index: usize) -> ((f64, f64), (f64, f64)) {
        let Some(element) = self.diagram.elements.get(index) else {
            return ((36.0, 50.0), (36.0, 50.0));
        };
        if element.tag == Tag::TextAnnotation {
            let text = fit(&element.name, 130.0, 120.0, 12.0);
            let size = (140.0, text.height().max(30.0) + 8.0);
            return (size, size);
        }
        let form = usual_size(Some(element.tag));
        let name = format!("{} {}", element.name, element.details.data_state);
        let label = cut(&name, 90.0, BESIDE, 14);
        let whole = (form.0.max(label.width()), form.1 + 4.0 + label.height());
        (form, whole)
    }

    /// Size of a node without what hangs on it.
    pub fn form(&self, node: NodeIndex) -> (f64, f64) {
        let Some(weight) = self.graph.flow.node_weight(node) else {
            return (100.0, 80.0);
        };
        match weight.kind {
            NodeKind::Gateway(_) => (50.0, 50.0),
            NodeKind::Activity(_) => {
                let events = self.borders.get(&node).into_iter().flatten();
                let row: f64 = events.map(|event| self.border_room(*event)).sum();
                (100.0_f64.max(40.0 + row), 80.0)
            }
            _ => (36.0, 36.0),
        }
    }

    /// Room along the border for an event with its name, which stands left of the way that leaves it.
    pub fn border_room(&self, event: NodeIndex) -> f64 {
        let (width, _) = self.name_below(event);
        60.0_f64.max(width + 14.0)
    }

    /// Width and height of a name below a form.
    pub fn name_below(&self, node: NodeIndex) -> (f64, f64) {
        let Some(weight) = self.graph.flow.node_weight(node) else {
            return (0.0, 0.0);
        };
        if weight.kind.is_activity() || weight.name.is_empty() {
            return (0.0, 0.0);
        }
        let label = cut(&weight.name, 90.0, BESIDE, 14);
        (label.width(), label.height() + 6.0)
    }
}

/// Data associations and associations.
pub(super) fn is_association(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Association | Tag::DataInputAssociation | Tag::DataOutputAssociation
    )
}

fn is_thing(element: &Element) -> bool {
    matches!(
        element.tag,
        Tag::DataObject
            | Tag::DataObjectReference
            | Tag::DataStore
            | Tag::DataStoreReference
            | Tag::DataInput
            | Tag::DataOutput
            | Tag::TextAnnotation
    )
}
