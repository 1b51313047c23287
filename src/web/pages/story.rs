//! The story of a model as HTML: headings below those of the page, numbered steps, ways as lists within their step.

use super::markdown::escape;
use crate::domain::story::{Story, StoryKind};

/// Headings are one level deeper than in the story. Names of people stand in it, so every character is escaped.
pub(super) fn story_to_html(story: &Story) -> String {
    let mut html = String::new();
    // Lists that are open; the last entry of each is open too.
    let mut open: Vec<&'static str> = Vec::new();
    for line in &story.lines {
        let list = match line.kind {
            StoryKind::Step { .. } => "ol",
            StoryKind::Way => "ul",
            StoryKind::Heading(_) | StoryKind::Paragraph => "",
        };
        let keep = if list.is_empty() { 0 } else { line.depth + 1 };
        while open.len() > keep || (open.len() == keep && open.last().is_some_and(|kind| *kind != list)) {
            close(&mut html, open.pop());
        }
        let text = escape(&line.text);
        match &line.kind {
            StoryKind::Heading(level) => {
                let rank = (level + 1).min(6);
                html.push_str(&format!("<h{rank}>{text}</h{rank}>\n"));
            }
            StoryKind::Paragraph => html.push_str(&format!("<p>{text}</p>\n")),
            StoryKind::Step { .. } | StoryKind::Way => {
                if open.len() == keep {
                    html.push_str("</li>\n");
                } else {
                    html.push_str(&format!("<{list}>\n"));
                    open.push(list);
                }
                match &line.kind {
                    StoryKind::Step { number, .. } => {
                        html.push_str(&format!("<li value=\"{number}\">{text}"))
                    }
                    _ => html.push_str(&format!("<li>{text}")),
                }
            }
        }
    }
    while let Some(kind) = open.pop() {
        close(&mut html, Some(kind));
    }
    html
}

fn close(html: &mut String, list: Option<&str>) {
    if let Some(list) = list {
        html.push_str(&format!("</li>\n</{list}>\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::story::StoryLine;

    #[test]
    fn lists_lie_within_their_step_and_names_are_escaped() {
        let line = |kind, depth, text: &str| StoryLine {
            kind,
            depth,
            text: text.to_owned(),
        };
        let step = |number| StoryKind::Step {
            number,
            element: String::new(),
        };
        let story = Story {
            lines: vec![
                line(StoryKind::Heading(2), 0, "Amt <A>"),
                line(step(1), 0, "Frage?"),
                line(step(2), 1, "Falls dabei: x."),
                line(StoryKind::Way, 1, "Wenn ja:"),
                line(step(3), 2, "„<b>“."),
                line(StoryKind::Way, 1, "Sonst: weiter mit Schritt 4."),
                line(StoryKind::Heading(3), 0, "B"),
                line(step(4), 0, "Ende."),
            ],
        };
        let html = "<h3>Amt &lt;A&gt;</h3>\n<ol>\n<li value=\"1\">Frage?<ol>\n<li value=\"2\">Falls dabei: x.</li>\n\
            </ol>\n<ul>\n<li>Wenn ja:<ol>\n<li value=\"3\">„&lt;b&gt;“.</li>\n</ol>\n</li>\n\
            <li>Sonst: weiter mit Schritt 4.</li>\n</ul>\n</li>\n</ol>\n<h4>B</h4>\n<ol>\n<li value=\"4\">Ende.</li>\n</ol>\n";
        assert_eq!(story_to_html(&story), html);
    }
}
