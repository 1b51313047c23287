//! Puts the elements of the file together while the scan goes over it: a stack of roles instead of recursion.

use super::diagram::{Element, Tag};
use super::foreign::Foreign;
use super::index::Ids;
use super::markup;
use super::namespace::Space;
use super::odd::Odd;
use super::pictures::{Drawn, Pictures};
use super::read::{Limits, ReadError};
use super::role::{Field, Frame, Role};
use super::start::Start;
use super::{element, engine, facts, vocabulary};
use crate::domain::ids::IdSet;
use crate::domain::message::Message;
use std::borrow::Cow;
use std::collections::HashMap;

/// Everything read so far.
pub struct Assembly<'t, 'l> {
    limits: &'l Limits,
    /// Warnings.
    pub odd: Odd,
    /// Exporter as the file states it.
    pub exporter: String,
    /// Semantic elements in document order.
    pub elements: Vec<Element>,
    /// First element of each id.
    pub ids: Ids,
    /// Ids of BPMN elements that we do not type.
    pub other_ids: IdSet<Cow<'t, str>>,
    /// Definitions of events at the level of the file.
    pub shared_events: HashMap<String, super::diagram::EventDefinition>,
    /// Elements that refer to such definitions.
    pub event_references: Vec<(usize, String)>,
    /// Elements whose id was taken, with the element that has it.
    pub twins: Vec<(usize, usize)>,
    /// Names of categories by the id of their value.
    pub categories: HashMap<String, String>,
    /// `outgoing`/`incoming` of nodes: flow, node, whether outgoing; only where they are asked for.
    pub ends: Vec<(String, usize, bool)>,
    wants_ends: bool,
    /// Facts of foreign tools.
    pub foreign: Foreign,
    pictures: Pictures,
    frames: Vec<Frame>,
    buffer: String,
    collecting: bool,
}

impl<'t, 'l> Assembly<'t, 'l> {
    /// Nothing read yet.
    ///
    /// `expected`: about how many elements there will be, so that lists need not move while they grow.
    pub fn new(limits: &'l Limits, odd: Odd, expected: usize) -> Self {
        Assembly {
            limits,
            odd,
            exporter: String::new(),
            elements: Vec::with_capacity(expected),
            ids: Ids::with_room(expected),
            other_ids: IdSet::default(),
            shared_events: HashMap::new(),
            event_references: Vec::new(),
            twins: Vec::new(),
            categories: HashMap::new(),
            ends: Vec::new(),
            wants_ends: false,
            foreign: Foreign::default(),
            pictures: Pictures::new(expected),
            frames: Vec::new(),
            buffer: String::new(),
            collecting: false,
        }
    }

    /// The same, for a second pass that also notes `incoming` and `outgoing` of the nodes.
    pub fn with_ends(self) -> Self {
        Assembly {
            wants_ends: true,
            ..self
        }
    }

    /// True if a sequence flow has no source or no target of its own.
    pub fn lacks_ends(&self) -> bool {
        let mut flows = self
            .elements
            .iter()
            .filter(|element| element.tag == Tag::SequenceFlow);
        flows.any(|flow| flow.source.is_none() || flow.target.is_none())
    }

    /// Takes the drawings out.
    pub fn take_planes(&mut self) -> Vec<Drawn> {
        std::mem::take(&mut self.pictures).finish(&mut self.odd)
    }

    /// The root element.
    pub fn root(&mut self, start: &Start<'_, 't>) -> Result<(), ReadError> {
        let ours = start.space.is_bpmn()
            && start.space != Space::Drawing
            && start.local.eq_ignore_ascii_case("definitions");
        if !ours {
            let message = Message::new("bpmn-not-bpmn").with("root", start.name);
            return Err(ReadError::fault(Some(start.line), message));
        }
        if start.local != "definitions" {
            let message = Message::new("bpmn-root-spelling").with("root", start.name);
            self.odd.note(Some(start.line), None, message);
        }
        if start.space == Space::Unbound {
            self.odd
                .note(Some(start.line), None, Message::new("bpmn-no-namespace"));
        }
        self.exporter = start
            .get("exporter")
            .map(|text| markup::collapse(&text))
            .unwrap_or_default();
        self.push(Role::Root, None);
        Ok(())
    }

    /// An element below the root.
    pub fn open(&mut self, start: &Start<'_, 't>) -> Result<(), ReadError> {
        let Some(&Frame { role, element }) = self.frames.last() else {
            return Ok(());
        };
        match role {
            Role::Extensions => {
                if start.space == Space::Own {
                    self.own_fact(start, element);
                } else {
                    self.foreign_open(start, element);
                }
                self.push(Role::Foreign, element);
            }
            Role::Foreign => {
                self.foreign_open(start, element);
                self.push(Role::Foreign, element);
            }
            Role::Text(_) | Role::Ignored => self.push(Role::Ignored, element),
            Role::Picture => {
                self.pictures.open(start, &mut self.odd);
                self.push(Role::Picture, element);
            }
            Role::Root | Role::Element | Role::Inside | Role::Event => {
                if start.space.is_bpmn() {
                    return self.structure(start, role, element);
                }
                self.push(Role::Ignored, element);
            }
        }
        Ok(())
    }

