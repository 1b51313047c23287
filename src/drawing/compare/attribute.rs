//! What may differ between two elements that are the same, and how it is read off an element.

use crate::bpmn::diagram::{Direction, Element, EventDefinition, Tag};
use crate::domain::annotation::{Annotations, CarrierFact, ChannelFact, WorkFact};
use crate::domain::carrier::{By, Carrier};
use crate::domain::message::{Arg, Message};
use crate::drawing::words::tag_kind;

/// An aspect of an element. The order is the order in which changes of one element are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    /// Name; text of a text annotation.
    Name,
    /// Kind of task, gateway, event …
    Type,
    /// Event definitions and their triggers.
    Events,
    /// Name of a link event.
    Link,
    /// Where a flow or association begins.
    Source,
    /// Where it ends.
    Target,
    /// The activity a boundary event sits on.
    Host,
    /// Lane; for a lane the lane around it.
    Lane,
    /// Process or sub-process around it.
    Parent,
    /// Process that a participant runs.
    Process,
    /// Condition of a flow.
    Condition,
    /// Whether a flow is taken when no condition holds.
    Default,
    /// Whether an event ends what it interrupts.
    Interrupting,
    /// Started by an event.
    EventSubProcess,
    /// Repetition marker.
    Repetition,
    /// For compensation.
    Compensation,
    /// `parallelMultiple`, `instantiate`, `eventGatewayType`.
    Flag,
    /// Arrow heads of an association.
    Direction,
    /// What a call activity calls.
    Called,
    /// Message of a message flow or task.
    Message,
    /// State of a data object.
    State,
    /// Several of it.
    Collection,
    /// Texts of `documentation`.
    Documentation,
    /// Building block of a foreign tool.
    Block,
    /// `pr:carrier`.
    Carriers,
    /// `pr:channel`.
    Channels,
    /// `pr:system`.
    System,
    /// `pr:work` `handlingMinutes`.
    Handling,
    /// `pr:work` `waitingMinutes`.
    Waiting,
    /// `pr:work` `transportMinutes`.
    Transport,
    /// `pr:work` `kind`.
    WorkKind,
    /// `pr:work` `rag`.
    Rag,
    /// `pr:work` `discretion`.
    Discretion,
    /// `pr:work` `automated`.
    Automated,
    /// `pr:work` `unit`.
    Unit,
    /// `pr:work` `instances`.
    Instances,
    /// `pr:branch`.
    Probability,
    /// `pr:volume`.
    Volume,
    /// Fill and stroke in the picture, expanded or not.
    Look,
    /// Position, size or way in the picture.
    Place,
}

impl Attribute {
    /// Name in JSON and catalogue ids (`compare-attribute-…`).
    pub fn code(self) -> &'static str {
        match self {
            Attribute::Name => "name",
            Attribute::Type => "type",
            Attribute::Events => "events",
            Attribute::Link => "link",
            Attribute::Source => "source",
            Attribute::Target => "target",
            Attribute::Host => "host",
            Attribute::Lane => "lane",
            Attribute::Parent => "parent",
            Attribute::Process => "process",
            Attribute::Condition => "condition",
            Attribute::Default => "default",
            Attribute::Interrupting => "interrupting",
            Attribute::EventSubProcess => "event-sub-process",
            Attribute::Repetition => "repetition",
            Attribute::Compensation => "compensation",
            Attribute::Flag => "flag",
            Attribute::Direction => "direction",
            Attribute::Called => "called",
            Attribute::Message => "message",
            Attribute::State => "state",
            Attribute::Collection => "collection",
            Attribute::Documentation => "documentation",
            Attribute::Block => "block",
            Attribute::Carriers => "carriers",
            Attribute::Channels => "channels",
            Attribute::System => "system",
            Attribute::Handling => "handling-minutes",
            Attribute::Waiting => "waiting-minutes",
            Attribute::Transport => "transport-minutes",
            Attribute::WorkKind => "work-kind",
            Attribute::Rag => "rag",
            Attribute::Discretion => "discretion",
            Attribute::Automated => "automated",
            Attribute::Unit => "unit",
            Attribute::Instances => "instances",
            Attribute::Probability => "probability",
            Attribute::Volume => "volume",
            Attribute::Look => "look",
            Attribute::Place => "place",
        }
    }

    /// True where the element says the same as before and only belongs or stands elsewhere.
    pub fn is_move(self) -> bool {
        matches!(self, Attribute::Lane | Attribute::Parent | Attribute::Place)
    }
}

