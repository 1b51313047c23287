//! The words of BPMN 2.0: local element names and what they are to us.

use super::diagram::{EventDefinition, Tag};

/// The semantic element of a local name, where we type it, with the name as it lives in the program.
pub fn tag(local: &str) -> Option<(Tag, &'static str)> {
    Some(match local {
        "sequenceFlow" => (Tag::SequenceFlow, "sequenceFlow"),
        "task" => (Tag::Task, "task"),
        "userTask" => (Tag::UserTask, "userTask"),
        "manualTask" => (Tag::ManualTask, "manualTask"),
        "serviceTask" => (Tag::ServiceTask, "serviceTask"),
        "scriptTask" => (Tag::ScriptTask, "scriptTask"),
        "businessRuleTask" => (Tag::BusinessRuleTask, "businessRuleTask"),
        "sendTask" => (Tag::SendTask, "sendTask"),
        "receiveTask" => (Tag::ReceiveTask, "receiveTask"),
        "callActivity" => (Tag::CallActivity, "callActivity"),
        "subProcess" => (Tag::SubProcess, "subProcess"),
        "adHocSubProcess" => (Tag::AdHocSubProcess, "adHocSubProcess"),
        "transaction" => (Tag::Transaction, "transaction"),
        "startEvent" => (Tag::StartEvent, "startEvent"),
        "endEvent" => (Tag::EndEvent, "endEvent"),
        "intermediateCatchEvent" => (Tag::CatchEvent, "intermediateCatchEvent"),
        "intermediateThrowEvent" => (Tag::ThrowEvent, "intermediateThrowEvent"),
        "boundaryEvent" => (Tag::BoundaryEvent, "boundaryEvent"),
        "exclusiveGateway" => (Tag::ExclusiveGateway, "exclusiveGateway"),
        "parallelGateway" => (Tag::ParallelGateway, "parallelGateway"),
        "inclusiveGateway" => (Tag::InclusiveGateway, "inclusiveGateway"),
        "eventBasedGateway" => (Tag::EventBasedGateway, "eventBasedGateway"),
        "complexGateway" => (Tag::ComplexGateway, "complexGateway"),
        "messageFlow" => (Tag::MessageFlow, "messageFlow"),
        "association" => (Tag::Association, "association"),
        "dataInputAssociation" => (Tag::DataInputAssociation, "dataInputAssociation"),
        "dataOutputAssociation" => (Tag::DataOutputAssociation, "dataOutputAssociation"),
        "dataObject" => (Tag::DataObject, "dataObject"),
        "dataObjectReference" => (Tag::DataObjectReference, "dataObjectReference"),
        "dataStore" => (Tag::DataStore, "dataStore"),
        "dataStoreReference" => (Tag::DataStoreReference, "dataStoreReference"),
        "dataInput" => (Tag::DataInput, "dataInput"),
        "dataOutput" => (Tag::DataOutput, "dataOutput"),
        "textAnnotation" => (Tag::TextAnnotation, "textAnnotation"),
        "group" => (Tag::Group, "group"),
        "message" => (Tag::Message, "message"),
        "signal" => (Tag::Signal, "signal"),
        "error" => (Tag::Error, "error"),
        "escalation" => (Tag::Escalation, "escalation"),
        "process" => (Tag::Process, "process"),
        "collaboration" => (Tag::Collaboration, "collaboration"),
        "participant" => (Tag::Participant, "participant"),
        "lane" => (Tag::Lane, "lane"),
        "choreography" => (Tag::Other, "choreography"),
        "choreographyTask" => (Tag::Other, "choreographyTask"),
        "globalChoreographyTask" => (Tag::Other, "globalChoreographyTask"),
        "subChoreography" => (Tag::Other, "subChoreography"),
        "callChoreography" => (Tag::Other, "callChoreography"),
        "conversation" => (Tag::Other, "conversation"),
        "globalConversation" => (Tag::Other, "globalConversation"),
        "subConversation" => (Tag::Other, "subConversation"),
        "callConversation" => (Tag::Other, "callConversation"),
        "conversationLink" => (Tag::Other, "conversationLink"),
        "globalTask" => (Tag::Other, "globalTask"),
        "globalUserTask" => (Tag::Other, "globalUserTask"),
        "globalManualTask" => (Tag::Other, "globalManualTask"),
        "globalScriptTask" => (Tag::Other, "globalScriptTask"),
        "globalBusinessRuleTask" => (Tag::Other, "globalBusinessRuleTask"),
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
