//! A semantic element made from its start tag; what stands inside it is added later.

use super::diagram::{Direction, Element, Exchange, Tag};
use super::kept::Kept;
use super::start::Start;
use super::{markup, vocabulary};
use std::borrow::Cow;

/// The element of a start tag, with the id that was settled for it.
pub fn new<'t>(
    start: &Start<'_, 't>,
    (tag, local_name): (Tag, &'static str),
    id: String,
    parent: Option<usize>,
) -> Element {
    let reference = match tag {
        Tag::Participant => start.id_like("processRef"),
        Tag::BoundaryEvent => start.id_like("attachedToRef"),
        Tag::DataObjectReference => start.id_like("dataObjectRef"),
        Tag::DataStoreReference => start.id_like("dataStoreRef"),
        Tag::CallActivity => start.id_like("calledElement"),
        Tag::MessageFlow | Tag::SendTask | Tag::ReceiveTask => start.id_like("messageRef"),
        Tag::Group => start.id_like("categoryValueRef"),
        Tag::Other if local_name == "callChoreography" => start.id_like("calledChoreographyRef"),
        Tag::Other if local_name == "callConversation" => start.id_like("calledCollaborationRef"),
        _ => None,
    };
    let owned = |value: Option<Cow<'t, str>>| value.map(Cow::into_owned);
    let default_flow = if vocabulary::is_activity(tag) || vocabulary::is_gateway(tag) {
        owned(start.id_like("default"))
    } else {
        None
    };
    let (source, target) = match tag {
        Tag::SequenceFlow
        | Tag::MessageFlow
        | Tag::Association
        | Tag::DataInputAssociation
        | Tag::DataOutputAssociation
        | Tag::Other => (
            owned(start.id_like("sourceRef")),
            owned(start.id_like("targetRef")),
        ),
        _ => (None, None),
    };
    let mut exchange = Kept::<Exchange>::default();
    let looped = if tag == Tag::Other { start.get("loopType") } else { None };
    if tag == Tag::Other
        && let Some(initiating) = start.id_like("initiatingParticipantRef")
    {
        exchange.initiating = Some(initiating.into_owned());
    }
    Element {
        tag,
        local_name,
        id,
        name: start
            .get("name")
            .map(|name| markup::collapse(&name))
            .unwrap_or_default(),
        parent,
        line: start.line,
        start_tag: start.range.clone(),
        range: start.range.clone(),
        documentation: Vec::new(),
        annotations: Default::default(),
        block: None,
        source,
        target,
        reference: owned(reference),
        default_flow,
        members: Vec::new(),
        condition: None,
        events: Vec::new(),
        link: None,
        data_state: String::new(),
        triggered_by_event: start.truth("triggeredByEvent").unwrap_or(false),
        interrupting: start
            .truth("cancelActivity")
            .or_else(|| start.truth("isInterrupting"))
            .unwrap_or(true),
        for_compensation: start.truth("isForCompensation").unwrap_or(false),
        exchange,
        direction: match start.get("associationDirection").as_deref().map(str::trim) {
            Some("One") => Direction::One,
            Some("Both") => Direction::Both,
            _ => Direction::None,
        },
        is_loop: looped.as_deref() == Some("Standard"),
        multi_instance: match looped.as_deref() {
            Some("MultiInstanceSequential") => Some(true),
            Some("MultiInstanceParallel") => Some(false),
            _ => None,
        },
        is_collection: start.truth("isCollection").unwrap_or(false),
        flag: start
            .truth("parallelMultiple")
            .or_else(|| start.truth("instantiate"))
            .unwrap_or(false),
    }
}
