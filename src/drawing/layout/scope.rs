//! One sheet: nodes become cells, connections become ways.

use super::cords::{Anchor, Cords, Share, port};
use super::form::{ABOVE, APART, Index};
use super::rank::{Item, Link, rows};
use super::route::{End, Kind, Port, Wire, route};
use super::sheet::{Cell, Sheet};
use super::tracks::Tracks;
use crate::drawing::lettering::{BESIDE, cut};
use crate::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

/// Half of the usual event.
const EVENT: f64 = 18.0;

/// A node on its way to a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    /// The node.
    pub node: NodeIndex,
    /// Its band in the sheet.
    pub band: usize,
    /// Its column.
    pub layer: usize,
    /// Size of its form.
    pub form: (f64, f64),
}

/// Where connections come out of the inside of nodes: points relative to the middle of the node, the border last.
pub(super) type Exits = BTreeMap<(usize, usize), Vec<(f64, f64)>>;

/// A way that is found.
pub(super) struct Found {
    /// Number of the connection.
    pub cord: usize,
    /// The end that lies outside of the sheet.
    pub out: Option<usize>,
    /// Corners.
    pub points: Vec<(f64, f64)>,
}

/// Puts nodes into cells of their bands; `bands`: top to bottom.
pub(super) fn place(
    sheet: &mut Sheet,
    cells: &mut BTreeMap<NodeIndex, usize>,
    index: &Index,
    members: &[Member],
    bands: &[usize],
    links: &[Link],
) {
    let rank: BTreeMap<usize, usize> = bands
        .iter()
        .enumerate()
        .map(|(rank, band)| (*band, rank))
        .collect();
    let items: Vec<Item> = members
        .iter()
        .map(|member| Item {
            band: rank.get(&member.band).copied().unwrap_or_default(),
            layer: member.layer,
        })
        .collect();
    for (member, row) in members.iter().zip(rows(&items, links)) {
        let cell = cell(index, member.node, member.layer, member.form);
        let cell = sheet.put(member.band, row, cell);
        cells.insert(member.node, cell);
    }
}

/// Middle of an event on the lower border, from the middle of its host.
pub(super) fn border_offset(index: &Index, host: NodeIndex, event: NodeIndex, width: f64) -> f64 {
    let events = index.borders.get(&host).map(Vec::as_slice).unwrap_or_default();
    let before = events.iter().take_while(|held| **held != event);
    let room: f64 = before.map(|event| index.border_room(*event)).sum();
    width / 2.0 - 28.0 - room
}

fn cell(index: &Index, node: NodeIndex, layer: usize, form: (f64, f64)) -> Cell {
    let (name_width, name_height) = index.name_below(node);
    let mut up = form.1 / 2.0;
    let mut width = form.0.max(name_width);
    let things = index.hanging.get(&node).map(Vec::as_slice).unwrap_or_default();
    if !things.is_empty() {
        let sizes: Vec<(f64, f64)> = things.iter().map(|thing| index.thing_size(*thing).1).collect();
        let row: f64 = sizes.iter().map(|size| size.0 + APART).sum::<f64>() - APART;
        width = width.max(row + APART);
        up += ABOVE + sizes.iter().map(|size| size.1).fold(0.0, f64::max);
    }
    let borders = index.borders.get(&node).map(Vec::as_slice).unwrap_or_default();
    let mut down = form.1 / 2.0 + name_height;
    let mut free = f64::INFINITY;
    if !borders.is_empty() {
        let names = borders
            .iter()
            .map(|event| index.name_below(*event).1)
            .fold(0.0, f64::max);
        down = down.max(form.1 / 2.0 + EVENT + names);
        let last = borders.last().copied().unwrap_or(node);
        let offset = border_offset(index, node, last, form.0);
        // The name of the last event may reach further left than the form.
        let over = index.name_below(last).0 + 4.0 - offset - form.0 / 2.0;
        width = width.max(form.0 + 2.0 * over.max(0.0));
        free = offset - EVENT - 8.0;
    }
    Cell {
        layer,
        row: 0,
        width,
        up,
        down,
        form,
        free,
    }
}

/// What the ways of a sheet are found from.
pub(super) struct Around<'a> {
    /// All connections.
    pub cords: &'a Cords,
    /// The node whose inside it is.
    pub inside: Option<NodeIndex>,
    /// Cell of each node on it.
    pub cells: &'a BTreeMap<NodeIndex, usize>,
    /// Where connections come out of its nodes.
    pub exits: &'a Exits,
    /// Section of each pool.
    pub pools: &'a BTreeMap<usize, usize>,
    /// Where its first gap begins.
    pub left: f64,
}

