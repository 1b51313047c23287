//! What a BPMN file says, typed: semantic elements in document order and their pictures (DI).

use super::kept::{Empty, Kept};
use crate::domain::annotation::Annotations;

/// What a semantic element is. Only what has a meaning for us; all other elements stay in the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// `process`
    Process,
    /// `collaboration`
    Collaboration,
    /// `choreography`, `conversation` and relatives: kept and drawn, not analysed.
    Other,
    /// `participant`
    Participant,
    /// `lane`
    Lane,
    /// `task`
    Task,
    /// `userTask`
    UserTask,
    /// `manualTask`
    ManualTask,
    /// `serviceTask`
    ServiceTask,
    /// `scriptTask`
    ScriptTask,
    /// `businessRuleTask`
    BusinessRuleTask,
    /// `sendTask`
    SendTask,
    /// `receiveTask`
    ReceiveTask,
    /// `callActivity`
    CallActivity,
    /// `subProcess`
    SubProcess,
    /// `adHocSubProcess`
    AdHocSubProcess,
    /// `transaction`
    Transaction,
    /// `startEvent`
    StartEvent,
    /// `endEvent`
    EndEvent,
    /// `intermediateCatchEvent`
    CatchEvent,
    /// `intermediateThrowEvent`
    ThrowEvent,
    /// `boundaryEvent`
    BoundaryEvent,
    /// `exclusiveGateway`
    ExclusiveGateway,
    /// `parallelGateway`
    ParallelGateway,
    /// `inclusiveGateway`
    InclusiveGateway,
    /// `eventBasedGateway`
    EventBasedGateway,
    /// `complexGateway`
    ComplexGateway,
    /// `sequenceFlow`
    SequenceFlow,
    /// `messageFlow`
    MessageFlow,
    /// `association`
    Association,
    /// `dataInputAssociation`
    DataInputAssociation,
    /// `dataOutputAssociation`
    DataOutputAssociation,
    /// `dataObject`
    DataObject,
    /// `dataObjectReference`
    DataObjectReference,
    /// `dataStore`
    DataStore,
    /// `dataStoreReference`
    DataStoreReference,
    /// `dataInput` of a process
    DataInput,
    /// `dataOutput` of a process
    DataOutput,
    /// `textAnnotation`
    TextAnnotation,
    /// `group`
    Group,
    /// `message`
    Message,
}

/// Event definitions of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventDefinition {
    /// Message.
    Message,
    /// Timer.
    Timer,
    /// Condition.
    Conditional,
    /// Signal.
    Signal,
    /// Error.
    Error,
    /// Escalation.
    Escalation,
    /// Cancel.
    Cancel,
    /// Compensation.
    Compensation,
    /// Link.
    Link,
    /// Terminate.
    Terminate,
}

/// What choreography activities and conversation nodes say about those who take part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exchange {
    /// `participantRef`s, in document order, raw ids.
    pub participants: Vec<String>,
    /// `initiatingParticipantRef`, raw id.
    pub initiating: Option<String>,
    /// `messageFlowRef`s, raw ids. Their messages are the envelopes of a choreography task.
    pub message_flows: Vec<String>,
}

impl Empty for Exchange {
    const EMPTY: &'static Self = &Exchange {
        participants: Vec::new(),
        initiating: None,
        message_flows: Vec::new(),
    };
}

impl Empty for Annotations {
    const EMPTY: &'static Self = &Annotations::NONE;
}

/// `associationDirection` of an association.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// No arrow head; also where nothing is stated.
    #[default]
    None,
    /// At the target.
    One,
    /// At both ends.
    Both,
}

