//! What kind of node an element is.

use crate::bpmn::diagram::{Element, EventDefinition, Tag};
use crate::graph::{ActivityKind, GatewayKind, NodeKind, Trigger};

/// The kind of node; `None` for elements that are none.
pub fn of(element: &Element) -> Option<NodeKind> {
    use ActivityKind::{BusinessRule, Call, Manual, Receive, Script, Send, Service, Task, User};
    let trigger = trigger(&element.events);
    Some(match element.tag {
        Tag::Task => NodeKind::Activity(Task),
        Tag::UserTask => NodeKind::Activity(User),
        Tag::ManualTask => NodeKind::Activity(Manual),
        Tag::ServiceTask => NodeKind::Activity(Service),
        Tag::ScriptTask => NodeKind::Activity(Script),
        Tag::BusinessRuleTask => NodeKind::Activity(BusinessRule),
        Tag::SendTask => NodeKind::Activity(Send),
        Tag::ReceiveTask => NodeKind::Activity(Receive),
        Tag::CallActivity => NodeKind::Activity(Call),
        Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction => {
            NodeKind::Activity(ActivityKind::SubProcess {
                event: element.triggered_by_event,
                ad_hoc: element.tag == Tag::AdHocSubProcess,
                transaction: element.tag == Tag::Transaction,
            })
        }
        Tag::StartEvent => NodeKind::Start(trigger),
        Tag::EndEvent => NodeKind::End(trigger),
        Tag::CatchEvent => NodeKind::Catch(trigger),
        Tag::ThrowEvent => NodeKind::Throw(trigger),
        Tag::BoundaryEvent => NodeKind::Boundary {
            trigger,
            interrupting: element.interrupting,
        },
        Tag::ExclusiveGateway => NodeKind::Gateway(GatewayKind::Exclusive),
        Tag::ParallelGateway => NodeKind::Gateway(GatewayKind::Parallel),
        Tag::InclusiveGateway => NodeKind::Gateway(GatewayKind::Inclusive),
        Tag::EventBasedGateway => NodeKind::Gateway(GatewayKind::EventBased),
        Tag::ComplexGateway => NodeKind::Gateway(GatewayKind::Complex),
        _ => return None,
    })
}

/// What an event is triggered by, from its definitions in the file.
pub fn trigger(events: &[EventDefinition]) -> Trigger {
    match events {
        [] => Trigger::None,
        [event] => match event {
            EventDefinition::Message => Trigger::Message,
            EventDefinition::Timer => Trigger::Timer,
            EventDefinition::Conditional => Trigger::Conditional,
            EventDefinition::Signal => Trigger::Signal,
            EventDefinition::Error => Trigger::Error,
            EventDefinition::Escalation => Trigger::Escalation,
            EventDefinition::Cancel => Trigger::Cancel,
            EventDefinition::Compensation => Trigger::Compensation,
            EventDefinition::Link => Trigger::Link,
            EventDefinition::Terminate => Trigger::Terminate,
        },
        _ => Trigger::Multiple,
    }
}
