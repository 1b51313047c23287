//! From what is drawn and written at a node to its micro-steps.

use super::drawn::Placed;
use super::families::{Family, family};
use super::objects::Origin;
use super::scene::{Scene, View};
use super::write::{Ground, Passed, Writer};
use crate::analysis::facts::Grounds;
use crate::analysis::wording::{Action, Class, Found, Medium, Noun, Role};
use crate::domain::carrier::Carrier;
use crate::domain::finding::EvidenceSource;
use crate::graph::{ActivityKind, NodeKind, Trigger};

/// How many activities ago something printed is still the thing one has in hand.
pub const IN_HAND: u8 = 3;

/// A drawn object at the node.
#[derive(Clone)]
pub struct Drawn {
    pub object: usize,
    pub placed: Option<Placed>,
}

/// Where content comes from.
#[derive(Clone)]
pub struct Source {
    /// The object.
    pub object: usize,
    /// What its name says it is on.
    pub implied: Option<Carrier>,
    /// Why.
    pub ground: Ground,
}

/// Reads one node.
pub fn read(scene: &Scene, writer: &mut Writer, at: usize) {
    let Some(view) = scene.views.get(at) else { return };
    let inherited = inherit(writer, view);
    let own = writer.passed.get(at).copied().unwrap_or_default();
    let activity = view.node.kind.is_activity();
    let mut step = Step {
        scene,
        view,
        at,
        process: view.node.process,
        ins: Vec::new(),
        outs: Vec::new(),
        updates: Vec::new(),
        passed: Passed {
            focus: inherited.focus,
            heard: own.heard.max(inherited.heard),
        },
        speaks: false,
        settled: false,
    };
    step.draw(writer);
    if view.node.annotations.carriers.is_empty() {
        let contains = scene.has_parts.get(at).copied().unwrap_or(false);
        match view.node.kind {
            NodeKind::Activity(ActivityKind::SubProcess { .. }) if contains => step.finish(writer, None),
            NodeKind::Activity(_) if view.automatic => step.automatic(writer),
            NodeKind::Activity(_) => step.human(writer),
            NodeKind::Throw(Trigger::Message) | NodeKind::End(Trigger::Message) => step.send(writer, None),
            NodeKind::Start(_) | NodeKind::Catch(_) | NodeKind::Boundary { .. } => {
                step.passed.focus = None;
                step.lies_in_lane(writer);
            }
            _ => {}
        }
    }
    let heard = match (step.speaks, step.settled, activity) {
        (true, _, _) => 2,
        (_, true, _) => 0,
        (_, _, true) => step.passed.heard.saturating_sub(1),
        _ => step.passed.heard,
    };
    let focus = step
        .passed
        .focus
        .map(|(object, age)| (object, if activity { age.saturating_add(1) } else { age }));
    if let Some(slot) = writer.passed.get_mut(at) {
        *slot = Passed { focus, heard };
    }
}

fn inherit(writer: &Writer, view: &View) -> Passed {
    let mut passed = Passed::default();
    for before in view.before.iter().filter_map(|at| writer.passed.get(*at)) {
        passed.focus = passed.focus.or(before.focus);
        passed.heard = passed.heard.max(before.heard);
    }
    passed
}

/// A node being read.
pub struct Step<'s> {
    pub scene: &'s Scene<'s>,
    pub view: &'s View<'s>,
    pub at: usize,
    pub process: usize,
    /// Read and not written.
    pub ins: Vec<Drawn>,
    /// Written and not read.
    pub outs: Vec<Drawn>,
    /// Read and written.
    pub updates: Vec<Drawn>,
    pub passed: Passed,
    /// Something was said here.
    pub speaks: bool,
    /// What was said has been put down.
    pub settled: bool,
}

