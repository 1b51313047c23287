//! Changes of a file that know its structure: tags, elements, attributes, references, numbers, encodings.

use super::chance::Chance;
use std::ops::Range;

/// Values that have been trouble somewhere.
const VALUES: &[&str] = &[
    "",
    " ",
    "NaN",
    "-1",
    "1e999",
    "-0",
    "0",
    "999999999999999999999",
    "1,5",
    "true",
    "TRUE",
    "maybe",
    "&amp;",
    "&nbsp;",
    "&#0;",
    "&#x110000;",
    "&",
    "<",
    "a:b:c",
    "paper",
    "system:",
    "paper;;oral; system:X",
    "\u{202e}",
    "\u{1f600}",
    "\r\n\t",
    "0.5",
    "2",
    "\u{0}",
    "e\u{301}",
    "ß",
    "İ",
    "]]>",
    "--",
    "{$x}",
    "😀😀",
];

/// Names of elements that mean something to the reader.
const NAMES: &[&str] = &[
    "task",
    "userTask",
    "subProcess",
    "adHocSubProcess",
    "transaction",
    "callActivity",
    "boundaryEvent",
    "startEvent",
    "endEvent",
    "intermediateThrowEvent",
    "intermediateCatchEvent",
    "exclusiveGateway",
    "parallelGateway",
    "inclusiveGateway",
    "eventBasedGateway",
    "complexGateway",
    "sequenceFlow",
    "messageFlow",
    "association",
    "dataInputAssociation",
    "dataOutputAssociation",
    "dataObject",
    "dataObjectReference",
    "dataStoreReference",
    "textAnnotation",
    "text",
    "group",
    "lane",
    "laneSet",
    "flowNodeRef",
    "participant",
    "process",
    "collaboration",
    "choreography",
    "choreographyTask",
    "subChoreography",
    "conversation",
    "conversationLink",
    "subConversation",
    "BPMNDiagram",
    "BPMNPlane",
    "BPMNShape",
    "BPMNEdge",
    "BPMNLabel",
    "Bounds",
    "waypoint",
    "documentation",
    "extensionElements",
    "ioSpecification",
    "linkEventDefinition",
    "timerEventDefinition",
    "compensateEventDefinition",
    "multiInstanceLoopCharacteristics",
    "standardLoopCharacteristics",
    "incoming",
    "outgoing",
    "sourceRef",
    "targetRef",
    "categoryValue",
    "definitions",
    "Definitions",
    "carrier",
    "work",
    "channel",
    "branch",
    "volume",
    "system",
    "x",
];

/// Names of attributes that mean something to the reader.
const ATTRIBUTES: &[&str] = &[
    "id",
    "name",
    "sourceRef",
    "targetRef",
    "bpmnElement",
    "attachedToRef",
    "default",
    "processRef",
    "calledElement",
    "dataObjectRef",
    "messageRef",
    "x",
    "y",
    "width",
    "height",
    "isExpanded",
    "isHorizontal",
    "triggeredByEvent",
    "cancelActivity",
    "xmlns",
    "xmlns:a",
    "needs",
    "writes",
    "object",
    "share",
    "probability",
    "carrier",
    "minutes",
    "handlingMinutes",
    "casesPerYear",
    "initiatingParticipantRef",
    "participantBandKind",
    "choreographyActivityShape",
    "messageVisibleKind",
    "isMessageVisible",
    "instantiate",
    "isForCompensation",
    "attributeID",
    "value",
    "unit",
];

/// Byte ranges of the tags of a text, `<` to `>`.
fn tags(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('<') {
        let start = at + open;
        let Some(close) = text[start..].find('>') else {
            break;
        };
        at = start + close + 1;
        found.push(start..at);
    }
    found
}

/// The whole element whose start tag is this one, by counting tags.
fn element(text: &str, tags: &[Range<usize>], first: usize) -> Range<usize> {
    let mut depth = 0_i64;
    for tag in &tags[first..] {
        let written = &text[tag.clone()];
        if written.starts_with("</") {
            depth -= 1;
        } else if !(written.starts_with("<?") || written.starts_with("<!") || written.ends_with("/>")) {
            depth += 1;
        }
        if depth <= 0 {
            return tags[first].start..tag.end;
        }
    }
    tags[first].clone()
}

/// Ranges of the attribute values within a tag.
fn values(text: &str, tag: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = tag.start;
    while let Some(offset) = text[at..tag.end].find("=\"") {
        let equals = at + offset;
        let name = text[tag.start..equals]
            .rfind([' ', '\n', '\t'])
            .map_or(tag.start + 1, |gap| tag.start + gap + 1);
        let from = equals + 2;
        let Some(length) = text[from..tag.end].find('"') else {
            break;
        };
        found.push((name..equals, from..from + length));
        at = from + length + 1;
    }
    found
}

