//! Text without a layout engine: how wide it will be, where it breaks, which size fits.
//!
//! Widths come from the table in `metrics.rs`.

use super::metrics::advance;

/// Largest and smallest size of a label inside a form, in pixels.
pub(super) const LARGEST: f64 = 12.0;
/// Below this nobody reads it.
pub(super) const SMALLEST: f64 = 8.0;
/// Size of labels beside forms.
pub(super) const BESIDE: f64 = 11.0;
/// Distance of lines as a share of the size.
pub(super) const LEADING: f64 = 1.2;
/// Bold letters are at most that much wider, on the average of a line.
const BOLD: f64 = 1.12;

/// Text broken into lines of one size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lettering {
    /// Size in pixels.
    pub size: f64,
    /// Lines, top to bottom.
    pub lines: Vec<String>,
    /// True where even the smallest size did not hold all of it; the last line ends in `…`.
    pub cut: bool,
}

impl Lettering {
    /// Height of all lines.
    pub fn height(&self) -> f64 {
        self.lines.len() as f64 * self.size * LEADING
    }

    /// Width of the widest line.
    pub fn width(&self) -> f64 {
        self.lines
            .iter()
            .map(|line| width(line, self.size))
            .fold(0.0, f64::max)
    }
}

fn letter(c: char, size: f64) -> f64 {
    f64::from(advance(c)) * size / 1000.0
}

/// Width in pixels of a line of regular letters.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| letter(c, size)).sum()
}

/// Width in pixels of a line of bold letters.
pub(super) fn bold_width(text: &str, size: f64) -> f64 {
    width(text, size) * BOLD
}

/// The largest lettering that fits: whole words first, then broken words, at last cut.
pub(super) fn fit(text: &str, max_width: f64, max_height: f64, largest: f64) -> Lettering {
    let fits = |size: f64, split: bool| {
        let rows = (max_height / (size * LEADING)).floor() as usize;
        wrap(text, max_width, size, split)
            .filter(|lines| lines.len() <= rows.max(1))
            .map(|lines| Lettering {
                size,
                lines,
                cut: false,
            })
    };
    let sizes = |least: f64| {
        std::iter::successors(Some(largest), |size| Some(size - 1.0)).take_while(move |size| *size >= least)
    };
    sizes((largest - 2.0).max(SMALLEST))
        .find_map(|size| fits(size, false))
        .or_else(|| sizes(SMALLEST).find_map(|size| fits(size, true)))
        .unwrap_or_else(|| {
            let rows = (max_height / (SMALLEST * LEADING)).floor().max(1.0) as usize;
            cut(text, max_width, SMALLEST, rows)
        })
}

/// Lettering of one size with at most so many lines, the rest cut visibly.
pub(super) fn cut(text: &str, max_width: f64, size: f64, rows: usize) -> Lettering {
    let mut lines = wrap(text, max_width, size, true).unwrap_or_default();
    let cut = lines.len() > rows;
    if cut {
        lines.truncate(rows);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(last, size) + width("…", size) > max_width {
                last.pop();
            }
            last.push('…');
        }
    }
    Lettering { size, lines, cut }
}

/// Breaks into lines; `None` where a word is too wide and may not be split.
fn wrap(text: &str, max_width: f64, size: f64, split: bool) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        for (index, part) in parts(word).into_iter().enumerate() {
            let glue = if index == 0 && !line.is_empty() { " " } else { "" };
            let longer = format!("{line}{glue}{part}");
            if width(&longer, size) <= max_width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if width(part, size) <= max_width {
                line = part.to_owned();
            } else if split {
                let mut pieces = split_word(part, max_width, size);
                line = pieces.pop().unwrap_or_default();
                lines.extend(pieces);
            } else {
                return None;
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    Some(lines)
}

/// A word at its own break points: after hyphens and slashes.
fn parts(word: &str) -> Vec<&str> {
    word.split_inclusive(['-', '/', '\u{ad}', '_']).collect()
}

fn split_word(word: &str, max_width: f64, size: f64) -> Vec<String> {
    let mut rest: Vec<char> = word.chars().collect();
    let mut pieces = Vec::new();
    while width(&rest.iter().collect::<String>(), size) > max_width && rest.len() > 1 {
        let mut used = width("-", size);
        let mut most = 0;
        for c in &rest {
            used += letter(*c, size);
            if used > max_width {
                break;
            }
            most += 1;
        }
        let most = most.clamp(1, rest.len() - 1);
        let at = (most.saturating_sub(4).max(3)..=most)
            .rev()
            .find(|at| is_syllable(&rest, *at))
            .unwrap_or(most);
        let tail = rest.split_off(at);
        let mut piece: String = rest.into_iter().collect();
        if piece.chars().last().is_some_and(char::is_alphanumeric) {
            piece.push('-');
        }
        pieces.push(piece);
        rest = tail;
    }
    pieces.push(rest.into_iter().collect());
    pieces
}

/// Whether a syllable may begin here: a consonant before a vowel, not inside `ch`, `ck`, `sch`, `ph`, `th`.
fn is_syllable(word: &[char], at: usize) -> bool {
    let vowel = |c: char| "aeiouyäöüAEIOUYÄÖÜ".contains(c);
    let [before, first, second] = [at.wrapping_sub(1), at, at + 1].map(|index| word.get(index).copied());
    let (Some(before), Some(first), Some(second)) = (before, first, second) else {
        return false;
    };
    let joined = matches!(
        (before, first),
        ('c', 'h' | 'k') | ('s', 'c') | ('p', 'h') | ('t', 'h')
    );
    first.is_alphabetic() && !vowel(first) && vowel(second) && !joined
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
    use proptest::prelude::*;

    #[test]
    fn short_names_stay_large_and_whole() {
        let label = fit("Antrag prüfen", 90.0, 70.0, LARGEST);
        assert_eq!(label.lines, ["Antrag prüfen"]);
        assert_eq!(label.size, LARGEST);
    }

    #[test]
    fn long_words_break_with_a_hyphen() {
        let label = fit("Wohnraumförderungsbescheinigung ausstellen", 90.0, 70.0, LARGEST);
        assert!(label.lines.len() > 1);
        assert!(label.lines.iter().any(|line| line.ends_with('-')), "{label:?}");
        assert!(!label.cut);
    }

    #[test]
    fn what_does_not_fit_is_cut_visibly() {
        let label = fit(&"Wort ".repeat(200), 90.0, 40.0, LARGEST);
        assert!(label.cut);
        assert!(label.lines.last().unwrap().ends_with('…'));
        assert_eq!(label.size, SMALLEST);
    }

    #[test]
    fn empty_text_has_no_lines() {
        assert!(fit("  ", 90.0, 40.0, LARGEST).lines.is_empty());
    }

    proptest! {
        #[test]
        fn lettering_lies_inside_its_box(text in "[A-Za-zäöüß/ -]{0,120}", w in 30.0..300.0f64, h in 12.0..200.0f64) {
            let label = fit(&text, w, h, LARGEST);
            prop_assert!(label.size >= SMALLEST && label.size <= LARGEST);
            prop_assert!(label.width() <= w + 0.01, "{label:?}");
            prop_assert!(label.height() <= h.max(LARGEST * LEADING) + 0.01);
            if !label.cut {
                let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
                prop_assert_eq!(letters(&label.lines.concat()), letters(&text));
            }
        }
    }
}
