//! The sentences of media-break findings as message ids with arguments (`locales/*/media_break.ftl`).

use super::key::normalised;
use crate::analysis::evidence::bracketed;
use crate::analysis::wording::{Class, Products, read};
use crate::domain::carrier::{BreakKind, Carrier};
use crate::domain::message::Message;

/// A carrier in words: on paper, as a document, by word of mouth, in a system.
pub fn carrier(carrier: &Carrier) -> Message {
    match carrier {
        Carrier::Paper => Message::new("media-break-on-paper"),
        Carrier::Document => Message::new("media-break-as-document"),
        Carrier::Oral => Message::new("media-break-oral"),
        Carrier::System(name) if name == "?" => Message::new("media-break-in-some-system"),
        Carrier::System(name) => Message::new("media-break-in-system").with("name", name.as_str()),
    }
}

/// A step by its name, or "this step".
pub fn step_name(name: &str) -> Message {
    if name.is_empty() {
        Message::new("media-break-step-unnamed")
    } else {
        Message::new("media-break-step").with("name", name)
    }
}

/// A carrier as the place where something is put.
fn into_carrier(carrier: &Carrier) -> Message {
    match carrier {
        Carrier::Paper => Message::new("media-break-to-paper"),
        Carrier::Document => Message::new("media-break-to-document"),
        Carrier::Oral => Message::new("media-break-oral"),
        Carrier::System(name) if name == "?" => Message::new("media-break-to-some-system"),
        Carrier::System(name) => Message::new("media-break-in-system").with("name", name.as_str()),
    }
}

/// An object by its name on a carrier: what lies in a system and is called like it are data of that system; a bracket
/// that states another carrier is left out; the case where the model has no name for it.
pub fn object_name(object: &str, from: Option<&Carrier>) -> Message {
    if object.is_empty() {
        return Message::new("media-break-object-unnamed");
    }
    if let Some(Carrier::System(system)) = from
        && normalised(system) == normalised(object)
    {
        return Message::new("media-break-object-of-system").with("name", system.as_str());
    }
    Message::new("media-break-object").with("name", shown(object, from))
}

/// What lies on a carrier, as the subject of a sentence: always one thing, whatever its name is.
fn content_name(object: &str, from: Option<&Carrier>) -> Message {
    let named = object_name(object, from);
    let id = match named.id.as_str() {
        "media-break-object-unnamed" => "media-break-content-unnamed",
        "media-break-object-of-system" => "media-break-content-of-system",
        _ => "media-break-content",
    };
    Message {
        id: id.to_owned(),
        ..named
    }
}

/// What is moved, as the object of a sentence.
fn moved_name(object: &str, from: Option<&Carrier>) -> Message {
    if object.is_empty() {
        return Message::new("media-break-object-unnamed-moved");
    }
    object_name(object, from)
}

/// The name without a bracket that states a carrier other than `from`.
pub fn shown<'a>(object: &'a str, from: Option<&Carrier>) -> &'a str {
    let Some((content, carrier)) = bracketed(object) else {
        return object;
    };
    if from.is_none_or(|from| agree(&carrier, from)) {
        object
    } else {
        content
    }
}

/// The same kind of carrier; a system of unknown name is any system.
fn agree(one: &Carrier, other: &Carrier) -> bool {
    match (one, other) {
        (Carrier::System(one), Carrier::System(other)) => {
            one == "?" || other == "?" || normalised(one) == normalised(other)
        }
        _ => one == other,
    }
}

/// Catalogue id of the name of a kind.
pub fn kind_term(kind: BreakKind) -> String {
    format!("media-break-kind-{}", kind.code())
}

/// What the sentence of a break needs.
pub struct Sentence<'a> {
    /// Kind.
    pub kind: BreakKind,
    /// Object as written.
    pub object: &'a str,
    /// Name of the step that carries over.
    pub step: &'a str,
    /// Name of the step after which the object is on the source carrier; `None` where that is unknown or the same step.
    pub written: Option<&'a str>,
    /// True where the step itself shows that the object is on the source carrier: by its name or by what is drawn at it.
    pub here: bool,
    /// True where that is an event, no step.
    pub event: bool,
    /// Source.
    pub from: Option<&'a Carrier>,
    /// Target.
    pub to: Option<&'a Carrier>,
}

