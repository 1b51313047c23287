//! The sentences of media-break findings as message ids with arguments (`locales/*/media_break.ftl`).

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

fn object_name(object: &str) -> Message {
    if object.is_empty() {
        Message::new("media-break-object-unnamed")
    } else {
        Message::new("media-break-object").with("name", object)
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
    /// Source.
    pub from: Option<&'a Carrier>,
    /// Target.
    pub to: Option<&'a Carrier>,
}

/// "*Antrag* is on paper after *Schritt*, *Schritt* needs it in OK.EWO: by hand."
pub fn sentence(sentence: &Sentence) -> Message {
    let id = match sentence.kind {
        BreakKind::Transport => "media-break-transport",
        BreakKind::DuplicateFiling => "media-break-duplicate-filing",
        _ if sentence.written.is_some_and(|name| !name.is_empty()) => "media-break-carried-after",
        _ => "media-break-carried",
    };
    let mut message = Message::new(id)
        .with("object", object_name(sentence.object))
        .with("step", step_name(sentence.step))
        .with_term("kind", kind_term(sentence.kind));
    if let Some(written) = sentence.written {
        message = message.with("written", step_name(written));
    }
    if let Some(from) = sentence.from {
        message = message.with("from", carrier(from));
    }
    if let Some(to) = sentence.to {
        message = message.with("to", carrier(to));
    }
    message
}

/// "*Bescheid* is printed at *a*, signed by hand and scanned again at *b*."
pub fn signature_loop(object: &str, print: &str, scan: &str) -> Message {
    Message::new("media-break-signature-loop")
        .with("object", object_name(object))
        .with("print", step_name(print))
        .with("scan", step_name(scan))
}
