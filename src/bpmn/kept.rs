//! A value that few elements have, so that the many do not carry its room.

use std::ops::{Deref, DerefMut};

/// Reads like the value itself; takes room only once something was written.
#[derive(Debug, Clone, Default)]
pub struct Kept<T>(Option<Box<T>>);

/// A value with an empty form that lives as long as the program.
pub trait Empty: Default + 'static {
    /// The empty form.
    const EMPTY: &'static Self;
}

impl<T: Empty + PartialEq> From<T> for Kept<T> {
    fn from(value: T) -> Self {
        Kept((value != *T::EMPTY).then(|| Box::new(value)))
    }
}

impl<T: Empty> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::EMPTY)
    }
}

impl<T: Empty> DerefMut for Kept<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_with(Box::default)
    }
}

impl<T: Empty + PartialEq> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
