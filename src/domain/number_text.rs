//! Numbers as people type them, in German or plain: `1.200`, `1.200,5`, `7,5`, `7.5`, `1200`.

/// Reads a number; finite or nothing. A dot before exactly three digits separates thousands.
pub fn read(text: &str) -> Option<f64> {
    let text: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\''))
        .collect();
    if text.is_empty()
        || !text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | 'e' | 'E'))
    {
        return None;
    }
    let plain = match (text.rfind('.'), text.rfind(',')) {
        (Some(dot), Some(comma)) if dot > comma => text.replace(',', ""),
        (_, Some(_)) => text.replace('.', "").replace(',', "."),
        _ if is_grouped(&text) => text.replace('.', ""),
        _ => text,
    };
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Writes a number so that `read` gives it back.
pub fn write(number: f64) -> String {
    let text = format!("{number}");
    // Three decimals would read as thousands.
    if is_grouped(&text) {
        format!("{text}0")
    } else {
        text
    }
}

fn is_grouped(text: &str) -> bool {
    let mut groups = text.trim_start_matches(['-', '+']).split('.');
    let first = groups.next().unwrap_or_default();
    let mut any = false;
    let digits = |group: &str| group.chars().all(|c| c.is_ascii_digit());
    (1..=3).contains(&first.len())
        && digits(first)
        && first != "0"
        && groups.all(|group| {
            any = true;
            group.len() == 3 && digits(group)
        })
        && any
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn german_and_plain_numbers_are_read() {
        let cases = [
            ("1200", Some(1200.0)),
            ("1.200", Some(1200.0)),
            ("1.200.000", Some(1_200_000.0)),
            ("1.200,5", Some(1200.5)),
            ("1,200.5", Some(1200.5)),
            ("7,5", Some(7.5)),
            ("7.5", Some(7.5)),
            ("0.125", Some(0.125)),
            ("1 200", Some(1200.0)),
            ("-3", Some(-3.0)),
            ("", None),
            ("viele", None),
            ("inf", None),
            ("NaN", None),
            ("1e999", None),
            ("1,2,3", None),
        ];
        for (text, number) in cases {
            assert_eq!(read(text), number, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for number in [
            0.0,
            1.0,
            0.1,
            1.234,
            12.345,
            123.456,
            1234.567,
            0.125,
            1e12,
            1.0 / 3.0,
            7.25,
        ] {
            assert_eq!(read(&write(number)), Some(number), "{}", write(number));
        }
    }
}
