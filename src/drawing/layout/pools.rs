//! The whole drawing: processes with their pools and lanes below each other, on one grid.

use super::build::Block;
use super::form::Index;
use super::message;
use super::scope::{self, Placed};
use super::sheet::{Section, Sheet};
use crate::bpmn::diagram::{Bounds, Tag};
use crate::drawing::container::BAND;
use crate::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

const BETWEEN: f64 = 60.0;
const CLOSED: f64 = 60.0;

/// What stands in a section.
pub(super) struct Part {
    pool: Option<usize>,
    process: Option<usize>,
    lanes: BTreeMap<usize, usize>,
}

/// Everything.
pub(super) fn block(index: &Index) -> Block {
    let graph = index.graph;
    let mut sheet = Sheet::default();
    let mut placed = Placed::default();
    let parents = scope::parents(index);
    let mut inner = BTreeMap::new();
    let mut parts = Vec::new();
    let mut done = BTreeSet::new();
    for (number, pool) in graph.pools.iter().enumerate() {
        let process = pool.process.filter(|process| done.insert(*process));
        parts.push(Part {
            pool: Some(number),
            process,
            lanes: BTreeMap::new(),
        });
    }
    for process in (0..graph.processes.len()).filter(|process| !done.contains(process)) {
        let shown = graph.flow.node_weights().any(|node| node.process == process)
            || graph.lanes.iter().any(|lane| lane.process == process);
        if shown {
            parts.push(Part {
                pool: None,
                process: Some(process),
                lanes: BTreeMap::new(),
            });
        }
    }
    for part in &mut parts {
        let section = section(index, &mut sheet, &mut placed, part, &parents, &mut inner);
        sheet.sections.push(section);
    }
    let depth = (0..graph.lanes.len())
        .map(|lane| depth(index, lane) + 1)
        .max()
        .unwrap_or(0);
    let bands = depth + usize::from(!graph.pools.is_empty());
    message::route(index, &mut sheet, &mut placed, &pool_sections(&parts));
    sheet.measure(BAND * bands as f64, BETWEEN);

    let mut block = Block::default();
    let right = sheet.width + 10.0;
    for (number, part) in parts.iter().enumerate() {
        frames(index, &sheet, &mut block, part, number, right);
    }
    block.fill(index, &sheet, &placed, inner);
    loose(index, &mut block, sheet.height + 40.0);
    block.width = right;
    block.height = sheet.height;
    block
}

fn pool_sections(parts: &[Part]) -> BTreeMap<usize, usize> {
    parts
        .iter()
        .enumerate()
        .filter_map(|(number, part)| Some((part.pool?, number)))
        .collect()
}

/// The inside of a sub-process.
fn inside(index: &Index, process: usize, parent: NodeIndex, parents: &BTreeSet<NodeIndex>) -> Block {
    let mut sheet = Sheet::default();
    let mut placed = Placed::default();
    let band = sheet.band();
    sheet.sections.push(Section::Bands(vec![band]));
    let members: Vec<_> = scope::members(index, process, Some(parent))
        .into_iter()
        .map(|node| (node, band))
        .collect();
    let inner = blocks(index, process, &members, parents);
    scope::place(&mut sheet, &mut placed, index, &members, |node| {
        form(index, node, &inner)
    });
    sheet.measure(0.0, 0.0);
    let mut block = Block {
        width: sheet.width,
        height: sheet.height,
        ..Block::default()
    };
    block.fill(index, &sheet, &placed, inner);
    block
}

fn blocks(
    index: &Index,
    process: usize,
    members: &[(NodeIndex, usize)],
    parents: &BTreeSet<NodeIndex>,
) -> BTreeMap<NodeIndex, Block> {
    members
        .iter()
        .filter(|(node, _)| parents.contains(node))
        .map(|(node, _)| (*node, inside(index, process, *node, parents)))
        .collect()
}

fn form(index: &Index, node: NodeIndex, inner: &BTreeMap<NodeIndex, Block>) -> (f64, f64) {
    let own = index.form(node);
    inner.get(&node).map_or(own, |block| {
        let (width, height) = block.framed();
        (width.max(own.0), height.max(own.1))
    })
}

