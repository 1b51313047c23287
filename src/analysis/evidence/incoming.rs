//! Steps that take something in: scanning, typing, receiving, talking, noting.

use super::drawn::Placed;
use super::objects::Origin;
use super::steps::{Source, Step, accept, merge};
use super::write::{Ground, Writer};
use crate::analysis::wording::{Action, Class, Medium, Noun, Role};
use crate::domain::carrier::Carrier;

impl Step<'_> {
    pub(super) fn scan(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let whole =
            crate::analysis::wording::fold(&format!("{} {}", self.view.node.name, self.view.text.text));
        let code = ["barcode", "qr-code", "handscanner", "rfid", "strichcode"]
            .iter()
            .any(|word| whole.contains(word))
            || action.nouns.iter().any(|noun| {
                ["qr", "barcod", "qr-cod", "code", "cod", "kart", "chipkart"]
                    .iter()
                    .any(|code| noun.stem.starts_with(code))
            });
        // "Datei einlesen": what is read in is no paper.
        let file = action.media.iter().any(|found| {
            matches!(found.medium, Medium::Document | Medium::Structured) && found.role == Role::Plain
        }) && self.word(Medium::Paper).is_none()
            && crate::analysis::wording::fold(&action.verb).contains("les");
        if file && action.systems.iter().any(|system| system.role == Role::Target) {
            let imported = Action {
                class: Class::Capture,
                ..action.clone()
            };
            return self.capture(writer, &imported, ground);
        }
        // A photo of a place or a thing is no scan of a paper.
        let photo = {
            let verb = crate::analysis::wording::fold(&action.verb);
            let whole = crate::analysis::wording::fold(&self.view.node.name);
            let camera = ["handy", "kamera", "smartphone", "camera"]
                .iter()
                .any(|device| whole.contains(device));
            (verb.contains("foto") || verb.contains("photo") || camera)
                && self.word(Medium::Paper).is_none()
                && self.drawn_sources().is_empty()
                && !self
                    .noun_object(writer, action)
                    .is_some_and(|object| writer.objects.is_paper(object))
        };
        if code
            || photo
            || file
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
                    .noun_object_on(writer, action, Some(true))
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
            // What is scanned is the paper, whatever its content was typed into before.
            let paper = writer
                .objects
                .get(source.object)
                .is_some_and(|object| object.stated == Some(Carrier::Paper));
            if paper {
                writer.write(self.at, source.object, Carrier::Paper, false, grounds.clone());
            }
            writer.need(self.at, source.object, accepts, Some(Carrier::Paper), grounds);
            self.passed.focus = Some((source.object, 0));
        }
        Some(Carrier::Document)
    }

    pub(super) fn capture(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        label: &Ground,
    ) -> Option<Carrier> {
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
        // Brought up to date in place: a document that is added to stays where it is.
        let edits = [
            "fortschreib",
            "ergaenz",
            "aktualis",
            "aender",
            "ueberarbeit",
            "berichtig",
            "vervollst",
            "reicher",
            "amend",
        ]
        .iter()
        .any(|part| folded.contains(part));
        let aimed = !action.systems.is_empty()
            || self.drawn_target().is_some()
            || action.media.iter().any(|found| found.role != Role::Plain);
        let told = self.view.text.media().any(|found| found.role == Role::Source)
            || self.view.text.systems().any(|system| system.role == Role::Source);
        if edits && !aimed && !told && self.ins.is_empty() {
            let case = writer.case(self.process);
            let itself = self.noun_object(writer, action).filter(|object| *object != case);
            if itself.is_some_and(|object| writer.objects.get(object).is_some_and(|object| object.written)) {
                return None;
            }
        }
        // A photocopy is paper again; only a copy into something is typed or pasted.
        let copies = folded.contains("kopier") || folded.starts_with("cop");
        let aimed = !action.systems.is_empty() || action.media.iter().any(|found| found.role == Role::Target);
        if copies && !aimed && self.ins.is_empty() && self.outs.is_empty() {
            return None;
        }
        // A key or a chip is no information that lies somewhere.
        if self.goods(action) && action.systems.is_empty() && self.ins.is_empty() && self.outs.is_empty() {
            return None;
        }
        // What is found on the spot and goes straight into a device is nobody's transfer.
        let whole = crate::analysis::wording::fold(&self.view.node.name);
        let spot = ["tablet", "handy", "smartphone"]
            .iter()
            .any(|device| whole.contains(device));
        if spot && self.ins.is_empty() && self.passed.heard < 2 {
            return None;
        }
        // "typed in Word": a text is made.
        let word = action.media.iter().any(|found| {
            found.medium == Medium::Document
                && found.role == Role::Target
                && crate::analysis::wording::fold(&found.words) == "word"
        });
        let from = action.media.iter().any(|found| found.role == Role::Source)
            || action.systems.iter().any(|system| system.role == Role::Source);
        if word && !from && self.ins.is_empty() {
            return self.create(writer, action, label);
        }
        let nowhere = action.systems.is_empty()
            && self.ins.is_empty()
            && self.outs.is_empty()
            && action.media.iter().all(|found| found.role != Role::Target)
            && !self.in_system_lane();
        // Who puts himself down on a list carries nothing over; a letter that is opened is only opened.
        let himself = crate::analysis::wording::has_word(&self.view.node.name, "sich");
        let opens = folded.starts_with("open")
            && !action.nouns.iter().any(|noun| {
                ["case", "record", "account", "job", "ticket", "entry"]
                    .iter()
                    .any(|head| crate::analysis::wording::same_head(head, &noun.stem))
            });
        let weak = action.confidence < 0.45;
        if nowhere && (himself || opens || weak) {
            return None;
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
        let files = sources
            .iter()
            .any(|source| source.implied == Some(Carrier::Document));
        let types = ["tipp", "typ", "key", "erfass", "geb"]
            .iter()
            .any(|part| folded.contains(part));
        if dms && (self.drawn_target().is_none() || (files && !types)) {
            accepts.push(Carrier::Document);
        }
        let product = accepts.first().cloned();
        self.carry(writer, &sources, accepts, &ground, Some(label));
        product
    }

    pub(super) fn fill_in(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
        let found = action
            .media
            .iter()
            .find(|found| matches!(found.medium, Medium::Paper | Medium::Document));
        let found = found.or_else(|| {
            self.word(Medium::Paper)
                .filter(|found| found.confidence >= 0.7 && self.drawn_target().is_none())
        });
        let carrier = match found.map(|found| found.medium) {
            Some(Medium::Paper) => Carrier::Paper,
            Some(Medium::Document) => Carrier::Document,
            _ => {
                self.carry_drawn(writer, 0.7);
                return None;
            }
        };
        let mut sources = self.drawn_sources();
        if sources.is_empty() {
            // "Adresse aus WAVES auf den Zettel übertragen" stands in the documentation.
            let told: Vec<String> = self
                .view
                .text
                .systems()
                .filter(|system| system.role == Role::Source)
                .map(|system| system.name.clone())
                .collect();
            for name in told {
                let object = writer.objects.add(&name, "", self.process, Origin::Label);
                sources.push(Source {
                    object,
                    implied: Some(Carrier::System(name)),
                    ground: self.by_text(0.8),
                });
            }
        }
        // "Stammblatt ausfüllen" in a drawn system: a form on the screen.
        if let Some(Placed {
            carrier: system @ Carrier::System(_),
            ..
        }) = self.drawn_target()
        {
            self.carry_drawn(writer, 0.75);
            return Some(system);
        }
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

    pub(super) fn receive(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
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
            let heard = writer.heard(self.process);
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

    pub(super) fn oral(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        let written = [Medium::Document, Medium::Structured, Medium::Paper]
            .iter()
            .any(|medium| {
                self.view.text.medium(*medium).is_some()
                    || action
                        .media
                        .iter()
                        .any(|found| found.medium == *medium && found.role == Role::Channel)
            })
            || (crate::analysis::wording::fold(&self.view.node.name).contains("chat")
                && !crate::analysis::wording::fold(&action.verb).starts_with("chat"))
            || self.electronic();
        // A register that is asked does not talk.
        let asks_system = self.view.label.medium(Medium::Oral).is_none()
            && ["befrag", "abfrag"]
                .iter()
                .any(|part| crate::analysis::wording::fold(&action.verb).contains(part))
            && (!action.systems.is_empty()
                || (self.outs.is_empty()
                    && self.ins.iter().any(|drawn| {
                        drawn
                            .placed
                            .as_ref()
                            .is_some_and(|placed| matches!(placed.carrier, Carrier::System(_)))
                    })));
        if written || asks_system {
            self.carry_drawn(writer, 0.65);
            return None;
        }
        let puts_down = self.view.label.actions.iter().any(|other| {
            matches!(
                other.class,
                Class::Note | Class::Capture | Class::Create | Class::Nothing
            )
        }) || self.view.label.actions.len() < 2;
        let heard = writer.heard(self.process);
        writer.write(self.at, heard, Carrier::Oral, false, ground.grounds(None));
        self.speaks = true;
        if let Some(placed) = self
            .outs
            .iter()
            .find_map(|drawn| drawn.placed.clone())
            // Talk and paper in one step: what is ticked or signed there is no record of the talk.
            .filter(|placed| placed.carrier != Carrier::Paper || puts_down)
        {
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

    pub(super) fn note(&mut self, writer: &mut Writer, action: &Action, label: &Ground) -> Option<Carrier> {
        // What is measured or counted and put down at once is a first record.
        let measured = self.view.label.actions.iter().any(|other| {
            let verb = crate::analysis::wording::fold(&other.verb);
            other.class == Class::Judge
                && ["mess", "miss", "zaehl", "ables", "measur", "count"]
                    .iter()
                    .any(|part| verb.contains(part))
        });
        if measured && action.class == Class::Note {
            return None;
        }
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
        let folded = crate::analysis::wording::fold(&action.verb);
        let listens = [
            "mitschr",
            "mitprot",
            "stenogr",
            "mittipp",
            "transkrib",
            "taken",
            "took",
            "minut",
        ]
        .iter()
        .any(|part| folded.contains(part))
            || (folded == "schreibt" || folded == "schreiben")
                && self.view.text.medium(Medium::Oral).is_some();
        let (accepts, ground, _) = self.target(action);
        if listens && self.drawn_sources().is_empty() {
            let heard = writer.heard(self.process);
            writer.write(self.at, heard, Carrier::Oral, false, label.grounds(None));
            let source = Source {
                object: heard,
                implied: Some(Carrier::Oral),
                ground: label.clone(),
            };
            let accepts = match accepts.first() {
                Some(Carrier::System(name)) if name == "?" => vec![Carrier::Document],
                _ => accepts,
            };
            let product = accepts.first().cloned();
            self.settled = true;
            self.carry(writer, &[source], accepts, &ground, Some(label));
            return product;
        }
        if accepts.first() == Some(&Carrier::Paper) && self.drawn_sources().is_empty() {
            // A first record of what was seen: nothing is carried over.
            return Some(Carrier::Paper);
        }
        let named = !action.systems.is_empty() || self.drawn_target().is_some();
        if named {
            return self.capture(writer, action, label);
        }
        None
    }
}
