//! The question set in force and its texts.

use crate::domain::question::{Question, QuestionSet, Weights};
use include_dir::{Dir, include_dir};

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/scoring/questions");

/// Version 1 of the questions: five Leitfragen as seven sub-questions, sub-questions of one Leitfrage share
/// its weight equally (domain.md 7.1).
pub fn question_set() -> QuestionSet {
    let question = |id: &str, group, share| Question {
        id: id.to_owned(),
        group,
        share,
    };
    QuestionSet {
        version: 1,
        questions: vec![
            question("1", 1, 1.0),
            question("2", 2, 1.0),
            question("3a", 3, 0.5),
            question("3b", 3, 0.5),
            question("4a", 4, 0.5),
            question("4b", 4, 0.5),
            question("5", 5, 1.0),
        ],
    }
}

/// Twenty percent for each Leitfrage, until the coordinators decide otherwise (domain.md 7.1).
pub fn default_weights() -> Weights {
    Weights {
        groups: (1..=5).map(|group| (group, 20.0)).collect(),
    }
}

/// The text of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionText {
    /// The question in one sentence.
    pub title: String,
    /// What is asked and what not.
    pub lead: String,
    /// What 0, 1, 2, 3 and 4 mean.
    pub anchors: Vec<String>,
    /// The whole text as Markdown.
    pub markdown: String,
}

/// The text of a question in a language (`de`, `en`).
///
/// The file has a first heading, paragraphs, and the anchors as `- 0: …` to `- 4: …`.
pub fn text(id: &str, language: &str) -> Option<QuestionText> {
    let markdown = TEXTS.get_file(format!("{id}.{language}.md"))?.contents_utf8()?;
    let title = markdown.lines().next()?.trim_start_matches('#').trim().to_owned();
    let anchors = (0..=4)
        .filter_map(|value| {
            let mark = format!("- {value}: ");
            markdown
                .lines()
                .find_map(|line| line.strip_prefix(&mark))
                .map(|anchor| anchor.trim().to_owned())
        })
        .collect();
    let lead = markdown
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with("- ") && !line.starts_with('#') && !line.trim().is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    Some(QuestionText {
        title,
        lead,
        anchors,
        markdown: markdown.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_question_has_its_text_in_both_languages() {
        for question in question_set().questions {
            for language in ["de", "en"] {
                let text = text(&question.id, language).unwrap();
                assert!(
                    text.title.ends_with('?'),
                    "{} {language}: the title asks",
                    question.id
                );
                assert_eq!(text.anchors.len(), 5, "{} {language}: five anchors", question.id);
                assert!(!text.lead.is_empty());
            }
        }
    }

    #[test]
    fn no_text_without_a_question() {
        let ids: Vec<String> = question_set()
            .questions
            .into_iter()
            .map(|question| question.id)
            .collect();
        for file in TEXTS.files() {
            let name = file.path().to_string_lossy().into_owned();
            let id = name.split('.').next().unwrap().to_owned();
            assert!(ids.contains(&id), "{name} belongs to no question");
        }
    }

    #[test]
    fn shares_of_each_group_add_up_to_one() {
        let set = question_set();
        for group in 1..=5 {
            let sum: f64 = set
                .questions
                .iter()
                .filter(|q| q.group == group)
                .map(|q| q.share)
                .sum();
            assert!((sum - 1.0).abs() < 1e-12);
        }
    }
}
