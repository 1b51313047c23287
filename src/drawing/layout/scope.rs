//! One scope (a process or the inside of a sub-process): its nodes become cells, its flows become ways.

use super::form::{ABOVE, APART, Index};
use super::sheet::{Cell, Sheet, X, Y};
use crate::drawing::lettering::{BESIDE, cut};
use crate::drawing::order::layers;
use crate::graph::petgraph::visit::EdgeRef;
use crate::graph::{EdgeIndex, EdgeKind, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// A flow that passes more columns than this takes a channel instead of free cells.
const LONGEST_PASS: usize = 12;
/// Half of the usual event.
const EVENT: f64 = 18.0;

/// A flow with its way, before widths and heights are known.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    /// Id of the edge.
    pub id: String,
    /// Bends.
    pub points: Vec<(X, Y)>,
    /// Gap, level and place in the stack of the name.
    pub label: Option<(usize, Y, f64, f64, f64)>,
}

/// What was placed on a sheet.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// Cell of each node.
    pub cells: BTreeMap<NodeIndex, usize>,
    /// Band of each node.
    pub bands: BTreeMap<NodeIndex, usize>,
    /// Ways of sequence flows.
    pub ways: Vec<Way>,
    labels: BTreeMap<(usize, usize), f64>,
}

struct Flow {
    id: String,
    name: String,
    from: usize,
    to: usize,
    /// Offset of the event on the border it leaves from.
    border: Option<f64>,
    chain: Vec<usize>,
}

/// Places nodes in their bands; `form` gives the size of a node.
pub(super) fn place(
    sheet: &mut Sheet,
    placed: &mut Placed,
    index: &Index,
    nodes: &[(NodeIndex, usize)],
    form: impl Fn(NodeIndex) -> (f64, f64),
) {
    let number: BTreeMap<NodeIndex, usize> = nodes
        .iter()
        .enumerate()
        .map(|(i, (node, _))| (*node, i))
        .collect();
    let mut flows = flows(index, &number, &form);
    let pairs: Vec<(usize, usize)> = flows.iter().map(|flow| (flow.from, flow.to)).collect();
    let layer = layers(nodes.len(), &pairs);
    let layer_of = |node: usize| layer.get(node).copied().unwrap_or_default();
    let band_of = |node: usize| nodes.get(node).map_or(0, |(_, band)| *band);

    let mut by_layer: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in 0..nodes.len() {
        by_layer.entry(layer_of(node)).or_default().push(node);
    }
    let mut entering: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut passing: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, flow) in flows.iter().enumerate() {
        let (from, to) = (layer_of(flow.from), layer_of(flow.to));
        if from < to && to - from <= LONGEST_PASS {
            entering.entry(flow.to).or_default().push(at);
            for between in from + 1..to {
                passing.entry(between).or_default().push(at);
            }
        }
    }
    let mut cell_of: Vec<usize> = vec![usize::MAX; nodes.len()];
    for (column, members) in &by_layer {
        let mut wishes: Vec<(usize, f64, usize)> = members
            .iter()
            .map(|node| {
                let band = band_of(*node);
                let ranks: Vec<f64> = entering
                    .get(node)
                    .into_iter()
                    .flatten()
                    .filter_map(|at| flows.get(*at))
                    .filter_map(|flow| {
                        let last = flow.chain.last().copied().or(cell_of.get(flow.from).copied())?;
                        // What interrupts a step leads below its way.
                        let below = if flow.border.is_some() { 1.0 } else { 0.0 };
                        sheet.rank(band, sheet.row(last)).map(|rank| rank as f64 + below)
                    })
                    .collect();
                let wish = if ranks.is_empty() {
                    0.0
                } else {
                    ranks.iter().sum::<f64>() / ranks.len() as f64
                };
                (band, wish, *node)
            })
            .collect();
        wishes.sort_by(|a, b| (a.0, a.2).cmp(&(b.0, b.2)).then(a.1.total_cmp(&b.1)));
        wishes.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for (band, wish, node) in wishes {
            let Some((id, _)) = nodes.get(node).copied() else {
                continue;
            };
            let cell = cell(index, id, *column, form(id));
            let cell = sheet.put(band, wish.round() as usize, cell);
            if let Some(held) = cell_of.get_mut(node) {
                *held = cell;
            }
            placed.cells.insert(id, cell);
            placed.bands.insert(id, band);
        }
        for at in passing.get(column).into_iter().flatten() {
            let Some(flow) = flows.get_mut(*at) else { continue };
            let band = band_of(flow.to);
            let before = flow.chain.last().copied().or(cell_of.get(flow.from).copied());
            let wish = before
                .and_then(|cell| sheet.rank(band, sheet.row(cell)))
                .unwrap_or(0);
            let pass = Cell {
                layer: *column,
                row: 0,
                width: 0.0,
                up: 6.0,
                down: 6.0,
                form: (0.0, 0.0),
            };
            let cell = sheet.put(band, wish, pass);
            flow.chain.push(cell);
        }
    }
    let leaving = count(flows.iter().map(|flow| flow.from));
    for (at, flow) in flows.iter().enumerate() {
        let (Some(from), Some(to)) = (cell_of.get(flow.from), cell_of.get(flow.to)) else {
            continue;
        };
        let forward = layer_of(flow.from) < layer_of(flow.to)
            && layer_of(flow.to) - layer_of(flow.from) <= LONGEST_PASS;
        let splits = leaving.get(&flow.from).is_some_and(|count| *count > 1);
        let way = if forward {
            forwards(sheet, flow, *from, *to, splits)
        } else {
            channel(
                sheet,
                flow,
                *from,
                *to,
                band_of(flow.to),
                (3, placed.ways.len() + at),
            )
        };
        let label = label(sheet, placed, flow, *from, &way);
        placed.ways.push(Way {
            id: flow.id.clone(),
            points: way,
            label,
        });
    }
}

