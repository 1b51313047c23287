//! What the open elements are to the reader, and where their texts go.

use super::diagram::Element;
use super::markup;

/// What a text inside an element is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `documentation`.
    Documentation,
    /// `text` of a text annotation.
    Body,
    /// `flowNodeRef`.
    Member,
    /// `sourceRef`.
    Source,
    /// `targetRef`.
    Target,
    /// `conditionExpression`.
    Condition,
    /// `timeDuration`, `timeDate` of a timer.
    Timer,
    /// `eventDefinitionRef`.
    DefinitionReference,
    /// `incoming`.
    Incoming,
    /// `outgoing`.
    Outgoing,
}

/// What an open element is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// `definitions`.
    Root,
    /// A semantic element.
    Element,
    /// A container without a meaning of its own; its children count as children of the element around it.
    Inside,
    /// A definition of an event.
    Event,
    /// `extensionElements` of a semantic element or of the file.
    Extensions,
    /// Below `extensionElements`.
    Foreign,
    /// Part of a drawing.
    Picture,
    /// Text that is collected.
    Text(Field),
    /// Of no interest, with everything in it.
    Ignored,
}

#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// What it is.
    pub role: Role,
    /// The semantic element this is or lies in.
    pub element: Option<usize>,
}

impl Field {
    /// Puts a text into its element. References to what comes later are kept elsewhere.
    pub fn deliver(self, element: &mut Element, text: &str) {
        let own = || text.to_owned();
        match self {
            Field::Documentation => element.details.documentation.push(own()),
            Field::Body => element.name = markup::collapse(text),
            Field::Member => element.details.members.push(own()),
            Field::Source => {
                element.source.get_or_insert_with(own);
            }
            Field::Target => {
                element.target.get_or_insert_with(own);
            }
            Field::Condition => element.details.condition = Some(own()),
            Field::Timer => {
                element.details.timer.get_or_insert_with(own);
            }
            Field::DefinitionReference | Field::Incoming | Field::Outgoing => {}
        }
    }
}
