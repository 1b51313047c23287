//! The words of BPMN 2.0: local element names and what they are to us.

use super::diagram::{EventDefinition, Tag};

/// The semantic element of a local name, where we type it.
pub fn tag(local: &str) -> Option<Tag> {
    Some(match local {
        "sequenceFlow" => Tag::SequenceFlow,
        "task" => Tag::Task,
        "userTask" => Tag::UserTask,
        "manualTask" => Tag::ManualTask,
        "serviceTask" => Tag::ServiceTask,
        "scriptTask" => Tag::ScriptTask,
        "businessRuleTask" => Tag::BusinessRuleTask,
        "sendTask" => Tag::SendTask,
        "receiveTask" => Tag::ReceiveTask,
        "callActivity" => Tag::CallActivity,
        "subProcess" => Tag::SubProcess,
        "adHocSubProcess" => Tag::AdHocSubProcess,
        "transaction" => Tag::Transaction,
        "startEvent" => Tag::StartEvent,
        "endEvent" => Tag::EndEvent,
        "intermediateCatchEvent" => Tag::CatchEvent,
        "intermediateThrowEvent" => Tag::ThrowEvent,
        "boundaryEvent" => Tag::BoundaryEvent,
        "exclusiveGateway" => Tag::ExclusiveGateway,
        "parallelGateway" => Tag::ParallelGateway,
        "inclusiveGateway" => Tag::InclusiveGateway,
        "eventBasedGateway" => Tag::EventBasedGateway,
        "complexGateway" => Tag::ComplexGateway,
        "messageFlow" => Tag::MessageFlow,
        "association" => Tag::Association,
        "dataInputAssociation" => Tag::DataInputAssociation,
        "dataOutputAssociation" => Tag::DataOutputAssociation,
        "dataObject" => Tag::DataObject,
        "dataObjectReference" => Tag::DataObjectReference,
        "dataStore" => Tag::DataStore,
        "dataStoreReference" => Tag::DataStoreReference,
        "dataInput" => Tag::DataInput,
        "dataOutput" => Tag::DataOutput,
        "textAnnotation" => Tag::TextAnnotation,
        "group" => Tag::Group,
        "message" => Tag::Message,
        "signal" => Tag::Signal,
        "error" => Tag::Error,
        "escalation" => Tag::Escalation,
        "process" => Tag::Process,
        "collaboration" => Tag::Collaboration,
        "participant" => Tag::Participant,
        "lane" => Tag::Lane,
        "choreography"
        | "choreographyTask"
        | "globalChoreographyTask"
        | "subChoreography"
        | "callChoreography"
        | "conversation"
        | "globalConversation"
        | "subConversation"
        | "callConversation"
        | "conversationLink"
        | "globalTask"
        | "globalUserTask"
        | "globalManualTask"
        | "globalScriptTask"
        | "globalBusinessRuleTask" => Tag::Other,
        _ => return None,
    })
}

/// True for flow nodes: activities, events, gateways.
pub fn is_flow_node(tag: Tag) -> bool {
    is_activity(tag) || is_event(tag) || is_gateway(tag)
}

/// True for tasks, sub-processes and call activities.
pub fn is_activity(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Task
            | Tag::UserTask
            | Tag::ManualTask
            | Tag::ServiceTask
            | Tag::ScriptTask
            | Tag::BusinessRuleTask
            | Tag::SendTask
            | Tag::ReceiveTask
            | Tag::CallActivity
            | Tag::SubProcess
            | Tag::AdHocSubProcess
            | Tag::Transaction
    )
}

/// True for events.
pub fn is_event(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::StartEvent | Tag::EndEvent | Tag::CatchEvent | Tag::ThrowEvent | Tag::BoundaryEvent
    )
}

/// True for gateways.
pub fn is_gateway(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::ExclusiveGateway
            | Tag::ParallelGateway
            | Tag::InclusiveGateway
            | Tag::EventBasedGateway
            | Tag::ComplexGateway
    )
}

/// The event definition of a local name.
pub fn event_definition(local: &str) -> Option<EventDefinition> {
    Some(match local.strip_suffix("EventDefinition")? {
        "message" => EventDefinition::Message,
        "timer" => EventDefinition::Timer,
        "conditional" => EventDefinition::Conditional,
        "signal" => EventDefinition::Signal,
        "error" => EventDefinition::Error,
        "escalation" => EventDefinition::Escalation,
        "cancel" => EventDefinition::Cancel,
        "compensate" => EventDefinition::Compensation,
        "link" => EventDefinition::Link,
        "terminate" => EventDefinition::Terminate,
        _ => return None,
    })
}

