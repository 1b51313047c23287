//! Folding and cutting of labels (domain.md 8, rule 1).

/// One word, or a mark between words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// As written.
    pub raw: String,
    /// Folded: lower case, umlauts spelt out, no gender forms.
    pub folded: String,
    /// True for marks that end a clause.
    pub mark: bool,
}

impl Token {
    /// True if it starts with a capital letter.
    pub fn capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Lower case, ä→ae ö→oe ü→ue ß→ss, one kind of hyphen, no soft hyphens, no gender endings.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            'ä' | 'Ä' => folded.push_str("ae"),
            'ö' | 'Ö' => folded.push_str("oe"),
            'ü' | 'Ü' => folded.push_str("ue"),
            'ß' | 'ẞ' => folded.push_str("ss"),
            'é' | 'è' | 'ê' => folded.push('e'),
            'á' | 'à' => folded.push('a'),
            '\u{308}' => folded.push('e'),
            '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
            '’' | '‘' | '´' | '`' => folded.push('\''),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

fn without_gender(word: &str) -> &str {
    for ending in [
        "*innen", ":innen", "_innen", "/innen", "/-innen", "*in", ":in", "_in", "/in", "/-in", "/r", "(in)",
        "/n",
    ] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 3
        {
            return stem;
        }
    }
    word
}

fn joins(letter: char) -> bool {
    matches!(
        letter,
        '-' | '.' | '&' | '|' | '\'' | '*' | ':' | '_' | '§' | '@' | '²' | '³' | '#'
    )
}

/// Words and marks of a text. A hyphen at a line break is closed; a slash, comma, bracket or plus is a mark.
pub fn tokens(text: &str) -> Vec<Token> {
    let text = text.replace(['\u{ad}', '\u{200b}', '\u{feff}'], "");
    let text = arrows(&text);
    let text = closed_up(&text);
    let mut out = Vec::new();
    for piece in text.split_whitespace() {
        // Genders with a slash stay one word.
        let lowered = fold(piece);
        let bare = without_gender(&lowered);
        if bare.len() < lowered.len() && bare.chars().all(|letter| letter.is_alphabetic() || letter == '-') {
            out.push(Token {
                raw: piece.to_owned(),
                folded: bare.to_owned(),
                mark: false,
            });
            continue;
        }
        let mut word = String::new();
        for letter in piece.chars() {
            let dash = matches!(letter, '‐' | '‑' | '–' | '—' | '−');
            if letter.is_alphanumeric() || joins(letter) || (dash && !word.is_empty()) {
                word.push(if dash { '-' } else { letter });
            } else {
                push_word(&mut out, &mut word);
                push_mark(&mut out, letter);
            }
        }
        push_word(&mut out, &mut word);
    }
    out
}

/// True if a text has this word, folded.
pub fn has_word(text: &str, word: &str) -> bool {
    tokens(text).iter().any(|token| token.folded == word)
}

/// An arrow between two things says where the first one goes: "Aushang -> Dienstplan".
fn arrows(text: &str) -> String {
    const ARROWS: [&str; 6] = ["-->", "->", "=>", "→", "⇒", "➔"];
    let mut text = text.to_owned();
    for arrow in ARROWS {
        if text.contains(arrow) {
            text = text.replace(arrow, " in ");
        }
    }
    text
}

/// "Ein-\ngang" came out of the reader as "Ein- gang": a line break of the drawing, not of the word.
fn closed_up(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut out = String::with_capacity(text.len());
    let mut glue = false;
    for (at, word) in words.iter().enumerate() {
        if at > 0 && !glue {
            out.push(' ');
        }
        glue = false;
        let next_small = words.get(at + 1).is_some_and(|next| {
            next.chars().next().is_some_and(char::is_lowercase)
                && !["und", "oder", "bzw.", "and", "or", "sowie"].contains(next)
        });
        match word.strip_suffix('-') {
            Some(stem) if next_small && stem.chars().last().is_some_and(char::is_alphabetic) => {
                out.push_str(stem);
                glue = true;
            }
            _ => out.push_str(word),
        }
    }
    out
}

/// Abbreviations of offices with what they stand for; the full stop ends no clause.
const SHORT: [(&str, &str); 58] = [
    ("a", "an"),
    ("anl", "anlage"),
    ("antr", "antrag"),
    ("ausf", "ausfertigung"),
    ("autom", "automatisch"),
    ("b", "bei"),
    ("besch", "bescheid"),
    ("bzw", "bzw"),
    ("d", "der"),
    ("dok", "dokument"),
    ("einschl", "einschliesslich"),
    ("elektr", "elektronisch"),
    ("elektron", "elektronisch"),
    ("evtl", "eventuell"),
    ("f", "fuer"),
    ("form", "formular"),
    ("gem", "gemaess"),
    ("ggf", "ggf"),
    ("handschr", "handschriftlich"),
    ("i", "in"),
    ("incl", "inklusive"),
    ("inkl", "inklusive"),
    ("kop", "kopie"),
    ("lt", "laut"),
    ("m", "mit"),
    ("man", "manuell"),
    ("muendl", "muendlich"),
    ("n", "nach"),
    ("nr", "nummer"),
    ("o", "oder"),
    ("orig", "original"),
    ("p", "per"),
    ("pers", "persoenlich"),
    ("prot", "protokoll"),
    ("rechn", "rechnung"),
    ("schr", "schreiben"),
    ("schriftl", "schriftlich"),
    ("tel", "telefonisch"),
    ("telef", "telefonisch"),
    ("u", "und"),
    ("unterl", "unterlagen"),
    ("unterschr", "unterschrift"),
    ("v", "von"),
    ("abh", "abheften"),
    ("ausdr", "ausdrucken"),
    ("bearb", "bearbeiten"),
    ("eing", "eingang"),
    ("eintr", "eintragen"),
    ("progr", "programm"),
    ("prg", "programm"),
    ("uebertr", "uebertragen"),
    ("unterz", "unterzeichnen"),
    ("verm", "vermerk"),
    ("vers", "versenden"),
    ("vordr", "vordruck"),
    ("weiterl", "weiterleiten"),
    ("anschr", "anschreiben"),
    ("z", "zu"),
];

