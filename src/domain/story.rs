//! A model in words, before it is laid out as text, Markdown or a page: headings, paragraphs, numbered steps, ways.

/// What a line of a story is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryKind {
    /// A heading of this level: 2 a pool or process, 3 and 4 what lies in it.
    Heading(usize),
    /// A sentence of its own.
    Paragraph,
    /// A step; each flow node of the model has exactly one.
    Step {
        /// Number, from 1, over the whole file; the same as in the table of steps.
        number: usize,
        /// Id of the element in the file.
        element: String,
    },
    /// One of several ways that begin at the step above.
    Way,
}

/// A line of a story. Names stand in it as in the file: nothing is escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryLine {
    /// What it is.
    pub kind: StoryKind,
    /// How deep it lies in lists, from 0. Never more than one deeper than the list line before it.
    pub depth: usize,
    /// The words.
    pub text: String,
}

impl StoryLine {
    /// True for lines of lists: steps and ways.
    pub fn is_item(&self) -> bool {
        matches!(self.kind, StoryKind::Step { .. } | StoryKind::Way)
    }
}

/// A model in words, in the order in which it is told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    /// The lines.
    pub lines: Vec<StoryLine>,
}

impl Story {
    /// As plain text: lists indented, headings on lines of their own.
    pub fn plain(&self) -> String {
        self.write(
            |level, text| {
                if level <= 2 {
                    format!("{text}\n{}", "=".repeat(text.chars().count()))
                } else {
                    format!("{text}\n{}", "-".repeat(text.chars().count()))
                }
            },
            str::to_owned,
        )
    }

    /// As Markdown (CommonMark), marks within names escaped.
    pub fn markdown(&self) -> String {
        self.write(
            |level, text| format!("{} {}", "#".repeat(level), escaped(text)),
            escaped,
        )
    }

    fn write(&self, heading: impl Fn(usize, &str) -> String, words: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        // Widths of the marks of the lists around; what lies in an item stands below its text.
        let mut widths: Vec<usize> = Vec::new();
        let mut listed = false;
        for line in &self.lines {
            if !line.is_item() || !listed {
                widths.clear();
                if !text.is_empty() {
                    text.push('\n');
                }
            }
            listed = line.is_item();
            widths.truncate(line.depth);
            let indent = " ".repeat(widths.iter().sum());
            match &line.kind {
                StoryKind::Heading(level) => text.push_str(&heading(*level, &line.text)),
                StoryKind::Paragraph => text.push_str(&words(&line.text)),
                StoryKind::Step { number, .. } => {
                    let mark = format!("{number}. ");
                    widths.push(mark.len());
                    text.push_str(&format!("{indent}{mark}{}", words(&line.text)));
                }
                StoryKind::Way => {
                    widths.push(2);
                    text.push_str(&format!("{indent}- {}", words(&line.text)));
                }
            }
            text.push('\n');
        }
        text
    }
}

/// Characters that mean something within a line of Markdown, and `&`, which begins a reference.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(kind: StoryKind, depth: usize, text: &str) -> StoryLine {
        StoryLine {
            kind,
            depth,
            text: text.to_owned(),
        }
    }

    fn step(number: usize, depth: usize, text: &str) -> StoryLine {
        let element = format!("e{number}");
        line(StoryKind::Step { number, element }, depth, text)
    }

    #[test]
    fn lists_stand_below_the_text_of_their_item() {
        let story = Story {
            lines: vec![
                line(StoryKind::Heading(2), 0, "Amt *A*"),
                line(StoryKind::Paragraph, 0, "Zuständig: B."),
                step(9, 0, "Entscheidung: Ja?"),
                line(StoryKind::Way, 1, "Wenn ja:"),
                step(10, 2, "a_b."),
                step(11, 0, "Ende."),
            ],
        };
        assert_eq!(
            story.plain(),
            "Amt *A*\n=======\n\nZuständig: B.\n\n9. Entscheidung: Ja?\n   - Wenn ja:\n     10. a_b.\n11. Ende.\n"
        );
        assert_eq!(
            story.markdown(),
            "## Amt \\*A\\*\n\nZuständig: B.\n\n9. Entscheidung: Ja?\n   - Wenn ja:\n     10. a\\_b.\n11. Ende.\n"
        );
    }
}
