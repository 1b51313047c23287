//! The grid of a layout. Across: gaps and columns in turn (an even number is a gap, an odd one a column). Down: levels,
//! that is rows of cells with channels between them. Cells stand where a column meets a row; ways run along gaps,
//! columns, channels and rows, and keep off taken cells.

use std::collections::{BTreeMap, HashMap};

/// Between parallel ways, in pixels.
const TRACK: f64 = 12.0;
const CHANNEL: f64 = 10.0;
/// Between a column and the ways beside it.
const GAP: f64 = 25.0;
/// A channel without ways.
const QUIET: f64 = 24.0;
/// Between two pools.
const BETWEEN: f64 = 60.0;
const EMPTY_BAND: f64 = 80.0;
const CLOSED: f64 = 60.0;

/// A place taken: a form with what hangs on it.
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
    /// Ways below keep left of this distance from the middle: events on the border stand to the right of it.
    pub free: f64,
}

/// A horizontal line of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Upper or lower end of the sheet.
    Edge,
    /// Beside a row, within a section.
    Channel(usize),
    /// Between two sections.
    Between,
    /// A row of cells.
    Row,
    /// A closed pool.
    Closed(usize),
}

/// What stands below each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Section {
    /// Bands with content.
    Bands(Vec<usize>),
    /// A closed pool.
    Closed,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Row {
    level: usize,
    up: f64,
    down: f64,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Gap {
    tracks: usize,
    label: f64,
    left: f64,
}

/// The grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sheet {
    /// Cells.
    pub cells: Vec<Cell>,
    /// Sections, top to bottom.
    pub sections: Vec<Section>,
    /// Levels, top to bottom.
    pub levels: Vec<Level>,
    /// First and last level of each section.
    pub spans: Vec<(usize, usize)>,
    rows: Vec<Row>,
    bands: Vec<Vec<usize>>,
    band_spans: BTreeMap<usize, (usize, usize)>,
    taken: HashMap<(usize, usize), usize>,
    row_at: HashMap<usize, usize>,
    at_level: HashMap<(usize, usize), usize>,
    gaps: BTreeMap<usize, Gap>,
    columns: Vec<(f64, f64)>,
    channels: HashMap<usize, usize>,
    heights: Vec<(f64, f64)>,
    /// Right border of the last gap.
    pub width: f64,
    /// Lower border of the last section.
    pub height: f64,
}

impl Sheet {
    /// A new band, without rows.
    pub fn band(&mut self) -> usize {
        self.bands.push(Vec::new());
        self.bands.len() - 1
    }

    /// Puts a cell into a row of a band; where that is taken, into the next free one.
    pub fn put(&mut self, band: usize, wanted: usize, cell: Cell) -> usize {
        let mut rank = wanted;
        let row = loop {
            while self.bands.get(band).is_some_and(|rows| rows.len() <= rank) {
                self.rows.push(Row::default());
                let row = self.rows.len() - 1;
                if let Some(rows) = self.bands.get_mut(band) {
                    rows.push(row);
                }
            }
            let row = self.bands.get(band).and_then(|rows| rows.get(rank)).copied();
            let row = row.unwrap_or_default();
            if !self.taken.contains_key(&(cell.layer, row)) {
                break row;
            }
            rank += 1;
        };
        self.taken.insert((cell.layer, row), self.cells.len());
        self.cells.push(Cell { row, ..cell });
        self.cells.len() - 1
    }

    /// Lays the levels, when all cells and sections are there.
    pub fn arrange(&mut self) {
        let mut levels = vec![Level::Edge];
        for (number, section) in self.sections.iter().enumerate() {
            if number > 0 {
                levels.push(Level::Between);
            }
            let first = levels.len();
            match section {
                Section::Closed => levels.push(Level::Closed(number)),
                Section::Bands(bands) => {
                    for band in bands {
                        let start = levels.len();
                        levels.push(Level::Channel(number));
                        for row in self.bands.get(*band).into_iter().flatten() {
                            if let Some(row) = self.rows.get_mut(*row) {
                                row.level = levels.len();
                            }
                            self.row_at.insert(levels.len(), *row);
                            levels.extend([Level::Row, Level::Channel(number)]);
                        }
                        self.band_spans.insert(*band, (start, levels.len() - 1));
                    }
                }
            }
            self.spans.push((first, levels.len() - 1));
        }
        levels.push(Level::Edge);
        self.levels = levels;
        for (number, cell) in self.cells.iter().enumerate() {
            let level = self.rows.get(cell.row).map_or(0, |row| row.level);
            self.at_level.insert((2 * cell.layer + 1, level), number);
        }
    }

    /// The cell where a column (as line across) meets a level.
    pub fn cell_at(&self, line: usize, level: usize) -> Option<usize> {
        self.at_level.get(&(line, level)).copied()
    }

