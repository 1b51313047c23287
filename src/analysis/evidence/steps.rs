//! From what is drawn and written at a node to its micro-steps.

use super::drawn::Placed;
use super::families::{Family, family};
use super::objects::Origin;
use super::scene::{Scene, View};
use super::write::{Ground, Passed, Writer};
use crate::analysis::facts::Grounds;
use crate::analysis::wording::{Action, Class, Found, Medium, Noun, Reading, Role};
use crate::domain::carrier::Carrier;
use crate::domain::finding::EvidenceSource;
use crate::graph::{ActivityKind, NodeKind, Trigger};

/// How many activities ago something printed is still the thing one has in hand.
const IN_HAND: u8 = 3;

/// A drawn object at the node.
#[derive(Clone)]
pub struct Drawn {
    pub object: usize,
    pub placed: Option<Placed>,
}

/// Where content comes from.
#[derive(Clone)]
struct Source {
    object: usize,
    implied: Option<Carrier>,
    ground: Ground,
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
        let contains = scene
            .views
            .iter()
            .any(|other| other.node.parent.map(|parent| parent.index()) == Some(at));
        match view.node.kind {
            NodeKind::Activity(ActivityKind::SubProcess { .. }) if contains => step.finish(writer, None),
            NodeKind::Activity(_) if view.automatic => step.automatic(writer),
            NodeKind::Activity(_) => step.human(writer),
            NodeKind::Throw(Trigger::Message) | NodeKind::End(Trigger::Message) => step.send(writer, None),
            NodeKind::Start(_) | NodeKind::Catch(_) | NodeKind::Boundary { .. } => step.passed.focus = None,
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
    fn draw(&mut self, writer: &Writer) {
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

    // --- grounds -------------------------------------------------------------------------------------------------

    fn ground(&self, source: EvidenceSource, text: &str, confidence: f64, tier: u8) -> Ground {
        Ground {
            source,
            element: self.view.node.id.clone(),
            text: text.to_owned(),
            confidence,
            tier,
        }
    }

    fn by_data(&self, placed: &Placed) -> Ground {
        self.ground(
            EvidenceSource::Data,
            &placed.words,
            placed.confidence.clamp(0.6, 0.8),
            4,
        )
    }

    fn by_label(&self, confidence: f64) -> Ground {
        self.ground(
            EvidenceSource::Label,
            &self.view.node.name,
            confidence.min(0.9),
            6,
        )
    }

    fn by_text(&self, confidence: f64) -> Ground {
        self.ground(
            EvidenceSource::Documentation,
            &self.view.text.text,
            (confidence * 0.9).min(0.8),
            6,
        )
    }

    // --- programs ------------------------------------------------------------------------------------------------

    /// A program does it: what it writes is there, nothing is carried by hand.
    fn automatic(&mut self, writer: &mut Writer) {
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

    // --- people --------------------------------------------------------------------------------------------------

    fn human(&mut self, writer: &mut Writer) {
        let mut actions = self.view.label.actions.clone();
        let extra = self.actions_of_text(&actions);
        let by_text = actions.iter().all(|action| action.class == Class::Nothing) && !extra.is_empty();
        actions.extend(extra.iter().cloned());
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
    fn actions_of_text(&self, label: &[Action]) -> Vec<Action> {
        let bare = label
            .iter()
            .all(|action| matches!(action.class, Class::Nothing | Class::Send | Class::Move));
        self.view
            .text
            .actions
            .iter()
            .filter(|action| match action.class {
                Class::Scan | Class::Print | Class::Transport | Class::Post => {
                    !label.iter().any(|own| own.class == action.class)
                }
                Class::Capture | Class::Ink | Class::DigitalSend => bare && action.confidence >= 0.65,
                _ => false,
            })
            .cloned()
            .collect()
    }

    fn word(&self, medium: Medium) -> Option<&Found> {
        self.view
            .label
            .medium(medium)
            .or_else(|| self.view.text.medium(medium))
    }

    fn electronic(&self) -> bool {
        self.word(Medium::Electronic).is_some()
    }

    fn goods(&self, action: &Action) -> bool {
        action.media.iter().any(|found| found.medium == Medium::Goods)
            && action.media.iter().all(|found| found.medium != Medium::Paper)
    }

    fn manual(&self) -> bool {
        self.view.node.kind == NodeKind::Activity(ActivityKind::Manual)
    }

    /// One action. Gives the carrier on which its product comes to be, where it says so.
    fn act(&mut self, writer: &mut Writer, action: &Action, from_text: bool) -> Option<Carrier> {
        let ground = match from_text {
            true => self.by_text(action.confidence),
            false => self.by_label(action.confidence),
        };
        match action.class {
            Class::Scan => self.scan(writer, action, &ground),
            Class::Capture | Class::Trace => self.capture(writer, action, &ground),
            Class::Print => self.print(writer, action, &ground),
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
            Class::Transport => self.transport(writer, action, &ground),
            Class::Move => self.hand_on(writer, action, &ground),
            Class::Judge | Class::Lookup => {
                self.carry_drawn(writer, 0.65);
                None
            }
            Class::Nothing => self.elliptic(writer, action),
        }
    }

    // --- sources and targets -------------------------------------------------------------------------------------

    fn noun_object(&self, writer: &mut Writer, action: &Action) -> Option<usize> {
        let case = writer.case(self.process);
        action
            .nouns
            .iter()
            .filter(|noun| {
                !action
                    .media
                    .iter()
                    .any(|found| found.at == noun.at && found.role != Role::Plain)
            })
            .filter(|noun| !action.systems.iter().any(|system| system.at == noun.at))
            .find_map(|noun| writer.objects.of_noun(self.process, noun, case))
    }

    fn drawn_sources(&self) -> Vec<Source> {
        self.ins
            .iter()
            .map(|drawn| Source {
                object: drawn.object,
                implied: drawn.placed.as_ref().map(|placed| placed.carrier.clone()),
                ground: match &drawn.placed {
                    Some(placed) => self.by_data(placed),
                    None => self.by_label(0.6),
                },
            })
            .collect()
    }

    /// What is carried over here, surest first: drawn, named, sent in, heard, in hand, the case.
    fn sources(&mut self, writer: &mut Writer, action: &Action, wide: bool) -> Vec<Source> {
        let drawn = self.drawn_sources();
        if !drawn.is_empty() {
            return drawn;
        }
        let text_first = self.view.text.actions.clone();
        let mut named: Vec<Source> = Vec::new();
        for found in action
            .media
            .iter()
            .chain(text_first.iter().flat_map(|other| &other.media))
            .filter(|found| found.role == Role::Source)
        {
            let carrier = match found.medium {
                Medium::Paper => Carrier::Paper,
                Medium::Document => Carrier::Document,
                Medium::Oral => Carrier::Oral,
                _ => continue,
            };
            let object = writer.objects.add(&found.words, "", self.process, Origin::Label);
            named.push(Source {
                object,
                implied: Some(carrier),
                ground: self.by_label(found.confidence),
            });
        }
        for system in action.systems.iter().filter(|system| system.role == Role::Source) {
            let object = writer.objects.add(&system.name, "", self.process, Origin::Label);
            named.push(Source {
                object,
                implied: Some(Carrier::System(system.name.clone())),
                ground: self.by_label(0.8),
            });
        }
        if !named.is_empty() {
            return named;
        }
        if let Some(message) = self.view.incoming.iter().find(|message| message.placed.is_some())
            && let Some(placed) = &message.placed
        {
            let mut ground = self.ground(
                EvidenceSource::Message,
                &message.reading.text,
                placed.confidence.min(0.75),
                5,
            );
            ground.element = message.id.clone();
            let object = match placed.carrier {
                Carrier::Oral => writer.heard(self.process, &message.reading.text),
                _ => writer
                    .objects
                    .add(&message.reading.text, "", self.process, Origin::Label),
            };
            self.settled |= placed.carrier == Carrier::Oral;
            writer.write(
                self.at,
                object,
                placed.carrier.clone(),
                false,
                ground.grounds(None),
            );
            return vec![Source {
                object,
                implied: Some(placed.carrier.clone()),
                ground,
            }];
        }
        // Putting down belongs to the talk before it; other captures only where the talk was the very last step.
        if let Some(source) = self.spoken(writer, if wide { 2 } else { 1 }) {
            return vec![source];
        }
        if !wide {
            return Vec::new();
        }
        let object = self
            .noun_object(writer, action)
            .filter(|object| writer.objects.get(*object).is_some_and(|object| object.written))
            .or_else(|| {
                self.passed
                    .focus
                    .filter(|(_, age)| *age < IN_HAND)
                    .map(|(object, _)| object)
            })
            .unwrap_or_else(|| writer.case(self.process));
        vec![Source {
            object,
            implied: None,
            ground: self.by_label(0.75),
        }]
    }

    /// Something said just before or, by its words, in this step.
    fn spoken(&mut self, writer: &mut Writer, least: u8) -> Option<Source> {
        let here = self
            .view
            .text
            .medium(Medium::Oral)
            .map(|found| (true, found.confidence))
            .or_else(|| {
                self.view
                    .label
                    .medium(Medium::Oral)
                    .map(|found| (false, found.confidence))
            });
        let said_in_text = self.view.text.has(Class::Oral);
        let heard = writer.heard_known(self.process);
        let (object, ground) = match (here, self.passed.heard >= least, said_in_text) {
            (Some((true, confidence)), _, _) => (
                writer.heard(self.process, &self.view.node.name),
                self.by_text(confidence),
            ),
            (None, _, true) => (
                writer.heard(self.process, &self.view.node.name),
                self.by_text(0.75),
            ),
            (Some((false, confidence)), _, _) => (
                writer.heard(self.process, &self.view.node.name),
                self.by_label(confidence),
            ),
            (None, true, false) => (heard?, self.by_label(0.8)),
            _ => return None,
        };
        if self.passed.heard == 0 {
            writer.write(self.at, object, Carrier::Oral, false, ground.grounds(None));
        }
        self.settled = true;
        Some(Source {
            object,
            implied: Some(Carrier::Oral),
            ground,
        })
    }

    /// Where content goes by drawing: the systems first.
    fn drawn_target(&self) -> Option<Placed> {
        let placed = |list: &[Drawn]| -> Vec<Placed> {
            list.iter().filter_map(|drawn| drawn.placed.clone()).collect()
        };
        let mut all = placed(&self.outs);
        all.sort_by_key(|placed| !matches!(placed.carrier, Carrier::System(_)));
        all.into_iter()
            .next()
            .or_else(|| placed(&self.updates).into_iter().next())
    }

    /// Where content is put, and why we think so.
    fn target(&self, action: &Action) -> (Vec<Carrier>, Ground, bool) {
        if let Some(placed) = self.drawn_target() {
            return (vec![placed.carrier.clone()], self.by_data(&placed), placed.dms);
        }
        if self.outs.iter().any(|drawn| drawn.placed.is_none()) {
            let text = self
                .view
                .text
                .medium(Medium::Paper)
                .filter(|found| found.confidence >= 0.7);
            if let Some(found) = text {
                return (vec![Carrier::Paper], self.by_text(found.confidence), false);
            }
            if self.manual() {
                return (
                    vec![Carrier::Paper],
                    self.ground(EvidenceSource::Type, &self.view.node.name, 0.6, 7),
                    false,
                );
            }
        }
        let all = |reading: &Reading| -> Vec<(String, bool)> {
            reading
                .systems()
                .filter(|system| system.role != Role::Source)
                .map(|system| (system.name.clone(), system.dms))
                .collect()
        };
        let own: Vec<(String, bool)> = action
            .systems
            .iter()
            .filter(|system| system.role != Role::Source)
            .map(|system| (system.name.clone(), system.dms))
            .collect();
        for (found, ground) in [
            (own, self.by_label(0.85)),
            (all(&self.view.label), self.by_label(0.8)),
            (all(&self.view.text), self.by_text(0.75)),
        ] {
            if let Some((name, dms)) = found.into_iter().next() {
                return (vec![Carrier::System(name)], ground, dms);
            }
        }
        let aimed = action.media.iter().find(|found| {
            found.role == Role::Target
                && matches!(
                    found.medium,
                    Medium::Paper | Medium::Structured | Medium::Dms | Medium::Document
                )
        });
        if let Some(found) = aimed {
            let carrier = match found.medium {
                Medium::Paper => Carrier::Paper,
                Medium::Document => Carrier::Document,
                _ => Carrier::System(
                    self.scene
                        .main_system
                        .get(self.process)
                        .cloned()
                        .flatten()
                        .unwrap_or_else(|| "?".to_owned()),
                ),
            };
            return (
                vec![carrier],
                self.by_label(found.confidence),
                found.medium == Medium::Dms,
            );
        }
        if let Some(lane) = self
            .view
            .lane
            .as_ref()
            .filter(|lane| matches!(lane.carrier, Carrier::System(_)))
            && !self.manual()
        {
            return (
                vec![lane.carrier.clone()],
                self.ground(EvidenceSource::Lane, &lane.words, 0.6, 8),
                lane.dms,
            );
        }
        // Some system, nobody says which: any will do, so that no break between systems is invented.
        let mut any: Vec<Carrier> = vec![Carrier::System(
            self.scene
                .main_system
                .get(self.process)
                .cloned()
                .flatten()
                .unwrap_or_else(|| "?".to_owned()),
        )];
        for name in &self.scene.systems {
            let carrier = Carrier::System(name.clone());
            if !any.contains(&carrier) {
                any.push(carrier);
            }
        }
        (any, self.by_label(action.confidence * 0.8), false)
    }

    fn carry(
        &mut self,
        writer: &mut Writer,
        sources: &[Source],
        accepts: Vec<Carrier>,
        ground: &Ground,
        label: Option<&Ground>,
    ) {
        for source in sources {
            let mut best = match label {
                Some(label) if label.confidence > ground.confidence => label.grounds(Some(ground)),
                Some(label) => ground.grounds(Some(label)),
                None => ground.grounds(None),
            };
            merge(&mut best, &source.ground);
            self.fresh(writer, source);
            writer.need(
                self.at,
                source.object,
                accepts.clone(),
                source.implied.clone(),
                best,
            );
        }
        if let (Some(Carrier::System(name)), [_, ..]) = (accepts.first(), sources)
            && name != "?"
        {
            let case = writer.case(self.process);
            if !sources.iter().any(|source| source.object == case)
                && writer.objects.get(case).is_some_and(|case| case.written)
            {
                writer.write(
                    self.at,
                    case,
                    Carrier::System(name.clone()),
                    true,
                    ground.grounds(None),
                );
            }
        }
        if let Some(source) = sources.first() {
            self.passed.focus = Some((source.object, 0));
        }
    }

    /// What is read from a store is always its current version, whatever was taken out of it before.
    fn fresh(&self, writer: &mut Writer, source: &Source) {
        let store = writer
            .objects
            .get(source.object)
            .is_some_and(|object| object.origin == Origin::Store);
        if let (true, Some(carrier)) = (store, &source.implied) {
            writer.write(
                self.at,
                source.object,
                carrier.clone(),
                false,
                source.ground.grounds(None),
            );
        }
    }

    /// A paper that is going out and that one has in hand.
    fn in_hand(&self, writer: &Writer) -> Option<usize> {
        let (object, _) = self.passed.focus.filter(|(_, age)| *age < IN_HAND)?;
        let known = writer.objects.get(object)?;
        (known.paper && known.outgoing).then_some(object)
    }

    /// Carrying over that is only drawn: from what is read to what is written.
    fn carry_drawn(&mut self, writer: &mut Writer, factor: f64) {
        let Some(placed) = self
            .outs
            .iter()
            .filter_map(|drawn| drawn.placed.clone())
            .min_by_key(|placed| !matches!(placed.carrier, Carrier::System(_)))
        else {
            return;
        };
        let sources = self.drawn_sources();
        let mut ground = self.by_data(&placed);
        ground.confidence *= factor / 0.75;
        self.carry(writer, &sources, accept(&placed), &ground, None);
    }

    // --- classes -------------------------------------------------------------------------------------------------

    fn scan(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let code = action.nouns.iter().any(|noun| {
            ["qr", "barcod", "qr-cod", "code", "cod"]
                .iter()
                .any(|code| noun.stem.starts_with(code))
        });
        if code
            || self.goods(action)
            || self
                .drawn_sources()
                .iter()
                .any(|source| matches!(source.implied, Some(Carrier::System(_) | Carrier::Document)))
        {
            self.carry_drawn(writer, 0.75);
            return None;
        }
        let sources = match self.drawn_sources() {
            drawn if !drawn.is_empty() => drawn,
            _ => {
                let object = self
                    .noun_object(writer, action)
                    .or_else(|| self.passed.focus.map(|(object, _)| object))
                    .unwrap_or_else(|| writer.case(self.process));
                vec![Source {
                    object,
                    implied: None,
                    ground: ground.clone(),
                }]
            }
        };
        for source in &sources {
            let accepts = match self.drawn_target() {
                Some(Placed {
                    carrier: Carrier::System(name),
                    ..
                }) => vec![Carrier::System(name)],
                _ => vec![Carrier::Document],
            };
            let mut grounds = ground.grounds(None);
            merge(&mut grounds, &source.ground);
            writer.need(self.at, source.object, accepts, Some(Carrier::Paper), grounds);
            self.passed.focus = Some((source.object, 0));
        }
        Some(Carrier::Document)
    }

    fn capture(&mut self, writer: &mut Writer, action: &Action, label: &Ground) -> Option<Carrier> {
        let folded = crate::analysis::wording::fold(&action.verb);
        // Taking over a task or costs is no taking over of data; filling in a form makes it.
        if folded.contains("nehm") || folded.contains("nimm") || folded.contains("nomm") {
            let burden = [
                "aufgab",
                "kost",
                "amt",
                "fall",
                "zustand",
                "verantwort",
                "leitung",
            ];
            let heads = |noun: &Noun| {
                burden
                    .iter()
                    .any(|head| crate::analysis::wording::same_head(head, &noun.stem))
            };
            if self.ins.is_empty() && self.outs.is_empty() && action.nouns.iter().any(heads) {
                return None;
            }
        }
        if folded.contains("fuell") || folded.starts_with("complet") || folded.starts_with("fill") {
            return self.fill_in(writer, action, label);
        }
        let (accepts, ground, dms) = self.target(action);
        let sources = self.sources(writer, action, true);
        let sources: Vec<Source> = match action.class {
            Class::Trace => sources
                .into_iter()
                .map(|source| Source {
                    implied: source.implied.or(Some(Carrier::Document)),
                    ..source
                })
                .collect(),
            _ => sources,
        };
        let mut accepts = accepts;
        if dms && self.drawn_target().is_none() {
            accepts.push(Carrier::Document);
        }
        let product = accepts.first().cloned();
        self.carry(writer, &sources, accepts, &ground, Some(label));
        product
    }

    fn fill_in(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let found = action
            .media
            .iter()
            .find(|found| matches!(found.medium, Medium::Paper | Medium::Document));
        let carrier = match found.map(|found| found.medium) {
            Some(Medium::Paper) => Carrier::Paper,
            Some(Medium::Document) => Carrier::Document,
            _ => {
                self.carry_drawn(writer, 0.7);
                return None;
            }
        };
        let sources = self.drawn_sources();
        if !sources.is_empty() {
            self.carry(writer, &sources, vec![carrier.clone()], ground, None);
        }
        let object = self
            .noun_object(writer, action)
            .unwrap_or_else(|| writer.case(self.process));
        if self.outs.is_empty() {
            writer.write(self.at, object, carrier.clone(), false, ground.grounds(None));
            self.passed.focus = Some((object, 0));
        }
        Some(carrier)
    }

    fn print(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.goods(action) || self.view.label.medium(Medium::Electronic).is_some() {
            return None;
        }
        let noun = self.noun_object(writer, action);
        let sources = match self.drawn_sources() {
            drawn if !drawn.is_empty() => drawn,
            _ => {
                let from = action
                    .systems
                    .first()
                    .map(|system| Carrier::System(system.name.clone()));
                vec![Source {
                    object: noun
                        .or_else(|| self.passed.focus.map(|(object, _)| object))
                        .unwrap_or_else(|| writer.case(self.process)),
                    implied: Some(from.unwrap_or(Carrier::Document)),
                    ground: ground.clone(),
                }]
            }
        };
        for source in &sources {
            let mut grounds = ground.grounds(None);
            merge(&mut grounds, &source.ground);
            let implied = source.implied.clone().or(Some(Carrier::Document));
            self.fresh(writer, source);
            writer.need(self.at, source.object, vec![Carrier::Paper], implied, grounds);
            writer.objects.goes_out(source.object);
            self.passed.focus = Some((source.object, 0));
        }
        if let Some(object) = noun.filter(|object| !sources.iter().any(|source| source.object == *object)) {
            writer.write(self.at, object, Carrier::Paper, true, ground.grounds(None));
            self.passed.focus = Some((object, 0));
        }
        Some(Carrier::Paper)
    }

    fn ink(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.electronic() || self.goods(action) {
            return None;
        }
        let strong = action.confidence >= 0.7
            && !["unter", "mit", "gegen", "schluss"]
                .iter()
                .any(|part| crate::analysis::wording::fold(&action.verb).starts_with(part));
        let paper_word = self.word(Medium::Paper).is_some() || self.manual();
        let mut drawn = self.drawn_sources();
        if self.in_hand(writer).is_some() {
            drawn.retain(|source| {
                writer
                    .objects
                    .get(source.object)
                    .is_some_and(|object| object.origin != Origin::Store)
            });
        }
        let makes = self.outs.iter().any(|drawn| {
            !matches!(
                drawn.placed.as_ref().map(|placed| &placed.carrier),
                Some(Carrier::System(_) | Carrier::Document)
            )
        });
        if !drawn.is_empty() {
            let paper = drawn.iter().any(|source| {
                source.implied == Some(Carrier::Paper)
                    || (source.implied.is_none()
                        && writer
                            .objects
                            .get(source.object)
                            .is_some_and(|object| object.paper))
            });
            if paper || strong || paper_word || makes {
                self.carry(writer, &drawn, vec![Carrier::Paper], ground, None);
                for source in &drawn {
                    let named = source.implied == Some(Carrier::Paper) || source.implied.is_none();
                    if self.outs.is_empty() && named {
                        writer.write(
                            self.at,
                            source.object,
                            Carrier::Paper,
                            false,
                            ground.grounds(None),
                        );
                    }
                }
                return Some(Carrier::Paper);
            }
            return None;
        }
        if !self.outs.is_empty() {
            if action.directed && !self.manual() && makes {
                self.letter(writer, &action.nouns, ground);
            }
            return (strong || paper_word || makes).then_some(Carrier::Paper);
        }
        let case = writer.case(self.process);
        let in_hand = self.passed.focus.map(|(object, _)| object);
        let object = self
            .noun_object(writer, action)
            .filter(|object| writer.objects.get(*object).is_some_and(|object| object.written))
            .or(in_hand)
            .unwrap_or(case);
        let on_paper = writer.objects.get(object).is_some_and(|object| object.paper);
        if on_paper {
            writer.need(self.at, object, vec![Carrier::Paper], None, ground.grounds(None));
            writer.write(self.at, object, Carrier::Paper, false, ground.grounds(None));
            self.passed.focus = Some((object, 0));
            return Some(Carrier::Paper);
        }
        if strong || paper_word {
            writer.need(self.at, object, vec![Carrier::Paper], None, ground.grounds(None));
            self.passed.focus = Some((object, 0));
            return Some(Carrier::Paper);
        }
        None
    }

    fn post(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.electronic() || self.goods(action) {
            return None;
        }
        self.letter(writer, action.nouns.as_slice(), ground);
        Some(Carrier::Paper)
    }

    /// A letter leaves the house, or is laid before somebody to be signed.
    fn letter(&mut self, writer: &mut Writer, nouns: &[Noun], ground: &Ground) {
        let in_hand = self.in_hand(writer);
        let mut drawn = self.drawn_sources();
        if in_hand.is_some() {
            drawn.retain(|source| {
                writer
                    .objects
                    .get(source.object)
                    .is_some_and(|object| object.origin != Origin::Store)
            });
        }
        if !drawn.is_empty() {
            self.carry(writer, &drawn, vec![Carrier::Paper], ground, None);
            for source in &drawn {
                writer.objects.goes_out(source.object);
            }
            return;
        }
        let case = writer.case(self.process);
        let made = self
            .outs
            .iter()
            .find(|drawn| {
                !matches!(
                    drawn.placed.as_ref().map(|placed| &placed.carrier),
                    Some(Carrier::System(_) | Carrier::Document)
                )
            })
            .map(|drawn| drawn.object);
        let noun = nouns
            .iter()
            .find(|noun| family(noun) == Some(Family::Out))
            .or_else(|| nouns.iter().find(|noun| family(noun).is_none()));
        let named = noun
            .and_then(|noun| writer.objects.of_noun(self.process, noun, case))
            .filter(|object| *object != case);
        let known = named.filter(|object| writer.objects.get(*object).is_some_and(|object| object.written));
        // "Bescheid drucken", "Brief kuvertieren": what was printed a moment ago is what is posted now.
        let same_thing = in_hand.filter(|object| {
            let incoming = writer
                .objects
                .get(*object)
                .is_some_and(|object| families_of(object) == Some(Family::In));
            made.is_none() && !(incoming && noun.is_some_and(|noun| family(noun) == Some(Family::Out)))
        });
        let object = known.or(same_thing).or(made).or(named).unwrap_or_else(|| {
            writer
                .objects
                .add(&self.view.node.name, "", self.process, Origin::Label)
        });
        let digital = self.scene.digital.get(self.process).copied().unwrap_or(false);
        let mut grounds = ground.grounds(None);
        let written = writer.objects.get(object).is_some_and(|object| object.written);
        if !written && digital {
            grounds.confidence = grounds.confidence.min(0.7);
        }
        writer.need(
            self.at,
            object,
            vec![Carrier::Paper],
            digital.then_some(Carrier::Document),
            grounds,
        );
        writer.objects.goes_out(object);
        self.passed.focus = Some((object, 0));
    }

    /// Something goes out: the channel decides.
    fn send(&mut self, writer: &mut Writer, action: Option<&Action>) {
        if self.view.automatic {
            return;
        }
        let message = self
            .view
            .outgoing
            .iter()
            .find_map(|message| message.placed.as_ref().map(|placed| (message, placed)));
        let label = self.view.label.media().find(|found| {
            matches!(
                found.medium,
                Medium::Paper | Medium::Document | Medium::Structured
            ) && (found.role != Role::Plain || found.confidence >= 0.75 || self.view.outgoing.is_empty())
                && found.role != Role::Source
        });
        let text = self.view.text.media().find(|found| {
            matches!(
                found.medium,
                Medium::Paper | Medium::Document | Medium::Structured
            )
        });
        let out = self.outs.iter().find_map(|drawn| drawn.placed.clone());
        let nouns: Vec<Noun> = action.map(|action| action.nouns.clone()).unwrap_or_default();
        let paper = if let Some((message, placed)) = message {
            let mut ground = self.ground(
                EvidenceSource::Message,
                &message.reading.text,
                placed.confidence.min(0.75),
                5,
            );
            ground.element = message.id.clone();
            (placed.carrier == Carrier::Paper).then_some(ground)
        } else if let Some(placed) = &out {
            (placed.carrier == Carrier::Paper).then(|| self.by_data(placed))
        } else if let Some(found) = text.filter(|found| found.confidence >= 0.7) {
            (found.medium == Medium::Paper).then(|| self.by_text(found.confidence))
        } else if let Some(found) = label {
            (found.medium == Medium::Paper).then(|| self.by_label(found.confidence))
        } else if let Some(lane) = &self.view.lane {
            (lane.carrier == Carrier::Paper).then(|| self.ground(EvidenceSource::Lane, &lane.words, 0.5, 8))
        } else {
            let bare = action.is_some_and(|action| {
                action.verb == "raus" && action.nouns.iter().any(|noun| family(noun) == Some(Family::Out))
            });
            bare.then(|| self.by_label(0.6))
        };
        match paper {
            Some(ground) if !self.electronic() && !action.is_some_and(|action| self.goods(action)) => {
                self.letter(writer, &nouns, &ground);
            }
            _ => {}
        }
    }

    fn upload(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let mut accepts = vec![Carrier::Document];
        accepts.extend(
            self.scene
                .systems
                .iter()
                .map(|name| Carrier::System(name.clone())),
        );
        accepts.push(Carrier::System("?".to_owned()));
        let drawn = self.drawn_sources();
        if !drawn.is_empty() {
            self.carry(writer, &drawn, accepts, ground, None);
            return None;
        }
        let case = writer.case(self.process);
        if let Some(object) = self.noun_object(writer, action).filter(|object| {
            *object != case && writer.objects.get(*object).is_some_and(|object| object.paper)
        }) {
            writer.need(self.at, object, accepts, None, ground.grounds(None));
        }
        None
    }

    fn create(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if let Some(placed) = self.outs.iter().find_map(|drawn| drawn.placed.clone()) {
            let mut sources = self.drawn_sources();
            if sources.is_empty() && self.passed.heard > 0 {
                sources.extend(self.spoken(writer, 2));
            }
            let by = self.by_data(&placed);
            self.carry(writer, &sources, accept(&placed), &by, Some(ground));
            return Some(placed.carrier);
        }
        let system = action
            .systems
            .iter()
            .find(|system| system.role != Role::Source)
            .map(|system| system.name.clone());
        let paper = action
            .media
            .iter()
            .any(|found| found.medium == Medium::Paper && found.role == Role::Target)
            || self.manual();
        let carrier = match (system, paper) {
            (Some(name), _) => Carrier::System(name),
            (None, true) if self.word(Medium::Paper).is_some() => Carrier::Paper,
            (None, true) => return None,
            (None, false) => match self.view.lane.as_ref().map(|lane| lane.carrier.clone()) {
                Some(Carrier::System(name)) => Carrier::System(name),
                _ => Carrier::Document,
            },
        };
        let folded = crate::analysis::wording::fold(&action.verb);
        let sums = folded.contains("rechn") || folded.starts_with("calcul");
        if !sums && !self.outs.is_empty() {
            return Some(carrier);
        }
        let case = writer.case(self.process);
        let object = self.noun_object(writer, action).filter(|object| *object != case);
        if let (Some(object), false) = (object, sums) {
            let mut grounds = ground.grounds(None);
            grounds.confidence = grounds.confidence.max(0.6);
            writer.write(self.at, object, carrier.clone(), false, grounds);
            self.passed.focus = Some((object, 0));
        }
        Some(carrier)
    }

    fn receive(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.goods(action) {
            return None;
        }
        let message = self
            .view
            .incoming
            .iter()
            .find_map(|message| message.placed.clone());
        let lane = self
            .view
            .lane
            .clone()
            .filter(|lane| !matches!(lane.carrier, Carrier::System(_)));
        let placed = super::drawn::of_reading(&self.view.label).or(message).or(lane)?;
        if placed.carrier == Carrier::Oral {
            let heard = writer.heard(self.process, &self.view.node.name);
            writer.write(self.at, heard, Carrier::Oral, false, ground.grounds(None));
            self.speaks = true;
            return None;
        }
        if self.outs.is_empty() && self.ins.is_empty() {
            let object = self
                .noun_object(writer, action)
                .unwrap_or_else(|| writer.case(self.process));
            let case = writer.case(self.process);
            let mut grounds = ground.grounds(None);
            grounds.confidence = grounds.confidence.max(placed.confidence * 0.9);
            writer.write(self.at, object, placed.carrier.clone(), false, grounds.clone());
            if object != case {
                writer.write(self.at, case, placed.carrier.clone(), false, grounds);
            }
            self.passed.focus = Some((object, 0));
        }
        Some(placed.carrier)
    }

    fn oral(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let written = [Medium::Document, Medium::Structured, Medium::Paper]
            .iter()
            .any(|medium| {
                self.view.text.medium(*medium).is_some()
                    || action
                        .media
                        .iter()
                        .any(|found| found.medium == *medium && found.role == Role::Channel)
            })
            || crate::analysis::wording::fold(&self.view.node.name).contains("chat")
            || self.electronic();
        if written {
            self.carry_drawn(writer, 0.65);
            return None;
        }
        let heard = writer.heard(self.process, &self.view.node.name);
        writer.write(self.at, heard, Carrier::Oral, false, ground.grounds(None));
        self.speaks = true;
        if let Some(placed) = self.outs.iter().find_map(|drawn| drawn.placed.clone()) {
            writer.need(
                self.at,
                heard,
                accept(&placed),
                Some(Carrier::Oral),
                self.by_data(&placed).grounds(Some(ground)),
            );
            self.speaks = false;
            self.settled = true;
        }
        None
    }

    fn note(&mut self, writer: &mut Writer, action: &Action, label: &Ground) -> Option<Carrier> {
        let sources = self.sources(writer, action, false);
        if !sources.is_empty() {
            let (accepts, ground, _) = self.target(action);
            let anywhere = self.drawn_target().is_none() && self.settled;
            let accepts = match (anywhere, accepts.first()) {
                (true, Some(Carrier::System(name))) if name == "?" => vec![Carrier::Document],
                _ => accepts,
            };
            let product = accepts.first().cloned();
            self.carry(writer, &sources, accepts, &ground, Some(label));
            return product;
        }
        let named = !action.systems.is_empty() || self.drawn_target().is_some();
        if named {
            return self.capture(writer, action, label);
        }
        None
    }

    fn file_paper(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let drawn = self.drawn_sources();
        if !drawn.is_empty() {
            self.carry(writer, &drawn, vec![Carrier::Paper], ground, None);
            return Some(Carrier::Paper);
        }
        let object = self
            .noun_object(writer, action)
            .or_else(|| self.passed.focus.map(|(object, _)| object))
            .unwrap_or_else(|| writer.case(self.process));
        writer.need(self.at, object, vec![Carrier::Paper], None, ground.grounds(None));
        Some(Carrier::Paper)
    }

    fn file(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if let Some(by) = self.kept_twice() {
            let object = self.ins.first().map(|drawn| drawn.object);
            let object = object
                .or_else(|| self.noun_object(writer, action))
                .unwrap_or_else(|| writer.case(self.process));
            writer.file_twice(self.at, object, by);
            return None;
        }
        if !self.outs.is_empty() && !self.ins.is_empty() {
            if let Some(placed) = self.drawn_target() {
                let mut accepts = vec![placed.carrier.clone()];
                if matches!(placed.carrier, Carrier::System(_)) {
                    accepts.insert(usize::from(!placed.dms), Carrier::Document);
                }
                let by = self.by_data(&placed);
                let sources = self.drawn_sources();
                self.carry(writer, &sources, accepts, &by, Some(ground));
                return Some(placed.carrier);
            }
            return None;
        }
        let (accepts, by, dms) = self.target(action);
        let named = self.drawn_target().is_some() || !action.systems.is_empty() || dms;
        match accepts.first() {
            Some(Carrier::System(_)) if named => {
                let sources = self.sources(writer, action, true);
                let mut accepts = accepts;
                accepts.insert(0, Carrier::Document);
                self.carry(writer, &sources, accepts, &by, Some(ground));
            }
            Some(Carrier::Paper) if action.class == Class::File => {
                let sources = self.sources(writer, action, true);
                self.carry(writer, &sources, accepts, &by, Some(ground));
            }
            _ => {}
        }
        None
    }

    /// Filed on paper and digitally by the words of label or documentation.
    fn kept_twice(&self) -> Option<Grounds> {
        for (reading, text) in [(&self.view.label, false), (&self.view.text, true)] {
            let paper = reading
                .media()
                .find(|found| found.medium == Medium::Paper && found.confidence >= 0.5);
            let digital = reading.systems().any(|system| system.role != Role::Source)
                || reading.medium(Medium::Dms).is_some()
                || { reading.medium(Medium::Electronic).is_some() && !text };
            if let (Some(found), true) = (paper, digital) {
                let ground = if text {
                    self.by_text(found.confidence.max(0.8))
                } else {
                    self.by_label(found.confidence.max(0.8))
                };
                return Some(ground.grounds(None));
            }
        }
        None
    }

    fn transport(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let paper = action.media.iter().any(|found| found.medium == Medium::Paper)
            || self.word(Medium::Paper).is_some();
        let sure = action.confidence >= 0.8;
        if self.goods(action) || self.electronic() {
            return None;
        }
        let in_hand = self.carried(writer, action);
        if let Some((object, physical)) = in_hand
            && (paper || sure || physical || writer.objects.get(object).is_some_and(|object| object.paper))
        {
            if physical {
                writer.need(
                    self.at,
                    object,
                    vec![Carrier::Paper],
                    Some(Carrier::Paper),
                    ground.grounds(None),
                );
                writer.write(self.at, object, Carrier::Paper, false, ground.grounds(None));
            }
            writer.transport(self.at, object, ground.grounds(None));
            self.passed.focus = Some((object, 0));
        }
        None
    }

    /// What is moved: drawn, named, in hand; and whether its name says that it is a physical thing of paper.
    fn carried(&mut self, writer: &mut Writer, action: &Action) -> Option<(usize, bool)> {
        if let Some(drawn) = self.ins.first().or(self.outs.first()).or(self.updates.first()) {
            let paper = drawn
                .placed
                .as_ref()
                .is_some_and(|placed| placed.carrier == Carrier::Paper);
            return Some((drawn.object, paper));
        }
        let holder = action
            .nouns
            .iter()
            .any(|noun| family(noun) == Some(Family::Holder));
        let focus = self.passed.focus.map(|(object, _)| object);
        if holder
            && let Some(object) =
                focus.filter(|object| writer.objects.get(*object).is_some_and(|object| object.paper))
        {
            return Some((object, false));
        }
        let plain = action
            .media
            .iter()
            .find(|found| {
                found.medium == Medium::Paper
                    && matches!(found.role, Role::Plain | Role::Channel)
                    && found.confidence >= 0.6
            })
            .cloned();
        let named = self.noun_object(writer, action);
        match (named, plain) {
            (Some(object), Some(_)) => Some((object, true)),
            (Some(object), None) if writer.objects.get(object).is_some_and(|object| object.written) => {
                Some((object, false))
            }
            (None, Some(found)) if focus.is_none() => Some((
                writer.objects.add(&found.words, "", self.process, Origin::Label),
                true,
            )),
            _ => focus
                .map(|object| (object, false))
                .or_else(|| Some((writer.case(self.process), false))),
        }
    }

    fn hand_on(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let folded = crate::analysis::wording::fold(&action.verb);
        if self.goods(action) || folded.contains("haendig") || !action.directed {
            self.carry_drawn(writer, 0.65);
            return None;
        }
        // Into a folder or before somebody's pen: that asks for paper. A folder that goes somewhere: that is transport.
        if let Some(found) = action
            .media
            .iter()
            .find(|found| found.medium == Medium::Paper && found.role == Role::Target)
        {
            if self.electronic() {
                return None;
            }
            let by = self.by_label(found.confidence);
            self.letter(writer, &action.nouns, &by);
            return Some(Carrier::Paper);
        }
        if action.nouns.iter().any(|noun| {
            [
                "unterschreib",
                "unterschrift",
                "zeichnung",
                "unterzeichn",
                "signature",
            ]
            .iter()
            .any(|head| noun.stem.starts_with(head))
        }) && !self.electronic()
        {
            let by = self.by_label(0.7);
            self.letter(writer, &action.nouns, &by);
            return Some(Carrier::Paper);
        }
        let paper = action
            .media
            .iter()
            .any(|found| found.medium == Medium::Paper && found.role == Role::Plain)
            || self.ins.iter().any(|drawn| {
                drawn
                    .placed
                    .as_ref()
                    .is_some_and(|placed| placed.carrier == Carrier::Paper)
            });
        if paper {
            let mut stronger = ground.clone();
            stronger.confidence = stronger.confidence.max(0.6);
            return self.transport(writer, action, &stronger);
        }
        None
    }

    /// No verb: what is drawn, what the nouns, the instrument and the lane say.
    fn elliptic(&mut self, writer: &mut Writer, action: &Action) -> Option<Carrier> {
        let signing = action.nouns.iter().any(|noun| {
            ["unterschrift", "unterzeichn", "signature"]
                .iter()
                .any(|head| noun.stem.starts_with(head))
        });
        let aimed_paper = action
            .media
            .iter()
            .find(|found| found.medium == Medium::Paper && found.role == Role::Target)
            .cloned();
        if (aimed_paper.is_some() || signing) && !self.electronic() {
            let by = self.by_label(aimed_paper.map_or(0.65, |found| found.confidence));
            let drawn = self.drawn_sources();
            if drawn.is_empty() {
                self.letter(writer, &action.nouns, &by);
            } else {
                self.carry(writer, &drawn, vec![Carrier::Paper], &by, None);
            }
            return Some(Carrier::Paper);
        }
        if !self.outs.is_empty() && !self.ins.is_empty() {
            self.carry_drawn(writer, 0.75);
            return None;
        }
        if self.outs.is_empty()
            && action.directed
            && action.media.iter().any(|found| found.medium == Medium::Paper)
            && self.view.outgoing.is_empty()
        {
            let by = self.by_label(0.65);
            return self.transport(writer, action, &by);
        }
        if self.outs.is_empty()
            && action.directed
            && self.ins.iter().any(|drawn| {
                drawn
                    .placed
                    .as_ref()
                    .is_some_and(|placed| placed.carrier == Carrier::Paper)
            })
            && action.systems.is_empty()
            && self.view.outgoing.is_empty()
            && self.manual()
        {
            let by = self.by_label(0.6);
            return self.transport(writer, action, &by);
        }
        if action.systems.iter().any(|system| system.role == Role::Target) {
            let by = self.by_label(0.7);
            return self.capture(writer, action, &by);
        }
        if !self.outs.is_empty() {
            // Written down from what was just said.
            if let Some(placed) = self.drawn_target()
                && !matches!(
                    self.view.node.kind,
                    NodeKind::Activity(ActivityKind::SubProcess { .. } | ActivityKind::Call)
                )
                && (self.passed.heard > 1
                    || self.view.text.has(Class::Oral)
                    || self.view.label.medium(Medium::Oral).is_some()
                    || !self.view.incoming.is_empty())
            {
                let sources = self.sources(writer, action, false);
                let by = self.by_data(&placed);
                self.carry(writer, &sources, accept(&placed), &by, None);
                return Some(placed.carrier);
            }
            return None;
        }
        if !self.view.outgoing.is_empty() || self.view.node.kind == NodeKind::Activity(ActivityKind::Send) {
            self.send(writer, Some(action));
            return None;
        }
        match self.view.lane.as_ref().map(|lane| lane.carrier.clone()) {
            Some(Carrier::Oral) => {
                let by = self.ground(EvidenceSource::Lane, &self.view.node.name, 0.6, 8);
                self.oral(writer, action, &by)
            }
            Some(Carrier::Paper)
                if !self.manual() && action.nouns.iter().any(|noun| family(noun) == Some(Family::Out)) =>
            {
                let by = self.ground(EvidenceSource::Lane, &self.view.node.name, 0.55, 8);
                self.letter(writer, &action.nouns, &by);
                None
            }
            _ => {
                if let Some(found) = self.view.text.medium(Medium::Paper).cloned()
                    && !self.ins.is_empty()
                    && found.confidence >= 0.6
                {
                    let by = self.by_text(found.confidence);
                    let drawn = self.drawn_sources();
                    self.carry(writer, &drawn, vec![Carrier::Paper], &by, None);
                }
                None
            }
        }
    }

    // --- products ------------------------------------------------------------------------------------------------

    /// What the step writes is there afterwards.
    fn finish(&mut self, writer: &mut Writer, hint: Option<Carrier>) {
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

fn families_of(object: &super::objects::Object) -> Option<Family> {
    family(&Noun {
        raw: object.name.clone(),
        stem: object.stem.clone(),
        at: 0,
    })
}

/// What a drawn target takes.
fn accept(placed: &Placed) -> Vec<Carrier> {
    vec![placed.carrier.clone()]
}

/// Adds a reason, once.
fn merge(grounds: &mut Grounds, other: &Ground) {
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