/// True for elements of the standard that need no typed place of their own; they stay in the bytes.
pub fn is_known(local: &str) -> bool {
    KNOWN.binary_search(&local).is_ok()
}

/// Local names of BPMN 2.0 beyond `tag`, sorted (BPMN20.xsd, Semantic.xsd).
const KNOWN: &[&str] = &[
    "BPMNDiagram",
    "BPMNEdge",
    "BPMNLabel",
    "BPMNLabelStyle",
    "BPMNPlane",
    "BPMNShape",
    "Bounds",
    "Font",
    "activationCondition",
    "artifact",
    "assignment",
    "auditing",
    "callableElement",
    "cancelEventDefinition",
    "category",
    "categoryValue",
    "categoryValueRef",
    "childElementTemplate",
    "childLaneSet",
    "choreographyRef",
    "compensateEventDefinition",
    "completionCondition",
    "completionQuantity",
    "complexBehaviorDefinition",
    "condition",
    "conditionExpression",
    "conditionalEventDefinition",
    "conversationAssociation",
    "conversationNode",
    "correlationKey",
    "correlationKeyRef",
    "correlationProperty",
    "correlationPropertyBinding",
    "correlationPropertyRef",
    "correlationPropertyRetrievalExpression",
    "correlationSubscription",
    "dataInputRefs",
    "dataOutputRefs",
    "dataPath",
    "dataState",
    "definitionalCollaborationRef",
    "definitions",
    "documentation",
    "endPoint",
    "endPointRef",
    "error",
    "errorEventDefinition",
    "errorRef",
    "escalation",
    "escalationEventDefinition",
    "eventDefinition",
    "eventDefinitionRef",
    "eventDefinitions",
    "expression",
    "extension",
    "extensionElements",
    "flowElement",
    "flowNodeRef",
    "formalExpression",
    "from",
    "humanPerformer",
    "implicitThrowEvent",
    "import",
    "inMessageRef",
    "incoming",
    "innerConversationNodeRef",
    "innerMessageFlowRef",
    "innerParticipantRef",
    "inputDataItem",
    "inputSet",
    "inputSetRefs",
    "interface",
    "interfaceRef",
    "ioBinding",
    "ioSet",
    "ioSpecification",
    "itemDefinition",
    "itemRef",
    "laneSet",
    "linkEventDefinition",
    "loopCardinality",
    "loopCondition",
    "loopDataInputRef",
    "loopDataOutputRef",
    "messageEventDefinition",
    "messageFlowAssociation",
    "messageFlowRef",
    "messagePath",
    "monitoring",
    "multiInstanceLoopCharacteristics",
    "noneBehaviorEventRef",
    "oneBehaviorEventRef",
    "operation",
    "operationRef",
    "optionalInputRefs",
    "optionalOutputRefs",
    "outMessageRef",
    "outerConversationNodeRef",
    "outerMessageFlowRef",
    "outerParticipantRef",
    "outgoing",
    "outputDataItem",
    "outputSet",
    "outputSetRefs",
    "participantAssociation",
    "participantMultiplicity",
    "participantRef",
    "partitionElement",
    "partnerEntity",
    "partnerEntityRef",
    "partnerRole",
    "partnerRoleRef",
    "performer",
    "potentialOwner",
    "property",
    "relationship",
    "rendering",
    "resource",
    "resourceAssignmentExpression",
    "resourceParameter",
    "resourceParameterBinding",
    "resourceRef",
    "resourceRole",
    "rootElement",
    "script",
    "signal",
    "signalEventDefinition",
    "source",
    "sourceRef",
    "standardLoopCharacteristics",
    "structureRef",
    "supportedInterfaceRef",
    "supportedInterfaceRefs",
    "supports",
    "target",
    "targetRef",
    "terminateEventDefinition",
    "text",
    "timeCycle",
    "timeDate",
    "timeDuration",
    "timerEventDefinition",
    "to",
    "transformation",
    "value",
    "waypoint",
    "whileExecutingInputRefs",
    "whileExecutingOutputRefs",
];
