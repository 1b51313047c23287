//! Which solution classes fit a step, and why (domain.md 6.3).

use super::Step;
use crate::analysis::Context;
use crate::analysis::wording::{Class, Medium};
use crate::domain::candidate::SolutionClass;
use crate::domain::carrier::{BreakKind, Carrier};
use crate::domain::finding::Finding;
use crate::domain::message::Message;
use SolutionClass::*;

/// A class with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The class.
    pub class: SolutionClass,
    /// How well it fits by its kind, 0 to 1.
    pub strength: f64,
    /// Why.
    pub reasons: Vec<Message>,
}

struct Fits(Vec<Fit>);

impl Fits {
    fn add(&mut self, class: SolutionClass, strength: f64, reason: Message) {
        match self.0.iter_mut().find(|fit| fit.class == class) {
            Some(fit) => {
                fit.strength = 1.0 - (1.0 - fit.strength) * (1.0 - strength / 2.0);
                if !fit.reasons.contains(&reason) {
                    fit.reasons.push(reason);
                }
            }
            None => self.0.push(Fit {
                class,
                strength,
                reasons: vec![reason],
            }),
        }
    }

    fn all(&mut self, classes: &[(SolutionClass, f64)], reason: &Message) {
        for (class, strength) in classes {
            self.add(*class, *strength, reason.clone());
        }
    }
}

/// All classes for which there is a reason.
pub fn fits(step: &Step, context: &Context) -> Vec<Fit> {
    let mut fits = Fits(Vec::new());
    for finding in &step.findings {
        by_break(&mut fits, step, finding, context);
    }
    by_words(&mut fits, step);
    fits.0
}

fn by_break(fits: &mut Fits, step: &Step, finding: &Finding, context: &Context) {
    let Some(kind) = finding.kind else { return };
    let reason = Message::new(format!("candidate-reason-{}", kind.code())).with(
        "object",
        crate::analysis::media_break::object_name(&finding.object, finding.from.as_ref()),
    );
    let signs = step.topic("sign").is_some();
    match kind {
        // What was signed here a moment ago would not have to be scanned at all.
        BreakKind::PaperToDigital if step.said.label.has(Class::Scan) && signed_here(step) => fits.all(
            &[(DmsWorkflow, 0.8), (Drop, 0.75), (DocumentClassification, 0.6)],
            &reason,
        ),
        // Minutes and notes are spoken words first.
        BreakKind::PaperToDigital if of_minutes(step) && !matches!(finding.to, Some(Carrier::System(_))) => {
            fits.all(&[(SpeechToText, 0.8), (Summary, 0.65), (LlmDraft, 0.6)], &reason)
        }
        BreakKind::PaperToDigital if step.said.label.has(Class::Scan) => fits.all(
            &[
                (DocumentClassification, 0.8),
                (OnlineService, 0.7),
                (DmsWorkflow, 0.65),
            ],
            &reason,
        ),
        BreakKind::PaperToDigital => fits.all(
            &[
                (OnlineService, 0.8),
                (DocumentClassification, 0.7),
                (Interface, 0.65),
            ],
            &reason,
        ),
        BreakKind::DigitalToPaper if signs => {
            fits.all(&[(DmsWorkflow, 0.85), (Drop, 0.7), (OnlineService, 0.6)], &reason)
        }
        BreakKind::DigitalToPaper if stays_inside(step) => {
            fits.all(&[(DmsWorkflow, 0.8), (Drop, 0.75), (OnlineService, 0.5)], &reason)
        }
        BreakKind::DigitalToPaper => {
            fits.all(&[(OnlineService, 0.8), (DmsWorkflow, 0.7), (Drop, 0.6)], &reason)
        }
        BreakKind::SystemToSystem => {
            fits.all(&[(Interface, 0.85), (Rpa, 0.65), (Drop, 0.6)], &reason);
            if let (Some(Carrier::System(from)), Some(Carrier::System(to))) = (&finding.from, &finding.to)
                && context
                    .interfaces
                    .iter()
                    .any(|(one, two)| one == from && two == to)
            {
                fits.add(
                    Interface,
                    0.9,
                    Message::new("candidate-reason-interface-exists")
                        .with("from", from.as_str())
                        .with("to", to.as_str()),
                );
            }
        }
        BreakKind::DocumentToSystem => fits.all(
            &[
                (Interface, 0.75),
                (OnlineService, 0.7),
                (DocumentClassification, 0.7),
            ],
            &reason,
        ),
        BreakKind::OralCapture if step.said.label.has(Class::Note) || of_minutes(step) => {
            fits.all(
                &[(SpeechToText, 0.75), (Summary, 0.65), (OnlineService, 0.6)],
                &reason,
            );
        }
        BreakKind::OralCapture => fits.all(
            &[(OnlineService, 0.75), (SpeechToText, 0.65), (Chatbot, 0.55)],
            &reason,
        ),
        BreakKind::Transport => fits.all(&[(Drop, 0.75), (DmsWorkflow, 0.8)], &reason),
        BreakKind::DuplicateFiling => fits.all(&[(Drop, 0.85), (DmsWorkflow, 0.75)], &reason),
    }
}

