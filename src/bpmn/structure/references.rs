//! What references lead to: ids, names, kinds.

use super::standard::{Content, standard};
use super::{Fault, FaultKind};
use std::borrow::Cow;
use std::collections::HashMap;

/// A reference as it stands there.
#[derive(Debug)]
pub struct Reference<'t> {
    /// The tag it stands in, and the element it belongs to.
    pub tag: &'t str,
    /// Local name of the element.
    pub owner: &'t str,
    /// Attribute or child element.
    pub name: &'t str,
    /// What it refers to.
    pub value: Cow<'t, str>,
    /// Line.
    pub line: u32,
    /// Id of the element.
    pub element: &'t str,
    /// By id (which has to be in the file), not by name.
    pub by_id: bool,
}

impl Reference<'_> {
    /// True where an element with this content is of a type that may be referred to here.
    pub fn may_mean(&self, found: Content) -> bool {
        match (found, wanted(self.owner, self.name)) {
            (Content::Type(found), Some(wanted)) => {
                wanted.is_empty() || wanted.iter().any(|name| standard().is_a(found, name))
            }
            _ => true,
        }
    }
}

/// Types that an attribute or child may refer to; empty: anything. `None`: it may well stand in another file.
fn wanted(owner: &str, name: &str) -> Option<&'static [&'static str]> {
    Some(match (owner, name) {
        ("sequenceFlow", "sourceRef" | "targetRef") | (_, "flowNodeRef") => &["tFlowNode"],
        ("messageFlow", "sourceRef" | "targetRef") => &[
            "tParticipant",
            "tActivity",
            "tEvent",
            "tConversationNode",
            "tChoreographyActivity",
        ],
        ("association", "sourceRef" | "targetRef") | (_, "bpmnElement") => &[],
        (_, "incoming" | "outgoing" | "default") => &["tSequenceFlow"],
        (_, "attachedToRef") => &["tActivity"],
        (_, "processRef") => &["tProcess"],
        (_, "dataObjectRef") => &["tDataObject"],
        (_, "dataStoreRef") => &["tDataStore"],
        (_, "messageRef") => &["tMessage"],
        (_, "signalRef") => &["tSignal"],
        (_, "errorRef") => &["tError"],
        (_, "escalationRef") => &["tEscalation"],
        (_, "categoryValueRef") => &["tCategoryValue"],
        (_, "participantRef") => &["tParticipant"],
        _ => return None,
    })
}

/// Faults of the references, in the order of the references. `ids`: the content of each element with an id; `imports`:
/// the file imports others, so that names with a prefix may stand there.
pub fn check(
    references: Vec<Reference<'_>>,
    ids: &HashMap<Cow<'_, str>, Content>,
    imports: bool,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    for reference in references {
        let local = reference.value.split_once(':').map(|(_, local)| local);
        let found = ids
            .get(reference.value.as_ref())
            .or_else(|| ids.get(local.filter(|_| !reference.by_id)?));
        let kind = match (found, wanted(reference.owner, reference.name)) {
            (None, _) if reference.by_id => FaultKind::DanglingReference,
            (None, Some(_)) if !(imports && local.is_some()) => FaultKind::UnresolvedName,
            (Some(found), _) if !reference.may_mean(*found) => FaultKind::WrongReference,
            _ => continue,
        };
        faults.push(Fault {
            kind,
            line: reference.line,
            element: reference.element.to_owned(),
            tag: reference.tag.to_owned(),
            name: reference.name.to_owned(),
            value: reference.value.into_owned(),
        });
    }
    faults
}
