//! From a scope of the flow graph to a net (analysis.md 3.1: each start an alternative, the environment closed).

use super::net::{Kind, Net, Place, Sort};
use super::scopes::{ByNode, Scope};
use crate::domain::ids::IdSet;
use crate::flow::Chain;
use crate::flow::slots::push;
use crate::graph::petgraph::Direction;
use crate::graph::{ActivityKind, FlowGraph, GatewayKind, MessageEnd, Node, NodeIndex, NodeKind, Trigger};

/// Which messages can come that no step of the model sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Messages {
    /// Any: they come from outside, from a closed pool or by a way that is not drawn. The reading for people.
    FromOutside,
    /// None: the reading of some tools, to compare with them. An event without a trigger behind an
    /// event-based gateway waits for ever, too.
    OnlySent,
}

/// A net with what is needed to speak of the model again.
pub(super) struct Built {
    /// The net.
    pub(super) net: Net,
    /// Activities that no flow leads to by design: handlers of compensation, event sub-processes.
    pub(super) excused: IdSet<usize>,
}

/// A way out of a node.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) place: Place,
    pub(super) conditional: bool,
    pub(super) is_default: bool,
}

pub(super) struct Builder<'a> {
    pub(super) graph: &'a FlowGraph,
    pub(super) chain: &'a Chain,
    pub(super) net: Net,
    pub(super) incoming: ByNode<Place>,
    pub(super) outgoing: ByNode<Way>,
    pub(super) boundary: ByNode<usize>,
    /// Messages that arrive at, and that leave a node.
    received: ByNode<Place>,
    pub(super) sent: ByNode<Place>,
    /// Sub-processes whose inside never comes to its end.
    pub(super) stuck: &'a [bool],
    messages: Messages,
}

/// Builds the net of one scope. `stuck` names sub-processes that never come to their end by themselves.
pub(super) fn build(
    graph: &FlowGraph,
    chain: &Chain,
    scope: &Scope,
    stuck: &[bool],
    messages: Messages,
) -> Built {
    let mut net = Net::default();
    let node = |index: usize| graph.flow.node_weight(NodeIndex::new(index));
    let places: Vec<Place> = scope
        .flows
        .iter()
        .map(|flow| net.place(Kind::Flow, flow.to, node(flow.to).map_or(0, |node| node.process)))
        .collect();
    let ways = scope.flows.iter().zip(&places);
    let mut builder = Builder {
        graph,
        chain,
        incoming: ByNode::new(&scope.nodes).with(ways.clone().map(|(flow, place)| (flow.to, *place))),
        outgoing: ByNode::new(&scope.nodes).with(ways.map(|(flow, place)| {
            let way = Way {
                place: *place,
                conditional: flow.conditional,
                is_default: flow.is_default,
            };
            (flow.from, way)
        })),
        boundary: ByNode::new(&scope.nodes).with(scope.nodes.iter().filter_map(|&index| {
            let node = node(index)?;
            matches!(node.kind, NodeKind::Boundary { .. }).then_some((node.host?.index(), index))
        })),
        received: messages_of(graph, scope),
        sent: messages_of(graph, scope),
        messages,
        net,
        stuck,
    };
    if scope.owner.is_none() {
        builder.message_flows();
    }
    let mut excused = IdSet::default();
    match scope.owner {
        Some(_) => builder.starts(&scope.nodes, &mut excused),
        None => {
            let own = scope.nodes.iter().copied();
            let mut of_process = vec![Vec::new(); graph.processes.len()];
            for index in own {
                push(&mut of_process, node(index).map_or(0, |node| node.process), index);
            }
            for own in of_process {
                builder.starts(&own, &mut excused);
            }
        }
    }
    for &index in &scope.nodes {
        builder.carry_out(index);
    }
    Built {
        net: builder.net,
        excused,
    }
}

/// Lists for the messages of each node; only where there are messages between nodes.
fn messages_of<T>(graph: &FlowGraph, scope: &Scope) -> ByNode<T> {
    if scope.owner.is_some() || graph.messages.is_empty() {
        return ByNode::new(&[]);
    }
    ByNode::new(&scope.nodes)
}

