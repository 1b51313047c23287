//! A start tag as the rest of the reader sees it: vocabulary, local name, attribute values.

use super::markup::{self, Attr};
use super::namespace::{Namespaces, Space};
use std::borrow::Cow;
use std::ops::Range;

/// A start tag with what surrounds it.
pub struct Start<'s, 't> {
    /// Vocabulary of the element.
    pub space: Space,
    /// Name as written.
    pub name: &'t str,
    /// Local name.
    pub local: &'t str,
    /// Attributes as written.
    pub attributes: &'s [Attr<'t>],
    /// Declarations in scope.
    pub names: &'s Namespaces<'t>,
    /// Line, from 1.
    pub line: u32,
    /// Bytes of the start tag.
    pub range: Range<usize>,
    /// Depth; the root has 1.
    pub depth: usize,
}

impl<'t> Start<'_, 't> {
    /// The value of an attribute without prefix.
    pub fn get(&self, local: &str) -> Option<Cow<'t, str>> {
        self.attributes
            .iter()
            .find(|attr| attr.local == local && attr.prefix.is_empty())
            .map(|attr| markup::value(attr.raw))
    }

    /// The value of an attribute without prefix, blank around it cut off; `None` where nothing is left.
    pub fn id_like(&self, local: &str) -> Option<Cow<'t, str>> {
        let value = self.get(local)?;
        let trimmed = value.trim();
        if trimmed.is_empty() {
            None
        } else if trimmed.len() == value.len() {
            Some(value)
        } else {
            Some(Cow::Owned(trimmed.to_owned()))
        }
    }

    /// The value of an attribute whose prefix means this vocabulary.
    pub fn get_in(&self, space: Space, local: &str) -> Option<Cow<'t, str>> {
        self.attributes
            .iter()
            .find(|attr| {
                attr.local == local && !attr.prefix.is_empty() && self.names.space(attr.prefix) == Some(space)
            })
            .map(|attr| markup::value(attr.raw))
    }

    /// A truth value; `None` where it is not stated or neither true nor false.
    pub fn truth(&self, local: &str) -> Option<bool> {
        match self.get(local)?.trim() {
            "true" | "1" | "TRUE" | "True" => Some(true),
            "false" | "0" | "FALSE" | "False" => Some(false),
            _ => None,
        }
    }
}
