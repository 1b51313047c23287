//! A semantic element made from its start tag; what stands inside it is added later.

use super::diagram::{Details, Direction, Element, Tag};
use super::markup;
use super::start::Start;
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
        Tag::Other => start.id_like("initiatingParticipantRef"),
        _ => None,
    };
    let owned = |value: Option<Cow<'t, str>>| value.map(Cow::into_owned);
    let default_flow = if tag.is_activity() || tag.is_gateway() {
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
    // `loopType` of choreography activities.
    let loop_type = start.get("loopType").filter(|_| tag == Tag::Other);
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
        details: Details {
            default_flow,
            ..Details::default()
        }
        .into(),
        annotations: Default::default(),
        source,
        target,
        reference: owned(reference),
        executable: start.truth("isExecutable").unwrap_or(false),
        conditional: false,
        events: Vec::new(),
        triggered_by_event: start.truth("triggeredByEvent").unwrap_or(false),
        interrupting: start
            .truth("cancelActivity")
            .or_else(|| start.truth("isInterrupting"))
            .unwrap_or(true),
        for_compensation: start.truth("isForCompensation").unwrap_or(false),
        is_loop: tag == Tag::Other && loop_type.as_deref() == Some("Standard"),
        multi_instance: match loop_type.as_deref() {
            Some("MultiInstanceSequential") => Some(true),
            Some("MultiInstanceParallel") => Some(false),
            _ => None,
        },
        is_collection: start.truth("isCollection").unwrap_or(false),
        flag: start
            .truth("parallelMultiple")
            .or_else(|| start.truth("instantiate"))
            .unwrap_or(false),
        parallel: tag == Tag::EventBasedGateway
            && start
                .get("eventGatewayType")
                .is_some_and(|kind| kind.trim() == "Parallel"),
        direction: match start.get("associationDirection").as_deref().map(str::trim) {
            Some("One") if tag == Tag::Association => Direction::One,
            Some("Both") if tag == Tag::Association => Direction::Both,
            _ => Direction::None,
        },
    }
}
