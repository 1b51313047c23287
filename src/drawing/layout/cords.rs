//! What is to be connected: flows, message flows and associations with their ends, and the sheets they cross.

use super::form::{ABOVE, APART, Index, is_association};
use super::route::{Kind, Port};
use crate::bpmn::diagram::{Element, Tag};
use crate::graph::{NodeIndex, NodeKind};
use std::collections::BTreeMap;

/// An end before it is a port of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    /// A node, also one on a border.
    Node(NodeIndex),
    /// Data or a note (element) that hangs on a node.
    Thing(usize, NodeIndex),
    /// A pool.
    Pool(usize),
}

/// A connection.
#[derive(Debug, Clone)]
pub(super) struct Cord {
    /// Id of its element.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Source and target.
    pub ends: [Anchor; 2],
}

/// The part of a connection on one sheet: the cells of its ends, `None` where an end lies outside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    /// Number of the connection.
    pub cord: usize,
    /// Cells of the ends.
    pub cells: [Option<NodeIndex>; 2],
}

/// All connections and their shares per sheet (the inside of a node, or the outermost one).
#[derive(Debug, Default)]
pub(super) struct Cords {
    /// In document order.
    pub all: Vec<Cord>,
    /// By sheet.
    pub shares: BTreeMap<Option<NodeIndex>, Vec<Share>>,
}

impl Cords {
    /// Gathers them.
    pub fn new(index: &Index) -> Cords {
        let mut cords = Cords::default();
        let mut hosts = BTreeMap::new();
        for (node, things) in &index.hanging {
            hosts.extend(things.iter().map(|thing| (*thing, *node)));
        }
        let mut pools = BTreeMap::new();
        for (number, pool) in index.graph.pools.iter().enumerate() {
            pools.entry(pool.id.as_str()).or_insert(number);
        }
        for element in &index.diagram.elements {
            let kind = match element.tag {
                Tag::SequenceFlow => Kind::Flow,
                Tag::MessageFlow => Kind::Message,
                tag if is_association(tag) => Kind::Thing,
                _ => continue,
            };
            let (from, to) = ends(index, element);
            let anchor = |end: Option<usize>| {
                let end = end?;
                let id = index.diagram.elements.get(end)?.id.as_str();
                if let Some(host) = hosts.get(&end) {
                    return Some(Anchor::Thing(end, *host));
                }
                let node = index.node(id).map(Anchor::Node);
                node.or_else(|| pools.get(id).copied().map(Anchor::Pool))
            };
            if let (Some(from), Some(to)) = (anchor(from), anchor(to)) {
                cords.add(
                    index,
                    Cord {
                        id: element.id.clone(),
                        name: element.name.clone(),
                        kind,
                        ends: [from, to],
                    },
                );
            }
        }
        cords
    }

    fn add(&mut self, index: &Index, cord: Cord) {
        let number = self.all.len();
        let chains = cord.ends.map(|end| chain(index, end));
        let direct = match cord.ends {
            [
                Anchor::Thing(_, host),
                Anchor::Node(node) | Anchor::Thing(_, node),
            ]
            | [Anchor::Node(node), Anchor::Thing(_, host)] => host == node,
            _ => false,
        };
        let inner = |end: usize, sheet: Option<NodeIndex>| {
            let chain = chains.get(end);
            chain.is_some_and(|chain| chain.first().is_some_and(|(first, _)| *first == sheet))
        };
        let mut sheets: Vec<Option<NodeIndex>> = chains.iter().flatten().map(|(sheet, _)| *sheet).collect();
        sheets.push(None);
        sheets.sort_unstable();
        sheets.dedup();
        for sheet in sheets {
            let cells = [0, 1].map(|end| {
                let chain: Option<&Vec<_>> = chains.get(end);
                let held = chain.and_then(|chain| chain.iter().find(|(held, _)| *held == sheet));
                held.map(|(_, cell)| *cell)
            });
            let shared = cells[0].is_some() && cells[0] == cells[1];
            if direct || shared && !inner(0, sheet) && !inner(1, sheet) {
                continue;
            }
            let share = Share { cord: number, cells };
            if sheet.is_none() || cells.iter().any(Option::is_some) {
                self.shares.entry(sheet).or_default().push(share);
            }
        }
        self.all.push(cord);
    }
}

