//! Folded text, to compare, search and sort by: lower case, ä → ae, ö → oe, ü → ue, ß → ss, other accents dropped.
//!
//! Home of `rust_stemmers`.

use rust_stemmers::{Algorithm, Stemmer};

/// The folded text; white space becomes single blanks.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            blank = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            folded.push(' ');
        }
        for lower in c.to_lowercase() {
            push(&mut folded, lower);
        }
        // The diaeresis as a character of its own, as some systems write it.
        if chars.peek() == Some(&'\u{308}') && folded.ends_with(['a', 'o', 'u']) {
            folded.push('e');
        }
    }
    folded
}

fn push(folded: &mut String, c: char) {
    match c {
        'ä' | 'æ' => folded.push_str("ae"),
        'ö' | 'œ' | 'ø' => folded.push_str("oe"),
        'ü' => folded.push_str("ue"),
        'ß' => folded.push_str("ss"),
        'à' | 'á' | 'â' | 'ã' | 'å' => folded.push('a'),
        'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
        'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
        'ò' | 'ó' | 'ô' | 'õ' => folded.push('o'),
        'ù' | 'ú' | 'û' => folded.push('u'),
        'ç' => folded.push('c'),
        'ñ' => folded.push('n'),
        '\u{300}'..='\u{36f}' | '\u{ad}' => {}
        _ => folded.push(c),
    }
}

/// The stem of a folded German word. Words of less than three letters and words with digits or signs stay as they are.
pub fn stem(word: &str) -> String {
    if !word.chars().all(char::is_alphabetic) {
        return word.to_owned();
    }
    let stem = Stemmer::create(Algorithm::German).stem(word);
    if stem.chars().count() < 3 {
        word.to_owned()
    } else {
        stem.into_owned()
    }
}

/// Folded, with numbers padded so that `2` sorts before `10`.
pub fn natural_key(text: &str) -> String {
    let folded = fold(text);
    let mut key = String::with_capacity(folded.len() + 16);
    let mut digits = String::new();
    for c in folded.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            pad(&mut key, &mut digits);
            key.push(c);
        }
    }
    pad(&mut key, &mut digits);
    key
}

fn pad(key: &mut String, digits: &mut String) {
    if !digits.is_empty() {
        key.push_str(&format!("{:0>12}", digits.trim_start_matches('0')));
        digits.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one() {
        let cases = [
            ("Straße", "strasse"),
            ("  Müll\t und  Gebühr ", "muell und gebuehr"),
            ("Mu\u{308}ll", "muell"),
            ("Café", "cafe"),
            ("ÄÖÜ", "aeoeue"),
        ];
        for (text, expected) in cases {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn numbers_sort_by_value() {
        let mut numbers = vec!["10", "2", "32.10", "32.9", "A-2", "a-10"];
        numbers.sort_by_key(|number| natural_key(number));
        assert_eq!(numbers, ["2", "10", "32.9", "32.10", "A-2", "a-10"]);
    }
}
