//! What a BPMN file says, typed: semantic elements in document order and their pictures (DI).

use super::colour::Colour;
use super::index::Ids;
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
    /// `signal`
    Signal,
    /// `error`
    Error,
    /// `escalation`
    Escalation,
}

impl Tag {
    /// True for tasks of all sorts.
    pub fn is_task(self) -> bool {
        matches!(
            self,
            Tag::Task
                | Tag::UserTask
                | Tag::ManualTask
                | Tag::ServiceTask
                | Tag::ScriptTask
                | Tag::BusinessRuleTask
                | Tag::SendTask
                | Tag::ReceiveTask
        )
    }

    /// True for sub-processes of all sorts.
    pub fn is_sub_process(self) -> bool {
        matches!(self, Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction)
    }

    /// True for tasks, sub-processes and call activities (BPMN 2.0, 10.3).
    pub fn is_activity(self) -> bool {
        self.is_task() || self.is_sub_process() || self == Tag::CallActivity
    }

    /// True for events.
    pub fn is_event(self) -> bool {
        matches!(
            self,
            Tag::StartEvent | Tag::EndEvent | Tag::CatchEvent | Tag::ThrowEvent | Tag::BoundaryEvent
        )
    }

    /// True for gateways.
    pub fn is_gateway(self) -> bool {
        matches!(
            self,
            Tag::ExclusiveGateway
                | Tag::ParallelGateway
                | Tag::InclusiveGateway
                | Tag::EventBasedGateway
                | Tag::ComplexGateway
        )
    }

    /// True for flow nodes: activities, events, gateways.
    pub fn is_flow_node(self) -> bool {
        self.is_activity() || self.is_event() || self.is_gateway()
    }
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

/// Arrow heads of an association.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// None (where nothing is stated).
    None,
    /// At the target.
    One,
    /// At both ends.
    Both,
}

impl Empty for Annotations {
    const EMPTY: &'static Self = &Annotations::NONE;
}

/// What few elements state; kept apart, so that the many do not carry its room.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    /// Texts of `documentation`.
    pub documentation: Vec<String>,
    /// PICTURE block or similar type name of a foreign tool.
    pub block: Option<String>,
    /// `default` flow of a node, raw id.
    pub default_flow: Option<String>,
    /// `flowNodeRef`s of a lane, `participantRef`s of choreographies and conversations; raw ids.
    pub members: Vec<String>,
    /// Text of the condition expression of a flow, or of the condition of a conditional event.
    pub condition: Option<String>,
    /// Messages, signals, errors and escalations that the event definitions name: raw ids.
    pub refers: Vec<String>,
    /// Name of a link event definition.
    pub link: Option<String>,
    /// `timeDuration` or `timeDate` of a timer, as written.
    pub timer: Option<String>,
    /// State of a data object reference.
    pub data_state: String,
}

impl Details {
    /// Nothing stated.
    pub const NONE: Details = Details {
        documentation: Vec::new(),
        block: None,
        default_flow: None,
        members: Vec::new(),
        condition: None,
        refers: Vec::new(),
        link: None,
        timer: None,
        data_state: String::new(),
    };
}

impl Empty for Details {
    const EMPTY: &'static Self = &Details::NONE;
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
    /// What few elements state.
    pub details: Kept<Details>,
    /// Resolved annotations, own and foreign.
    pub annotations: Kept<Annotations>,
    /// `sourceRef` (flows, associations), raw id.
    pub source: Option<String>,
    /// `targetRef` (flows, associations), raw id.
    pub target: Option<String>,
    /// `processRef`, `attachedToRef`, `dataObjectRef`, `dataStoreRef`, `messageRef`, `calledElement`,
    /// `initiatingParticipantRef`: raw id.
    pub reference: Option<String>,
    /// `isExecutable` of a process.
    pub executable: bool,
    /// The flow has a condition expression, perhaps an empty one.
    pub conditional: bool,
    /// Event definitions, in document order.
    pub events: Vec<EventDefinition>,
    /// `triggeredByEvent` of a sub-process.
    pub triggered_by_event: bool,
    /// `cancelActivity`/`isInterrupting`; true where not stated.
    pub interrupting: bool,
    /// `isForCompensation`.
    pub for_compensation: bool,
    /// Standard loop marker.
    pub is_loop: bool,
    /// Multi-instance marker; `Some(true)`: sequential. On participants: there may be several.
    pub multi_instance: Option<bool>,
    /// `isCollection` of a data object.
    pub is_collection: bool,
    /// `parallelMultiple` of an event, `instantiate` of an event-based gateway or receive task.
    pub flag: bool,
    /// `eventGatewayType` of an event-based gateway is `Parallel`.
    pub parallel: bool,
    /// `associationDirection`.
    pub direction: Direction,
}

/// The strip of a participant in the picture of a choreography task.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Id of the shape it belongs to (`choreographyActivityShape`).
    pub of: String,
    /// The participant begins; the others are shaded.
    pub initiating: bool,
    /// It lies at the upper, at the lower edge of the task (`participantBandKind`); between: neither.
    pub place: BandPlace,
    /// Its message is drawn beside it (`isMessageVisible`).
    pub message: bool,
}

/// Where a band lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BandPlace {
    /// At the upper edge.
    Top,
    /// Between.
    Middle,
    /// At the lower edge.
    Bottom,
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
    /// Fill colour (BPMN in Color, bpmn.io), only if well-formed.
    pub fill: Option<Colour>,
    /// Stroke colour, only if well-formed.
    pub stroke: Option<Colour>,
    /// Colour of the label, only if well-formed.
    pub label_colour: Option<Colour>,
    /// It is a strip of a choreography task.
    pub band: Option<Box<Band>>,
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
    /// Stroke colour, only if well-formed.
    pub stroke: Option<Colour>,
    /// Colour of the label, only if well-formed.
    pub label_colour: Option<Colour>,
    /// A message flow shows its message (`messageVisibleKind`); true: it is the one that begins.
    pub message: Option<bool>,
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
    /// The elements by their id; as they were read.
    pub(super) ids: Ids,
}

impl Diagram {
    /// The place of the element with this id; the first one where several share it.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.find(&self.elements, id)
    }
}
