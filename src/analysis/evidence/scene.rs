//! Everything read once before the steps are interpreted: texts, systems, lanes, messages, order of the flow.

use super::drawn::{Placed, is_kept_list, of_data, of_lane, of_reading};
use crate::analysis::Context;
use crate::analysis::wording::{self, Class, Medium, Products, Reading, products_of, read, read_text};
use crate::domain::carrier::Carrier;
use crate::graph::petgraph::Direction;
use crate::graph::petgraph::visit::{DfsPostOrder, EdgeRef};
use crate::graph::{ActivityKind, DataKind, FlowGraph, MessageEnd, MessageFlow, Node, NodeIndex, NodeKind};
use std::collections::{HashMap, HashSet};

/// A message at a node.
#[derive(Debug, Clone)]
pub struct Message {
    /// Id of the flow.
    pub id: String,
    /// What it is called.
    pub reading: Reading,
    /// Its carrier, where its name states one.
    pub placed: Option<Placed>,
}

/// A node with all that is written about it.
pub struct View<'a> {
    /// The node.
    pub node: &'a Node,
    /// Its label.
    pub label: Reading,
    /// Its documentation and connected annotations.
    pub text: Reading,
    /// What its lane or pool says.
    pub lane: Option<Placed>,
    /// Messages that come in.
    pub incoming: Vec<Message>,
    /// Messages that go out.
    pub outgoing: Vec<Message>,
    /// True where a program does it.
    pub automatic: bool,
    /// Indices of the nodes before it.
    pub before: Vec<usize>,
}

/// The model as it is read.
pub struct Scene<'a> {
    /// The graph.
    pub graph: &'a FlowGraph,
    /// Per node.
    pub views: Vec<View<'a>>,
    /// Carrier of each drawn data, by index of `FlowGraph::data`.
    pub data: Vec<Option<Placed>>,
    /// Nodes, each after what comes before it (loops aside).
    pub order: Vec<usize>,
    /// Names of all systems of the model, in order of appearance.
    pub systems: Vec<String>,
    /// Per process: its only system, where there is one.
    pub main_system: Vec<Option<String>>,
    /// Per process: systems or documents are named in it.
    pub digital: Vec<bool>,
    /// Per node: other nodes lie in it.
    pub has_parts: Vec<bool>,
    /// Whether results go out on paper, where the profile says so.
    pub paper_out: Option<bool>,
}

/// The language of the labels of a graph.
pub fn language(graph: &FlowGraph) -> &'static str {
    wording::language(
        graph
            .flow
            .node_weights()
            .map(|node| node.name.as_str())
            .chain(graph.lanes.iter().map(|lane| lane.name.as_str()))
            .chain(graph.flow.edge_weights().map(|edge| edge.name.as_str())),
    )
}

/// Which data steps write into, by name: the same list is drawn several times.
fn kept(graph: &FlowGraph) -> Vec<bool> {
    let written: HashSet<&str> = graph
        .flow
        .node_weights()
        .flat_map(|node| &node.writes)
        .filter_map(|at| Some(graph.data.get(*at)?.name.as_str()))
        .collect();
    graph
        .data
        .iter()
        .map(|data| written.contains(data.name.as_str()))
        .collect()
}