    /// Where a cell stands: its column as line across, and its level.
    pub fn spot(&self, cell: usize) -> (usize, usize) {
        let Some(cell) = self.cells.get(cell) else {
            return (0, 0);
        };
        let level = self.rows.get(cell.row).map_or(0, |row| row.level);
        (2 * cell.layer + 1, level)
    }

    /// Number of lines across.
    pub fn lines(&self) -> usize {
        let columns = self.cells.iter().map(|cell| cell.layer + 1).max();
        2 * columns.unwrap_or(0) + 1
    }

    /// Room for a name in a gap.
    pub fn label(&mut self, gap: usize, width: f64) {
        let gap = self.gaps.entry(gap).or_default();
        gap.label = gap.label.max(width);
    }

    /// Room for parallel ways in a gap (a line across).
    pub fn tracks(&mut self, line: usize, count: usize) {
        let gap = self.gaps.entry(line / 2).or_default();
        gap.tracks = gap.tracks.max(count);
    }

    /// Room for parallel ways in a channel.
    pub fn channel(&mut self, level: usize, count: usize) {
        self.channels.insert(level, count);
    }

    /// Fixes all widths and heights; `left` of the first gap.
    pub fn measure(&mut self, left: f64) {
        self.measure_columns(left);
        for cell in &self.cells {
            if let Some(row) = self.rows.get_mut(cell.row) {
                row.up = row.up.max(cell.up);
                row.down = row.down.max(cell.down);
            }
        }
        let mut height = vec![0.0; self.levels.len()];
        for (level, kind) in self.levels.iter().enumerate() {
            let ways = self.channels.get(&level).copied().unwrap_or(0);
            let room = CHANNEL * ways.saturating_sub(1) as f64;
            let high = match kind {
                Level::Edge | Level::Row => 0.0,
                Level::Channel(_) => QUIET + room,
                Level::Between => BETWEEN + room,
                Level::Closed(_) => CLOSED,
            };
            if let Some(held) = height.get_mut(level) {
                *held = high;
            }
        }
        for row in &self.rows {
            if let Some(held) = height.get_mut(row.level) {
                *held = row.up + row.down;
            }
        }
        for (first, last) in self.band_spans.values() {
            let sum: f64 = height.get(*first..=*last).into_iter().flatten().sum();
            if let Some(held) = height.get_mut(*last) {
                *held += (EMPTY_BAND - sum).max(0.0);
            }
        }
        let mut y = 0.0;
        self.heights.clear();
        for high in height {
            self.heights.push((y, high));
            y += high;
        }
        self.height = y;
    }

    fn measure_columns(&mut self, left: f64) {
        let count = self.lines() / 2;
        let mut widths = vec![0.0_f64; count];
        for cell in &self.cells {
            if let Some(width) = widths.get_mut(cell.layer) {
                *width = width.max(cell.width);
            }
        }
        let mut x = left;
        self.columns.clear();
        for index in 0..=count {
            let gap = self.gaps.entry(index).or_default();
            gap.left = x;
            x += GAP + TRACK * gap.tracks.saturating_sub(1) as f64 + GAP.max(gap.label + 16.0);
            if let Some(width) = widths.get(index) {
                self.columns.push((x, *width));
                x += width;
            }
        }
        self.width = x;
    }

    /// Middle of a column, or a track in a gap.
    pub fn x(&self, line: usize, track: usize) -> f64 {
        if line % 2 == 1 {
            let column = self.columns.get(line / 2);
            return column.map_or(0.0, |(left, width)| left + width / 2.0);
        }
        let gap = self.gaps.get(&(line / 2));
        gap.map_or(0.0, |gap| gap.left + GAP + TRACK * track as f64)
    }

    /// Middle of a row, a track in a channel, or the end of the sheet.
    pub fn y(&self, level: usize, track: usize) -> f64 {
        let (top, height) = self.heights.get(level).copied().unwrap_or_default();
        let ways = self.channels.get(&level).copied().unwrap_or(0).max(1);
        match self.levels.get(level) {
            Some(Level::Row) => {
                let up = self.row_at.get(&level).and_then(|row| self.rows.get(*row));
                top + up.map_or(0.0, |row| row.up)
            }
            _ => top + (height - CHANNEL * (ways - 1) as f64) / 2.0 + CHANNEL * track as f64,
        }
    }

    /// Upper and lower border of a section.
    pub fn section(&self, index: usize) -> (f64, f64) {
        self.spans.get(index).map_or((0.0, 0.0), |span| self.span(*span))
    }

    /// Upper and lower border of a band.
    pub fn band_at(&self, index: usize) -> (f64, f64) {
        let span = self.band_spans.get(&index);
        span.map_or((0.0, 0.0), |span| self.span(*span))
    }

    fn span(&self, (first, last): (usize, usize)) -> (f64, f64) {
        let top = self.heights.get(first).map_or(0.0, |(top, _)| *top);
        let bottom = self.heights.get(last).map_or(0.0, |(top, height)| top + height);
        (top, bottom)
    }
}