/// Finds the ways of a sheet, measures it and tells the ways.
pub(super) fn ways(index: &Index, sheet: &mut Sheet, around: &Around) -> Vec<Found> {
    let mut wires = Vec::new();
    let mut of = Vec::new();
    let mut names = Vec::new();
    let shares = around.cords.shares.get(&around.inside);
    for share in shares.into_iter().flatten() {
        let Some(cord) = around.cords.all.get(share.cord) else {
            continue;
        };
        let [Some(from), Some(to)] = [0, 1].map(|side| end(index, sheet, around, share, side)) else {
            continue;
        };
        let sections = [&from, &to].map(|end| match end {
            End::Cell(port) => section_of(sheet, port.cell),
            _ => None,
        });
        let section = sections[0].filter(|_| sections[0] == sections[1] && cord.kind != Kind::Message);
        let nets = [0, 1].map(|side| net(cord.ends.get(side).copied(), share.cord));
        of.push((
            share.cord,
            [&from, &to].iter().position(|end| matches!(end, End::Out(_))),
        ));
        let cell = share.cells[0].and_then(|node| around.cells.get(&node));
        if let (Kind::Flow, false, Some(cell)) = (cord.kind, cord.name.is_empty(), cell) {
            let gap = sheet.cells.get(*cell).map_or(0, |cell| cell.layer + 1);
            names.push((gap, cut(&cord.name, 90.0, BESIDE, 14).width()));
        }
        wires.push(Wire {
            ends: [from, to],
            nets,
            kind: cord.kind,
            section,
        });
    }
    let found = route(sheet, &wires);
    let tracks = Tracks::new(sheet, &wires, &found);
    for (gap, width) in names {
        sheet.label(gap, width);
    }
    sheet.measure(around.left);
    let numbered = wires.iter().enumerate().zip(of);
    numbered
        .map(|((number, wire), (cord, out))| Found {
            cord,
            out,
            points: tracks.points(sheet, number, wire),
        })
        .filter(|found| found.points.len() > 1)
        .collect()
}

fn section_of(sheet: &Sheet, cell: usize) -> Option<usize> {
    let level = sheet.spot(cell).1;
    let after = sheet.spans.partition_point(|(first, _)| *first <= level);
    after.checked_sub(1)
}

fn end(index: &Index, sheet: &Sheet, around: &Around, share: &Share, side: usize) -> Option<End> {
    let cord = around.cords.all.get(share.cord)?;
    let anchor = cord.ends.get(side).copied()?;
    let Some(node) = share.cells.get(side).copied().flatten() else {
        return match anchor {
            Anchor::Pool(pool) if around.inside.is_none() => {
                around.pools.get(&pool).map(|section| End::Pool(*section))
            }
            _ => {
                let below = lies_below(index, around, cord.ends.get(1 - side).copied()?, anchor);
                let hung = hung_around(index, around.inside);
                let above = if hung { 300 } else { 0 };
                Some(End::Out(if below { [above + 40, 0] } else { [above, 15] }))
            }
        };
    };
    let cell = *around.cells.get(&node)?;
    let form = sheet.cells.get(cell)?.form;
    if let Some(points) = around.exits.get(&(share.cord, side)) {
        let border = points.last()?;
        let top = border.1 < 0.0;
        return Some(End::Cell(Port {
            cell,
            sides: [top.then_some(0), None, (!top).then_some(0), None],
            fixed: Some(border.0),
            lead: points.clone(),
        }));
    }
    Some(End::Cell(port(index, anchor, cell, form, cord.kind, side == 0)))
}

/// Whether the other end lies in a pool further down.
fn lies_below(index: &Index, around: &Around, own: Anchor, other: Anchor) -> bool {
    let section = |anchor: Anchor| {
        let pool = match anchor {
            Anchor::Pool(pool) => Some(pool),
            Anchor::Node(node) | Anchor::Thing(_, node) => {
                let process = index.graph.flow.node_weight(node)?.process;
                index.graph.processes.get(process)?.pool
            }
        };
        around.pools.get(&pool?).copied()
    };
    section(other) > section(own)
}

fn hung_around(index: &Index, inside: Option<NodeIndex>) -> bool {
    let up = |node: &NodeIndex| {
        index
            .graph
            .flow
            .node_weight(*node)
            .and_then(|weight| weight.parent)
    };
    std::iter::successors(inside, up)
        .take(index.graph.flow.node_count())
        .any(|node| index.hanging.contains_key(&node))
}

/// Ways with the same number may share a line at that end.
fn net(anchor: Option<Anchor>, cord: usize) -> usize {
    match anchor {
        Some(Anchor::Node(node)) => node.index() * 3,
        Some(Anchor::Thing(thing, _)) => thing * 3 + 1,
        _ => cord * 3 + 2,
    }
}

/// Nodes of a scope that stand in cells.
pub(super) fn members(index: &Index, process: usize, parent: Option<NodeIndex>) -> Vec<NodeIndex> {
    index.scopes.get(&(process, parent)).cloned().unwrap_or_default()
}

/// Parents that have content.
pub(super) fn parents(index: &Index) -> BTreeSet<NodeIndex> {
    index
        .graph
        .flow
        .node_weights()
        .filter_map(|weight| weight.parent)
        .collect()
}
