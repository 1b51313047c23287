//! A model in words.

use crate::domain::step::StepRow;
use crate::domain::story::{Story, StoryKind};
use crate::text::Lang;
use serde::Serialize;

/// A model in words and as a table of steps.
#[derive(Debug, Serialize)]
pub struct StoryJson {
    /// Language of the words.
    pub language: &'static str,
    /// The lines in the order in which they are told.
    pub lines: Vec<StoryLineJson>,
    /// One row per flow node, with the numbers of the lines.
    pub steps: Vec<StepJson>,
}

/// A line of a story.
#[derive(Debug, Serialize)]
pub struct StoryLineJson {
    /// `heading`, `paragraph`, `step`, `way`.
    pub kind: &'static str,
    /// Of a heading: 2 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<usize>,
    /// How deep the line lies in lists.
    pub depth: usize,
    /// Of a step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
    /// Of a step: id of the element in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// The words.
    pub text: String,
}

/// A row of the table of steps.
#[derive(Debug, Serialize)]
pub struct StepJson {
    /// Number, from 1.
    pub number: usize,
    /// Id of the element in the file.
    pub element: String,
    /// Who does it: lane, else pool, else process.
    pub who: String,
    /// Name as drawn.
    pub what: String,
    /// What it is, in words.
    pub kind: String,
    /// Number of the sub-process it lies in.
    pub within: Option<usize>,
    /// Number of the step on whose border it sits.
    pub during: Option<usize>,
    /// What follows.
    pub next: Vec<NextJson>,
}

/// A way to a following step.
#[derive(Debug, Serialize)]
pub struct NextJson {
    /// Its number.
    pub number: usize,
    /// Under which condition; empty where none.
    pub condition: String,
    /// Taken where no other condition holds.
    pub otherwise: bool,
}

impl StoryJson {
    /// A story with its table.
    pub fn new(story: &Story, steps: &[StepRow], lang: Lang) -> Self {
        let lines = story.lines.iter().map(|line| {
            let (kind, level, number, element) = match &line.kind {
                StoryKind::Heading(level) => ("heading", Some(*level), None, None),
                StoryKind::Paragraph => ("paragraph", None, None, None),
                StoryKind::Step { number, element } => ("step", None, Some(*number), Some(element.clone())),
                StoryKind::Way => ("way", None, None, None),
            };
            StoryLineJson {
                kind,
                level,
                depth: line.depth,
                number,
                element,
                text: line.text.clone(),
            }
        });
        let steps = steps.iter().map(|row| StepJson {
            number: row.number,
            element: row.element.clone(),
            who: row.who.clone(),
            what: row.what.clone(),
            kind: lang.say(&row.kind),
            within: row.within,
            during: row.during,
            next: row
                .next
                .iter()
                .map(|next| NextJson {
                    number: next.number,
                    condition: next.condition.clone(),
                    otherwise: next.otherwise,
                })
                .collect(),
        });
        StoryJson {
            language: lang.code(),
            lines: lines.collect(),
            steps: steps.collect(),
        }
    }
}