impl Step<'_> {
    pub(super) fn draw(&mut self, writer: &Writer) {
        let of = |at: &usize| {
            Some(Drawn {
                object: *writer.of_data.get(*at)?,
                placed: self.scene.data.get(*at)?.clone(),
            })
        };
        let reads: Vec<Drawn> = self.view.node.reads.iter().filter_map(of).collect();
        let writes: Vec<Drawn> = self.view.node.writes.iter().filter_map(of).collect();
        let has = |list: &[Drawn], object: usize| list.iter().any(|other| other.object == object);
        self.ins = reads
            .iter()
            .filter(|one| !has(&writes, one.object))
            .cloned()
            .collect();
        self.updates = writes
            .iter()
            .filter(|one| has(&reads, one.object))
            .cloned()
            .collect();
        self.outs = writes
            .into_iter()
            .filter(|one| !has(&reads, one.object))
            .collect();
    }

    pub(super) fn ground(&self, source: EvidenceSource, text: &str, confidence: f64, tier: u8) -> Ground {
        Ground {
            source,
            element: self.view.node.id.clone(),
            text: text.to_owned(),
            confidence,
            tier,
        }
    }

    pub(super) fn by_data(&self, placed: &Placed) -> Ground {
        self.ground(
            EvidenceSource::Data,
            &placed.words,
            placed.confidence.clamp(0.65, 0.88),
            4,
        )
    }

    pub(super) fn by_label(&self, confidence: f64) -> Ground {
        self.ground(
            EvidenceSource::Label,
            &self.view.node.name,
            confidence.min(0.9),
            6,
        )
    }

    pub(super) fn by_text(&self, confidence: f64) -> Ground {
        self.ground(
            EvidenceSource::Documentation,
            &self.view.text.text,
            (confidence * 0.9).min(0.8),
            6,
        )
    }

    /// A program does it: what it writes is there, nothing is carried by hand.
    pub(super) fn automatic(&mut self, writer: &mut Writer) {
        let ground = self.ground(EvidenceSource::Type, &self.view.node.name, 0.6, 7);
        let system = self
            .outs
            .iter()
            .chain(&self.updates)
            .filter_map(|drawn| drawn.placed.as_ref())
            .map(|placed| placed.carrier.clone())
            .find(|carrier| matches!(carrier, Carrier::System(_)))
            .or_else(|| {
                let lane = self.view.lane.as_ref()?;
                matches!(lane.carrier, Carrier::System(_)).then(|| lane.carrier.clone())
            })
            .or_else(|| {
                self.view
                    .label
                    .systems()
                    .find(|system| system.role != Role::Source)
                    .map(|system| Carrier::System(system.name.clone()))
            });
        if let Some(carrier) = system {
            let case = writer.case(self.process);
            writer.need_automatic(self.at, case, vec![carrier], ground.grounds(None));
        }
        for drawn in self.outs.clone() {
            if let Some(placed) = &drawn.placed {
                writer.write(
                    self.at,
                    drawn.object,
                    placed.carrier.clone(),
                    false,
                    self.by_data(placed).grounds(None),
                );
            }
            self.passed.focus = Some((drawn.object, 0));
        }
        self.settled = true;
    }

    pub(super) fn human(&mut self, writer: &mut Writer) {
        let mut actions = self.view.label.actions.clone();
        let extra = self.actions_of_text(&actions);
        let by_text = actions.iter().all(|action| action.class == Class::Nothing) && !extra.is_empty();
        actions.extend(extra.iter().cloned());
        if self.view.node.kind == NodeKind::Activity(ActivityKind::Receive)
            && actions
                .iter()
                .all(|action| matches!(action.class, Class::Nothing | Class::Send))
        {
            for action in &mut actions {
                action.class = Class::Receive;
                action.confidence = 0.6;
            }
        }
        if actions.is_empty() {
            actions.push(Action {
                class: Class::Nothing,
                confidence: 0.0,
                verb: String::new(),
                nouns: Vec::new(),
                media: Vec::new(),
                systems: Vec::new(),
                directed: false,
            });
        }
        if let Some(by) = self.kept_twice() {
            let object = self
                .ins
                .first()
                .or(self.updates.first())
                .map(|drawn| drawn.object);
            let object = object
                .or_else(|| actions.iter().find_map(|action| self.noun_object(writer, action)))
                .unwrap_or_else(|| writer.case(self.process));
            writer.file_twice(self.at, object, by);
            self.finish(writer, None);
            return;
        }
        let labelled = self.view.label.actions.len();
        let mut hint: Option<Carrier> = None;
        for (index, action) in actions.iter().enumerate() {
            let from_text = index >= labelled;
            if action.class == Class::Nothing && by_text && !from_text && !action.directed {
                continue;
            }
            if let Some(carrier) = self.act(writer, action, from_text) {
                hint = Some(carrier);
            }
        }
        self.finish(writer, hint);
    }

    /// Actions that only the documentation names.
    pub(super) fn actions_of_text(&self, label: &[Action]) -> Vec<Action> {
        let bare = label
            .iter()
            .all(|action| matches!(action.class, Class::Nothing | Class::Send | Class::Move));
        self.view
            .text
            .actions
            .iter()
            .filter(|action| match action.class {
                Class::Scan | Class::Print | Class::Post => {
                    !label.iter().any(|own| own.class == action.class)
                }
                // What else goes round beside a step that types, prints or signs is no step of its own.
                Class::Transport => bare && !label.iter().any(|own| own.class == action.class),
                // What the documentation says of where data comes from or goes to holds beside other verbs too.
                Class::Capture
                    if label.iter().all(|own| {
                        !matches!(
                            own.class,
                            Class::Capture | Class::Trace | Class::Scan | Class::Note
                        )
                    }) && (action
                        .systems
                        .iter()
                        .any(|system| matches!(system.role, Role::Source | Role::Target))
                        || action.media.iter().any(|found| {
                            found.role == Role::Target
                                && matches!(found.medium, Medium::Structured | Medium::Paper)
                        })) =>
                {
                    action.confidence >= 0.6
                }
                Class::Capture | Class::Ink | Class::DigitalSend => bare && action.confidence >= 0.65,
                _ => false,
            })
            .cloned()
            .collect()
    }

    pub(super) fn word(&self, medium: Medium) -> Option<&Found> {
        self.view
            .label
            .medium(medium)
            .or_else(|| self.view.text.medium(medium))
    }

    pub(super) fn electronic(&self) -> bool {
        self.word(Medium::Electronic).is_some()
    }

    pub(super) fn goods(&self, action: &Action) -> bool {
        // "Key petition": the verb is no key.
        let verb = crate::analysis::wording::fold(&action.verb);
        action.media.iter().any(|found| {
            found.medium == Medium::Goods && crate::analysis::wording::fold(&found.words) != verb
        }) && action.media.iter().all(|found| found.medium != Medium::Paper)
    }

    /// True where the lane or pool of the step is a system.
    pub(super) fn in_system_lane(&self) -> bool {
        matches!(
            self.view.lane.as_ref().map(|lane| &lane.carrier),
            Some(Carrier::System(_))
        )
    }

    pub(super) fn manual(&self) -> bool {
        self.view.node.kind == NodeKind::Activity(ActivityKind::Manual)
    }

    /// One action. Gives the carrier on which its product comes to be, where it says so.
    pub(super) fn act(&mut self, writer: &mut Writer, action: &Action, from_text: bool) -> Option<Carrier> {
        let ground = match from_text {
            true => self.by_text(action.confidence),
            false => self.by_label(action.confidence),
        };
        match action.class {
            Class::Scan => self.scan(writer, action, &ground),
            Class::Capture | Class::Trace => self.capture(writer, action, &ground),
            Class::Print => self.print(writer, action, &ground),
            // "Form back, signed": who receives it does not sign.
            Class::Ink if self.view.node.kind == NodeKind::Activity(ActivityKind::Receive) => {
                self.receive(writer, action, &ground)
            }
            Class::Ink => self.ink(writer, action, &ground),
            Class::Post => self.post(writer, action, &ground),
            Class::Send => {
                self.send(writer, Some(action));
                None
            }
            Class::DigitalSend => self.upload(writer, action, &ground),
            Class::Create => self.create(writer, action, &ground),
            Class::Receive => self.receive(writer, action, &ground),
            Class::Oral => self.oral(writer, action, &ground),
            Class::Note => self.note(writer, action, &ground),
            Class::FilePaper => self.file_paper(writer, action, &ground),
            Class::File | Class::Attach => self.file(writer, action, &ground),
            Class::Transport
                if crate::analysis::wording::fold(&self.view.node.name).contains("up to date") =>
            {
                self.capture(writer, action, &ground)
            }
            Class::Transport => self.transport(writer, action, &ground),
            Class::Move => self.hand_on(writer, action, &ground),
            Class::Judge | Class::Lookup => {
                self.carry_drawn(writer, 0.65);
                if self.passed.focus.is_none() {
                    self.lies_in_lane(writer);
                }
                None
            }
            Class::Nothing => self.elliptic(writer, action),
        }
    }

    /// A lane that is a desk of paper or a mailbox: what comes in or is looked at there is on paper, or in a file.
    fn lies_in_lane(&mut self, writer: &mut Writer) {
        let Some(lane) = self.view.lane.clone() else {
            return;
        };
        let place = matches!(lane.carrier, Carrier::Paper | Carrier::Document);
        if place && self.ins.is_empty() && self.outs.is_empty() && self.view.incoming.is_empty() {
            let case = writer.case(self.process);
            let ground = self.ground(EvidenceSource::Lane, &lane.words, 0.6, 8);
            writer.write(self.at, case, lane.carrier, false, ground.grounds(None));
            self.passed.focus = Some((case, 0));
        }
    }

    /// What the step writes is there afterwards.
    pub(super) fn finish(&mut self, writer: &mut Writer, hint: Option<Carrier>) {
        for drawn in self.outs.clone() {
            let (carrier, grounds) = match (&drawn.placed, &hint) {
                (Some(placed), _) => (placed.carrier.clone(), self.by_data(placed).grounds(None)),
                (None, Some(carrier)) => (carrier.clone(), self.by_label(0.65).grounds(None)),
                (None, None) if self.manual() => (
                    Carrier::Paper,
                    self.ground(EvidenceSource::Type, &self.view.node.name, 0.5, 7)
                        .grounds(None),
                ),
                _ => continue,
            };
            writer.write(self.at, drawn.object, carrier, false, grounds);
            let store = writer
                .objects
                .get(drawn.object)
                .is_some_and(|object| object.origin == Origin::Store);
            if !store || self.passed.focus.is_none() {
                self.passed.focus = Some((drawn.object, 0));
            }
        }
    }
}

/// The family of an object.
pub fn families_of(object: &super::objects::Object) -> Option<Family> {
    family(&Noun {
        raw: object.name.clone(),
        stem: object.stem.clone(),
        at: 0,
    })
}

/// What a drawn target takes.
pub fn accept(placed: &Placed) -> Vec<Carrier> {
    vec![placed.carrier.clone()]
}

/// Adds a reason, once.
pub fn merge(grounds: &mut Grounds, other: &Ground) {
    let known = grounds
        .evidence
        .iter()
        .any(|evidence| evidence.source == other.source && evidence.text == other.text);
    if !known {
        let more = other.grounds(None);
        grounds.evidence.extend(more.evidence);
        grounds.confidence = (1.0 - (1.0 - grounds.confidence) * (1.0 - more.confidence / 2.0)).min(0.97);
    }
}
