//! What references lead to: ids, names, kinds.

use super::standard::standard;
use super::{Fault, FaultKind};
use crate::bpmn::markup;
use crate::domain::ids::IdMap;
use std::borrow::Cow;

/// An element with references.
#[derive(Debug)]
pub struct Owner<'t> {
    /// Its name as written.
    pub tag: &'t str,
    /// Its id, or that of the next element around it with one.
    pub element: &'t str,
    /// Line of its tag.
    pub line: u32,
}

/// A reference that could not be followed where it stands. A large model has as many of them as nodes, so it is small.
#[derive(Debug)]
pub struct Reference<'t> {
    /// The element it belongs to (index into the owners).
    pub owner: u32,
    /// By id (which has to be in the file), not by name.
    pub by_id: bool,
    /// Attribute or child element.
    pub name: &'t str,
    /// What it refers to.
    pub value: Cow<'t, str>,
}

/// Ids of a file with the type of their element (index into `Standard::types`); `None`: an element that is only a value.
pub type Ids<'t> = IdMap<Cow<'t, str>, Option<u32>>;

/// True where an element of this type may be referred to by this attribute or child of an element of this tag.
pub fn may_mean(tag: &str, name: &str, found: Option<u32>) -> bool {
    let found = found.and_then(|found| usize::try_from(found).ok());
    match (found, wanted(markup::split_name(tag).1, name)) {
        (Some(found), Some(wanted)) => {
            wanted.is_empty() || wanted.iter().any(|name| standard().is_a(found, name))
        }
        _ => true,
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

/// Faults of the references, in the order of the references. `imports`: the file imports others, so that names with a
/// prefix may stand there.
pub fn check<'t>(
    references: Vec<Reference<'t>>,
    owners: &'t [Owner<'t>],
    ids: &'t Ids<'t>,
    imports: bool,
) -> impl Iterator<Item = Fault> + 't {
    references.into_iter().filter_map(move |reference| {
        let owner = owners.get(usize::try_from(reference.owner).ok()?)?;
        let local = reference.value.split_once(':').map(|(_, local)| local);
        let found = ids
            .get(reference.value.as_ref())
            .or_else(|| ids.get(local.filter(|_| !reference.by_id)?));
        let kind = match found {
            None if reference.by_id => FaultKind::DanglingReference,
            None => {
                wanted(markup::split_name(owner.tag).1, reference.name)?;
                if imports && local.is_some() {
                    return None;
                }
                FaultKind::UnresolvedName
            }
            Some(found) if !may_mean(owner.tag, reference.name, *found) => FaultKind::WrongReference,
            Some(_) => return None,
        };
        Some(Fault {
            kind,
            line: owner.line,
            element: owner.element.to_owned(),
            tag: owner.tag.to_owned(),
            name: reference.name.to_owned(),
            value: reference.value.into_owned(),
        })
    })
}
