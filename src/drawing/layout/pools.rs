//! The whole drawing: processes with their pools and lanes below each other, on one grid.

use super::build::Block;
use super::cords::Cords;
use super::form::Index;
use super::layers;
use super::scope::{self, Around, Exits, Member};
use super::sheet::{Section, Sheet};
use crate::bpmn::diagram::{Bounds, Tag};
use crate::drawing::container::BAND;
use crate::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

/// What stands in a section.
pub(super) struct Part {
    pool: Option<usize>,
    process: Option<usize>,
    lanes: BTreeMap<usize, usize>,
    members: Vec<(NodeIndex, usize)>,
    bands: Vec<usize>,
}

/// Insides of nodes, and where connections leave them.
#[derive(Default)]
struct Insides {
    blocks: BTreeMap<NodeIndex, Block>,
    exits: Exits,
}

/// Everything.
pub(super) fn block(index: &Index) -> Block {
    let graph = index.graph;
    let cords = Cords::new(index);
    let parents = scope::parents(index);
    let mut sheet = Sheet::default();
    let mut parts = parts(index);
    for part in &mut parts {
        bands(index, &mut sheet, part);
        sheet.sections.push(match part.process {
            Some(_) => Section::Bands(part.bands.clone()),
            None => Section::Closed,
        });
    }
    let pools: BTreeMap<usize, usize> = parts
        .iter()
        .enumerate()
        .filter_map(|(number, part)| Some((part.pool?, number)))
        .collect();
    let nodes: Vec<(NodeIndex, usize)> = parts
        .iter()
        .flat_map(|part| part.members.iter().copied())
        .collect();
    let mut insides = Insides::default();
    let forms = forms(index, &cords, &nodes, &parents, &pools, &mut insides);
    let layer = layers::of_sheet(index, &cords, None, &nodes);
    let mut cells = BTreeMap::new();
    let mut done = 0;
    for part in &parts {
        let members: Vec<Member> = part
            .members
            .iter()
            .zip(layer.iter().skip(done).zip(forms.iter().skip(done)))
            .map(|((node, band), (layer, form))| Member {
                node: *node,
                band: *band,
                layer: *layer,
                form: *form,
            })
            .collect();
        done += members.len();
        let links = layers::links(&cords, None, index, &members);
        scope::place(&mut sheet, &mut cells, index, &members, &part.bands, &links);
    }
    sheet.arrange();
    let depth = (0..graph.lanes.len())
        .map(|lane| depth(index, lane) + 1)
        .max()
        .unwrap_or(0);
    let left = depth + usize::from(!graph.pools.is_empty());
    let found = scope::ways(
        index,
        &mut sheet,
        &Around {
            cords: &cords,
            inside: None,
            cells: &cells,
            exits: &insides.exits,
            pools: &pools,
            left: BAND * left as f64,
        },
    );
    let mut block = Block::default();
    let right = sheet.width + 10.0;
    for (number, part) in parts.iter().enumerate() {
        frames(index, &sheet, &mut block, part, number, right);
    }
    block.fill(index, &sheet, &cells, insides.blocks);
    block.ways(&cords, found);
    loose(index, &mut block, sheet.height + 40.0);
    block.width = right;
    block.height = sheet.height;
    block
}

fn parts(index: &Index) -> Vec<Part> {
    let graph = index.graph;
    let part = |pool: Option<usize>, process: Option<usize>| Part {
        pool,
        process,
        lanes: BTreeMap::new(),
        members: Vec::new(),
        bands: Vec::new(),
    };
    let mut parts = Vec::new();
    let mut done = BTreeSet::new();
    for (number, pool) in graph.pools.iter().enumerate() {
        let process = pool.process.filter(|process| done.insert(*process));
        parts.push(part(Some(number), process));
    }
    let mut shown: BTreeSet<usize> = graph.flow.node_weights().map(|node| node.process).collect();
    shown.extend(graph.lanes.iter().map(|lane| lane.process));
    let free = shown.into_iter().filter(|process| !done.contains(process));
    parts.extend(free.map(|process| part(None, Some(process))));
    parts
}

