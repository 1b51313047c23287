//! The grid of a layout: cells in layers (columns) and rows, rows in bands (lanes), bands in sections (pools).
//! Vertical ways run only between columns, level ways only in rows that are free there or between rows.

use std::collections::{BTreeMap, BTreeSet};

const TRACK: f64 = 12.0;
const CHANNEL: f64 = 10.0;
const GAP: f64 = 25.0;
const ROW_PADDING: f64 = 12.0;
const BAND_PADDING: f64 = 12.0;
const EMPTY_BAND: f64 = 80.0;

/// A place taken: a form with what hangs on it, or an edge passing by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cell {
    /// Column.
    pub layer: usize,
    /// Row, over all bands.
    pub row: usize,
    /// Width of all of it.
    pub width: f64,
    /// From the middle of the form up.
    pub up: f64,
    /// From the middle of the form down.
    pub down: f64,
    /// Size of the form itself.
    pub form: (f64, f64),
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Row {
    up: f64,
    down: f64,
    over: usize,
    under: usize,
    top: f64,
    height: f64,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Band {
    rows: Vec<usize>,
    back: usize,
    top: f64,
    height: f64,
}

/// Rows from top to bottom, at what height.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Section {
    /// Bands with content.
    Bands(Vec<usize>),
    /// A closed pool of this height.
    Closed(f64),
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Gap {
    tracks: BTreeMap<(u8, usize), usize>,
    label: f64,
    left: f64,
}

/// A horizontal coordinate, before widths are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum X {
    /// Middle of a cell plus an offset.
    Cell(usize, f64),
    /// Track in the gap before a column.
    Track(usize, usize),
}

/// A vertical coordinate, before heights are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Y {
    /// Middle of the row of a cell plus an offset.
    Cell(usize, f64),
    /// Channel over a row.
    Over(usize, usize),
    /// Channel under a row.
    Under(usize, usize),
    /// Channel at the top of a band.
    Back(usize, usize),
    /// Upper or lower border of a section.
    Border(usize, bool),
}

/// The grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sheet {
    /// Cells.
    pub cells: Vec<Cell>,
    rows: Vec<Row>,
    bands: Vec<Band>,
    /// Sections, top to bottom.
    pub sections: Vec<Section>,
    taken: BTreeSet<(usize, usize)>,
    gaps: BTreeMap<usize, Gap>,
    columns: Vec<(f64, f64)>,
    section_at: Vec<(f64, f64)>,
    /// Right border of the last gap.
    pub width: f64,
    /// Lower border of the last section.
    pub height: f64,
}

impl Sheet {
    /// A new band, without rows.
    pub fn band(&mut self) -> usize {
        self.bands.push(Band::default());
        self.bands.len() - 1
    }

    /// Puts a cell in a band, in the free row of its layer that is nearest to the wanted one.
    pub fn put(&mut self, band: usize, wanted: usize, cell: Cell) -> usize {
        let count = self.bands.get(band).map_or(0, |band| band.rows.len());
        let wanted = wanted.min(count);
        let free = |index: usize| {
            let row = self.bands.get(band).and_then(|band| band.rows.get(index));
            row.is_some_and(|row| !self.taken.contains(&(*row, cell.layer)))
        };
        let nearest = (0..=count).find_map(|distance| {
            let below = wanted + distance;
            let above = wanted.checked_sub(distance);
            [Some(below), above]
                .into_iter()
                .flatten()
                .find(|index| free(*index))
        });
        let row = match nearest.and_then(|index| self.bands.get(band)?.rows.get(index)) {
            Some(row) => *row,
            None => {
                self.rows.push(Row::default());
                let row = self.rows.len() - 1;
                if let Some(band) = self.bands.get_mut(band) {
                    band.rows.push(row);
                }
                row
            }
        };
        self.taken.insert((row, cell.layer));
        self.cells.push(Cell { row, ..cell });
        self.cells.len() - 1
    }

    /// Place of a row within its band.
    pub fn rank(&self, band: usize, row: usize) -> Option<usize> {
        self.bands.get(band)?.rows.iter().position(|held| *held == row)
    }

    /// Row of a cell.
    pub fn row(&self, cell: usize) -> usize {
        self.cells.get(cell).map_or(0, |cell| cell.row)
    }

    /// Layer of a cell.
    pub fn layer(&self, cell: usize) -> usize {
        self.cells.get(cell).map_or(0, |cell| cell.layer)
    }

    /// A track in the gap before a column; equal keys share one.
    pub fn track(&mut self, gap: usize, key: (u8, usize)) -> X {
        let tracks = &mut self.gaps.entry(gap).or_default().tracks;
        let next = tracks.len();
        X::Track(gap, *tracks.entry(key).or_insert(next))
    }

    /// Where names in the gap before a column begin.
    pub fn label_x(&self, gap: usize) -> f64 {
        let tracks = |gap: &Gap| gap.tracks.len().saturating_sub(1) as f64;
        self.gaps
            .get(&gap)
            .map_or(0.0, |gap| gap.left + GAP + TRACK * tracks(gap) + 6.0)
    }

