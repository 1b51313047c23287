//! Room for judgement at a step: annotation first, then FIM reference activity group, then words.

use crate::domain::annotation::Discretion;
use crate::graph::Node;

/// What is known of the room for judgement; `None` where nothing is known.
pub fn of(node: &Node, topics: &[(&str, String)]) -> Option<Discretion> {
    let work = node.annotations.work.as_ref();
    if let Some(stated) = work.and_then(|work| work.discretion) {
        return Some(stated);
    }
    // RAG 5 decides with, RAG 3 and 4 without room (domain.md 2.2).
    match work.and_then(|work| work.rag) {
        Some(5) => return Some(Discretion::Discretion),
        Some(3 | 4) => return Some(Discretion::None),
        _ => {}
    }
    let has = |topic: &str| topics.iter().any(|(name, _)| *name == topic);
    if has("discretion") {
        Some(Discretion::Discretion)
    } else if has("judgement") {
        Some(Discretion::Judgement)
    } else if has("bound") {
        Some(Discretion::None)
    } else {
        None
    }
}