impl<'a> Scene<'a> {
    /// Reads a graph.
    pub fn of(graph: &'a FlowGraph, context: &Context) -> Scene<'a> {
        let language = language(graph);
        let products = products(graph, context);
        let kept = kept(graph);
        let mut data: Vec<Option<Placed>> = graph
            .data
            .iter()
            .enumerate()
            .map(|(at, data)| of_data(data, kept.get(at).copied().unwrap_or(false), language, &products))
            .collect();
        let lanes = lanes(graph, language, &products);
        let messages = Messages::of(graph);
        let views: Vec<View> = graph
            .flow
            .node_indices()
            .filter_map(|index| Some((index, graph.flow.node_weight(index)?)))
            .map(|(index, node)| view(graph, index, node, language, &products, &lanes, &messages))
            .collect();
        paper_by_handling(graph, &views, &mut data);
        let mut scene = Scene {
            graph,
            has_parts: has_parts(graph),
            order: order(graph),
            systems: Vec::new(),
            main_system: vec![None; graph.processes.len()],
            digital: vec![false; graph.processes.len()],
            views,
            data,
            paper_out: paper_out(context),
        };
        scene.survey();
        // The profile names the one application in use.
        if let [only] = context.linked.as_slice() {
            for main in &mut scene.main_system {
                main.get_or_insert_with(|| only.clone());
            }
        }
        scene
    }

    fn survey(&mut self) {
        let mut per: Vec<Vec<String>> = vec![Vec::new(); self.graph.processes.len()];
        let mut meet = |process: usize, carrier: &Carrier| {
            if let (Carrier::System(name), Some(list)) = (carrier, per.get_mut(process))
                && name != "?"
                && !list.contains(name)
            {
                list.push(name.clone());
            }
        };
        let mut digital = self.digital.clone();
        for view in &self.views {
            let process = view.node.process;
            for at in view.node.reads.iter().chain(&view.node.writes) {
                if let Some(Some(placed)) = self.data.get(*at) {
                    meet(process, &placed.carrier);
                }
            }
            for system in view.label.systems().chain(view.text.systems()) {
                meet(process, &Carrier::System(system.name.clone()));
            }
            if let Some(lane) = &view.lane {
                meet(process, &lane.carrier);
            }
            let files = [Medium::Document, Medium::Dms, Medium::Structured]
                .iter()
                .any(|medium| view.label.medium(*medium).is_some() || view.text.medium(*medium).is_some());
            let user = matches!(
                view.node.kind,
                NodeKind::Activity(
                    ActivityKind::User
                        | ActivityKind::Service
                        | ActivityKind::Script
                        | ActivityKind::BusinessRule
                )
            );
            if (files || user)
                && let Some(flag) = digital.get_mut(process)
            {
                *flag = true;
            }
        }
        for ((list, main), flag) in per
            .iter()
            .zip(self.main_system.iter_mut())
            .zip(digital.iter_mut())
        {
            *main = match list.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            };
            *flag |= !list.is_empty();
        }
        self.digital = digital;
        for name in per.into_iter().flatten() {
            if !self.systems.contains(&name) {
                self.systems.push(name);
            }
        }
    }
}

fn products(graph: &FlowGraph, context: &Context) -> Products {
    let mut products = products_of(&context.lexicon);
    let kept = kept(graph);
    for (data, kept) in graph
        .data
        .iter()
        .zip(kept)
        .filter(|(data, _)| data.name.len() > 2)
    {
        let store = data.kind == DataKind::Store;
        let list = kept && is_kept_list(&data.name);
        if (store || list) && !data.name.chars().all(char::is_lowercase) {
            let dms = products.named_in(&data.name).is_some_and(|product| product.dms);
            products.add(&data.name, &short_names(&data.name), dms);
            let first = data.name.split([' ', '(']).next().unwrap_or_default();
            if store && first.len() > 3 && first.len() < data.name.len() {
                products.add_short(first, &data.name, dms);
            }
        }
    }
    for (name, aliases) in &context.applications {
        let dms = products.named_in(name).is_some_and(|product| product.dms);
        products.add(name, aliases, dms);
    }
    for node in graph.flow.node_weights() {
        if let Some(system) = &node.annotations.system {
            products.add(&system.name, &[], false);
        }
    }
    products
}

