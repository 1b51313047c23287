//! Numbers in words' company: `1.234`, `12,5` in German, `1,234`, `12.5` in English.

use super::Lang;

pub(super) fn format(lang: Lang, number: f64) -> String {
    let (thousands, decimal) = match lang {
        Lang::De => ('.', ','),
        Lang::En => (',', '.'),
    };
    let places = if number.abs() >= 100.0 {
        0
    } else if number.abs() < 1.0 {
        2
    } else {
        1
    };
    let plain = format!("{:.places$}", number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    let sign = if number < 0.0 && plain.chars().any(|c| c.is_ascii_digit() && c != '0') {
        "-"
    } else {
        ""
    };
    if fraction.is_empty() {
        format!("{sign}{grouped}")
    } else {
        format!("{sign}{grouped}{decimal}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_like_the_language() {
        let cases = [
            (0.0, "0", "0"),
            (0.85, "0,85", "0.85"),
            (2.4, "2,4", "2.4"),
            (12.0, "12", "12"),
            (1234.5, "1.234", "1,234"),
            (1_234_567.0, "1.234.567", "1,234,567"),
            (-0.001, "0", "0"),
            (-5.0, "-5", "-5"),
        ];
        for (number, german, english) in cases {
            assert_eq!(format(Lang::De, number), german);
            assert_eq!(format(Lang::En, number), english);
        }
    }
}
