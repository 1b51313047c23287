//! Reading and writing table slots without panics; a slot that does not exist reads as nothing.

/// The value in a slot, or the default.
pub fn value<T: Copy + Default>(items: &[T], index: usize) -> T {
    items.get(index).copied().unwrap_or_default()
}

/// Writes a slot.
pub fn set<T>(items: &mut [T], index: usize, value: T) {
    if let Some(slot) = items.get_mut(index) {
        *slot = value;
    }
}

/// Adds to a slot.
pub fn add(items: &mut [f64], index: usize, amount: f64) {
    if let Some(slot) = items.get_mut(index) {
        *slot += amount;
    }
}

/// The list in a slot.
pub fn list<T>(items: &[Vec<T>], index: usize) -> &[T] {
    items.get(index).map_or(&[], Vec::as_slice)
}

/// Appends to the list in a slot.
pub fn push<T>(items: &mut [Vec<T>], index: usize, item: T) {
    if let Some(list) = items.get_mut(index) {
        list.push(item);
    }
}