/// What labels call a drawn store: without ending and bracket, or by a first word that looks like the name of a program
/// ("rexx" for "rexx Recruiting").
fn short_names(name: &str) -> Vec<String> {
    let mut names = Vec::new();
    let plain = name.split('(').next().unwrap_or_default().trim();
    let plain = match plain.rsplit_once('.') {
        Some((stem, ending)) if (2..=5).contains(&ending.len()) && !ending.contains(' ') => stem,
        _ => plain,
    };
    if plain.len() > 3 && plain != name {
        names.push(plain.to_owned());
    }
    if let Some((first, _)) = plain.split_once(' ') {
        let small = first.chars().next().is_some_and(char::is_lowercase);
        let capitals = first.chars().all(|letter| letter.is_uppercase());
        if first.len() > 3 && (small || capitals) {
            names.push(first.to_owned());
        }
    }
    names
}

/// Message flows by the node they lead to, and by the node they come from.
#[derive(Default)]
struct Messages<'a> {
    into: HashMap<NodeIndex, Vec<&'a MessageFlow>>,
    out_of: HashMap<NodeIndex, Vec<&'a MessageFlow>>,
}

impl<'a> Messages<'a> {
    fn of(graph: &'a FlowGraph) -> Messages<'a> {
        let mut messages = Messages::default();
        for flow in &graph.messages {
            if let MessageEnd::Node(node) = flow.to {
                messages.into.entry(node).or_default().push(flow);
            }
            if let MessageEnd::Node(node) = flow.from {
                messages.out_of.entry(node).or_default().push(flow);
            }
        }
        messages
    }
}

fn view<'a>(
    graph: &'a FlowGraph,
    index: NodeIndex,
    node: &'a Node,
    language: &str,
    products: &Products,
    lanes: &[Option<Placed>],
    messages: &Messages<'_>,
) -> View<'a> {
    let label = read(&node.name, language, products);
    let text = read_text(
        &node
            .documentation
            .iter()
            .chain(&node.comments)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n"),
        language,
        products,
    );
    let message = |flow: &&MessageFlow| {
        let reading = read(&flow.name, language, products);
        Message {
            id: flow.id.clone(),
            placed: of_reading(&reading),
            reading,
        }
    };
    let told = |flows: &Vec<&MessageFlow>| flows.iter().map(message).collect::<Vec<_>>();
    let lane = lane_of(graph, node, lanes);
    let in_system = lane
        .as_ref()
        .is_some_and(|lane| matches!(lane.carrier, Carrier::System(_)));
    let sends = matches!(
        node.kind,
        NodeKind::Activity(ActivityKind::Send | ActivityKind::Receive)
    );
    let stated = node.annotations.work.as_ref().and_then(|work| work.automated);
    let by_words = label.automatic()
        || (text.automatic()
            && !matches!(node.kind, NodeKind::Activity(ActivityKind::Manual))
            && label.medium(Medium::Manual).is_none());
    View {
        automatic: stated.unwrap_or(node.kind.is_automatic() || by_words || (in_system && sends)),
        incoming: messages.into.get(&index).map(&told).unwrap_or_default(),
        outgoing: messages.out_of.get(&index).map(&told).unwrap_or_default(),
        before: graph
            .flow
            .edges_directed(index, Direction::Incoming)
            .map(|edge| edge.source().index())
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect(),
        node,
        label,
        text,
        lane,
    }
}

/// What each lane is. Where most lanes of a process are tools, the others are tools too.
fn lanes(graph: &FlowGraph, language: &str, products: &Products) -> Vec<Option<Placed>> {
    let mut out: Vec<Option<Placed>> = graph
        .lanes
        .iter()
        .map(|lane| of_lane(&lane.name, &lane.annotations, language, products))
        .collect();
    for process in 0..graph.processes.len() {
        let own: Vec<usize> = (0..out.len())
            .filter(|at| graph.lanes.get(*at).is_some_and(|lane| lane.process == process))
            .collect();
        let tools = own
            .iter()
            .filter(|at| out.get(**at).is_some_and(Option::is_some))
            .count();
        if tools < 3 || tools * 2 <= own.len() {
            continue;
        }
        for at in own {
            if let (Some(slot), Some(lane)) = (out.get_mut(at), graph.lanes.get(at))
                && slot.is_none()
            {
                *slot = Some(Placed {
                    carrier: Carrier::System(lane.name.clone()),
                    dms: false,
                    confidence: 0.5,
                    words: lane.name.clone(),
                });
            }
        }
    }
    out
}