/// A value, as a list of parts; empty: nothing is stated.
pub type Value = Vec<Arg>;

/// The values an element states, by attribute; links to other elements are kept apart.
pub(super) fn values(element: &Element, name: &str, is_default: bool) -> Vec<(Attribute, Value)> {
    let mut found = Found(Vec::new());
    found.text(Attribute::Name, name);
    found.add(
        Attribute::Type,
        vec![tag_kind(element.tag, element.local_name).into()],
    );
    found.add(
        Attribute::Events,
        element.events.iter().map(|event| trigger(*event)).collect(),
    );
    found.text(
        Attribute::Link,
        element.details.link.as_deref().unwrap_or_default(),
    );
    found.text(
        Attribute::Condition,
        element.details.condition.as_deref().unwrap_or_default().trim(),
    );
    // Some files name something else than a flow as default; that says nothing.
    found.flag(Attribute::Default, is_default && element.tag == Tag::SequenceFlow);
    if matches!(element.tag, Tag::BoundaryEvent | Tag::StartEvent) {
        // Interrupting is the rule; only the exception is a statement.
        found.flag(Attribute::Interrupting, !element.interrupting);
    }
    found.flag(Attribute::EventSubProcess, element.triggered_by_event);
    let repetition = match (element.is_loop, element.multi_instance) {
        (_, Some(true)) => vec![term("compare-repetition-sequential")],
        (_, Some(false)) => vec![term("compare-repetition-parallel")],
        (true, None) => vec![term("compare-repetition-loop")],
        (false, None) => Vec::new(),
    };
    found.add(Attribute::Repetition, repetition);
    found.flag(Attribute::Compensation, element.for_compensation);
    let mut rule = Vec::new();
    if element.flag {
        rule.push(yes_or_no(true));
    }
    if element.parallel {
        rule.push(term("compare-waits-for-all"));
    }
    found.add(Attribute::Flag, rule);
    match element.direction {
        Direction::None => {}
        Direction::One => found.add(Attribute::Direction, vec![term("compare-direction-one")]),
        Direction::Both => found.add(Attribute::Direction, vec![term("compare-direction-both")]),
    }
    found.text(Attribute::State, &element.details.data_state);
    found.flag(Attribute::Collection, element.is_collection);
    let texts = element.details.documentation.iter();
    found.add(
        Attribute::Documentation,
        texts.map(|text| text.as_str().into()).collect(),
    );
    found.text(
        Attribute::Block,
        element.details.block.as_deref().unwrap_or_default(),
    );
    annotations(&mut found, &element.annotations);
    found.0
}

fn annotations(found: &mut Found, facts: &Annotations) {
    found.add(
        Attribute::Carriers,
        facts.carriers.iter().map(carrier_fact).collect(),
    );
    found.add(
        Attribute::Channels,
        facts.channels.iter().map(channel_fact).collect(),
    );
    if let Some(system) = &facts.system {
        let interface = match system.interface {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        };
        let message = Message::new("compare-system").with("name", system.name.as_str());
        found.add(
            Attribute::System,
            vec![message.with("interface", interface).into()],
        );
    }
    if let Some(work) = &facts.work {
        self::work(found, work);
    }
    found.number(
        Attribute::Probability,
        facts.probability.map(|share| share * 100.0),
    );
    if let Some(volume) = facts.volume {
        let message = Message::new("compare-volume").with("cases", volume.cases_per_year);
        let year = volume.year.map(|year| year.to_string()).unwrap_or_default();
        let dated = if year.is_empty() { "no" } else { "yes" };
        found.add(
            Attribute::Volume,
            vec![message.with("dated", dated).with("year", year).into()],
        );
    }
}