impl<'a> Builder<'a> {
    pub(super) fn node(&self, index: usize) -> Option<&'a Node> {
        self.graph.flow.node_weight(NodeIndex::new(index))
    }

    /// A new place inside or before a node.
    pub(super) fn place(&mut self, kind: Kind, index: usize) -> Place {
        let process = self.node(index).map_or(0, |node| node.process);
        self.net.place(kind, index, process)
    }

    /// Messages between two nodes are tokens; those of black boxes can always come.
    fn message_flows(&mut self) {
        let top = |node: &Node| node.parent.is_none();
        for message in &self.graph.messages {
            let (MessageEnd::Node(from), MessageEnd::Node(to)) = (message.from, message.to) else {
                continue;
            };
            let (from, to) = (from.index(), to.index());
            let sends = self
                .node(from)
                .is_some_and(|node| top(node) && sends_message(node.kind));
            let waits = self
                .node(to)
                .is_some_and(|node| top(node) && waits_for_message(node.kind));
            if sends && waits {
                let place = self.place(Kind::Message, to);
                self.sent.push(from, place);
                self.received.push(to, place);
            }
        }
    }

    /// What starts a process or sub-process: its start events, each an alternative; without any, all nodes that
    /// nothing leads to.
    fn starts(&mut self, nodes: &[usize], excused: &mut IdSet<usize>) {
        let compensates = nodes.iter().any(|&index| {
            let kind = self.node(index).map(|node| node.kind);
            matches!(
                kind,
                Some(NodeKind::Boundary {
                    trigger: Trigger::Compensation,
                    ..
                })
            )
        });
        let (mut starts, mut sources) = (Vec::new(), Vec::new());
        for &index in nodes {
            let Some(node) = self.node(index) else { continue };
            if matches!(node.kind, NodeKind::Start(_)) {
                // A flow into a start leads nowhere (BPMN 2.0, 10.5.2): what comes there stays there.
                self.incoming.clear(index);
                starts.push(index);
                continue;
            }
            if !self.incoming.list(index).is_empty() {
                continue;
            }
            match node.kind {
                NodeKind::Activity(ActivityKind::SubProcess { event: true, .. }) => {
                    excused.insert(index);
                }
                NodeKind::Boundary { .. } => {}
                NodeKind::Activity(_) if compensates && self.outgoing.list(index).is_empty() => {
                    excused.insert(index);
                }
                _ => sources.push(index),
            }
        }
        if starts.is_empty() {
            for index in sources {
                let place = self.place(Kind::Flow, index);
                self.begin(place);
                self.incoming.push(index, place);
            }
            return;
        }
        // A start by a message that another pool sends waits for it; the others begin on their own.
        let (waiting, free): (Vec<usize>, Vec<usize>) = starts
            .into_iter()
            .partition(|&index| !self.received.list(index).is_empty());
        if let Some(&first) = free.first().or(waiting.first()) {
            let place = self.place(Kind::Flow, first);
            self.begin(place);
            for index in free.iter().chain(&waiting) {
                self.incoming.push(*index, place);
            }
            if free.is_empty() {
                // The process is not begun at all where nobody sends.
                self.net.step(first, vec![place], Vec::new());
            }
        }
    }

    /// True behind an event-based gateway.
    fn is_awaited(&self, index: usize) -> bool {
        let node = NodeIndex::new(index);
        let before = self.graph.flow.neighbors_directed(node, Direction::Incoming);
        before
            .filter_map(|before| self.graph.flow.node_weight(before))
            .any(|before| before.kind == NodeKind::Gateway(GatewayKind::EventBased))
    }

    fn begin(&mut self, place: Place) {
        if let Some(tokens) = self.net.initial.get_mut(place) {
            *tokens = 1;
        }
    }

    /// The transitions of a node.
    fn carry_out(&mut self, index: usize) {
        let Some(node) = self.node(index) else { return };
        let incoming = self.incoming.list(index).to_vec();
        match node.kind {
            NodeKind::End(trigger) => {
                let mut post = vec![self.place(Kind::End, index)];
                post.extend(self.sent.list(index));
                let sort = match trigger {
                    Trigger::Terminate => Sort::Terminate,
                    _ => Sort::Plain,
                };
                for place in incoming {
                    self.net
                        .sorted_step(sort, index, node.process, vec![place], post.clone());
                }
            }
            NodeKind::Gateway(kind) => self.gateway(index, kind, incoming),
            // Done together with its host.
            NodeKind::Boundary { .. } => {}
            NodeKind::Start(_) | NodeKind::Catch(_) | NodeKind::Throw(_) | NodeKind::Activity(_) => {
                let middle = self.place(Kind::Inner, index);
                let messages = self.received.list(index).to_vec();
                let waits = match node.kind {
                    NodeKind::Start(_) => false,
                    // After an event-based gateway, an event that does not say what for.
                    NodeKind::Catch(Trigger::None) => self.is_awaited(index),
                    kind => waits_for_message(kind),
                };
                let comes = !waits || self.messages == Messages::FromOutside;
                for place in incoming {
                    if messages.is_empty() && comes {
                        self.net.step(index, vec![place], vec![middle]);
                    }
                    for &message in &messages {
                        self.net.step(index, vec![place, message], vec![middle]);
                    }
                }
                self.leave(index, middle);
            }
        }
    }
}

/// Waits for a message of another pool before it goes on.
fn waits_for_message(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Start(Trigger::Message)
            | NodeKind::Catch(Trigger::Message)
            | NodeKind::Activity(ActivityKind::Receive)
    )
}

/// Sends a message when it is done.
fn sends_message(kind: NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::Throw(_) | NodeKind::End(_) | NodeKind::Activity(_)
    )
}
