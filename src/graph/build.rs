//! Diagram → FlowGraph.

mod data;
mod kind;

pub use kind::trigger;
mod lanes;
mod ways;

#[cfg(test)]
mod tests;

use super::{FlowGraph, Node, NodeIndex, Pool, Process, Repetition, petgraph};
use crate::bpmn::Diagram;
use crate::bpmn::diagram::{Element, Tag};
use petgraph::graph::DiGraph;

/// Builds the graph of a diagram. References that do not resolve are left out (the reader has warned).
///
/// What is only implied (several ways out of an activity, and the like) stays as drawn. Flow nodes outside of
/// any process get a process without id and name, so that nothing drawn is lost.
pub fn build(diagram: &Diagram) -> FlowGraph {
    let mut builder = Builder::new(diagram);
    builder.processes();
    builder.pools();
    builder.nodes();
    builder.hosts();
    lanes::add(&mut builder, diagram);
    ways::add(&mut builder);
    data::add(&mut builder, diagram);
    builder.graph
}

/// What is known while the graph grows. All vectors have one entry per element of the diagram.
struct Builder<'d> {
    diagram: &'d Diagram,
    elements: &'d [Element],
    graph: FlowGraph,
    /// Process (index into the graph) around each element.
    process_of: Vec<Option<usize>>,
    /// Sub-process (index into the elements) around each element.
    scope_of: Vec<Option<usize>>,
    /// Node of each element.
    node_of: Vec<Option<NodeIndex>>,
    /// Pool of each participant.
    pool_of: Vec<Option<usize>>,
    /// The process for nodes that are in none.
    nameless: Option<usize>,
}

impl<'d> Builder<'d> {
    fn new(diagram: &'d Diagram) -> Self {
        let elements = diagram.elements.as_slice();
        let count = elements.len();
        let nodes = elements
            .iter()
            .filter(|element| element.tag.is_flow_node())
            .count();
        let ways = elements
            .iter()
            .filter(|element| element.tag == Tag::SequenceFlow)
            .count();
        Builder {
            diagram,
            elements,
            graph: FlowGraph {
                processes: Vec::new(),
                pools: Vec::new(),
                lanes: Vec::new(),
                data: Vec::new(),
                messages: Vec::new(),
                flow: DiGraph::with_capacity(nodes, ways),
            },
            process_of: vec![None; count],
            scope_of: vec![None; count],
            node_of: vec![None; count],
            pool_of: vec![None; count],
            nameless: None,
        }
    }

    /// The element a reference means.
    fn element(&self, id: Option<&String>) -> Option<usize> {
        self.diagram.find(id?)
    }

    /// The node a reference means.
    fn node(&self, id: Option<&String>) -> Option<NodeIndex> {
        at(&self.node_of, self.element(id)?)
    }

    fn processes(&mut self) {
        for (index, element) in self.elements.iter().enumerate() {
            let inherited = element.parent.and_then(|parent| at(&self.process_of, parent));
            let process = if element.tag == Tag::Process {
                self.graph.processes.push(Process {
                    id: element.id.clone(),
                    name: element.name.clone(),
                    pool: None,
                    documentation: element.details.documentation.clone(),
                    annotations: (*element.annotations).clone(),
                });
                Some(self.graph.processes.len() - 1)
            } else {
                inherited
            };
            let scope = element.parent.and_then(|parent| {
                if self
                    .elements
                    .get(parent)
                    .is_some_and(|around| around.tag.is_sub_process())
                {
                    Some(parent)
                } else {
                    at(&self.scope_of, parent)
                }
            });
            set(&mut self.process_of, index, process);
            set(&mut self.scope_of, index, scope);
        }
    }

    fn pools(&mut self) {
        for (index, element) in self.elements.iter().enumerate() {
            if element.tag != Tag::Participant {
                continue;
            }
            let process = self
                .element(element.reference.as_ref())
                .filter(|process| {
                    self.elements
                        .get(*process)
                        .is_some_and(|found| found.tag == Tag::Process)
                })
                .and_then(|process| at(&self.process_of, process));
            let pool = self.graph.pools.len();
            if let Some(process) = process.and_then(|process| self.graph.processes.get_mut(process)) {
                process.pool.get_or_insert(pool);
            }
            self.graph.pools.push(Pool {
                id: element.id.clone(),
                name: element.name.clone(),
                process,
                annotations: (*element.annotations).clone(),
            });
            set(&mut self.pool_of, index, Some(pool));
        }
    }

    fn nodes(&mut self) {
        for (index, element) in self.elements.iter().enumerate() {
            let Some(kind) = kind::of(element) else { continue };
            let process = match at(&self.process_of, index) {
                Some(process) => process,
                None => self.nameless_process(),
            };
            let repetition = if element.multi_instance.is_some() {
                Repetition::MultiInstance
            } else if element.is_loop {
                Repetition::Loop
            } else {
                Repetition::Once
            };
            let parent = at(&self.scope_of, index).and_then(|scope| at(&self.node_of, scope));
            let called = element
                .reference
                .clone()
                .filter(|_| element.tag == Tag::CallActivity);
            let node = self.graph.flow.add_node(Node {
                id: element.id.clone(),
                name: element.name.clone(),
                kind,
                process,
                lane: None,
                parent,
                host: None,
                documentation: element.details.documentation.clone(),
                comments: Vec::new(),
                annotations: element.annotations.clone(),
                block: element.details.block.clone(),
                repetition,
                reads: Vec::new(),
                writes: Vec::new(),
                called,
                timer: element.details.timer.clone(),
                undoes: element.for_compensation,
            });
            set(&mut self.node_of, index, Some(node));
        }
    }

    /// The process for nodes that are in none.
    fn nameless_process(&mut self) -> usize {
        if let Some(known) = self.nameless {
            return known;
        }
        let index = self.graph.processes.len();
        self.graph.processes.push(Process {
            id: String::new(),
            name: String::new(),
            pool: None,
            documentation: Vec::new(),
            annotations: Default::default(),
        });
        self.nameless = Some(index);
        index
    }

    fn hosts(&mut self) {
        for (index, element) in self.elements.iter().enumerate() {
            if element.tag != Tag::BoundaryEvent {
                continue;
            }
            let host = self.node(element.reference.as_ref()).filter(|host| {
                self.graph
                    .flow
                    .node_weight(*host)
                    .is_some_and(|node| node.kind.is_activity())
            });
            if let Some(node) = at(&self.node_of, index)
                && let Some(node) = self.graph.flow.node_weight_mut(node)
            {
                node.host = host;
            }
        }
    }
}

fn at<T: Copy>(list: &[Option<T>], index: usize) -> Option<T> {
    list.get(index).copied().flatten()
}

fn set<T>(list: &mut [Option<T>], index: usize, value: Option<T>) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}
