//! Steps that bring something out: making, printing, signing, posting, sending.

use super::families::{Family, family, is_information};
use super::objects::Origin;
use super::steps::{Source, Step, accept, families_of, merge};
use super::write::{Ground, Writer};
use crate::analysis::wording::{Action, Class, Medium, Noun, Role, aims, same_head};
use crate::domain::carrier::Carrier;
use crate::domain::finding::EvidenceSource;

/// True for words that stand for any paper that goes out: "Bescheid drucken", "Brief kuvertieren".
fn covering(noun: &Noun) -> bool {
    [
        "brief", "schreib", "sendung", "post", "dokument", "unterlag", "letter", "mail", "document", "papi",
        "kopi", "exemplar", "stueck", "umschlag", "parcel", "paket", "envelope", "bundle", "packet",
    ]
    .iter()
    .any(|head| noun.stem.ends_with(head))
}

impl Step<'_> {
    pub(super) fn print(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.goods(action) || self.view.label.medium(Medium::Electronic).is_some() {
            return None;
        }
        let noun = self.noun_object_on(writer, action, Some(false));
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

    pub(super) fn ink(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.electronic() || self.goods(action) {
            return None;
        }
        // zeichnen is to sign, but into a system or a plan it is to draw.
        let into_system = action.systems.iter().any(|system| system.role == Role::Target)
            || action
                .media
                .iter()
                .any(|found| found.medium == Medium::Structured && found.role == Role::Target);
        if into_system && crate::analysis::wording::fold(&action.verb).starts_with("zeichn") {
            let drawn = Action {
                class: Class::Trace,
                ..action.clone()
            };
            return self.capture(writer, &drawn, ground);
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
                    || (source.implied.is_none() && writer.objects.is_paper(source.object))
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
        let on_paper = writer.objects.is_paper(object);
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

    pub(super) fn post(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if self.electronic() || self.goods(action) {
            return None;
        }
        // A sheet that is faxed stays what it is.
        let fax = crate::analysis::wording::fold(&action.verb).contains("fax");
        let sheet = self
            .noun_object(writer, action)
            .is_some_and(|object| writer.objects.is_paper(object))
            || self
                .passed
                .focus
                .is_some_and(|(object, _)| writer.objects.is_paper(object));
        if fax && sheet && self.ins.is_empty() {
            return Some(Carrier::Paper);
        }
        self.letter(writer, action.nouns.as_slice(), ground);
        Some(Carrier::Paper)
    }

    /// A letter leaves the house, or is laid before somebody to be signed.
    pub(super) fn letter(&mut self, writer: &mut Writer, nouns: &[Noun], ground: &Ground) {
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
            .or_else(|| {
                nouns.iter().find(|noun| {
                    family(noun).is_none() && is_information(noun) && !aims(&self.view.label.text, noun)
                })
            });
        let named = noun
            .and_then(|noun| writer.objects.of_noun(self.process, noun, case, None))
            .filter(|object| *object != case);
        let known = named.filter(|object| writer.objects.get(*object).is_some_and(|object| object.written));
        // "Bescheid drucken", "Brief kuvertieren": what was printed a moment ago is what is posted now.
        let same_thing = in_hand.filter(|object| {
            let incoming = writer
                .objects
                .get(*object)
                .is_some_and(|object| families_of(object) == Some(Family::In));
            let other = noun.is_some_and(|noun| {
                let head = writer
                    .objects
                    .get(*object)
                    .map(|object| object.stem.clone())
                    .unwrap_or_default();
                !head.is_empty() && !covering(noun) && !same_head(&head, &noun.stem)
            });
            made.is_none()
                && !other
                && !(incoming && noun.is_some_and(|noun| family(noun) == Some(Family::Out)))
        });
        // What was printed or signed for somebody and has not been named otherwise is what leaves now.
        let waiting = if made.is_none() {
            writer.objects.waiting(self.process, |stem| {
                noun.is_none_or(|noun| {
                    covering(noun) || (noun.stem.len() > 4 && stem.ends_with(noun.stem.as_str()))
                })
            })
        } else {
            None
        };
        let object = known
            .or(same_thing)
            .or(waiting)
            .or(made)
            .or(named)
            .unwrap_or_else(|| writer.objects.add("", "", self.process, Origin::Label));
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
    pub(super) fn send(&mut self, writer: &mut Writer, action: Option<&Action>) {
        if self.view.automatic {
            return;
        }
        // Originals that are given back were never printed here: they are only moved.
        if let Some(action) = action.filter(|action| self.gives_back(action)) {
            let by = self.by_label(0.75);
            self.transport(writer, action, &by);
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
        } else if let Some(post) = self.scene.paper_out {
            post.then(|| self.ground(EvidenceSource::Profile, "post", 0.9, 2))
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

    /// "Originale zurückschicken", "return the originals".
    fn gives_back(&self, action: &Action) -> bool {
        let label = crate::analysis::wording::fold(&self.view.node.name);
        let back = ["zurueck", "rueck", "return", " back"]
            .iter()
            .any(|word| label.contains(word));
        let original = action
            .nouns
            .iter()
            .any(|noun| noun.stem.starts_with("original") || noun.stem.ends_with("original"));
        back && original && !self.electronic()
    }

    pub(super) fn upload(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
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
        if let Some(object) = self
            .noun_object(writer, action)
            .filter(|object| *object != case && writer.objects.is_paper(*object))
        {
            writer.need(self.at, object, accepts, None, ground.grounds(None));
            return None;
        }
        // "drucken, unterschreiben und eingescannt mailen": what was just signed on paper leaves as a file.
        let signed = self.view.label.has(Class::Print) || self.view.label.has(Class::Ink);
        let scanned = self.view.label.media().any(|found| {
            found.medium == Medium::Document && crate::analysis::wording::fold(&found.words).contains("scan")
        });
        if let (Some((object, _)), true, true) = (self.passed.focus, signed, scanned)
            && writer.objects.is_paper(object)
        {
            writer.need(
                self.at,
                object,
                vec![Carrier::Document],
                None,
                ground.grounds(None),
            );
        }
        None
    }

    pub(super) fn create(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
        if let Some(placed) = self.outs.iter().find_map(|drawn| drawn.placed.clone()) {
            let mut sources = self.drawn_sources();
            let spoken =
                self.passed.heard > 0 || self.speaks || self.view.label.medium(Medium::Oral).is_some();
            if sources.is_empty() && spoken {
                sources.extend(self.spoken(writer, 2));
            }
            let by = self.by_data(&placed);
            // "Liste erzeugen und als PDF ablegen": a file made from data goes where files are kept.
            if placed.dms && (self.view.label.has(Class::File) || self.word(Medium::Document).is_some()) {
                return Some(Carrier::Document);
            }
            self.carry(writer, &sources, accept(&placed), &by, Some(ground));
            return Some(placed.carrier);
        }
        if let Some(carrier) = self.written_from(writer, action, ground) {
            return Some(carrier);
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

    /// "Niederschrift nach dem Block ausarbeiten", "die besprochenen Punkte aufschreiben": what is written comes from paper
    /// or from a talk that the label itself names.
    fn written_from(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        if !self.outs.is_empty() || !self.ins.is_empty() {
            return None;
        }
        let paper = action
            .media
            .iter()
            .find(|found| {
                found.medium == Medium::Paper && found.role == Role::Source && found.confidence >= 0.6
            })
            .cloned();
        let spoken = action
            .media
            .iter()
            .any(|found| found.medium == Medium::Oral && found.role != Role::Target);
        if paper.is_none() && !spoken {
            return None;
        }
        let (accepts, by, _) = self.target(action);
        let accepts = match accepts.first() {
            Some(Carrier::System(name)) if name == "?" => vec![Carrier::Document],
            _ => accepts,
        };
        let sources = match paper {
            Some(found) => {
                let object = writer.objects.add(
                    &super::families::information_in(&found.words),
                    "",
                    self.process,
                    Origin::Label,
                );
                vec![Source {
                    object,
                    implied: Some(Carrier::Paper),
                    ground: self.by_label(found.confidence),
                }]
            }
            None => self.spoken(writer, 2).into_iter().collect(),
        };
        let product = accepts.first().cloned();
        self.carry(writer, &sources, accepts, &by, Some(ground));
        product
    }
}
