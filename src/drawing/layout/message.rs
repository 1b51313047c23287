//! Ways of message flows: out of the cell into the channel beside its row, up or down between columns.

use super::form::Index;
use super::scope::{Placed, Way};
use super::sheet::{Sheet, X, Y};
use crate::graph::{MessageEnd, NodeIndex};
use std::collections::BTreeMap;

#[derive(Clone, Copy)]
enum End {
    Cell(usize, NodeIndex),
    Section(usize),
}

/// Adds the ways of all message flows between cells and closed pools; `pools`: section of each pool.
pub(super) fn route(index: &Index, sheet: &mut Sheet, placed: &mut Placed, pools: &BTreeMap<usize, usize>) {
    let sections = sections(index, pools);
    for (number, message) in index.graph.messages.iter().enumerate() {
        let end = |end: &MessageEnd| match end {
            MessageEnd::Pool(pool) => pools.get(pool).map(|section| (End::Section(*section), *section)),
            MessageEnd::Node(node) => {
                let cell = placed.cells.get(node)?;
                let process = index.graph.flow.node_weight(*node)?.process;
                Some((End::Cell(*cell, *node), *sections.get(&process)?))
            }
        };
        let (Some((from, above)), Some((to, below))) = (end(&message.from), end(&message.to)) else {
            continue;
        };
        if above == below {
            continue;
        }
        let gap = match (from, to) {
            (End::Cell(cell, _), _) | (_, End::Cell(cell, _)) => sheet.layer(cell) + 1,
            _ => 0,
        };
        let track = sheet.track(gap, (9, number));
        let mut points = stub(index, sheet, from, track, above > below);
        let mut end = stub(index, sheet, to, track, below > above);
        end.reverse();
        points.extend(end);
        placed.ways.push(Way {
            id: message.id.clone(),
            points,
            label: None,
        });
    }
}

fn sections(index: &Index, pools: &BTreeMap<usize, usize>) -> BTreeMap<usize, usize> {
    index
        .graph
        .processes
        .iter()
        .enumerate()
        .filter_map(|(number, process)| Some((number, *pools.get(&process.pool?)?)))
        .collect()
}

/// From an end to the track; `upwards`: the other end lies above.
fn stub(index: &Index, sheet: &mut Sheet, end: End, track: X, upwards: bool) -> Vec<(X, Y)> {
    match end {
        End::Section(section) => vec![(track, Y::Border(section, !upwards))],
        End::Cell(cell, node) => {
            let hung = index.hanging.contains_key(&node);
            let named = index.name_below(node).1 > 0.0;
            let over = !hung && (upwards || named);
            let form = sheet.cells.get(cell).map_or((0.0, 0.0), |cell| cell.form);
            let x = X::Cell(cell, if form.0 >= 100.0 { -form.0 / 4.0 } else { 0.0 });
            let (start, channel) = if over {
                (Y::Cell(cell, -form.1 / 2.0), sheet.over(sheet.row(cell)))
            } else {
                (Y::Cell(cell, form.1 / 2.0), sheet.under(sheet.row(cell)))
            };
            vec![(x, start), (x, channel), (track, channel)]
        }
    }
}