fn lane_of(graph: &FlowGraph, node: &Node, lanes: &[Option<Placed>]) -> Option<Placed> {
    let mut lane = node.lane;
    // The parts of a sub-process lie in its lane.
    let mut parent = node.parent;
    while lane.is_none() {
        let outer = graph.flow.node_weight(parent?)?;
        lane = outer.lane;
        parent = outer.parent;
    }
    // The innermost lane that says something; lanes around it stand before it.
    while let Some(at) = lane {
        if let Some(placed) = lanes.get(at)?.clone() {
            return Some(placed);
        }
        lane = graph.lanes.get(at)?.parent.filter(|outer| *outer < at);
    }
    None
}

fn has_parts(graph: &FlowGraph) -> Vec<bool> {
    let mut out = vec![false; graph.flow.node_count()];
    for parent in graph.flow.node_weights().filter_map(|node| node.parent) {
        if let Some(flag) = out.get_mut(parent.index()) {
            *flag = true;
        }
    }
    out
}

/// True or false where the channels of the profile leave no doubt.
fn paper_out(context: &Context) -> Option<bool> {
    let paper = |channel: &crate::domain::profile::ChannelShare| channel.channel.carrier() == Carrier::Paper;
    match (
        context.channels_out.iter().any(paper),
        context.channels_out.iter().all(paper),
    ) {
        _ if context.channels_out.is_empty() => None,
        (_, true) => Some(true),
        (false, _) => Some(false),
        _ => None,
    }
}

/// Data without a carrier word that is stamped, filed or posted somewhere is on paper there.
fn paper_by_handling(graph: &FlowGraph, views: &[View], data: &mut [Option<Placed>]) {
    // The first step that handles each thing as paper; a thing may be drawn several times.
    let mut handled: HashMap<_, &View> = HashMap::new();
    for view in views.iter().filter(|view| handles_paper(view)) {
        for drawn in view.node.reads.iter().filter_map(|at| graph.data.get(*at)) {
            handled.entry(&drawn.object).or_insert(view);
        }
    }
    for (drawn, placed) in graph.data.iter().zip(data.iter_mut()) {
        if let (None, Some(view)) = (&placed, handled.get(&drawn.object)) {
            *placed = Some(Placed {
                carrier: Carrier::Paper,
                dms: false,
                confidence: 0.6,
                words: view.node.name.clone(),
            });
        }
    }
}

/// True for a step that stamps, files or posts, and does not say that it does so in a machine.
fn handles_paper(view: &View<'_>) -> bool {
    view.text.medium(Medium::Electronic).is_none()
        && view.label.medium(Medium::Electronic).is_none()
        && view.label.actions.iter().any(|action| {
            matches!(action.class, Class::FilePaper | Class::Post)
                || (action.class == Class::Ink && action.confidence >= 0.6)
        })
}

/// Reverse post-order from the nodes without predecessors, then the rest in document order.
fn order(graph: &FlowGraph) -> Vec<usize> {
    let mut post = Vec::new();
    let mut seen = vec![false; graph.flow.node_count()];
    let starts: Vec<NodeIndex> = graph
        .flow
        .node_indices()
        .filter(|index| {
            graph
                .flow
                .edges_directed(*index, Direction::Incoming)
                .next()
                .is_none()
        })
        .collect();
    // One walk for all starts: it does not go again where it has been.
    let mut walk = DfsPostOrder::empty(&graph.flow);
    for start in starts.into_iter().rev().chain(graph.flow.node_indices()) {
        walk.move_to(start);
        while let Some(index) = walk.next(&graph.flow) {
            if let Some(flag) = seen.get_mut(index.index())
                && !*flag
            {
                *flag = true;
                post.push(index.index());
            }
        }
    }
    post.reverse();
    post
}
