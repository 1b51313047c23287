//! Which element has an id.

use super::diagram::Element;
use foldhash::fast::RandomState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

/// The elements of a diagram by their id. Holds no ids itself, only places in the list of the elements, so that it stays
/// small and near; whoever asks brings the list along.
#[derive(Debug, Clone, Default)]
pub(super) struct Ids {
    table: HashTable<u32>,
    hash: RandomState,
}

impl Ids {
    /// Nothing yet, with room for so many.
    pub fn with_room(room: usize) -> Ids {
        Ids {
            table: HashTable::with_capacity(room),
            hash: RandomState::default(),
        }
    }

    /// Adds the element at this place, unless another one with its id came first.
    pub fn insert(&mut self, elements: &[Element], index: usize) {
        let (Some(element), Ok(place)) = (elements.get(index), u32::try_from(index)) else {
            return;
        };
        let hash = self.hash.hash_one(element.id.as_str());
        if self
            .table
            .find(hash, |known| has(elements, *known, &element.id))
            .is_none()
        {
            let of = |known: &u32| self.hash.hash_one(id(elements, *known));
            self.table.insert_unique(hash, place, of);
        }
    }

    /// The place of the element with this id in the list that was brought along all the time.
    pub fn find(&self, elements: &[Element], id: &str) -> Option<usize> {
        let hash = self.hash.hash_one(id);
        let place = self.table.find(hash, |known| has(elements, *known, id))?;
        usize::try_from(*place).ok()
    }
}

/// Says nothing that the list of the elements does not say.
impl PartialEq for Ids {
    fn eq(&self, _: &Ids) -> bool {
        true
    }
}

fn id(elements: &[Element], place: u32) -> &str {
    let element = usize::try_from(place).ok().and_then(|place| elements.get(place));
    element.map(|element| element.id.as_str()).unwrap_or_default()
}

fn has(elements: &[Element], place: u32, wanted: &str) -> bool {
    id(elements, place) == wanted
}