fn says(step: &Step, words: &[&str]) -> bool {
    let label = crate::analysis::wording::fold(&step.node.name);
    words.iter().any(|word| label.contains(word))
}

/// A quantity that tables and formulas give is worked out: "Beitrag ermitteln", "Höhe der Miete bestimmen".
fn measures(step: &Step) -> bool {
    const QUANTITIES: [&str; 22] = [
        "gebuehr",
        "gebuehren",
        "beitrag",
        "betrag",
        "hoehe",
        "stufe",
        "satz",
        "tarif",
        "geld",
        "kosten",
        "miete",
        "anteil",
        "quote",
        "summe",
        "preis",
        "zuschlag",
        "rang",
        "entgelt",
        "fee",
        "amount",
        "rate",
        "charge",
    ];
    const WORK_OUT: [&str; 10] = [
        "ermittel",
        "ermittl",
        "bestimm",
        "festleg",
        "festgeleg",
        "rechn",
        "determin",
        "calculat",
        "comput",
        "bemess",
    ];
    step.said.label.actions.iter().any(|action| {
        let verb = crate::analysis::wording::fold(&action.verb);
        WORK_OUT.iter().any(|root| verb.contains(root))
            && action.nouns.iter().any(|noun| {
                let word = crate::analysis::wording::fold(&noun.raw);
                QUANTITIES.iter().any(|tail| word.ends_with(tail))
            })
    })
}

/// Papers that are made for colleagues and committees, not for the applicant.
fn stays_inside(step: &Step) -> bool {
    says(
        step,
        &[
            "vermerk",
            "vorlage",
            "niederschrift",
            "protokoll",
            "laufzettel",
            "anordnung",
            "kontierung",
            "agenda",
            "minutes",
            "report",
            "memo",
            "papiersatz",
        ],
    )
}

/// The paper carries a signature, seal or note of this house.
fn signed_here(step: &Step) -> bool {
    says(
        step,
        &[
            "unterschrieben",
            "unterzeichnet",
            "gezeichnet",
            "gesiegelt",
            "gestempelt",
            "signed",
            "stamped",
            "sealed",
        ],
    )
}

fn of_minutes(step: &Step) -> bool {
    says(
        step,
        &[
            "niederschrift",
            "protokoll",
            "mitschrift",
            "gespraechsnotiz",
            "minutes",
            "notebook",
        ],
    ) && !says(step, &["messprotokoll", "pruefprotokoll", "wartungsprotokoll"])
}

