//! Where nothing is written yet: badges look for such places, so that they hide no letters.

use crate::bpmn::diagram::Bounds;
use crate::domain::ids::IdMap;

/// Side of a cell of the grid in pixels.
const CELL: f64 = 100.0;

/// So many cells are noted at most. Drawings for people need far fewer; in larger ones names may come to lie on lines.
const MOST: usize = 1_000_000;

/// A grid of taken places.
#[derive(Debug, Default)]
pub(super) struct Free {
    cells: IdMap<(i64, i64), Vec<Bounds>>,
    noted: usize,
}

impl Free {
    /// With these places taken.
    pub fn new(taken: &[Bounds]) -> Self {
        let mut free = Free::default();
        for place in taken {
            free.take(*place);
        }
        free
    }

    /// Takes a place.
    pub fn take(&mut self, place: Bounds) {
        for cell in cells(&place).take(MOST.saturating_sub(self.noted)) {
            self.noted += 1;
            self.cells.entry(cell).or_default().push(place);
        }
    }

    /// True where nothing overlaps a place.
    pub fn is_free(&self, place: &Bounds) -> bool {
        cells(place)
            .filter_map(|cell| self.cells.get(&cell))
            .flatten()
            .all(|other| !overlap(place, other))
    }
}

fn overlap(a: &Bounds, b: &Bounds) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

fn cells(place: &Bounds) -> impl Iterator<Item = (i64, i64)> + use<> {
    let cell = |value: f64| (value / CELL).floor() as i64;
    let (left, right) = (cell(place.x), cell(place.x + place.width));
    let (top, bottom) = (cell(place.y), cell(place.y + place.height));
    (left..=right).flat_map(move |x| (top..=bottom).map(move |y| (x, y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_place_is_not_free_and_its_neighbour_is() {
        let at = |x: f64, y: f64| Bounds {
            x,
            y,
            width: 150.0,
            height: 20.0,
        };
        let mut free = Free::new(&[at(-60.0, -10.0)]);
        assert!(!free.is_free(&at(80.0, 5.0)));
        assert!(free.is_free(&at(90.0, 5.0)));
        free.take(at(90.0, 5.0));
        assert!(!free.is_free(&at(90.0, 5.0)));
    }
}
