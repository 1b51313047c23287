//! Steps that keep and move things: filing, carrying, handing on; and labels without a verb.

use super::families::{Family, family, information_in, is_information};
use super::objects::Origin;
use super::steps::Drawn;
use super::steps::{Step, accept};
use super::write::{Ground, Writer};
use crate::analysis::facts::Grounds;
use crate::analysis::wording::{Action, Class, Found, Medium, Reading, Role, aims, fold};
use crate::domain::carrier::Carrier;
use crate::domain::finding::EvidenceSource;
use crate::graph::{ActivityKind, NodeKind};

/// A drawn place that is no paper.
fn digital_store(drawn: &Drawn) -> bool {
    drawn
        .placed
        .as_ref()
        .is_some_and(|placed| placed.carrier != Carrier::Paper && placed.carrier != Carrier::Oral)
}

impl Step<'_> {
    pub(super) fn file_paper(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
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

    pub(super) fn file(&mut self, writer: &mut Writer, action: &Action, ground: &Ground) -> Option<Carrier> {
        // "Text reinkopieren": the words are copied, no file is attached.
        let words = [
            "text", "inhalt", "daten", "angab", "wortlaut", "details", "wording",
        ];
        let copied = fold(&action.verb).contains("kopier")
            && action
                .nouns
                .iter()
                .any(|noun| words.iter().any(|word| noun.stem.starts_with(word)));
        if copied && action.class == Class::Attach {
            return self.capture(writer, action, ground);
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

    /// Kept on paper and digitally by one step: a place for paper and a digital one, both for keeping.
    pub(super) fn kept_twice(&self) -> Option<Grounds> {
        let keeps = self.view.label.actions.iter().any(|action| {
            matches!(
                action.class,
                Class::File | Class::FilePaper | Class::Attach | Class::Move
            )
        });
        let works = self.view.label.actions.iter().any(|action| {
            // "einen Scan ablegen": the noun is what is filed.
            let noun =
                action.class == Class::Scan && action.verb.chars().next().is_some_and(char::is_uppercase);
            !noun
                && matches!(
                    action.class,
                    Class::Scan | Class::Capture | Class::Print | Class::Ink | Class::Post | Class::Create
                )
        });
        let filed = self.view.label.has(Class::File) || self.view.label.has(Class::FilePaper);
        if self.scan_and_original() || self.file_and_system() {
            return Some(self.by_label(0.8).grounds(None));
        }
        for (reading, text) in [(&self.view.label, false), (&self.view.text, true)] {
            // The documentation speaks of much else: there only beside a label that files.
            if text && !filed {
                continue;
            }
            let files = reading.has(Class::File) || reading.has(Class::FilePaper);
            let placed = |found: &&Found| text || files || found.role == Role::Target;
            let paper = reading
                .media()
                .filter(|found| found.medium == Medium::Paper && found.confidence >= 0.5)
                .find(placed)
                .map(|found| found.confidence)
                .or_else(|| {
                    (reading.has(Class::FilePaper) || self.file_beside_digital(reading)).then_some(0.8)
                });
            let digital = reading.systems().any(|system| system.role != Role::Source)
                || reading.medium(Medium::Dms).is_some()
                || reading
                    .media()
                    .any(|found| found.medium == Medium::Document && found.role == Role::Target)
                || (!text && reading.medium(Medium::Electronic).is_some())
                || (!text && filed && self.outs.iter().any(digital_store));
            let both = !text && (!keeps && !self.sorts_into_places(reading) || works);
            if let (Some(confidence), true, false) = (paper, digital, both) {
                let ground = if text {
                    self.by_text(confidence.max(0.8))
                } else {
                    self.by_label(confidence.max(0.8))
                };
                return Some(ground.grounds(None));
            }
        }
        None
    }

    /// "Durchschrift in Betriebsakte und BALVI", "Copy in ring binder and in Axiell": one thing, two places.
    fn file_and_system(&self) -> bool {
        let label = &self.view.label;
        let quiet = label.actions.iter().all(|action| {
            matches!(
                action.class,
                Class::Nothing | Class::Move | Class::File | Class::FilePaper | Class::Attach
            )
        });
        let places = ["akte", "ordner", "binder", "hefter"];
        let file = label.actions.iter().flat_map(|action| &action.nouns).any(|noun| {
            let word = fold(&noun.raw);
            places.iter().any(|place| word.ends_with(place))
                && !word.starts_with("e-")
                && !word.starts_with("digital")
        });
        let digital = label.systems().next().is_some() || label.medium(Medium::Dms).is_some();
        let paper = label.medium(Medium::Paper).is_some()
            || self.ins.iter().any(|drawn| {
                drawn
                    .placed
                    .as_ref()
                    .is_some_and(|placed| placed.carrier == Carrier::Paper)
            });
        let both = label.text.contains(" und ") || label.text.contains(" and ") || label.text.contains('+');
        quiet && file && digital && paper && both && self.outs.is_empty()
    }

    /// "scannen, Original in die Bauakte": the scan is kept and so is the paper.
    fn scan_and_original(&self) -> bool {
        let label = &self.view.label;
        let places = [
            "akte",
            "ordner",
            "mappe",
            "archiv",
            "ablage",
            "registratur",
            "folder",
            "binder",
            "file",
        ];
        label.has(Class::Scan)
            && label.actions.iter().any(|action| {
                let original = action
                    .nouns
                    .iter()
                    .any(|noun| fold(&noun.raw).contains("original"));
                let place = action.nouns.iter().any(|noun| {
                    let word = fold(&noun.raw);
                    places.iter().any(|place| word.ends_with(place))
                        && !word.starts_with('e')
                        && aims(&label.text, noun)
                });
                original && place
            })
    }

    /// "zur Akte und daneben im DMS": beside a digital place a file without more is the one of paper.
    fn file_beside_digital(&self, reading: &Reading) -> bool {
        reading.has(Class::File)
            && reading.actions.iter().any(|action| {
                action.nouns.iter().any(|noun| {
                    let word = fold(&noun.raw);
                    (word.ends_with("akte") || word.ends_with("akten"))
                        && !word.starts_with("e-")
                        && !word.starts_with("eakte")
                })
            })
            && reading.medium(Medium::Dms).is_some()
            && reading.medium(Medium::Electronic).is_none()
    }

    /// No verb, or one that the lists do not know, and two places: "one copy in the folder and one on the drive".
    fn sorts_into_places(&self, reading: &Reading) -> bool {
        let targets = reading.media().filter(|found| found.role == Role::Target).count()
            + reading
                .systems()
                .filter(|system| system.role == Role::Target)
                .count();
        targets >= 2
            && reading.actions.iter().all(|action| {
                matches!(
                    action.class,
                    Class::Nothing | Class::Move | Class::File | Class::Attach
                )
            })
    }

    pub(super) fn transport(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
        // "Bring dates across": from one system into another nothing is carried.
        let systems = self.ins.iter().all(digital_store) && self.outs.iter().any(digital_store);
        if !self.ins.is_empty() && systems {
            self.carry_drawn(writer, 0.7);
            return None;
        }
        let paper = action.media.iter().any(|found| found.medium == Medium::Paper)
            || self.word(Medium::Paper).is_some();
        let sure = action.confidence >= 0.8;
        let named = action.media.iter().any(|found| found.medium == Medium::Paper) || sure;
        // "Instrument aus dem Lager holen": a thing is fetched. "Walk round": nothing is named at all.
        let thing = !action.nouns.is_empty()
            && action
                .nouns
                .iter()
                .all(|noun| family(noun).is_none() && !is_information(noun));
        let nothing = action.nouns.is_empty() && self.ins.is_empty() && !self.outs.is_empty();
        // A weak word for carrying and a thing that the model has not spoken of: no paper as far as we know.
        let own: Vec<_> = action
            .nouns
            .iter()
            .filter(|noun| !aims(&self.view.label.text, noun))
            .cloned()
            .collect();
        let stranger = action.confidence < 0.6 && !own.is_empty() && self.ins.is_empty() && {
            let spoken = Action {
                nouns: own,
                ..action.clone()
            };
            let holds = spoken
                .nouns
                .iter()
                .any(|noun| family(noun) == Some(Family::Holder));
            let known = self.noun_object(writer, &spoken);
            !holds
                && !known
                    .is_some_and(|object| writer.objects.get(object).is_some_and(|object| object.written))
        };
        if !named
            && (thing || nothing || stranger || (fold(&action.verb).contains("hol") && self.ins.is_empty()))
        {
            return None;
        }
        if self.goods(action) || self.electronic() {
            return None;
        }
        // A file, a folder or an original that somebody carries, drives or sends with a messenger can be touched.
        let holder = action
            .nouns
            .iter()
            .any(|noun| family(noun) == Some(Family::Holder));
        let bodily = sure || (holder && action.confidence >= 0.45);
        let in_hand = self.carried(writer, action);
        if let Some((object, physical)) = in_hand
            && (paper || bodily || physical || writer.objects.is_paper(object))
        {
            let unknown = writer
                .objects
                .get(object)
                .is_some_and(|object| !object.written && object.stated.is_none());
            if physical || (bodily && unknown) {
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
    pub(super) fn carried(&mut self, writer: &mut Writer, action: &Action) -> Option<(usize, bool)> {
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
        if holder && let Some(object) = focus.filter(|object| writer.objects.is_paper(*object)) {
            return Some((object, false));
        }
        let plain = action
            .media
            .iter()
            .find(|found| {
                found.medium == Medium::Paper
                    && matches!(found.role, Role::Plain | Role::Channel)
                    && found.confidence >= 0.5
            })
            .cloned();
        // "Umlaufmappe an die Buchhaltung": who gets it is not what is moved, if that is named too.
        let nouns = &action.nouns;
        let receiver = plain.is_some()
            && !nouns.is_empty()
            && nouns.iter().all(|noun| aims(&self.view.label.text, noun));
        let named = match receiver {
            true => None,
            false => self.noun_object(writer, action),
        };
        match (named, plain) {
            (Some(object), Some(_)) => Some((object, true)),
            (Some(object), None) if writer.objects.get(object).is_some_and(|object| object.written) => {
                Some((object, false))
            }
            (None, Some(found)) if receiver || focus.is_none() => Some((
                writer
                    .objects
                    .add(&information_in(&found.words), "", self.process, Origin::Label),
                true,
            )),
            _ => focus
                .map(|object| (object, false))
                .or_else(|| Some((writer.case(self.process), false))),
        }
    }

    pub(super) fn hand_on(
        &mut self,
        writer: &mut Writer,
        action: &Action,
        ground: &Ground,
    ) -> Option<Carrier> {
        let folded = fold(&action.verb);
        let into_system = !self.ins.is_empty() && self.outs.iter().any(digital_store);
        // Laid into the outgoing post: that is posting.
        let whole = fold(&self.view.node.name);
        if ["postausgang", "ausgangspost", "ausgangskorb"]
            .iter()
            .any(|place| whole.contains(place))
        {
            self.letter(writer, &action.nouns, ground);
            return Some(Carrier::Paper);
        }
        let onto_paper = action
            .media
            .iter()
            .any(|found| found.medium == Medium::Paper && found.role == Role::Target);
        // What is written at this step does not go anywhere by it.
        let written_here = self.ins.is_empty() && !self.outs.is_empty();
        if self.goods(action)
            || folded.contains("haendig")
            || !(action.directed || onto_paper)
            || into_system
            || written_here
        {
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
            if self.on_paper_already(writer, action) {
                return self.transport(writer, action, &by);
            }
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
            || self.ins.iter().any(|drawn| match &drawn.placed {
                Some(placed) => placed.carrier == Carrier::Paper,
                None => writer.objects.is_paper(drawn.object),
            });
        // Into a folder or a hanging file: that is filing.
        let filing = action.nouns.iter().any(|noun| {
            let word = fold(&noun.raw);
            ["ordner", "haengeregister", "hefter", "registratur", "binder"]
                .iter()
                .any(|place| word.ends_with(place))
                && aims(&self.view.label.text, noun)
        });
        if paper && filing {
            return self.file_paper(writer, action, ground);
        }
        if paper {
            let mut stronger = ground.clone();
            stronger.confidence = stronger.confidence.max(0.6);
            return self.transport(writer, action, &stronger);
        }
        None
    }

    /// True if what is handed on is known to be on paper: drawn so, or the thing in hand.
    fn on_paper_already(&self, writer: &mut Writer, action: &Action) -> bool {
        let named = self.noun_object(writer, action);
        let paper = |object: usize| writer.objects.is_paper(object);
        let drawn = self.ins.first().or(self.updates.first());
        match drawn {
            Some(drawn) => {
                drawn
                    .placed
                    .as_ref()
                    .is_some_and(|placed| placed.carrier == Carrier::Paper)
                    || (drawn.placed.is_none() && paper(drawn.object))
            }
            None => {
                action
                    .media
                    .iter()
                    .any(|found| found.medium == Medium::Paper && found.role == Role::Plain)
                    || named.map_or_else(
                        || self.passed.focus.is_some_and(|(object, _)| paper(object)),
                        paper,
                    )
            }
        }
    }

    /// No verb: what is drawn, what the nouns, the instrument and the lane say.
    pub(super) fn elliptic(&mut self, writer: &mut Writer, action: &Action) -> Option<Carrier> {
        // "Termin ausmachen (tel.)": people talk.
        let talks = self
            .view
            .label
            .medium(Medium::Oral)
            .is_some_and(|found| found.confidence >= 0.8)
            && self
                .view
                .label
                .media()
                .all(|found| matches!(found.medium, Medium::Oral | Medium::Automatic));
        if talks && action.systems.is_empty() && self.outs.is_empty() {
            let by = self.by_label(0.75);
            return self.oral(writer, action, &by);
        }
        let signing = action.nouns.iter().any(|noun| {
            ["unterschrift", "unterzeichn", "signature"]
                .iter()
                .any(|head| noun.stem.starts_with(head))
                && is_information(noun)
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
        // "Vertragsdaten ins Programm": what goes into data is typed.
        let into_data = action.systems.iter().any(|system| system.role == Role::Target)
            || action.media.iter().any(|found| {
                found.role == Role::Target && matches!(found.medium, Medium::Structured | Medium::Dms)
            });
        if into_data && self.outs.is_empty() {
            let by = self.by_label(0.7);
            let typed = Action {
                class: Class::Capture,
                confidence: 0.7,
                ..action.clone()
            };
            return self.capture(writer, &typed, &by);
        }
        if self.outs.is_empty()
            && action.directed
            && action.media.iter().any(|found| found.medium == Medium::Paper)
            && self.view.node.kind != NodeKind::Activity(ActivityKind::Send)
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
                && ((self.passed.heard > 1 && placed.carrier != Carrier::Paper)
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
}
