//! What is carried over at a step: from where, to where, and why we think so.

use super::drawn::Placed;
use super::families::information_in;
use super::objects::Origin;
use super::steps::{Drawn, IN_HAND, Source, Step, accept, merge};
use super::write::{Ground, Writer};
use crate::analysis::wording::{Action, Class, Found, Medium, Reading, Role};
use crate::domain::carrier::Carrier;
use crate::domain::finding::EvidenceSource;

/// True for words that mean a spreadsheet as a list that is kept.
fn is_list(words: &str) -> bool {
    let folded = crate::analysis::wording::fold(words);
    ["spreadsheet", "liste", "tracker", "tabelle"]
        .iter()
        .any(|head| folded.ends_with(head))
}

impl Step<'_> {
    pub(super) fn noun_object(&self, writer: &mut Writer, action: &Action) -> Option<usize> {
        self.noun_object_on(writer, action, None)
    }

    /// The object a noun names; of several, one that is on paper or not as `paper` wants it.
    pub(super) fn noun_object_on(
        &self,
        writer: &mut Writer,
        action: &Action,
        paper: Option<bool>,
    ) -> Option<usize> {
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
            .find_map(|noun| writer.objects.of_noun(self.process, noun, case, paper))
    }

    pub(super) fn drawn_sources(&self) -> Vec<Source> {
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
    pub(super) fn sources(&mut self, writer: &mut Writer, action: &Action, wide: bool) -> Vec<Source> {
        let mut drawn = self.drawn_sources();
        if !drawn.is_empty() {
            if let Some(found) = self.object_word(action) {
                let carrier = match found.medium {
                    Medium::Paper => Carrier::Paper,
                    _ => Carrier::Document,
                };
                for source in drawn.iter_mut().filter(|source| source.implied.is_none()) {
                    source.implied = Some(carrier.clone());
                    source.ground = self.by_label(found.confidence);
                }
            }
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
                Medium::Document if is_list(&found.words) => Carrier::System(found.words.clone()),
                Medium::Document => Carrier::Document,
                Medium::Oral => Carrier::Oral,
                Medium::Structured => Carrier::System(found.words.clone()),
                _ => continue,
            };
            let name = match carrier {
                Carrier::Oral => String::new(),
                _ => information_in(&found.words),
            };
            let object = writer.objects.add(&name, "", self.process, Origin::Label);
            named.push(Source {
                object,
                implied: Some(carrier),
                ground: self.by_label(found.confidence),
            });
        }
        let of_text = text_first.iter().flat_map(|other| &other.systems);
        let mut systems: Vec<&str> = Vec::new();
        for system in action
            .systems
            .iter()
            .chain(of_text)
            .filter(|system| system.role == Role::Source)
        {
            if systems.contains(&system.name.as_str()) {
                continue;
            }
            systems.push(&system.name);
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
        if let Some(found) = self.object_word(action).filter(|found| found.confidence >= 0.65) {
            let carrier = match found.medium {
                Medium::Paper => Carrier::Paper,
                _ => Carrier::Document,
            };
            let known = self.noun_object(writer, action);
            let object = known.unwrap_or_else(|| {
                writer
                    .objects
                    .add(&information_in(&found.words), "", self.process, Origin::Label)
            });
            return vec![Source {
                object,
                implied: Some(carrier),
                ground: self.by_label(found.confidence),
            }];
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
                Carrier::Oral => writer.heard(self.process),
                _ => writer.objects.add(
                    &information_in(&message.reading.text),
                    "",
                    self.process,
                    Origin::Label,
                ),
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
        // The documentation speaks of paper, and the step puts data into a system.
        let of_text = [Medium::Paper, Medium::Document].into_iter().find_map(|medium| {
            self.view
                .text
                .medium(medium)
                .filter(|found| found.confidence >= 0.8 && found.role != Role::Channel)
                .cloned()
        });
        let lane_system = self.in_system_lane();
        let drawn_system = matches!(
            self.drawn_target().map(|placed| placed.carrier),
            Some(Carrier::System(_))
        );
        let named_system = self
            .view
            .label
            .systems()
            .chain(self.view.text.systems())
            .any(|system| system.role == Role::Target);
        let system = drawn_system || lane_system || named_system;
        if let (Some(found), true, true) = (of_text, system, wide) {
            let object = writer
                .objects
                .add(&information_in(&found.words), "", self.process, Origin::Label);
            return vec![Source {
                object,
                implied: Some(match found.medium {
                    Medium::Paper => Carrier::Paper,
                    _ => Carrier::Document,
                }),
                ground: self.by_text(found.confidence),
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

    /// The carrier word of what is typed or copied, where it stands as the object of the verb: "Zettel abtippen". Not of
    /// what is laid out or kept up, for that is the product: "Karteikarte anlegen".
    fn object_word(&self, action: &Action) -> Option<Found> {
        let folded = crate::analysis::wording::fold(&action.verb);
        let makes = [
            "leg", "eroeffn", "fuell", "list", "pfleg", "fuehr", "aktualis", "ergaenz", "erweit", "add",
            "open", "set", "complet", "fill", "updat", "creat",
        ];
        if action.class != Class::Capture || makes.iter().any(|part| folded.contains(part)) {
            return None;
        }
        action
            .media
            .iter()
            .find(|found| {
                found.role == Role::Plain && matches!(found.medium, Medium::Paper | Medium::Document)
            })
            .cloned()
    }

    /// Something said just before or, by its words, in this step.
    pub(super) fn spoken(&mut self, writer: &mut Writer, least: u8) -> Option<Source> {
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
        let (object, ground) = match (here, self.speaks || self.passed.heard >= least, said_in_text) {
            (Some((true, confidence)), _, _) => (writer.heard(self.process), self.by_text(confidence)),
            (None, _, true) => (writer.heard(self.process), self.by_text(0.75)),
            (Some((false, confidence)), _, _) => (writer.heard(self.process), self.by_label(confidence)),
            (None, true, false) => (heard?, self.by_label(0.8)),
            _ => return None,
        };
        if self.passed.heard == 0 && !self.speaks {
            writer.write(self.at, object, Carrier::Oral, false, ground.grounds(None));
        }
        self.settled = true;
        self.speaks = false;
        Some(Source {
            object,
            implied: Some(Carrier::Oral),
            ground,
        })
    }

    /// Where content goes by drawing: the systems first.
    pub(super) fn drawn_target(&self) -> Option<Placed> {
        let placed = |list: &[Drawn]| -> Vec<Placed> {
            list.iter().filter_map(|drawn| drawn.placed.clone()).collect()
        };
        let mut all = placed(&self.outs);
        all.sort_by_key(|placed| !matches!(placed.carrier, Carrier::System(_)));
        all.into_iter()
            .next()
            .or_else(|| placed(&self.updates).into_iter().next())
    }

    /// True where what is read here lies in the one system that the model names.
    fn reads_main_system(&self) -> bool {
        let main = self.scene.main_system.get(self.process).cloned().flatten();
        main.is_some_and(|main| {
            self.ins.iter().any(|drawn| {
                drawn
                    .placed
                    .as_ref()
                    .is_some_and(|placed| placed.carrier == Carrier::System(main.clone()))
            })
        })
    }

    /// Where content is put, and why we think so.
    pub(super) fn target(&self, action: &Action) -> (Vec<Carrier>, Ground, bool) {
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
        let of_text = self.view.text.media();
        let aimed = action.media.iter().chain(of_text).find(|found| {
            found.role == Role::Target
                && matches!(
                    found.medium,
                    Medium::Paper | Medium::Structured | Medium::Dms | Medium::Document
                )
        });
        if let Some(found) = aimed {
            let carrier = match found.medium {
                Medium::Paper => Carrier::Paper,
                Medium::Document if is_list(&found.words) => Carrier::System(found.words.clone()),
                Medium::Document => Carrier::Document,
                // The only system of the model is where it comes from: the target is another one.
                Medium::Structured if self.reads_main_system() => Carrier::System(found.words.clone()),
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

    pub(super) fn carry(
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
    pub(super) fn fresh(&self, writer: &mut Writer, source: &Source) {
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
    pub(super) fn in_hand(&self, writer: &Writer) -> Option<usize> {
        let (object, _) = self.passed.focus.filter(|(_, age)| *age < IN_HAND)?;
        let known = writer.objects.get(object)?;
        (known.paper && known.outgoing).then_some(object)
    }

    /// Carrying over that is only drawn: from what is read to what is written.
    pub(super) fn carry_drawn(&mut self, writer: &mut Writer, factor: f64) {
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
}
