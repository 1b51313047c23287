//! Messages, signals, errors and escalations: defined once for a file, used at many places.

use super::diagram::{Global, GlobalKind};
use super::markup;
use super::start::Start;

/// The definition that a start tag at the level of the file is.
pub fn global(start: &Start<'_, '_>) -> Option<Global> {
    let kind = match start.local {
        "message" => GlobalKind::Message,
        "signal" => GlobalKind::Signal,
        "error" => GlobalKind::Error,
        "escalation" => GlobalKind::Escalation,
        _ => return None,
    };
    Some(Global {
        kind,
        id: start.id_like("id").map(|id| id.into_owned()).unwrap_or_default(),
        name: start.get("name").map(|name| markup::collapse(&name)),
        line: start.line,
    })
}

/// The definitions that a start tag refers to.
pub fn used(start: &Start<'_, '_>) -> Vec<(GlobalKind, String)> {
    [
        ("messageRef", GlobalKind::Message),
        ("signalRef", GlobalKind::Signal),
        ("errorRef", GlobalKind::Error),
        ("escalationRef", GlobalKind::Escalation),
    ]
    .into_iter()
    .filter_map(|(attribute, kind)| Some((kind, start.id_like(attribute)?.into_owned())))
    .collect()
}