/// Both ends of a connection, as elements.
pub(super) fn ends<'a>(index: &Index<'a>, element: &'a Element) -> (Option<usize>, Option<usize>) {
    if is_association(element.tag) {
        return index.ends(element);
    }
    let find = |id: &Option<String>| {
        id.as_deref()
            .and_then(|id| index.element(id))
            .map(|(index, _)| index)
    };
    (find(&element.source), find(&element.target))
}

/// Sheets around an end with the cell it stands in or belongs to there, innermost first.
fn chain(index: &Index, end: Anchor) -> Vec<(Option<NodeIndex>, NodeIndex)> {
    let weight = |node: NodeIndex| index.graph.flow.node_weight(node);
    let node = match end {
        Anchor::Node(node) => weight(node).and_then(|weight| weight.host).unwrap_or(node),
        Anchor::Thing(_, host) => host,
        Anchor::Pool(_) => return Vec::new(),
    };
    let up = |node: &NodeIndex| weight(*node).and_then(|weight| weight.parent);
    std::iter::successors(Some(node), up)
        .take(index.graph.flow.node_count())
        .map(|node| (up(&node), node))
        .collect()
}

/// Where a connection may meet the cell of one of its ends.
pub(super) fn port(
    index: &Index,
    anchor: Anchor,
    cell: usize,
    form: (f64, f64),
    kind: Kind,
    source: bool,
) -> Port {
    let mut port = Port {
        cell,
        sides: [None; 4],
        fixed: None,
        lead: Vec::new(),
    };
    match anchor {
        Anchor::Thing(thing, host) => {
            let (x, y) = beside(index, thing, host, form);
            port.sides = [Some(0), None, None, None];
            port.fixed = Some(x.1);
            port.lead = vec![(x.0, y), (x.1, y)];
        }
        Anchor::Node(node) => {
            let Some(weight) = index.graph.flow.node_weight(node) else {
                return port;
            };
            if let Some(host) = weight.host {
                let offset = super::scope::border_offset(index, host, node, form.0);
                port.sides = [None, None, Some(0), None];
                port.fixed = Some(offset);
                port.lead = vec![(offset, form.1 / 2.0 + 18.0)];
                return port;
            }
            let named = u32::from(index.name_below(node).1 > 0.0);
            let upright = match (kind, weight.kind) {
                (Kind::Flow, NodeKind::Gateway(_)) => 3,
                (Kind::Flow, NodeKind::Activity(_)) => 8,
                (Kind::Flow, _) => 10,
                _ => 0,
            };
            let events = u32::from(index.borders.contains_key(&node));
            let below = upright + 4 * named + 12 * events + u32::from(kind == Kind::Thing) * 2;
            let above = (!index.hanging.contains_key(&node)).then_some(upright);
            let (left, right) = match kind {
                Kind::Flow => ((!source).then_some(0), source.then_some(0)),
                _ => (None, None),
            };
            port.sides = [above, right, Some(below), left];
        }
        Anchor::Pool(_) => {}
    }
    port
}

/// Right border of a thing and the line beside it, and its middle; relative to the middle of its host.
fn beside(index: &Index, thing: usize, host: NodeIndex, form: (f64, f64)) -> ((f64, f64), f64) {
    let things = index.hanging.get(&host).map(Vec::as_slice).unwrap_or_default();
    let sizes: Vec<_> = things.iter().map(|thing| index.thing_size(*thing)).collect();
    let row: f64 = sizes.iter().map(|(_, whole)| whole.0 + APART).sum::<f64>() - APART;
    let mut x = -row / 2.0;
    for (held, (size, whole)) in things.iter().zip(sizes) {
        if *held == thing {
            let right = x + (whole.0 + size.0) / 2.0;
            return (
                (right, x + whole.0 + APART / 3.0),
                -form.1 / 2.0 - ABOVE - size.1 / 2.0,
            );
        }
        x += whole.0 + APART;
    }
    ((0.0, 0.0), 0.0)
}