/// A place between two characters.
fn place(text: &str, chance: &mut Chance) -> usize {
    let mut at = chance.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Changes a text once; `other` is a second file to take pieces from.
pub fn text(text: &mut String, other: &str, chance: &mut Chance) {
    let known = tags(text);
    if known.is_empty() {
        text.push_str("<a/>");
        return;
    }
    let which = chance.below(known.len());
    let tag = known[which].clone();
    // Changes that break the form are rare, or hardly a file would get beyond the first door.
    let kind = match chance.below(24) {
        kind @ (0 | 12 | 14 | 15 | 16) if chance.below(5) > 0 => 5 + kind % 4,
        kind @ 0..18 => kind,
        _ => 5,
    };
    match kind {
        0 => text.replace_range(tag, ""),
        1 => text.replace_range(element(text, &known, which), ""),
        2 => {
            let copy = text[element(text, &known, which)].to_owned();
            let at = known[chance.below(known.len())].end;
            text.insert_str(at, &copy);
        }
        3 => {
            let whole = element(text, &known, which);
            let moved = text[whole.clone()].to_owned();
            text.replace_range(whole, "");
            let left = tags(text);
            let at = left
                .get(chance.below(left.len()))
                .map_or(text.len(), |tag| tag.end);
            text.insert_str(at, &moved);
        }
        4 => {
            let theirs = tags(other);
            if !theirs.is_empty() {
                let from = element(other, &theirs, chance.below(theirs.len()));
                text.insert_str(tag.end, &other[from]);
            }
        }
        5..=8 => attribute(text, &known, which, chance),
        9 => {
            let name = chance.one(NAMES);
            let written = &text[tag.clone()];
            let end = written
                .find([' ', '>', '/', '\n'])
                .unwrap_or(written.len() - 1)
                .max(1);
            let start = written[..end].rfind(':').map_or(1, |colon| colon + 1);
            let old = written[start..end].to_owned();
            if chance.below(2) == 0 && !old.is_empty() {
                // Start and end tags alike, so that the file stays in form.
                *text = text
                    .replace(&format!("{old} "), &format!("{name} "))
                    .replace(&format!("{old}>"), &format!("{name}>"));
            } else {
                text.replace_range(tag.start + start..tag.start + end, name);
            }
        }
        10 => {
            let (name, value) = (chance.one(ATTRIBUTES), chance.one(VALUES));
            let at = tag.end - if text[tag.clone()].ends_with("/>") { 2 } else { 1 };
            text.insert_str(at, &format!(" {name}=\"{value}\""));
        }
        11 => {
            let name = chance.one(NAMES);
            let inner = text[element(text, &known, which)].to_owned();
            text.replace_range(
                element(text, &known, which),
                &format!("<{name} id=\"w{which}\">{inner}</{name}>"),
            );
        }
        12 => text.insert_str(tag.end, chance.one(VALUES)),
        13 => {
            let deep = 1 + chance.below(300);
            let name = chance.one(NAMES);
            text.insert_str(
                tag.end,
                &format!(
                    "{}{}",
                    format!("<{name}>").repeat(deep),
                    format!("</{name}>").repeat(deep)
                ),
            );
        }
        14 => {
            let at = place(text, chance);
            text.truncate(at);
        }
        15 => {
            let at = place(text, chance);
            text.insert_str(at, chance.one(VALUES));
        }
        16 => {
            let (a, b) = (place(text, chance), place(text, chance));
            text.replace_range(
                a.min(b)
                    ..a.max(b)
                        .min(a.min(b) + 40)
                        .min(text.len())
                        .max(a.min(b))
                        .next_boundary(text),
                "",
            );
        }
        _ => {
            let name = chance.one(&[
                "pr:carrier object=\"A\" needs=\"paper\"",
                "pr:carrier object=\"A\" writes=\"system:X\" by=\"automatic\"",
                "pr:work handlingMinutes=\"1e300\"",
                "pr:branch probability=\"0.2\"",
                "pr:channel object=\"A\" carrier=\"paper; oral\" share=\"0.4\"",
                "pr:volume casesPerYear=\"1e300\"",
                "pr:system name=\"X\" interface=\"true\"",
            ]);
            text.insert_str(
                tag.end,
                &format!(
                    "<extensionElements><{name} xmlns:pr=\"urn:prozessregister:bpmn:1\"/></extensionElements>"
                ),
            );
        }
    }
}

trait Boundary {
    fn next_boundary(self, text: &str) -> usize;
}

impl Boundary for usize {
    fn next_boundary(self, text: &str) -> usize {
        let mut at = self.min(text.len());
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at
    }
}

/// Changes one attribute: its value to one that is trouble, to one from elsewhere in the file, or away with it.
fn attribute(text: &mut String, known: &[Range<usize>], which: usize, chance: &mut Chance) {
    // Few tags have no attribute, so look a little further.
    let found = (0..20)
        .map(|step| &known[(which + step) % known.len()])
        .map(|tag| values(text, tag))
        .find(|found| !found.is_empty());
    let Some(found) = found else { return };
    let (name, value) = found[chance.below(found.len())].clone();
    match chance.below(5) {
        0 => {
            let odd = chance.one(VALUES);
            // A bare `<` or quote ends most files at once.
            let odd = if odd == "<" && chance.below(8) > 0 {
                "&lt;"
            } else {
                odd
            };
            text.replace_range(value, odd);
        }
        1 | 2 => {
            let elsewhere = values(text, &known[chance.below(known.len())]);
            if let Some((_, from)) = elsewhere.get(chance.below(elsewhere.len())) {
                let taken = text[from.clone()].to_owned();
                text.replace_range(value, &taken);
            }
        }
        3 => text.replace_range(name.start..value.end + 1, ""),
        _ => text.replace_range(name, chance.one(ATTRIBUTES)),
    }
}

/// Changes bytes: one replaced, one gone, or the whole text in another encoding.
pub fn bytes(bytes: &mut Vec<u8>, chance: &mut Chance) {
    match chance.below(6) {
        0 | 1 if !bytes.is_empty() => {
            let at = chance.below(bytes.len());
            bytes[at] = u8::try_from(chance.below(256)).unwrap();
        }
        2 if !bytes.is_empty() => {
            bytes.remove(chance.below(bytes.len()));
        }
        3 => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            *bytes = [0xff, 0xfe]
                .into_iter()
                .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
                .collect();
        }
        4 => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            *bytes = text
                .chars()
                .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
                .collect();
        }
        _ => {
            bytes.splice(0..0, *b"\xef\xbb\xbf");
        }
    }
}