fn count(values: impl Iterator<Item = usize>) -> BTreeMap<usize, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

fn flows(
    index: &Index,
    number: &BTreeMap<NodeIndex, usize>,
    form: &impl Fn(NodeIndex) -> (f64, f64),
) -> Vec<Flow> {
    let graph = &index.graph.flow;
    let host = |node: NodeIndex| graph.node_weight(node).and_then(|weight| weight.host);
    let mut edges: Vec<(EdgeIndex, Flow)> = Vec::new();
    for edge in graph.edge_references() {
        if edge.weight().kind != EdgeKind::Sequence {
            continue;
        }
        let from = host(edge.source()).unwrap_or(edge.source());
        let to = host(edge.target()).unwrap_or(edge.target());
        let (Some(a), Some(b)) = (number.get(&from), number.get(&to)) else {
            continue;
        };
        let border = (from != edge.source()).then(|| border_offset(index, from, edge.source(), form(from).0));
        edges.push((
            edge.id(),
            Flow {
                id: edge.weight().id.clone(),
                name: edge.weight().name.clone(),
                from: *a,
                to: *b,
                border,
                chain: Vec::new(),
            },
        ));
    }
    edges.sort_by_key(|(id, _)| *id);
    edges.into_iter().map(|(_, flow)| flow).collect()
}

/// Middle of an event on the lower border, from the middle of its host.
pub(super) fn border_offset(index: &Index, host: NodeIndex, event: NodeIndex, width: f64) -> f64 {
    let events = index.borders.get(&host).map(Vec::as_slice).unwrap_or_default();
    let place = events.iter().position(|held| *held == event).unwrap_or(0);
    width / 2.0 - 28.0 - 60.0 * place as f64
}

fn cell(index: &Index, node: NodeIndex, layer: usize, form: (f64, f64)) -> Cell {
    let (name_width, name_height) = index.name_below(node);
    let mut up = form.1 / 2.0;
    let mut width = form.0.max(name_width);
    let things = index.hanging.get(&node).map(Vec::as_slice).unwrap_or_default();
    if !things.is_empty() {
        let sizes: Vec<(f64, f64)> = things.iter().map(|thing| index.thing_size(*thing).1).collect();
        let row: f64 = sizes.iter().map(|size| size.0 + APART).sum::<f64>() - APART;
        width = width.max(row);
        up += ABOVE + sizes.iter().map(|size| size.1).fold(0.0, f64::max);
    }
    let borders = index.borders.get(&node).map(Vec::as_slice).unwrap_or_default();
    let mut down = form.1 / 2.0 + name_height;
    if !borders.is_empty() {
        let names = borders
            .iter()
            .map(|event| index.name_below(*event).1)
            .fold(0.0, f64::max);
        down = down.max(form.1 / 2.0 + EVENT + names);
        width = width.max(form.0 + 60.0);
    }
    Cell {
        layer,
        row: 0,
        width,
        up,
        down,
        form,
    }
}

