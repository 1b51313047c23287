//! Writing SVG: elements, attributes, escaped text, finite numbers. Presentation attributes only, so that a
//! page may show it under `style-src 'self'`.

use std::fmt::Write;

/// How a form is filled and outlined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look<'a> {
    /// Fill colour or `none`.
    pub fill: &'a str,
    /// Stroke colour or `none`.
    pub stroke: &'a str,
    /// Stroke width in pixels.
    pub width: f64,
    /// Dash pattern; empty: solid.
    pub dash: &'a str,
}

impl<'a> Look<'a> {
    /// Solid outline.
    pub fn new(fill: &'a str, stroke: &'a str, width: f64) -> Self {
        Look {
            fill,
            stroke,
            width,
            dash: "",
        }
    }

    /// The same with a dash pattern.
    pub fn dashed(self, dash: &'a str) -> Self {
        Look { dash, ..self }
    }
}

/// A growing SVG text.
#[derive(Debug, Default)]
pub(super) struct Svg {
    out: String,
}

impl Svg {
    /// Begins an element; finish it with [`Start::empty`], [`Start::open`] or [`Start::text`].
    pub fn start(&mut self, name: &'static str) -> Start<'_> {
        self.out.push('<');
        self.out.push_str(name);
        Start { svg: self, name }
    }

    /// Closes an opened element.
    pub fn end(&mut self, name: &'static str) {
        let _ = writeln!(self.out, "</{name}>");
    }

    /// Puts in SVG that is already written.
    pub fn append(&mut self, written: &Svg) {
        self.out.push_str(&written.out);
    }

    /// A path.
    pub fn path(&mut self, d: &str, look: &Look) {
        self.start("path").a("d", d).look(look).empty();
    }

    /// A circle.
    pub fn circle(&mut self, cx: f64, cy: f64, r: f64, look: &Look) {
        self.start("circle")
            .n("cx", cx)
            .n("cy", cy)
            .n("r", r.max(0.0))
            .look(look)
            .empty();
    }

    /// The finished text.
    pub fn finish(self) -> String {
        self.out
    }
}

/// A start tag being written.
pub(super) struct Start<'a> {
    svg: &'a mut Svg,
    name: &'static str,
}

impl Start<'_> {
    /// A number.
    pub fn n(self, name: &str, value: f64) -> Self {
        let _ = write!(self.svg.out, " {name}=\"{}\"", number(value));
        self
    }

    /// A text; escaped.
    pub fn a(self, name: &str, value: &str) -> Self {
        let _ = write!(self.svg.out, " {name}=\"{}\"", escape(value));
        self
    }

    /// Fill and outline.
    pub fn look(self, look: &Look) -> Self {
        let mut start = self.a("fill", look.fill);
        if look.stroke != "none" {
            start = start.a("stroke", look.stroke).n("stroke-width", look.width);
            if !look.dash.is_empty() {
                start = start.a("stroke-dasharray", look.dash);
            }
        }
        start
    }

    /// `/>`
    pub fn empty(self) {
        self.svg.out.push_str("/>\n");
    }

    /// `>`; the caller closes with [`Svg::end`].
    pub fn open(self) {
        self.svg.out.push_str(">\n");
    }

    /// `>text</name>`
    pub fn text(self, text: &str) {
        let _ = writeln!(self.svg.out, ">{}</{}>", escape(text), self.name);
    }
}

/// At most two decimals, never NaN or infinite.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// Text for element content and attribute values; characters that XML 1.0 forbids become spaces.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_finite() {
        for (value, text) in [
            (1.0, "1"),
            (1.256, "1.26"),
            (-0.001, "0"),
            (100.0, "100"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn markup_in_names_stays_text() {
        assert_eq!(
            escape("\"><svg onload='x'>&\u{1}"),
            "&quot;&gt;&lt;svg onload=&#39;x&#39;&gt;&amp; "
        );
    }
}