    fn structure(
        &mut self,
        start: &Start<'_, 't>,
        role: Role,
        element: Option<usize>,
    ) -> Result<(), ReadError> {
        let around = element
            .and_then(|index| self.elements.get(index))
            .map(|element| element.tag);
        if let Some(known) = vocabulary::tag(start.local) {
            let (tag, _) = known;
            let of_process = around.is_none_or(|tag| {
                matches!(
                    tag,
                    Tag::Process | Tag::SubProcess | Tag::AdHocSubProcess | Tag::Transaction
                )
            });
            if !matches!(tag, Tag::DataInput | Tag::DataOutput) || of_process {
                return self.element(start, known, element);
            }
        }
        if let Some(id) = start.id_like("id") {
            if start.local == "categoryValue" {
                let name = start
                    .get("value")
                    .map(|text| markup::collapse(&text))
                    .unwrap_or_default();
                self.categories.insert(id.to_string(), name);
            }
            self.other_ids.insert(id);
        }
        if let Some(definition) = vocabulary::event_definition(start.local) {
            self.event_definition(start, definition, element, around);
            return Ok(());
        }
        let own_child = role == Role::Element;
        let next = match start.local {
            "extensionElements" if own_child || role == Role::Root => Role::Extensions,
            // Simulation data of BPSim stand in a relationship of the file.
            "extensionElements" if around.is_none() => Role::Extensions,
            "extensionElements" | "documentation" if !own_child => Role::Ignored,
            "documentation" => Role::Text(Field::Documentation),
            "text" if around == Some(Tag::TextAnnotation) => Role::Text(Field::Body),
            "flowNodeRef" if around == Some(Tag::Lane) => Role::Text(Field::Member),
            "participantRef" if around == Some(Tag::Other) && own_child => Role::Text(Field::Member),
            "participantMultiplicity" if around == Some(Tag::Participant) => {
                let most: u32 = start
                    .get("maximum")
                    .and_then(|most| most.trim().parse().ok())
                    .unwrap_or(1);
                if most > 1 {
                    self.change(element, |element| element.multi_instance = Some(false));
                }
                Role::Ignored
            }
            "sourceRef" if own_child => Role::Text(Field::Source),
            "targetRef" if own_child => Role::Text(Field::Target),
            "incoming" if own_child && self.wants_ends => Role::Text(Field::Incoming),
            "outgoing" if own_child && self.wants_ends => Role::Text(Field::Outgoing),
            "conditionExpression" if around == Some(Tag::SequenceFlow) => {
                self.change(element, |element| element.conditional = true);
                Role::Text(Field::Condition)
            }
            "condition" if role == Role::Event => Role::Text(Field::Condition),
            "timeDuration" | "timeDate" if role == Role::Event => Role::Text(Field::Timer),
            "eventDefinitionRef" if own_child => Role::Text(Field::DefinitionReference),
            "standardLoopCharacteristics" => {
                self.change(element, |element| element.is_loop = true);
                Role::Ignored
            }
            "multiInstanceLoopCharacteristics" => {
                let sequential = start.truth("isSequential").unwrap_or(false);
                self.change(element, |element| element.multi_instance = Some(sequential));
                Role::Ignored
            }
            "dataState" => {
                let state = start
                    .get("name")
                    .map(|text| markup::collapse(&text))
                    .unwrap_or_default();
                self.change(element, |element| element.details.data_state = state);
                Role::Ignored
            }
            "BPMNDiagram" => {
                self.pictures.open(start, &mut self.odd);
                Role::Picture
            }
            known if vocabulary::is_known(known) || vocabulary::tag(known).is_some() => Role::Inside,
            _ => {
                let message = Message::new("bpmn-unknown-element").with("name", start.name);
                self.odd
                    .note(Some(start.line), start.id_like("id").as_deref(), message);
                Role::Inside
            }
        };
        self.push(next, element);
        if matches!(next, Role::Text(_)) {
            self.buffer.clear();
            self.collecting = true;
        }
        Ok(())
    }

    fn event_definition(
        &mut self,
        start: &Start<'_, 't>,
        definition: super::diagram::EventDefinition,
        element: Option<usize>,
        around: Option<Tag>,
    ) {
        if around.is_some_and(Tag::is_event) {
            let link = start.get("name").map(|name| markup::collapse(&name));
            let message = start.id_like("messageRef");
            let refers = ["messageRef", "signalRef", "errorRef", "escalationRef"]
                .into_iter()
                .find_map(|name| start.id_like(name));
            self.change(element, |element| {
                element.events.push(definition);
                if let Some(refers) = refers {
                    element.details.refers.push(refers.into_owned());
                }
                if definition == super::diagram::EventDefinition::Link {
                    element.details.link = link;
                }
                if element.reference.is_none() {
                    element.reference = message.map(Cow::into_owned);
                }
            });
        } else if around.is_none()
            && let Some(id) = start.id_like("id")
        {
            self.shared_events.insert(id.into_owned(), definition);
        }
        self.push(Role::Event, element);
    }