/// One semantic element. Fields that do not apply to its tag are empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// What it is.
    pub tag: Tag,
    /// Local name in the file (`userTask`), for `Tag::Other` and messages.
    pub local_name: &'static str,
    /// Id; made up (`_line_12`) and unique where the file has none or uses it twice.
    pub id: String,
    /// Name, white space collapsed; text of a text annotation.
    pub name: String,
    /// Index into `Diagram::elements` of the element around it (process, sub-process, collaboration, lane for lanes).
    pub parent: Option<usize>,
    /// Line of its start tag, from 1.
    pub line: u32,
    /// Byte range of its start tag in `Diagram::text`.
    pub start_tag: std::ops::Range<usize>,
    /// Byte range of the whole element in `Diagram::text`.
    pub range: std::ops::Range<usize>,
    /// Texts of `documentation`.
    pub documentation: Vec<String>,
    /// Resolved annotations, own and foreign.
    pub annotations: Kept<Annotations>,
    /// PICTURE block or similar type name of a foreign tool.
    pub block: Option<String>,
    /// `sourceRef` (flows, associations), raw id.
    pub source: Option<String>,
    /// `targetRef` (flows, associations), raw id.
    pub target: Option<String>,
    /// `processRef`, `attachedToRef`, `dataObjectRef`, `dataStoreRef`, `messageRef`, `calledElement`, `calledChoreographyRef`,
    /// `calledCollaborationRef`: raw id.
    pub reference: Option<String>,
    /// `default` flow of a node, raw id.
    pub default_flow: Option<String>,
    /// `flowNodeRef`s of a lane, raw ids.
    pub members: Vec<String>,
    /// Text of the condition expression of a flow.
    pub condition: Option<String>,
    /// Event definitions, in document order.
    pub events: Vec<EventDefinition>,
    /// Name of a link event definition.
    pub link: Option<String>,
    /// State of a data object reference.
    pub data_state: String,
    /// `triggeredByEvent` of a sub-process.
    pub triggered_by_event: bool,
    /// `cancelActivity`/`isInterrupting`; true where not stated.
    pub interrupting: bool,
    /// `isForCompensation`.
    pub for_compensation: bool,
    /// Who talks to whom, of choreography activities and conversation nodes.
    pub exchange: Kept<Exchange>,
    /// Where an association has its arrow heads.
    pub direction: Direction,
    /// Standard loop marker.
    pub is_loop: bool,
    /// Multi-instance marker; `Some(true)`: sequential. Of a participant: there are several.
    pub multi_instance: Option<bool>,
    /// `isCollection` of a data object.
    pub is_collection: bool,
    /// `parallelMultiple` of an event, `instantiate` of an event-based gateway or receive task.
    pub flag: bool,
}

/// Position and size in a drawing; always finite, sizes not negative.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Bounds {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Where the name of a participant stands at a choreography activity, and whether its message has an envelope there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Above, below, or between the others.
    pub place: BandPlace,
    /// The participant that starts the exchange; its band is white, the others are shaded.
    pub initiating: bool,
    /// `choreographyActivityShape`: id of the shape of the activity.
    pub activity: String,
    /// `isMessageVisible`.
    pub envelope: bool,
}

/// The place of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BandPlace {
    /// `top_…`.
    Top,
    /// `middle_…`.
    Middle,
    /// `bottom_…`.
    Bottom,
}

/// A drawn shape.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shape {
    /// Id of the shape.
    pub id: String,
    /// Index into `Diagram::elements`; `None`: points to nothing or to something we do not type.
    pub element: Option<usize>,
    /// Raw `bpmnElement`.
    pub reference: String,
    /// Where.
    pub bounds: Bounds,
    /// Where its label stands.
    pub label: Option<Bounds>,
    /// `isExpanded`.
    pub expanded: Option<bool>,
    /// `isHorizontal`.
    pub horizontal: Option<bool>,
    /// `isMarkerVisible`.
    pub marker_visible: Option<bool>,
    /// Set where the shape is the band of a participant at a choreography activity.
    pub band: Option<Box<Band>>,
    /// Fill colour as `#rrggbb` (BPMN in Color, bpmn.io), only if well-formed.
    pub fill: Option<String>,
    /// Stroke colour as `#rrggbb`, only if well-formed.
    pub stroke: Option<String>,
    /// Colour of the label as `#rrggbb`, only if well-formed.
    pub label_colour: Option<String>,
}

/// A drawn edge.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DrawnEdge {
    /// Id of the edge.
    pub id: String,
    /// Index into `Diagram::elements`.
    pub element: Option<usize>,
    /// Raw `bpmnElement`.
    pub reference: String,
    /// Way points, finite.
    pub points: Vec<(f64, f64)>,
    /// Where its label stands.
    pub label: Option<Bounds>,
    /// `messageVisibleKind`: an envelope on the edge of a message flow; `Some(true)`: of the message that starts the exchange.
    pub envelope: Option<bool>,
    /// Stroke colour as `#rrggbb`, only if well-formed.
    pub stroke: Option<String>,
    /// Colour of the label as `#rrggbb`, only if well-formed.
    pub label_colour: Option<String>,
}

/// One `BPMNDiagram` with its plane.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// Id of the diagram.
    pub id: String,
    /// Name of the diagram.
    pub name: String,
    /// Raw `bpmnElement` of the plane.
    pub reference: String,
    /// Shapes in document order.
    pub shapes: Vec<Shape>,
    /// Edges in document order.
    pub edges: Vec<DrawnEdge>,
}

/// A BPMN file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagram {
    /// The text of the file in UTF-8 (converted where the file was in another encoding); ranges point into it.
    pub text: String,
    /// Name of the encoding the file came in.
    pub encoding: String,
    /// Exporter as the file states it.
    pub exporter: String,
    /// Semantic elements in document order.
    pub elements: Vec<Element>,
    /// Drawings in document order.
    pub planes: Vec<Plane>,
}