/// The beginning of a way: from the right side, or from an event on the lower border into the channel below.
fn beginning(sheet: &mut Sheet, flow: &Flow, from: usize) -> (Vec<(X, Y)>, Y) {
    let form = sheet.cells.get(from).map_or((0.0, 0.0), |cell| cell.form);
    match flow.border {
        None => (
            vec![(X::Cell(from, form.0 / 2.0), Y::Cell(from, 0.0))],
            Y::Cell(from, 0.0),
        ),
        Some(offset) => {
            let x = X::Cell(from, offset);
            let under = sheet.under(sheet.row(from));
            (vec![(x, Y::Cell(from, form.1 / 2.0 + EVENT)), (x, under)], under)
        }
    }
}

fn forwards(sheet: &mut Sheet, flow: &Flow, from: usize, to: usize, splits: bool) -> Vec<(X, Y)> {
    let (mut points, mut level) = beginning(sheet, flow, from);
    let mut before = from;
    let cells: Vec<usize> = flow.chain.iter().copied().chain([to]).collect();
    for cell in &cells {
        let gap = sheet.layer(*cell);
        if sheet.row(before) != sheet.row(*cell) || matches!(level, Y::Under(..)) {
            let key = match (before == from, *cell == to) {
                (true, _) if flow.border.is_some() => (6, from * 16 + points.len()),
                (true, _) if splits => (0, from),
                (_, true) => (1, to),
                _ => (2, before),
            };
            let track = sheet.track(gap, key);
            points.push((track, level));
            level = Y::Cell(*cell, 0.0);
            points.push((track, level));
        }
        before = *cell;
    }
    points.push(arrival(sheet, to));
    points
}

fn channel(
    sheet: &mut Sheet,
    flow: &Flow,
    from: usize,
    to: usize,
    band: usize,
    key: (u8, usize),
) -> Vec<(X, Y)> {
    let (mut points, level) = beginning(sheet, flow, from);
    let out = sheet.track(sheet.layer(from) + 1, key);
    let back = sheet.back(band);
    let into = sheet.track(sheet.layer(to), (key.0 + 1, key.1));
    points.extend([
        (out, level),
        (out, back),
        (into, back),
        (into, Y::Cell(to, 0.0)),
        arrival(sheet, to),
    ]);
    points
}

fn arrival(sheet: &Sheet, to: usize) -> (X, Y) {
    let width = sheet.cells.get(to).map_or(0.0, |cell| cell.form.0);
    (X::Cell(to, -width / 2.0), Y::Cell(to, 0.0))
}

fn label(
    sheet: &mut Sheet,
    placed: &mut Placed,
    flow: &Flow,
    from: usize,
    way: &[(X, Y)],
) -> Option<(usize, Y, f64, f64, f64)> {
    if flow.name.is_empty() {
        return None;
    }
    let text = cut(&flow.name, 90.0, BESIDE, 14);
    let (width, height) = (text.width(), text.height());
    let gap = sheet.layer(from) + 1;
    sheet.label(gap, width);
    // Right of the tracks, over the level piece that follows the first bend.
    let level = way
        .iter()
        .skip(1)
        .find_map(|(x, y)| {
            matches!((x, y), (X::Track(..), Y::Cell(cell, _)) if sheet.row(*cell) != sheet.row(from))
                .then_some(*y)
        })
        .unwrap_or(Y::Cell(from, 0.0));
    let row = match level {
        Y::Cell(cell, _) => sheet.row(cell),
        _ => usize::MAX,
    };
    let stack = placed.labels.entry((gap, row)).or_insert(0.0);
    let lift = *stack;
    *stack += height + 2.0;
    Some((gap, level, lift, width, height))
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
