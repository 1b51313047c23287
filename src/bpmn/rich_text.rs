//! Rich text of foreign tools (HTML inside a value) as plain text.

use super::markup;

/// The words without tags, entities as the characters they mean; a block begins a new line. Text that is escaped once more
/// (`<![CDATA[` written out) is unwrapped.
pub fn plain(rich: &str) -> String {
    let inner = rich.trim();
    let inner = inner
        .strip_prefix("<![CDATA[")
        .and_then(|inner| inner.strip_suffix("]]>"))
        .unwrap_or(inner);
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    // Once there is no end of a tag any more, nobody looks for one again: each search would go over all of the rest.
    let mut ends = true;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let begins = tag
            .as_bytes()
            .get(1)
            .is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/');
        let end = if begins && ends { tag.find('>') } else { None };
        ends &= end.is_some() || !begins;
        out.push_str(before);
        let Some(end) = end else {
            // A sign of its own, as in "a < b".
            out.push('<');
            rest = tag.get(1..).unwrap_or_default();
            continue;
        };
        let name = tag.get(1..end).unwrap_or_default().trim_matches('/');
        let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
        if matches!(name, Some("br" | "p" | "li" | "ul" | "ol" | "div")) {
            out.push('\n');
        }
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    let lines = out.lines().map(|line| markup::collapse(&markup::value(line)));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::plain;

    /// Takes minutes where each sign looks for the end of its tag over all of the rest.
    #[test]
    fn signs_without_an_end_take_no_time() {
        let signs = "<a".repeat(2_000_000);
        assert_eq!(plain(&signs).len(), signs.len());
    }

    #[test]
    fn words_stay_and_tags_go() {
        for (rich, expected) in [
            (
                "Pr&uuml;fung der <strong>Angaben</strong><br />sofort",
                "Prüfung der Angaben\nsofort",
            ),
            ("<ul><li>eins</li><li>zwei</li></ul>", "eins\nzwei"),
            ("<![CDATA[a &lt; b]]>", "a < b"),
            ("3 < 4 und 5 > 2", "3 < 4 und 5 > 2"),
            ("<b", "<b"),
            ("<b>a <c < d", "a <c < d"),
            ("", ""),
        ] {
            assert_eq!(plain(rich), expected, "{rich}");
        }
    }
}