    /// Room for a name in the gap before a column.
    pub fn label(&mut self, gap: usize, width: f64) {
        let gap = self.gaps.entry(gap).or_default();
        gap.label = gap.label.max(width);
    }

    /// A channel over a row.
    pub fn over(&mut self, row: usize) -> Y {
        let number = self.rows.get_mut(row).map_or(0, |row| {
            row.over += 1;
            row.over
        });
        Y::Over(row, number)
    }

    /// A channel under a row.
    pub fn under(&mut self, row: usize) -> Y {
        let number = self.rows.get_mut(row).map_or(0, |row| {
            row.under += 1;
            row.under
        });
        Y::Under(row, number)
    }

    /// A channel at the top of a band.
    pub fn back(&mut self, band: usize) -> Y {
        let number = self.bands.get_mut(band).map_or(0, |band| {
            band.back += 1;
            band.back
        });
        Y::Back(band, number)
    }

    /// Fixes all widths and heights; `left` of the first gap, `between` sections.
    pub fn measure(&mut self, left: f64, between: f64) {
        self.measure_columns(left);
        for cell in &self.cells {
            if let Some(row) = self.rows.get_mut(cell.row) {
                row.up = row.up.max(cell.up);
                row.down = row.down.max(cell.down);
            }
        }
        let mut y = 0.0;
        self.section_at.clear();
        for (index, section) in self.sections.iter().enumerate() {
            if index > 0 {
                y += between;
            }
            let top = y;
            match section {
                Section::Closed(height) => y += height,
                Section::Bands(bands) => {
                    for index in bands {
                        if let Some(band) = self.bands.get_mut(*index) {
                            y = band.measure(&mut self.rows, y);
                        }
                    }
                }
            }
            self.section_at.push((top, y));
        }
        self.height = y;
    }

    fn measure_columns(&mut self, left: f64) {
        let count = self.cells.iter().map(|cell| cell.layer + 1).max().unwrap_or(0);
        let mut widths = vec![0.0_f64; count];
        for cell in &self.cells {
            if let Some(width) = widths.get_mut(cell.layer) {
                *width = width.max(cell.width);
            }
        }
        let mut x = left;
        let mut columns = Vec::with_capacity(count);
        for index in 0..=count {
            let gap = self.gaps.entry(index).or_default();
            gap.left = x;
            x += gap.width();
            if let Some(width) = widths.get(index) {
                columns.push((x, *width));
                x += width;
            }
        }
        self.columns = columns;
        self.width = x;
    }

    /// A horizontal coordinate in pixels.
    pub fn x(&self, x: X) -> f64 {
        match x {
            X::Cell(cell, offset) => {
                let column = self.cells.get(cell).and_then(|cell| self.columns.get(cell.layer));
                column.map_or(0.0, |(left, width)| left + width / 2.0) + offset
            }
            X::Track(gap, track) => self
                .gaps
                .get(&gap)
                .map_or(0.0, |gap| gap.left + GAP + TRACK * track as f64),
        }
    }

    /// A vertical coordinate in pixels.
    pub fn y(&self, y: Y) -> f64 {
        let row = |index: usize| self.rows.get(index).cloned().unwrap_or_default();
        match y {
            Y::Cell(cell, offset) => row(self.row(cell)).middle() + offset,
            Y::Over(index, number) => row(index).top + CHANNEL * number as f64,
            Y::Under(index, number) => row(index).top + row(index).height - CHANNEL * number as f64,
            Y::Back(band, number) => {
                self.bands.get(band).map_or(0.0, |band| band.top) + CHANNEL * number as f64
            }
            Y::Border(section, lower) => {
                let (top, bottom) = self.section_at.get(section).copied().unwrap_or_default();
                if lower { bottom } else { top }
            }
        }
    }

    /// Upper and lower border of a section.
    pub fn section(&self, index: usize) -> (f64, f64) {
        self.section_at.get(index).copied().unwrap_or_default()
    }

    /// Upper border and height of a band.
    pub fn band_at(&self, index: usize) -> (f64, f64) {
        self.bands
            .get(index)
            .map_or((0.0, 0.0), |band| (band.top, band.height))
    }
}

impl Gap {
    fn width(&self) -> f64 {
        let tracks = self.tracks.len().saturating_sub(1) as f64;
        GAP + TRACK * tracks + GAP.max(self.label + 16.0)
    }
}

impl Row {
    fn middle(&self) -> f64 {
        self.top + ROW_PADDING + CHANNEL * self.over as f64 + self.up
    }
}

impl Band {
    fn measure(&mut self, rows: &mut [Row], top: f64) -> f64 {
        self.top = top;
        let mut y = top + BAND_PADDING + CHANNEL * self.back as f64;
        for index in &self.rows {
            if let Some(row) = rows.get_mut(*index) {
                row.top = y;
                row.height = row.up + row.down + 2.0 * ROW_PADDING + CHANNEL * (row.over + row.under) as f64;
                y += row.height;
            }
        }
        self.height = (y + BAND_PADDING - top).max(EMPTY_BAND);
        top + self.height
    }
}