/// Topics of the label with the classes they speak for, best first.
const BY_TOPIC: [(&str, &[(SolutionClass, f64)]); 12] = [
    ("bound", &[(Rules, 0.8)]),
    ("draft", &[(LlmDraft, 0.8)]),
    (
        "request-missing",
        &[(OnlineService, 0.65), (LlmDraft, 0.65), (DmsWorkflow, 0.6)],
    ),
    ("summary", &[(Summary, 0.8)]),
    ("sort", &[(DocumentClassification, 0.75), (Rules, 0.6)]),
    ("sign", &[(DmsWorkflow, 0.8), (Drop, 0.55)]),
    ("pay", &[(OnlineService, 0.75)]),
    ("intake", &[(OnlineService, 0.75)]),
    ("ask-units", &[(DmsWorkflow, 0.7), (Interface, 0.6)]),
    ("chat", &[(Chatbot, 0.7)]),
    ("translate", &[(Summary, 0.6)]),
    ("redact", &[(DocumentClassification, 0.65)]),
];

fn by_words(fits: &mut Fits, step: &Step) {
    for (topic, classes) in BY_TOPIC {
        // A letter that is signed and sealed on paper is a deed, not a release.
        let deed = topic == "sign"
            && ["siegel", "urkunde", "seal", "deed"]
                .iter()
                .any(|word| crate::analysis::wording::fold(&step.node.name).contains(word));
        // A signature given inside a system is an electronic one already.
        let electronic = topic == "sign"
            && (step.said.label.systems().next().is_some() && step.findings.is_empty()
                || [&step.said.label, &step.said.text]
                    .iter()
                    .any(|reading| reading.medium(Medium::Electronic).is_some()));
        if let Some(words) = step.topic(topic).filter(|_| !deed && !electronic) {
            let reason = Message::new(format!("candidate-reason-{topic}")).with("words", words);
            fits.all(classes, &reason);
        }
    }
    let system_read = step
        .said
        .reads
        .iter()
        .any(|carrier| matches!(carrier, Carrier::System(_)));
    let looks = step.said.label.has(Class::Lookup)
        || (step.said.label.has(Class::Judge) && step.topic("judgement").is_none());
    // A reading of a system is drawn or named, or its documentation names it.
    let named = step.said.label.systems().next().is_some()
        || step
            .said
            .label
            .media()
            .any(|found| found.medium == Medium::Structured);
    if step.said.label.has(Class::Lookup) && (system_read || named) && step.said.writes.is_empty() {
        fits.all(
            &[(Interface, 0.75), (Rpa, 0.6)],
            &Message::new("candidate-reason-lookup"),
        );
    } else if looks && named && step.said.writes.is_empty() && step.topic("bound").is_none() {
        fits.all(&[(Interface, 0.65)], &Message::new("candidate-reason-lookup"));
    }
    if step.topic("bound").is_none() && step.topic("judgement").is_none() && measures(step) {
        fits.all(
            &[(Rules, 0.75)],
            &Message::new("candidate-reason-bound").with("words", step.node.name.as_str()),
        );
    }
    let files_mail = (step.said.label.has(Class::File) || step.said.label.has(Class::Attach))
        && step.findings.is_empty()
        && (step.said.label.medium(Medium::Document).is_some() || says(step, &["nachricht", "message"]));
    if files_mail {
        fits.all(
            &[(DocumentClassification, 0.7), (DmsWorkflow, 0.65)],
            &Message::new("candidate-reason-sort").with("words", step.node.name.as_str()),
        );
    }
    if step.said.label.has(Class::FilePaper) && step.findings.is_empty() {
        fits.all(
            &[(DmsWorkflow, 0.65), (Drop, 0.6)],
            &Message::new("candidate-reason-paper-file"),
        );
    }
    let takes_form = step.said.label.has(Class::Receive)
        && step.said.writes.contains(&Carrier::Paper)
        && step.said.label.medium(Medium::Goods).is_none();
    if takes_form {
        fits.all(
            &[(OnlineService, 0.75)],
            &Message::new("candidate-reason-paper-form"),
        );
    }
    if step.topic("fill-in").is_some() && step.said.label.medium(Medium::Document).is_some() {
        fits.all(
            &[(OnlineService, 0.75)],
            &Message::new("candidate-reason-document-form"),
        );
    }
}
