//! What elements are called: catalogue ids of kinds and triggers.

use super::MarkClass;
use crate::bpmn::diagram::{Element, Tag};
use crate::domain::finding::Level;
use crate::domain::message::Message;
use crate::graph::{ActivityKind, GatewayKind, NodeKind, Trigger};

/// Kind of an element of the file.
pub(super) fn element_kind(element: &Element) -> Message {
    match element.tag {
        Tag::SubProcess if element.triggered_by_event => Message::new("drawing-kind-event-sub-process"),
        Tag::StartEvent => event("drawing-kind-start", crate::graph::trigger(&element.events)),
        Tag::EndEvent => event("drawing-kind-end", crate::graph::trigger(&element.events)),
        Tag::CatchEvent => event("drawing-kind-catch", crate::graph::trigger(&element.events)),
        Tag::ThrowEvent => event("drawing-kind-throw", crate::graph::trigger(&element.events)),
        Tag::BoundaryEvent => event("drawing-kind-boundary", crate::graph::trigger(&element.events)),
        tag => tag_kind(tag, &element.local_name),
    }
}

/// Kind by the tag alone; `local_name` for what we do not type.
pub(super) fn tag_kind(tag: Tag, local_name: &str) -> Message {
    let id = match tag {
        Tag::Process => "drawing-kind-process",
        Tag::Collaboration => "drawing-kind-collaboration",
        Tag::Participant => "drawing-kind-pool",
        Tag::Lane => "drawing-kind-lane",
        Tag::Task => "drawing-kind-task",
        Tag::UserTask => "drawing-kind-user-task",
        Tag::ManualTask => "drawing-kind-manual-task",
        Tag::ServiceTask => "drawing-kind-service-task",
        Tag::ScriptTask => "drawing-kind-script-task",
        Tag::BusinessRuleTask => "drawing-kind-business-rule-task",
        Tag::SendTask => "drawing-kind-send-task",
        Tag::ReceiveTask => "drawing-kind-receive-task",
        Tag::CallActivity => "drawing-kind-call",
        Tag::SubProcess => "drawing-kind-sub-process",
        Tag::AdHocSubProcess => "drawing-kind-ad-hoc",
        Tag::Transaction => "drawing-kind-transaction",
        Tag::StartEvent => "drawing-kind-start",
        Tag::EndEvent => "drawing-kind-end",
        Tag::CatchEvent => "drawing-kind-catch",
        Tag::ThrowEvent => "drawing-kind-throw",
        Tag::BoundaryEvent => "drawing-kind-boundary",
        Tag::ExclusiveGateway => "drawing-kind-exclusive",
        Tag::ParallelGateway => "drawing-kind-parallel",
        Tag::InclusiveGateway => "drawing-kind-inclusive",
        Tag::EventBasedGateway => "drawing-kind-event-based",
        Tag::ComplexGateway => "drawing-kind-complex",
        Tag::SequenceFlow => "drawing-kind-sequence-flow",
        Tag::MessageFlow => "drawing-kind-message-flow",
        Tag::Association => "drawing-kind-association",
        Tag::DataInputAssociation | Tag::DataOutputAssociation => "drawing-kind-data-association",
        Tag::DataObject | Tag::DataObjectReference => "drawing-kind-data-object",
        Tag::DataStore | Tag::DataStoreReference => "drawing-kind-data-store",
        Tag::DataInput => "drawing-kind-data-input",
        Tag::DataOutput => "drawing-kind-data-output",
        Tag::TextAnnotation => "drawing-kind-annotation",
        Tag::Group => "drawing-kind-group",
        Tag::Message => "drawing-kind-message",
        Tag::Signal => "drawing-kind-signal",
        Tag::Error => "drawing-kind-error",
        Tag::Escalation => "drawing-kind-escalation",
        Tag::Other => return Message::new("drawing-kind-other").with("name", local_name),
    };
    Message::new(id)
}

/// Kind of a flow node.
pub(super) fn node_kind(kind: NodeKind) -> Message {
    let id = match kind {
        NodeKind::Start(trigger) => return event("drawing-kind-start", trigger),
        NodeKind::End(trigger) => return event("drawing-kind-end", trigger),
        NodeKind::Catch(trigger) => return event("drawing-kind-catch", trigger),
        NodeKind::Throw(trigger) => return event("drawing-kind-throw", trigger),
        NodeKind::Boundary { trigger, .. } => return event("drawing-kind-boundary", trigger),
        NodeKind::Activity(activity) => match activity {
            ActivityKind::Task => "drawing-kind-task",
            ActivityKind::User => "drawing-kind-user-task",
            ActivityKind::Manual => "drawing-kind-manual-task",
            ActivityKind::Service => "drawing-kind-service-task",
            ActivityKind::Script => "drawing-kind-script-task",
            ActivityKind::BusinessRule => "drawing-kind-business-rule-task",
            ActivityKind::Send => "drawing-kind-send-task",
            ActivityKind::Receive => "drawing-kind-receive-task",
            ActivityKind::Call => "drawing-kind-call",
            ActivityKind::SubProcess { event: true, .. } => "drawing-kind-event-sub-process",
            ActivityKind::SubProcess {
                transaction: true, ..
            } => "drawing-kind-transaction",
            ActivityKind::SubProcess { ad_hoc: true, .. } => "drawing-kind-ad-hoc",
            ActivityKind::SubProcess { .. } => "drawing-kind-sub-process",
        },
        NodeKind::Gateway(gateway) => match gateway {
            GatewayKind::Exclusive => "drawing-kind-exclusive",
            GatewayKind::Parallel => "drawing-kind-parallel",
            GatewayKind::Inclusive => "drawing-kind-inclusive",
            GatewayKind::EventBased => "drawing-kind-event-based",
            GatewayKind::Complex => "drawing-kind-complex",
        },
    };
    Message::new(id)
}

/// Word for what a mark says.
pub(super) fn mark_class(class: MarkClass) -> &'static str {
    match class {
        MarkClass::Finding(Level::High) => "drawing-level-high",
        MarkClass::Finding(Level::Medium) => "drawing-level-medium",
        MarkClass::Finding(Level::Check) => "drawing-level-check",
        MarkClass::Added => "drawing-mark-added",
        MarkClass::Removed => "drawing-mark-removed",
        MarkClass::Changed => "drawing-mark-changed",
        MarkClass::Moved => "drawing-mark-moved",
    }
}

fn event(kind: &str, trigger: Trigger) -> Message {
    match trigger_term(trigger) {
        None => Message::new(kind),
        Some(term) => Message::new("drawing-kind-event")
            .with_term("kind", kind)
            .with_term("trigger", term),
    }
}

fn trigger_term(trigger: Trigger) -> Option<&'static str> {
    Some(match trigger {
        Trigger::None => return None,
        Trigger::Message => "drawing-trigger-message",
        Trigger::Timer => "drawing-trigger-timer",
        Trigger::Conditional => "drawing-trigger-conditional",
        Trigger::Signal => "drawing-trigger-signal",
        Trigger::Error => "drawing-trigger-error",
        Trigger::Escalation => "drawing-trigger-escalation",
        Trigger::Cancel => "drawing-trigger-cancel",
        Trigger::Compensation => "drawing-trigger-compensation",
        Trigger::Link => "drawing-trigger-link",
        Trigger::Terminate => "drawing-trigger-terminate",
        Trigger::Multiple => "drawing-trigger-multiple",
    })
}