    fn element(
        &mut self,
        start: &Start<'_, 't>,
        known: (Tag, &'static str),
        parent: Option<usize>,
    ) -> Result<(), ReadError> {
        let index = self.elements.len();
        let name = start.get("name").unwrap_or_default();
        if name.len() > self.limits.name && name.chars().count() > self.limits.name {
            let message = Message::new("bpmn-name-too-long");
            return Err(ReadError::limit(Some(start.line), self.limits.name, message));
        }
        let id = self.identify(start, known.0, index);
        let mut element = element::new(start, known, id, parent);
        engine::attributes(start.attributes, &mut element);
        self.elements.push(element);
        self.ids.insert(&self.elements, index);
        self.push(Role::Element, Some(index));
        Ok(())
    }

    /// The id of an element: its own, or one made up where it has none or another element came first.
    fn identify(&mut self, start: &Start<'_, 't>, tag: Tag, index: usize) -> String {
        if let Some(id) = start.id_like("id") {
            match self.ids.find(&self.elements, &id) {
                None => return id.into_owned(),
                Some(first) => self.twins.push((index, first)),
            }
            let message = Message::new("bpmn-duplicate-id").with("id", id.as_ref());
            self.odd.note(Some(start.line), Some(&id), message);
        } else if tag.is_flow_node() || matches!(tag, Tag::SequenceFlow | Tag::Participant | Tag::Lane) {
            let message = Message::new("bpmn-missing-id").with("name", start.local);
            self.odd.note(Some(start.line), None, message);
        }
        let mut id = format!("_line_{}", start.line);
        if self.ids.find(&self.elements, &id).is_some() {
            id = format!("_line_{}_{index}", start.line);
        }
        id
    }

    fn own_fact(&mut self, start: &Start<'_, 't>, element: Option<usize>) {
        if let Some(element) = element.and_then(|index| self.elements.get_mut(index)) {
            facts::read(start, element, &mut self.odd);
        }
    }

    fn foreign_open(&mut self, start: &Start<'_, 't>, element: Option<usize>) {
        let element = element.and_then(|index| self.elements.get_mut(index));
        self.foreign.open(start, element);
    }

    /// True if the text that follows is of use.
    pub fn wants_text(&self) -> bool {
        self.collecting || self.foreign.wants_text()
    }

    /// Text, references resolved.
    pub fn text(&mut self, text: &str) {
        if self.collecting {
            self.buffer.push_str(text);
        } else {
            self.foreign.text(text);
        }
    }

    /// The element at this depth ends at this byte. The error is the message of a limit on texts.
    pub fn close(&mut self, end: usize, depth: usize, local: &str) -> Result<(), Message> {
        let Some(Frame { role, element }) = self.frames.pop() else {
            return Ok(());
        };
        match role {
            Role::Element => self.change(element, |element| element.range.end = end),
            Role::Foreign => {
                let element = element.and_then(|index| self.elements.get_mut(index));
                self.foreign.close(depth, element, local, &mut self.odd);
            }
            Role::Picture => self.pictures.close(),
            Role::Text(field) => {
                self.collecting = false;
                let text = std::mem::take(&mut self.buffer);
                self.deliver(field, &text, element)?;
                self.buffer = text;
            }
            Role::Root | Role::Inside | Role::Event | Role::Extensions | Role::Ignored => {}
        }
        Ok(())
    }

    fn deliver(&mut self, field: Field, text: &str, element: Option<usize>) -> Result<(), Message> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(());
        }
        let limit = self.limits.documentation;
        if trimmed.len() > limit && trimmed.chars().count() > limit {
            return Err(Message::new("bpmn-text-too-long"));
        }
        let own = || trimmed.to_owned();
        match (field, element) {
            (Field::DefinitionReference, Some(index)) => self.event_references.push((index, own())),
            (Field::Incoming, Some(index)) => self.ends.push((own(), index, false)),
            (Field::Outgoing, Some(index)) => self.ends.push((own(), index, true)),
            _ => self.change(element, |element| field.deliver(element, trimmed)),
        }
        Ok(())
    }

    fn change(&mut self, element: Option<usize>, change: impl FnOnce(&mut Element)) {
        if let Some(element) = element.and_then(|index| self.elements.get_mut(index)) {
            change(element);
        }
    }

    fn push(&mut self, role: Role, element: Option<usize>) {
        self.frames.push(Frame { role, element });
    }
}
