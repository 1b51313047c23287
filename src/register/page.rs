//! Pages of lists that are computed: the cursor is the place in the list.

use super::processes::page_size;
use super::{Page, cursor_fault};
use crate::error::Result;

/// The page of a sorted list that begins at the cursor.
pub(super) fn of<T, R>(
    all: &[T],
    limit: usize,
    cursor: Option<&str>,
    row: impl Fn(&T) -> R,
) -> Result<Page<R>> {
    let limit = page_size(limit);
    let start = match cursor {
        None => 0,
        Some(cursor) => cursor.parse::<usize>().map_err(|_| cursor_fault())?,
    };
    let rows: Vec<R> = all.iter().skip(start).take(limit).map(row).collect();
    let end = start.saturating_add(rows.len());
    Ok(Page {
        total: all.len(),
        next: (end < all.len() && !rows.is_empty()).then(|| end.to_string()),
        rows,
    })
}