/// Ends of compounds that are cut off: "Dienstplanprg.", "Gebührenbesch.".
const SHORT_ENDS: [(&str, &str); 12] = [
    ("anschr", "anschreiben"),
    ("antr", "antrag"),
    ("besch", "bescheid"),
    ("formul", "formular"),
    ("prg", "programm"),
    ("progr", "programm"),
    ("prot", "protokoll"),
    ("rechn", "rechnung"),
    ("schr", "schreiben"),
    ("unterl", "unterlagen"),
    ("verm", "vermerk"),
    ("vordr", "vordruck"),
];

/// What a word with a full stop at its end stands for.
fn long_form(folded: &str, small: bool) -> Option<String> {
    // "Bericht ausf.": the verb, not the noun Ausfertigung.
    if small && folded == "ausf" {
        return Some("ausfuellen".to_owned());
    }
    if let Some((_, long)) = SHORT.iter().find(|(short, _)| *short == folded) {
        return Some((*long).to_owned());
    }
    let ends = SHORT_ENDS.iter().find_map(|(short, long)| {
        let stem = folded.strip_suffix(short).filter(|stem| stem.len() >= 4)?;
        Some(format!("{stem}{long}"))
    });
    if ends.is_some() {
        return ends;
    }
    // "Prüfg.", "Anordng.", "Verhandlg.": -ung without its u and n.
    let stem = folded.strip_suffix("ng").or_else(|| folded.strip_suffix('g'))?;
    let cut = stem.len() >= 3
        && stem.ends_with(|letter: char| {
            matches!(
                letter,
                'b' | 'd' | 'f' | 'h' | 'k' | 'l' | 'm' | 'n' | 'r' | 's' | 't' | 'z'
            )
        });
    let rest = if folded.ends_with("ng") {
        format!("{stem}nung")
    } else {
        format!("{stem}ung")
    };
    cut.then_some(rest)
}

fn push_word(out: &mut Vec<Token>, word: &mut String) {
    let trimmed = word.trim_matches(|letter: char| matches!(letter, '-' | '\'' | ':' | '*' | '_' | '|'));
    let ends = trimmed.ends_with(['.', ':']) || word.ends_with(':');
    // File endings such as ".xlsx" keep their dot; a full stop at the end goes.
    let bare = trimmed.trim_end_matches(['.', ':', '&']);
    if !bare.is_empty() {
        let small = bare.chars().next().is_some_and(char::is_lowercase);
        let folded = fold(bare);
        let folded = without_gender(&folded).to_owned();
        let long = word.ends_with('.').then(|| long_form(&folded, small)).flatten();
        if let Some(long) = long {
            out.push(Token {
                raw: bare.to_owned(),
                folded: long,
                mark: false,
            });
            word.clear();
            return;
        }
        out.push(Token {
            raw: bare.to_owned(),
            folded,
            mark: false,
        });
    } else if word == "&" {
        out.push(Token {
            raw: "&".to_owned(),
            folded: "und".to_owned(),
            mark: false,
        });
    }
    if ends && !bare.is_empty() {
        push_mark(out, if word.ends_with(':') { ':' } else { '.' });
    }
    word.clear();
}

fn push_mark(out: &mut Vec<Token>, letter: char) {
    let kept = match letter {
        ',' | ';' | '(' | ')' | '/' | '+' | ':' | '.' | '!' | '?' | '>' | '[' | ']' | '→' => letter,
        _ => return,
    };
    out.push(Token {
        raw: kept.to_string(),
        folded: kept.to_string(),
        mark: true,
    });
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic
    )]
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.folded).collect()
    }

    #[test]
    fn folds_umlauts_and_gender() {
        assert_eq!(fold("Prüfung Straße"), "pruefung strasse");
        assert_eq!(words("Bewohner:in anhören"), ["bewohner", "anhoeren"]);
        assert_eq!(words("Finder/in anrufen"), ["finder", "anrufen"]);
    }

    #[test]
    fn keeps_names_of_products() {
        assert_eq!(
            words("in OK.EWO, d.3 und H&H"),
            ["in", "ok.ewo", ",", "d.3", "und", "h&h"]
        );
        assert_eq!(words("VOIS|FSW"), ["vois|fsw"]);
    }

    #[test]
    fn closes_line_breaks() {
        assert_eq!(words("Eingangs- adresse"), ["eingangsadresse"]);
        assert_eq!(words("Lauf\u{ad}zettel"), ["laufzettel"]);
    }
}