fn section(
    index: &Index,
    sheet: &mut Sheet,
    placed: &mut Placed,
    part: &mut Part,
    parents: &BTreeSet<NodeIndex>,
    inner: &mut BTreeMap<NodeIndex, Block>,
) -> Section {
    let Some(process) = part.process else {
        return Section::Closed(CLOSED);
    };
    let lanes = &index.graph.lanes;
    let outer: BTreeSet<usize> = lanes.iter().filter_map(|lane| lane.parent).collect();
    let mut bands = Vec::new();
    for (number, lane) in lanes.iter().enumerate() {
        if lane.process == process && !outer.contains(&number) && is_outermost(index, &lane.id) {
            let band = sheet.band();
            bands.push(band);
            part.lanes.insert(number, band);
        }
    }
    let mut free = None;
    let nodes = scope::members(index, process, None);
    let mut members = Vec::with_capacity(nodes.len());
    for node in nodes {
        let lane = index.graph.flow.node_weight(node).and_then(|weight| weight.lane);
        let held = lane.and_then(|lane| {
            let own = part.lanes.get(&lane).copied();
            own.or_else(|| {
                part.lanes
                    .iter()
                    .find(|(leaf, _)| is_within(index, **leaf, lane))
                    .map(|(_, band)| *band)
            })
        });
        let band = held.unwrap_or_else(|| *free.get_or_insert_with(|| sheet.band()));
        members.push((node, band));
    }
    bands.extend(free);
    if bands.is_empty() {
        bands.push(sheet.band());
    }
    let content = blocks(index, process, &members, parents);
    scope::place(sheet, placed, index, &members, |node| form(index, node, &content));
    inner.extend(content);
    Section::Bands(bands)
}

/// Whether a lane divides the process itself, not the inside of a sub-process.
fn is_outermost(index: &Index, lane: &str) -> bool {
    let elements = &index.diagram.elements;
    let lane = index.element(lane).map(|(number, _)| number);
    // There are no more ancestors than elements.
    std::iter::successors(lane, |number| elements.get(*number)?.parent)
        .take(elements.len())
        .filter_map(|number| elements.get(number))
        .find(|element| element.tag != Tag::Lane)
        .is_none_or(|around| around.tag == Tag::Process)
}

fn is_within(index: &Index, lane: usize, outer: usize) -> bool {
    ancestors(index, lane).any(|held| held == outer)
}

fn ancestors<'a>(index: &'a Index, lane: usize) -> impl Iterator<Item = usize> + 'a {
    // A lane cannot have more ancestors than there are lanes.
    std::iter::successors(Some(lane), |lane| {
        index.graph.lanes.get(*lane).and_then(|held| held.parent)
    })
    .take(index.graph.lanes.len())
}

fn depth(index: &Index, lane: usize) -> usize {
    ancestors(index, lane).count().saturating_sub(1)
}

/// Pool and lanes of a section.
fn frames(index: &Index, sheet: &Sheet, block: &mut Block, part: &Part, number: usize, right: f64) {
    let (top, bottom) = sheet.section(number);
    let pool = part.pool.and_then(|pool| index.graph.pools.get(pool));
    let mut left = 0.0;
    if let Some((element, _)) = pool.and_then(|pool| index.element(&pool.id)) {
        let whole = Bounds {
            x: 0.0,
            y: top,
            width: right,
            height: bottom - top,
        };
        frame(index, block, element, whole);
        left = BAND;
    }
    let mut spans: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (leaf, band) in &part.lanes {
        let (top, height) = sheet.band_at(*band);
        for lane in ancestors(index, *leaf) {
            let span = spans.entry(lane).or_insert((top, top + height));
            *span = (span.0.min(top), span.1.max(top + height));
        }
    }
    for (lane, (top, bottom)) in spans {
        let x = left + BAND * depth(index, lane) as f64;
        let found = index
            .graph
            .lanes
            .get(lane)
            .and_then(|lane| index.element(&lane.id));
        if let Some((element, _)) = found {
            let whole = Bounds {
                x,
                y: top,
                width: right - x,
                height: bottom - top,
            };
            frame(index, block, element, whole);
        }
    }
}

fn frame(index: &Index, block: &mut Block, element: usize, bounds: Bounds) {
    block.shape(index, element, bounds);
    if let Some(shape) = block.shapes.last_mut() {
        shape.horizontal = Some(true);
    }
}

/// Data and notes that hang on nothing, in a row below.
fn loose(index: &Index, block: &mut Block, y: f64) {
    let mut x = 0.0;
    for thing in &index.loose {
        let (size, whole) = index.thing_size(*thing);
        block.thing(index, *thing, (x, y), size, whole);
        x += whole.0 + 30.0;
    }
}