/// "*Antrag* is on paper. In step *Schritt* its content is carried over to OK.EWO by hand."
pub fn sentence(sentence: &Sentence) -> Message {
    let after = sentence
        .written
        .filter(|name| !name.is_empty() && *name != sentence.step);
    let id = match (sentence.kind, after) {
        (BreakKind::OralCapture, Some(_)) => "media-break-sentence-oral-capture-after".to_owned(),
        (BreakKind::Transport, Some(_)) if sentence.event => {
            "media-break-sentence-transport-after-event".to_owned()
        }
        (BreakKind::Transport, Some(_)) => "media-break-sentence-transport-after".to_owned(),
        (BreakKind::Transport, None) if sentence.here => "media-break-sentence-transport-here".to_owned(),
        (BreakKind::PaperToDigital, _)
            if sentence.to == Some(&Carrier::Document) && !reads(sentence.step, sentence.kind) =>
        {
            "media-break-sentence-paper-to-document".to_owned()
        }
        (BreakKind::PaperToDigital | BreakKind::DigitalToPaper, _) if reads(sentence.step, sentence.kind) => {
            format!("media-break-sentence-{}-by-name", sentence.kind.code())
        }
        (kind, _) => format!("media-break-sentence-{}", kind.code()),
    };
    let object = match sentence.kind {
        BreakKind::Transport => moved_name(sentence.object, sentence.from),
        _ => object_name(sentence.object, sentence.from),
    };
    let mut message = Message::new(id)
        .with("object", object)
        .with("step", step_name(sentence.step));
    if let Some(from) = sentence.from {
        let lies = match (after, from) {
            (Some(_), _) if sentence.event => "media-break-lies-after-event",
            (Some(_), _) => "media-break-lies-after",
            (None, Carrier::System(name)) if normalised(name) == normalised(sentence.object) => {
                "media-break-lies-system"
            }
            _ if sentence.here => "media-break-lies-here",
            _ => "media-break-lies",
        };
        let mut lies = Message::new(lies)
            .with("object", content_name(sentence.object, sentence.from))
            .with("from", carrier(from));
        if let Some(written) = after {
            lies = lies.with("written", step_name(written));
        }
        message = message.with("lies", lies).with("from", carrier(from));
    }
    if let Some(written) = after {
        message = message.with("written", step_name(written));
    }
    if let Some(to) = sentence.to {
        let place = match sentence.kind {
            BreakKind::OralCapture => carrier(to),
            _ => into_carrier(to),
        };
        message = message.with("to", place);
    }
    message
}

/// True where the name of the step says how: it scans or it prints.
fn reads(step: &str, kind: BreakKind) -> bool {
    let class = match kind {
        BreakKind::PaperToDigital => Class::Scan,
        _ => Class::Print,
    };
    read(step, "", &Products::default()).has(class)
}

/// "*Bescheid* is printed at *a*, signed by hand and scanned again at *b*."
pub fn signature_loop(object: &str, from: Option<&Carrier>, print: &str, scan: &str) -> Message {
    Message::new("media-break-signature-loop")
        .with("object", object_name(object, from))
        .with("print", step_name(print))
        .with("scan", step_name(scan))
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    #[test]
    fn a_bracket_that_says_otherwise_is_left_out() {
        let paper = Some(&Carrier::Paper);
        let file = Some(&Carrier::Document);
        assert_eq!(shown("Bescheid (Papier)", paper), "Bescheid (Papier)");
        assert_eq!(shown("Bescheid (Papier)", file), "Bescheid");
        assert_eq!(shown("Bescheid [gedruckt]", file), "Bescheid");
        assert_eq!(shown("Rechenblatt (Excel)", paper), "Rechenblatt");
        assert_eq!(shown("Bescheid (Entwurf)", paper), "Bescheid (Entwurf)");
    }

    #[test]
    fn a_step_is_named_once() {
        let of = |written| {
            sentence(&Sentence {
                kind: BreakKind::PaperToDigital,
                object: "Zettel",
                step: "Eintragen",
                written,
                here: false,
                event: false,
                from: Some(&Carrier::Paper),
                to: Some(&Carrier::Document),
            })
        };
        assert!(
            of(Some("Eintragen"))
                .args
                .iter()
                .all(|(name, _)| name != "written")
        );
        assert!(
            of(Some("Notieren"))
                .args
                .iter()
                .any(|(name, _)| name == "written")
        );
    }
}
