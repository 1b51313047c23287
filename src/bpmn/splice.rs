//! Small changes of a file, spliced into its text: everything else stays byte for byte.

mod draw;
mod place;
mod request;

use super::diagram::{Diagram, Element, Tag};
use super::namespace::OWN;
use super::{Limits, encoding, markup, read};
use crate::domain::message::Message;
pub use draw::draw;
use place::Place;
use request::Fact;
use std::ops::Range;

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub struct SpliceError {
    /// True if there is no element of that id.
    pub not_found: bool,
    /// What, where, what to do.
    pub message: Message,
}

impl SpliceError {
    fn invalid(message: Message) -> Self {
        SpliceError {
            not_found: false,
            message,
        }
    }
}

/// A piece of the text and what stands there instead.
#[derive(Debug)]
struct Edit {
    range: Range<usize>,
    text: String,
}

/// The text of the file with another name of one element (of a text annotation: another text).
///
/// # Errors
/// No such element; an element that has no name; a name that is too long.
pub fn rename(diagram: &Diagram, element_id: &str, name: &str) -> Result<String, SpliceError> {
    let element = find(diagram, element_id)?;
    let limit = Limits::default().name;
    if name.chars().count() > limit {
        let message = Message::new("bpmn-new-name-too-long").with("limit", limit);
        return Err(SpliceError::invalid(message));
    }
    let nameless = || {
        let message = Message::new("bpmn-has-no-name").with("name", element.local_name);
        SpliceError::invalid(message.with("id", element_id))
    };
    let edit = match element.tag {
        Tag::Group | Tag::Association | Tag::DataInputAssociation | Tag::DataOutputAssociation => {
            return Err(nameless());
        }
        Tag::TextAnnotation => {
            let place = Place::find(&diagram.text, element);
            let range = place.body.ok_or_else(nameless)?;
            Edit {
                range,
                text: escape(name, None),
            }
        }
        _ => set_attribute(&diagram.text, &element.start_tag, "name", name),
    };
    Ok(apply(&diagram.text, vec![edit]))
}

/// The text of the file with further annotations of one element (design.md 2.3): `sets` are values such as
/// `("work.handlingMinutes", "7")`, `adds` whole annotations such as `carrier object=Antrag needs=paper by=human`.
///
/// # Errors
/// No such element; an annotation, attribute or value that design.md 2.3 does not know there.
pub fn annotate(
    diagram: &Diagram,
    element_id: &str,
    sets: &[(String, String)],
    adds: &[String],
) -> Result<String, SpliceError> {
    let element = find(diagram, element_id)?;
    let (sets, adds) = request::read(element, sets, adds)?;
    let place = Place::find(&diagram.text, element);
    let prefix = match &place.own_prefix {
        Some(prefix) => prefix.clone(),
        None => place.free_prefix(),
    };
    let mut edits = Vec::new();
    let mut fresh: Vec<Fact> = Vec::new();
    for fact in sets {
        match place.facts.iter().find(|known| known.local == fact.name) {
            Some(known) => edits.extend(changed(&diagram.text, &known.start_tag, &fact)),
            None => fresh.push(fact),
        }
    }
    fresh.extend(adds);
    if !fresh.is_empty() {
        if place.own_prefix.is_none() {
            let at = tag_end(&diagram.text, &place.root_tag);
            edits.push(Edit {
                range: at..at,
                text: format!(" xmlns:{prefix}=\"{OWN}\""),
            });
        }
        let facts: Vec<String> = fresh.iter().map(|fact| fact.markup(&prefix)).collect();
        edits.push(insertion(&diagram.text, element, &place, &facts));
    }
    let text = apply(&diagram.text, edits);
    verify(diagram, element_id, &text)?;
    Ok(text)
}

/// The bytes of a changed text, in the encoding of the original: apart from the change, the bytes that came in.
///
/// # Errors
/// Where the original does not come back as it came, because its encoding has several ways to write one character.
pub fn in_its_encoding(original: &[u8], diagram: &Diagram, text: &str) -> Result<Vec<u8>, SpliceError> {
    let bom = encoding::has_bom(original);
    if encoding::encode_back(&diagram.text, &diagram.encoding, bom) != original {
        let message = Message::new("bpmn-one-way-encoding").with("encoding", diagram.encoding.as_str());
        return Err(SpliceError::invalid(message));
    }
    Ok(encoding::encode_back(text, &diagram.encoding, bom))
}

fn find<'d>(diagram: &'d Diagram, id: &str) -> Result<&'d Element, SpliceError> {
    let found = diagram.elements.iter().find(|element| element.id == id);
    found.ok_or_else(|| SpliceError {
        not_found: true,
        message: Message::new("bpmn-no-such-element").with("id", id),
    })
}

/// The values are right if the reader has nothing more to say about them than before.
fn verify(diagram: &Diagram, element_id: &str, text: &str) -> Result<(), SpliceError> {
    let unlimited = Limits {
        bytes: usize::MAX,
        elements: usize::MAX,
        namespaces: usize::MAX,
        attributes: usize::MAX,
        ..Limits::default()
    };
    let complaints = |text: &str| {
        let again = read::read_text(text.to_owned(), &unlimited, false).map_err(|error| error.message)?;
        let warnings = again.warnings;
        let about = warnings
            .into_iter()
            .filter(|warning| matches!(warning.code.as_str(), "annotation-value" | "unknown-annotation"))
            .filter(|warning| warning.element.as_deref() == Some(element_id))
            .map(|warning| warning.message);
        Ok(about.collect::<Vec<Message>>())
    };
    let after = complaints(text).map_err(SpliceError::invalid)?;
    if after.is_empty() {
        return Ok(());
    }
    let before = complaints(&diagram.text).map_err(SpliceError::invalid)?;
    match after.into_iter().nth(before.len()) {
        Some(message) => Err(SpliceError::invalid(message)),
        None => Ok(()),
    }
}

