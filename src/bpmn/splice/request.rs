//! What is asked for: annotations in the words of the command line, checked against design.md 2.3.

use super::{SpliceError, escape};
use crate::bpmn::diagram::{Element, Tag};
use crate::domain::message::Message;

/// One annotation element to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Local name.
    pub name: String,
    /// Attributes in the order they were given.
    pub attributes: Vec<(String, String)>,
}

impl Fact {
    /// The element in XML.
    pub fn markup(&self, prefix: &str) -> String {
        let colon = if prefix.is_empty() { "" } else { ":" };
        let mut out = format!("<{prefix}{colon}{}", self.name);
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", escape(value, Some('"'))));
        }
        out.push_str("/>");
        out
    }
}

/// Annotation, attributes, whether there may be several on one element.
const FACTS: &[(&str, &[&str], bool)] = &[
    (
        "carrier",
        &["object", "needs", "writes", "transport", "by", "also", "minutes"],
        true,
    ),
    ("channel", &["object", "carrier", "share"], true),
    ("system", &["name", "interface"], false),
    (
        "work",
        &[
            "handlingMinutes",
            "waitingMinutes",
            "transportMinutes",
            "kind",
            "rag",
            "discretion",
            "automated",
            "unit",
            "instances",
        ],
        false,
    ),
    ("branch", &["probability"], false),
    ("volume", &["casesPerYear", "year"], false),
];

/// On which elements an annotation may stand.
fn fits(name: &str, tag: Tag) -> bool {
    let activity = tag.is_activity();
    match name {
        "carrier" => activity || tag.is_event(),
        "channel" => matches!(tag, Tag::StartEvent | Tag::MessageFlow | Tag::Participant),
        "system" => activity || matches!(tag, Tag::Lane | Tag::DataStore | Tag::DataStoreReference),
        "work" => activity,
        "branch" => matches!(tag, Tag::SequenceFlow | Tag::BoundaryEvent | Tag::StartEvent),
        "volume" => tag == Tag::Process,
        _ => false,
    }
}

/// Reads sets and adds. Sets of the same annotation come together in one.
pub fn read(
    element: &Element,
    sets: &[(String, String)],
    adds: &[String],
) -> Result<(Vec<Fact>, Vec<Fact>), SpliceError> {
    let mut changed: Vec<Fact> = Vec::new();
    for (path, value) in sets {
        let (name, attribute) = path.split_once('.').ok_or_else(|| unknown(path))?;
        check(element, name, [attribute], path)?;
        if FACTS.iter().any(|(known, _, several)| *known == name && *several) {
            return Err(SpliceError::invalid(
                Message::new("bpmn-annotation-several").with("name", name),
            ));
        }
        let attribute = (attribute.to_owned(), value.clone());
        match changed.iter_mut().find(|fact| fact.name == name) {
            Some(fact) => {
                fact.attributes.retain(|(known, _)| *known != attribute.0);
                fact.attributes.push(attribute);
            }
            None => changed.push(Fact {
                name: name.to_owned(),
                attributes: vec![attribute],
            }),
        }
    }
    let mut added = Vec::new();
    for text in adds {
        let fact = parse(text)?;
        check(
            element,
            &fact.name,
            fact.attributes.iter().map(|(name, _)| name.as_str()),
            text,
        )?;
        added.push(fact);
    }
    Ok((changed, added))
}

fn unknown(what: &str) -> SpliceError {
    SpliceError::invalid(Message::new("bpmn-annotation-unknown").with("name", what))
}

fn check<'a>(
    element: &Element,
    name: &str,
    attributes: impl IntoIterator<Item = &'a str>,
    whole: &str,
) -> Result<(), SpliceError> {
    let (_, known, _) = FACTS
        .iter()
        .find(|(known, _, _)| *known == name)
        .ok_or_else(|| unknown(whole))?;
    for attribute in attributes {
        if !known.contains(&attribute) {
            return Err(unknown(&format!("{name}.{attribute}")));
        }
    }
    if !fits(name, element.tag) {
        let message = Message::new("bpmn-annotation-misplaced")
            .with("name", name)
            .with("element", element.local_name);
        return Err(SpliceError::invalid(message));
    }
    Ok(())
}

/// `carrier object=Antrag needs="paper; document"`: a word without `=` belongs to the value before it.
fn parse(text: &str) -> Result<Fact, SpliceError> {
    let mut words = words(text).into_iter();
    let name = words.next().ok_or_else(|| unknown(text))?;
    let mut attributes: Vec<(String, String)> = Vec::new();
    for word in words {
        match (word.split_once('='), attributes.last_mut()) {
            (Some((name, value)), _)
                if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic()) =>
            {
                if attributes.iter().any(|(known, _)| known == name) {
                    return Err(unknown(text));
                }
                attributes.push((name.to_owned(), value.to_owned()));
            }
            (_, Some((_, value))) => {
                value.push(' ');
                value.push_str(&word);
            }
            (_, None) => return Err(unknown(text)),
        }
    }
    if attributes.is_empty() {
        return Err(unknown(text));
    }
    Ok(Fact { name, attributes })
}

/// Words at white space, which quotes protect.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut begun, mut quote) = (String::new(), false, None);
    for letter in text.chars() {
        match (letter, quote) {
            (letter, Some(open)) if letter == open => quote = None,
            (letter, Some(_)) => word.push(letter),
            ('"' | '\'', None) if !begun || word.ends_with('=') => {
                quote = Some(letter);
                begun = true;
            }
            (letter, None) if letter.is_whitespace() => {
                if begun {
                    words.push(std::mem::take(&mut word));
                    begun = false;
                }
            }
            (letter, None) => {
                word.push(letter);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}