fn work(found: &mut Found, work: &WorkFact) {
    found.number(Attribute::Handling, work.handling_minutes);
    found.number(Attribute::Waiting, work.waiting_minutes);
    found.number(Attribute::Transport, work.transport_minutes);
    found.text(Attribute::WorkKind, work.kind.as_deref().unwrap_or_default());
    found.number(Attribute::Rag, work.rag.map(f64::from));
    if let Some(discretion) = work.discretion {
        found.add(
            Attribute::Discretion,
            vec![term(&format!("compare-discretion-{}", discretion.code()))],
        );
    }
    if let Some(automated) = work.automated {
        found.add(Attribute::Automated, vec![yes_or_no(automated)]);
    }
    found.text(Attribute::Unit, work.unit.as_deref().unwrap_or_default());
    found.number(Attribute::Instances, work.instances);
}

fn carrier_fact(fact: &CarrierFact) -> Arg {
    let by = match fact.by {
        Some(By::Human) => "human",
        Some(By::Automatic) => "automatic",
        None => "unknown",
    };
    let mut message = Message::new("compare-carrier")
        .with("object", fact.object.as_str())
        .with("by", by)
        .with("transport", if fact.transport { "yes" } else { "no" })
        .with("also", if fact.also { "yes" } else { "no" })
        .with("minutes", fact.minutes.unwrap_or(-1.0));
    message = several(message, "needs", &fact.needs);
    several(message, "writes", fact.writes.as_slice()).into()
}

fn channel_fact(fact: &ChannelFact) -> Arg {
    let message = Message::new("compare-channel")
        .with("object", fact.object.as_str())
        .with("percent", fact.share.map_or(-1.0, |share| share * 100.0));
    several(message, "carriers", &fact.carriers).into()
}

/// Carriers as a list in words; more than a dozen are counted only.
fn several(message: Message, name: &str, carriers: &[Carrier]) -> Message {
    const MOST: usize = 12;
    let mut said: Option<Message> = None;
    for carrier in carriers.iter().take(MOST) {
        let one = match carrier {
            Carrier::System(name) => Message::new("compare-carrier-system").with("name", name.as_str()),
            Carrier::Document => Message::new("compare-carrier-document"),
            Carrier::Paper => Message::new("compare-carrier-paper"),
            Carrier::Oral => Message::new("compare-carrier-oral"),
        };
        said = Some(match said {
            Some(before) => Message::new("compare-pair")
                .with("first", before)
                .with("second", one),
            None => one,
        });
    }
    match said {
        Some(said) => message.with(name, said).with(&format!("has-{name}"), "yes"),
        None => message.with(name, "").with(&format!("has-{name}"), "no"),
    }
}

fn trigger(event: EventDefinition) -> Arg {
    term(match event {
        EventDefinition::Message => "drawing-trigger-message",
        EventDefinition::Timer => "drawing-trigger-timer",
        EventDefinition::Conditional => "drawing-trigger-conditional",
        EventDefinition::Signal => "drawing-trigger-signal",
        EventDefinition::Error => "drawing-trigger-error",
        EventDefinition::Escalation => "drawing-trigger-escalation",
        EventDefinition::Cancel => "drawing-trigger-cancel",
        EventDefinition::Compensation => "drawing-trigger-compensation",
        EventDefinition::Link => "drawing-trigger-link",
        EventDefinition::Terminate => "drawing-trigger-terminate",
    })
}

pub(super) fn term(id: &str) -> Arg {
    Arg::Term(id.to_owned())
}

fn yes_or_no(truth: bool) -> Arg {
    term(if truth { "compare-yes" } else { "compare-no" })
}

struct Found(Vec<(Attribute, Value)>);

impl Found {
    fn add(&mut self, attribute: Attribute, value: Value) {
        if !value.is_empty() {
            self.0.push((attribute, value));
        }
    }

    fn text(&mut self, attribute: Attribute, text: &str) {
        if !text.is_empty() {
            self.add(attribute, vec![text.into()]);
        }
    }

    fn flag(&mut self, attribute: Attribute, truth: bool) {
        if truth {
            self.add(attribute, vec![yes_or_no(true)]);
        }
    }

    fn number(&mut self, attribute: Attribute, number: Option<f64>) {
        if let Some(number) = number {
            self.add(attribute, vec![number.into()]);
        }
    }
}
