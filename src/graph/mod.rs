//! The flow graph of a BPMN file: what runs where, after what, with which information.
//!
//! Home of `petgraph`. Built from a `bpmn::Diagram`, never changed afterwards. Everything is in document
//! order, so that equal input gives equal results. All processes of a file live in one graph.

mod build;

pub use build::{build, trigger};

use crate::bpmn::Kept;
use crate::domain::annotation::Annotations;
use petgraph::graph::DiGraph;

pub use petgraph;
pub use petgraph::graph::{EdgeIndex, NodeIndex};

/// What starts, interrupts or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// Plain event.
    None,
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
    /// Several of these.
    Multiple,
}

/// Kinds of activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActivityKind {
    /// Untyped.
    Task,
    /// With an information system.
    User,
    /// Without an information system.
    Manual,
    /// By a service.
    Service,
    /// By a script.
    Script,
    /// By rules.
    BusinessRule,
    /// Sends a message.
    Send,
    /// Receives a message.
    Receive,
    /// Calls another process.
    Call,
    /// Embedded sub-process. Collapsed without content: behaves as a task.
    SubProcess {
        /// Started by an event inside another scope.
        event: bool,
        /// Steps in any order.
        ad_hoc: bool,
        /// Transaction.
        transaction: bool,
    },
}

/// Kinds of gateways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GatewayKind {
    /// One of the ways.
    Exclusive,
    /// All ways.
    Parallel,
    /// One or more ways.
    Inclusive,
    /// The first event decides.
    EventBased,
    /// Anything.
    Complex,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// Start event.
    Start(Trigger),
    /// Intermediate event that waits.
    Catch(Trigger),
    /// Intermediate event that sends or marks.
    Throw(Trigger),
    /// Event on the border of an activity.
    Boundary {
        /// What triggers it.
        trigger: Trigger,
        /// Whether it ends the activity.
        interrupting: bool,
    },
    /// End event.
    End(Trigger),
    /// Activity.
    Activity(ActivityKind),
    /// Gateway.
    Gateway(GatewayKind),
}

impl NodeKind {
    /// True for tasks, sub-processes and call activities.
    pub fn is_activity(self) -> bool {
        matches!(self, NodeKind::Activity(_))
    }

    /// True where a program does it by its BPMN type: service, script, business rule.
    pub fn is_automatic(self) -> bool {
        matches!(
            self,
            NodeKind::Activity(ActivityKind::Service | ActivityKind::Script | ActivityKind::BusinessRule)
        )
    }
}

/// Repetition marker of an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Repetition {
    /// None.
    Once,
    /// Standard loop.
    Loop,
    /// Several instances at a time or one after the other.
    MultiInstance,
}

/// A flow node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Id in the file (made up and unique where the file has none).
    pub id: String,
    /// Name as drawn, white space collapsed; empty where it has none.
    pub name: String,
    /// What it is.
    pub kind: NodeKind,
    /// Index into `FlowGraph::processes`.
    pub process: usize,
    /// Index into `FlowGraph::lanes`: innermost lane.
    pub lane: Option<usize>,
    /// The sub-process it lies in.
    pub parent: Option<NodeIndex>,
    /// The activity a boundary event sits on.
    pub host: Option<NodeIndex>,
    /// Texts of `documentation`.
    pub documentation: Vec<String>,
    /// Texts of annotations connected to it.
    pub comments: Vec<String>,
    /// Annotations of design.md 2.3 and their foreign equivalents.
    pub annotations: Kept<Annotations>,
    /// PICTURE building block or similar type name of a foreign tool, where the file states one.
    pub block: Option<String>,
    /// Repetition.
    pub repetition: Repetition,
    /// Indices into `FlowGraph::data` that it reads, in document order.
    pub reads: Vec<usize>,
    /// Indices into `FlowGraph::data` that it writes, in document order.
    pub writes: Vec<usize>,
    /// For call activities: id or name of what is called.
    pub called: Option<String>,
    /// For timers: the duration or date as written.
    pub timer: Option<String>,
    /// Runs only to undo something (`isForCompensation`).
    pub undoes: bool,
}

/// Why one node follows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EdgeKind {
    /// Sequence flow.
    Sequence,
    /// From an activity to an event on its border.
    Boundary,
    /// From a link throw event to its catch event.
    Link,
}

/// A way from one node to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Id of the sequence flow; empty for edges that are not drawn.
    pub id: String,
    /// Name as drawn.
    pub name: String,
    /// Why.
    pub kind: EdgeKind,
    /// Text of the condition expression.
    pub condition: Option<String>,
    /// Taken when no condition holds.
    pub is_default: bool,
    /// Stated share of the cases, 0 to 1.
    pub probability: Option<f64>,
}

/// A process of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Id in the file.
    pub id: String,
    /// Name of the process.
    pub name: String,
    /// Index into `FlowGraph::pools` of the participant that runs it.
    pub pool: Option<usize>,
    /// Texts of `documentation`.
    pub documentation: Vec<String>,
    /// Annotations (`pr:volume`, `pr:channel` …).
    pub annotations: Annotations,
}

/// A participant.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    /// Id in the file.
    pub id: String,
    /// Name as drawn.
    pub name: String,
    /// Index into `FlowGraph::processes`; `None`: black box.
    pub process: Option<usize>,
    /// Annotations (`pr:channel` …).
    pub annotations: Annotations,
}

/// A lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Id in the file.
    pub id: String,
    /// Name as drawn.
    pub name: String,
    /// Index of the lane around it.
    pub parent: Option<usize>,
    /// Index into `FlowGraph::processes`.
    pub process: usize,
    /// Annotations (`pr:system` …).
    pub annotations: Annotations,
}

/// Kinds of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DataKind {
    /// Data object (by reference).
    Object,
    /// Data store (by reference).
    Store,
    /// Input of a process.
    Input,
    /// Output of a process.
    Output,
}

/// A data object or store. References to the same object share `object`.
#[derive(Debug, Clone, PartialEq)]
pub struct Data {
    /// Id of the reference as drawn.
    pub id: String,
    /// Id of the object or store referred to; the own id where there is none.
    pub object: String,
    /// Name as drawn; the object's name where the reference has none.
    pub name: String,
    /// State in brackets, as `[gedruckt]`, where the file states one.
    pub state: String,
    /// Kind.
    pub kind: DataKind,
    /// Index into `FlowGraph::processes`; `None`: global.
    pub process: Option<usize>,
    /// Annotations (`pr:system` …).
    pub annotations: Annotations,
}

/// End of a message flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MessageEnd {
    /// A flow node.
    Node(NodeIndex),
    /// A participant as a whole (index into `FlowGraph::pools`).
    Pool(usize),
}

/// A message flow.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageFlow {
    /// Id in the file.
    pub id: String,
    /// Name of the flow, or of its message.
    pub name: String,
    /// Id of the message definition, where there is one.
    pub message: Option<String>,
    /// From.
    pub from: MessageEnd,
    /// To.
    pub to: MessageEnd,
    /// Annotations (`pr:channel` …).
    pub annotations: Annotations,
}

/// The graph of one file.
#[derive(Debug, Clone)]
pub struct FlowGraph {
    /// Processes in document order.
    pub processes: Vec<Process>,
    /// Participants in document order, black boxes too.
    pub pools: Vec<Pool>,
    /// Lanes in document order, outer before inner.
    pub lanes: Vec<Lane>,
    /// Data objects and stores in document order.
    pub data: Vec<Data>,
    /// Message flows in document order.
    pub messages: Vec<MessageFlow>,
    /// Nodes in document order with the ways between them.
    pub flow: DiGraph<Node, Edge>,
}