/// Sizes of nodes, those with content around it.
fn forms(
    index: &Index,
    cords: &Cords,
    nodes: &[(NodeIndex, usize)],
    parents: &BTreeSet<NodeIndex>,
    pools: &BTreeMap<usize, usize>,
    insides: &mut Insides,
) -> Vec<(f64, f64)> {
    let mut forms = Vec::with_capacity(nodes.len());
    for (node, _) in nodes {
        let own = index.form(*node);
        if !parents.contains(node) {
            forms.push(own);
            continue;
        }
        let block = inside(index, cords, *node, parents, pools);
        let framed = block.framed();
        let mut form = (framed.0.max(own.0), framed.1.max(own.1));
        // Ways that leave below pass to the left of the events on the border.
        if block
            .exits
            .values()
            .any(|points| points.last().is_some_and(|last| last.1 > 0.0))
        {
            let events = index.borders.get(node).into_iter().flatten();
            form.0 += events.map(|event| index.border_room(*event)).sum::<f64>();
        }
        for (at, points) in &block.exits {
            insides.exits.insert(*at, Block::exit(points, form));
        }
        insides.blocks.insert(*node, block);
        forms.push(form);
    }
    forms
}

/// The inside of a sub-process.
fn inside(
    index: &Index,
    cords: &Cords,
    parent: NodeIndex,
    parents: &BTreeSet<NodeIndex>,
    pools: &BTreeMap<usize, usize>,
) -> Block {
    let process = index
        .graph
        .flow
        .node_weight(parent)
        .map_or(0, |weight| weight.process);
    let mut sheet = Sheet::default();
    let band = sheet.band();
    sheet.sections.push(Section::Bands(vec![band]));
    let nodes: Vec<(NodeIndex, usize)> = scope::members(index, process, Some(parent))
        .into_iter()
        .map(|node| (node, band))
        .collect();
    let mut insides = Insides::default();
    let forms = forms(index, cords, &nodes, parents, pools, &mut insides);
    let layer = layers::of_sheet(index, cords, Some(parent), &nodes);
    let members: Vec<Member> = nodes
        .iter()
        .zip(layer.into_iter().zip(forms))
        .map(|((node, band), (layer, form))| Member {
            node: *node,
            band: *band,
            layer,
            form,
        })
        .collect();
    let links = layers::links(cords, Some(parent), index, &members);
    let mut cells = BTreeMap::new();
    scope::place(&mut sheet, &mut cells, index, &members, &[band], &links);
    sheet.arrange();
    let found = scope::ways(
        index,
        &mut sheet,
        &Around {
            cords,
            inside: Some(parent),
            cells: &cells,
            exits: &insides.exits,
            pools,
            left: 0.0,
        },
    );
    let mut block = Block {
        width: sheet.width,
        height: sheet.height,
        ..Block::default()
    };
    block.fill(index, &sheet, &cells, insides.blocks);
    block.ways(cords, found);
    block
}

fn bands(index: &Index, sheet: &mut Sheet, part: &mut Part) {
    let Some(process) = part.process else { return };
    let lanes = &index.graph.lanes;
    let outer: BTreeSet<usize> = lanes.iter().filter_map(|lane| lane.parent).collect();
    for (number, lane) in lanes.iter().enumerate() {
        if lane.process == process && !outer.contains(&number) && is_outermost(index, &lane.id) {
            let band = sheet.band();
            part.bands.push(band);
            part.lanes.insert(number, band);
        }
    }
    let mut free = None;
    for node in scope::members(index, process, None) {
        let lane = index.graph.flow.node_weight(node).and_then(|weight| weight.lane);
        let held = lane.and_then(|lane| {
            let own = part.lanes.get(&lane).copied();
            own.or_else(|| {
                let mut leaves = part.lanes.iter();
                leaves
                    .find(|(leaf, _)| is_within(index, **leaf, lane))
                    .map(|(_, band)| *band)
            })
        });
        let band = held.unwrap_or_else(|| *free.get_or_insert_with(|| sheet.band()));
        part.members.push((node, band));
    }
    part.bands.extend(free);
    if part.bands.is_empty() {
        part.bands.push(sheet.band());
    }
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
        let (top, bottom) = sheet.band_at(*band);
        for lane in ancestors(index, *leaf) {
            let span = spans.entry(lane).or_insert((top, bottom));
            *span = (span.0.min(top), span.1.max(bottom));
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