/// The edits that bring the attributes of a fact into an existing start tag.
fn changed(text: &str, start_tag: &Range<usize>, fact: &Fact) -> Vec<Edit> {
    fact.attributes
        .iter()
        .map(|(name, value)| set_attribute(text, start_tag, name, value))
        .collect()
}

/// Replaces the value of an attribute, or adds it behind the others.
fn set_attribute(text: &str, start_tag: &Range<usize>, name: &str, value: &str) -> Edit {
    let end = tag_end(text, start_tag);
    let tag = text.get(start_tag.start + 1..end).unwrap_or_default();
    let name_length = tag
        .find(|letter: char| letter.is_ascii_whitespace())
        .unwrap_or(tag.len());
    let content = tag.get(name_length..).unwrap_or_default();
    let mut attributes = Vec::new();
    // Flaws stay as they are: the reader has put up with them.
    markup::attributes(content, usize::MAX, &mut attributes).ok();
    let known = attributes
        .iter()
        .find(|attr| attr.prefix.is_empty() && attr.local == name);
    match known {
        Some(attr) => {
            let from = start_tag.start + 1 + name_length + attr.at;
            let quote = text.get(..from).and_then(|before| before.chars().next_back());
            Edit {
                range: from..from + attr.raw.len(),
                text: escape(value, quote),
            }
        }
        None => {
            let at = start_tag.start + 1 + name_length + content.trim_ascii_end().len();
            Edit {
                range: at..at,
                text: format!(" {name}=\"{}\"", escape(value, Some('"'))),
            }
        }
    }
}

/// Where the attributes of a start tag end: before `>` or `/>`.
fn tag_end(text: &str, start_tag: &Range<usize>) -> usize {
    let tag = text.get(start_tag.clone()).unwrap_or_default();
    let body = tag
        .strip_suffix("/>")
        .or_else(|| tag.strip_suffix('>'))
        .unwrap_or(tag);
    start_tag.start + body.len()
}

/// New annotations inside the element, in the manner of the text around them.
fn insertion(text: &str, element: &Element, place: &Place, facts: &[String]) -> Edit {
    let layout = Layout::of(text, element);
    let prefix = place.element_prefix.as_str();
    let colon = if prefix.is_empty() { "" } else { ":" };
    let lines = |depth: usize| {
        facts
            .iter()
            .map(|fact| layout.line(depth, fact))
            .collect::<String>()
    };
    if let Some(extension) = &place.extension {
        let whole = text.get(extension.whole.clone()).unwrap_or_default();
        if extension.empty {
            let end = tag_end(text, &extension.start_tag);
            let name = whole
                .trim_start_matches('<')
                .split(|letter: char| letter.is_whitespace() || letter == '/');
            let name = name.into_iter().next().unwrap_or_default();
            let closing = layout.line(1, &format!("</{name}>"));
            return Edit {
                range: end..extension.whole.end,
                text: format!(">{}{closing}", lines(2)),
            };
        }
        let close = whole.rfind("</").unwrap_or(whole.len());
        let inner = whole.get(..close).unwrap_or_default().trim_end().len();
        let at = extension.whole.start + inner;
        return Edit {
            range: at..at,
            text: lines(2),
        };
    }
    let opening = layout.line(1, &format!("<{prefix}{colon}extensionElements>"));
    let closing = layout.line(1, &format!("</{prefix}{colon}extensionElements>"));
    let block = format!("{opening}{}{closing}", lines(2));
    if element.start_tag == element.range {
        let end = tag_end(text, &element.start_tag);
        let name = format!("{prefix}{colon}{}", element.local_name);
        let last = layout.line(0, &format!("</{name}>"));
        return Edit {
            range: end..element.range.end,
            text: format!(">{block}{last}"),
        };
    }
    Edit {
        range: place.insert_at..place.insert_at,
        text: block,
    }
}

/// Line breaks and indentation around an element; none where the file has none.
struct Layout<'t> {
    line_break: &'static str,
    indent: &'t str,
    step: &'static str,
}

impl<'t> Layout<'t> {
    fn of(text: &'t str, element: &Element) -> Self {
        let before = text.get(..element.start_tag.start).unwrap_or_default();
        let line = before
            .rfind('\n')
            .map(|at| before.get(at + 1..).unwrap_or_default());
        match line {
            Some(indent) if indent.chars().all(|letter| matches!(letter, ' ' | '\t')) => Layout {
                line_break: if before.ends_with(&format!("\r\n{indent}")) {
                    "\r\n"
                } else {
                    "\n"
                },
                indent,
                step: if indent.starts_with('\t') { "\t" } else { "  " },
            },
            _ => Layout {
                line_break: "",
                indent: "",
                step: "",
            },
        }
    }

    fn line(&self, depth: usize, content: &str) -> String {
        format!(
            "{}{}{}{content}",
            self.line_break,
            self.indent,
            self.step.repeat(depth)
        )
    }
}

fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.range.start).unwrap_or_default());
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Text as it may stand between these quotes, or (`None`) between tags. Characters XML forbids are left out.
pub fn escape(value: &str, quote: Option<char>) -> String {
    let mut out = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quote == Some('"') => out.push_str("&quot;"),
            '\'' if quote == Some('\'') => out.push_str("&apos;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' if quote.is_some() => out.push_str(&format!("&#{};", u32::from(letter))),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter < ' ' => {}
            letter => out.push(letter),
        }
    }
    out
}
