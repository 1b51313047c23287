//! The little Markdown that texts of rules, questions and help use: headings, paragraphs, lists, tables, bold,
//! emphasis, code and links to addresses of this server. Everything else is text; nothing is taken over unescaped.

/// Markdown as HTML. The first heading is left out: it is the title of the page. Headings begin at the second level.
pub(super) fn to_html(text: &str) -> String {
    let mut writer = Writer::default();
    let mut titled = false;
    for line in text.lines() {
        let line = line.trim_end();
        let level = line.chars().take_while(|c| *c == '#').count();
        let item = line.trim_start();
        if (1..=4).contains(&level) && line.chars().nth(level) == Some(' ') {
            writer.close();
            if level == 1 && !titled {
                titled = true;
                continue;
            }
            let rank = level.clamp(2, 4);
            writer.html.push_str(&format!(
                "<h{rank}>{}</h{rank}>\n",
                inline(line.trim_start_matches('#').trim())
            ));
        } else if line.is_empty() {
            writer.close();
        } else if let Some(entry) = item.strip_prefix("- ").or_else(|| item.strip_prefix("* ")) {
            writer.list("ul", entry);
        } else if let Some(entry) = numbered(item) {
            writer.list("ol", entry);
        } else if item.starts_with('|') {
            writer.row(item);
        } else {
            writer.text(item);
        }
    }
    writer.close();
    writer.html
}

/// The text of `1. …`.
fn numbered(line: &str) -> Option<&str> {
    let (number, rest) = line.split_once(". ")?;
    (!number.is_empty() && number.chars().all(|c| c.is_ascii_digit())).then_some(rest)
}

#[derive(Default)]
struct Writer {
    html: String,
    open: Vec<&'static str>,
    pending: String,
    rows: Vec<Vec<String>>,
}

impl Writer {
    fn list(&mut self, kind: &'static str, entry: &str) {
        if self.open.first() != Some(&kind) {
            self.close();
            self.html.push_str(&format!("<{kind}>\n"));
            self.open.push(kind);
        } else {
            self.flush("li");
        }
        self.pending = entry.to_owned();
    }

    fn text(&mut self, line: &str) {
        if !self.pending.is_empty() {
            self.pending.push(' ');
        }
        self.pending.push_str(line);
    }

    fn row(&mut self, line: &str) {
        let cells: Vec<String> = line
            .trim_matches('|')
            .split('|')
            .map(|cell| cell.trim().to_owned())
            .collect();
        let rule = cells
            .iter()
            .all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')));
        if !rule {
            self.rows.push(cells);
        }
    }

    fn flush(&mut self, tag: &str) {
        let text = std::mem::take(&mut self.pending);
        if !text.is_empty() {
            self.html.push_str(&format!("<{tag}>{}</{tag}>\n", inline(&text)));
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(kind) => {
                self.flush("li");
                self.html.push_str(&format!("</{kind}>\n"));
            }
            None => self.flush("p"),
        }
        let rows = std::mem::take(&mut self.rows);
        let mut rows = rows.into_iter();
        if let Some(head) = rows.next() {
            self.html.push_str("<table><thead><tr>");
            for cell in head {
                self.html
                    .push_str(&format!("<th scope=\"col\">{}</th>", inline(&cell)));
            }
            self.html.push_str("</tr></thead><tbody>\n");
            for row in rows {
                self.html.push_str("<tr>");
                for cell in row {
                    self.html.push_str(&format!("<td>{}</td>", inline(&cell)));
                }
                self.html.push_str("</tr>\n");
            }
            self.html.push_str("</tbody></table>\n");
        }
    }
}

/// Bold, emphasis, code and links within a line.
fn inline(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`', '[']) {
        let (before, after) = rest.split_at(at);
        html.push_str(&escape(before));
        let (piece, left) = marked(after);
        html.push_str(&piece);
        rest = left;
    }
    html.push_str(&escape(rest));
    html
}

/// A text that begins with a mark: the marked piece as HTML, and what follows. A mark without its end is text.
fn marked(text: &str) -> (String, &str) {
    for (mark, tag) in [("**", "strong"), ("*", "em"), ("`", "code")] {
        if let Some((piece, left)) = text.strip_prefix(mark).and_then(|inner| inner.split_once(mark))
            && !piece.is_empty()
        {
            return (format!("<{tag}>{}</{tag}>", escape(piece)), left);
        }
    }
    if let Some((label, left)) = text.strip_prefix('[').and_then(|inner| inner.split_once("]("))
        && let Some((address, left)) = left.split_once(')')
        && (address.starts_with('/') || address.starts_with("https://"))
    {
        return (
            format!("<a href=\"{}\">{}</a>", escape(address), escape(label)),
            left,
        );
    }
    let end = text.chars().next().map_or(0, char::len_utf8);
    let (mark, left) = text.split_at(end);
    (escape(mark), left)
}

pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_html() {
        let cases = [
            (
                "# Titel\n\nEin **fetter** Satz\nüber zwei Zeilen.",
                "<p>Ein <strong>fetter</strong> Satz über zwei Zeilen.</p>\n",
            ),
            (
                "## Teil\n- eins\n- zwei\n  weiter\n",
                "<h2>Teil</h2>\n<ul>\n<li>eins</li>\n<li>zwei weiter</li>\n</ul>\n",
            ),
            ("1. eins\n2. zwei", "<ol>\n<li>eins</li>\n<li>zwei</li>\n</ol>\n"),
            (
                "[Hilfe](/help) und [böse](javascript:x)",
                "<p><a href=\"/help\">Hilfe</a> und [böse](javascript:x)</p>\n",
            ),
            ("<script>`a<b`", "<p>&lt;script&gt;<code>a&lt;b</code></p>\n"),
            (
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table>\n",
            ),
            ("5 * 3 * 2 und *offen", "<p>5 <em> 3 </em> 2 und *offen</p>\n"),
        ];
        for (text, html) in cases {
            assert_eq!(to_html(text), html);
        }
    }
}
