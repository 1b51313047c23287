//! The transitions before or behind each place of a net, while transitions are switched off.

use super::net::Transition;

/// A list of transitions per place. What was switched off stays in its list until that is half of it, so that switching
/// off costs little however long the list is.
#[derive(Debug)]
pub(super) struct Around {
    lists: Vec<Vec<usize>>,
    /// How many of each list are switched off.
    gone: Vec<usize>,
}

impl Around {
    /// All of these transitions are live.
    pub(super) fn of(lists: Vec<Vec<usize>>) -> Around {
        Around {
            gone: vec![0; lists.len()],
            lists,
        }
    }

    /// How many transitions of a place are live.
    pub(super) fn count(&self, place: usize) -> usize {
        let all = self.lists.get(place).map_or(0, Vec::len);
        all.saturating_sub(self.gone.get(place).copied().unwrap_or_default())
    }

    /// The only live transition of a place.
    pub(super) fn only(&self, place: usize, steps: &[Transition]) -> Option<usize> {
        if self.count(place) != 1 {
            return None;
        }
        self.lists
            .get(place)?
            .iter()
            .copied()
            .find(|index| is_live(steps, *index))
    }

    /// The live transitions of a place.
    pub(super) fn live(&self, place: usize, steps: &[Transition]) -> Vec<usize> {
        let all = self.lists.get(place).into_iter().flatten().copied();
        all.filter(|index| is_live(steps, *index)).collect()
    }

    /// A transition of this place was switched off.
    pub(super) fn lost(&mut self, place: usize, steps: &[Transition]) {
        let (Some(list), Some(gone)) = (self.lists.get_mut(place), self.gone.get_mut(place)) else {
            return;
        };
        *gone += 1;
        if *gone * 2 >= list.len() {
            list.retain(|index| is_live(steps, *index));
            *gone = 0;
        }
    }

    /// A further transition of this place.
    pub(super) fn add(&mut self, place: usize, index: usize) {
        if let Some(list) = self.lists.get_mut(place) {
            list.push(index);
        }
    }

    /// Takes all live transitions of a place away.
    pub(super) fn take(&mut self, place: usize, steps: &[Transition]) -> Vec<usize> {
        let mut list = self.lists.get_mut(place).map(std::mem::take).unwrap_or_default();
        list.retain(|index| is_live(steps, *index));
        if let Some(gone) = self.gone.get_mut(place) {
            *gone = 0;
        }
        list
    }
}

/// True for a transition that is not reduced away.
pub(super) fn is_live(steps: &[Transition], index: usize) -> bool {
    steps.get(index).is_some_and(|step| step.live)
}
