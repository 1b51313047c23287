//! Advance widths of letters in thousandths of the size: of Fira Sans Regular and of Arial (and its metric twins)
//! the wider one, so that lettering fits whichever of the two the reader's machine shows. A test holds the table
//! against the font inside the program.

/// Letters from U+0020 to U+017F.
const LATIN: [u16; 352] = [
    278, 278, 399, 556, 556, 889, 763, 219, 333, 333, 439, 584, 278, 403, 278, 520, 558, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1020, 667, 667, 722, 722, 667, 611, 778, 722, 295,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 322, 520, 322, 540,
    556, 333, 556, 594, 500, 598, 556, 335, 556, 586, 282, 280, 512, 293, 857, 586, 584, 594, 593, 386, 500,
    361, 582, 500, 722, 500, 500, 500, 334, 403, 334, 584, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 278, 333, 556, 556, 560, 556, 403, 556, 385, 810, 500,
    575, 584, 0, 737, 552, 523, 549, 400, 400, 333, 588, 734, 278, 333, 400, 500, 566, 932, 932, 932, 611,
    667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 295, 295, 295, 295, 722, 722, 778, 778, 778,
    778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556,
    556, 556, 282, 282, 282, 282, 570, 586, 584, 584, 584, 584, 584, 549, 611, 582, 582, 582, 582, 500, 594,
    500, 667, 556, 667, 556, 667, 556, 722, 500, 722, 500, 722, 500, 722, 500, 722, 615, 722, 607, 667, 556,
    667, 556, 667, 556, 667, 556, 667, 556, 778, 556, 778, 556, 778, 556, 778, 556, 722, 586, 722, 592, 295,
    282, 295, 282, 295, 282, 295, 282, 295, 282, 735, 562, 500, 280, 667, 512, 509, 556, 293, 556, 293, 556,
    293, 556, 334, 556, 312, 722, 586, 722, 586, 722, 586, 695, 723, 586, 778, 584, 778, 584, 778, 584, 1000,
    944, 722, 386, 722, 386, 722, 386, 667, 500, 667, 500, 667, 500, 667, 500, 611, 361, 611, 375, 611, 361,
    722, 582, 722, 582, 722, 582, 722, 582, 722, 582, 722, 582, 944, 722, 667, 500, 667, 611, 500, 611, 500,
    611, 500, 222,
];

/// Greek and Cyrillic letters from U+0370 to U+045F.
const GREEK_CYRILLIC: [u16; 240] = [
    521, 482, 583, 519, 304, 304, 683, 600, 600, 600, 295, 511, 511, 511, 278, 305, 600, 600, 600, 600, 333,
    385, 667, 278, 784, 838, 397, 600, 784, 600, 855, 784, 283, 667, 667, 551, 668, 667, 611, 722, 778, 295,
    667, 668, 833, 722, 650, 778, 722, 667, 600, 618, 611, 667, 810, 667, 835, 748, 295, 667, 593, 468, 592,
    283, 571, 593, 603, 500, 579, 468, 441, 592, 574, 283, 525, 500, 588, 500, 448, 584, 690, 589, 482, 617,
    469, 571, 734, 525, 754, 781, 283, 571, 584, 571, 781, 609, 568, 538, 586, 738, 586, 628, 728, 600, 692,
    584, 542, 481, 523, 441, 455, 452, 586, 640, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 600,
    600, 600, 600, 589, 511, 280, 692, 482, 484, 581, 594, 590, 796, 671, 589, 590, 590, 590, 667, 667, 865,
    542, 719, 667, 295, 295, 500, 1057, 1010, 854, 589, 722, 635, 719, 667, 656, 667, 542, 677, 667, 923,
    604, 719, 719, 589, 659, 833, 722, 778, 719, 667, 722, 611, 635, 820, 667, 740, 667, 925, 938, 792, 885,
    656, 719, 1010, 722, 556, 579, 564, 429, 583, 556, 719, 500, 600, 600, 519, 583, 688, 593, 584, 590, 594,
    500, 458, 500, 823, 500, 595, 552, 802, 823, 625, 734, 521, 510, 785, 551, 556, 556, 597, 429, 510, 500,
    282, 282, 280, 906, 814, 592, 519, 600, 500, 585,
];

/// Advance width of a letter in thousandths of the size.
pub(super) fn advance(c: char) -> u16 {
    let code = u32::from(c);
    let listed = |table: &'static [u16], from: u32| {
        let place = usize::try_from(code.checked_sub(from)?).ok()?;
        table.get(place).copied()
    };
    if let Some(width) = listed(&LATIN, 0x20).or_else(|| listed(&GREEK_CYRILLIC, 0x370)) {
        return width;
    }
    match c {
        // Accents that stand over the letter before, marks without width.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' => 0,
        '\u{2018}'..='\u{201b}' => 228,
        '\u{201c}'..='\u{201f}' => 406,
        '\u{2000}'..='\u{2013}' => 560,
        '\u{2022}' | '\u{2039}' | '\u{203a}' => 350,
        '\u{20ac}' | '\u{2212}' | '\u{2264}' | '\u{2265}' => 584,
        '\u{2014}' | '\u{2026}' | '\u{2190}' | '\u{2192}' => 1000,
        '\u{1e9e}' => 667,
        '\u{180}'..='\u{36f}' => 1200,
        '\u{460}'..='\u{52f}' => 1200,
        '\u{530}'..='\u{10ff}' => 750,
        // The widest that Fira Sans has is the double arrow.
        _ => 1280,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::drawing::fonts::FONTS;

    #[test]
    fn no_letter_of_the_font_is_wider_than_the_table_says() {
        // Bold is measured with the table and a margin of its own (`BOLD` in `lettering.rs`).
        let Some(font) = FONTS.first() else { return };
        let face = ttf_parser::Face::parse(font, 0).unwrap();
        let units = f64::from(face.units_per_em());
        let mut seen = 0;
        for c in ('\u{20}'..='\u{24f}')
            .chain('\u{370}'..='\u{45f}')
            .chain('\u{2010}'..='\u{22ff}')
        {
            let Some(width) = face
                .glyph_index(c)
                .and_then(|glyph| face.glyph_hor_advance(glyph))
            else {
                continue;
            };
            let thousandths = f64::from(width) * 1000.0 / units;
            if c == '\u{ad}' {
                continue;
            }
            seen += 1;
            assert!(
                thousandths <= f64::from(advance(c)) + 0.5,
                "{c:?}: {thousandths} > {}",
                advance(c)
            );
        }
        assert!(seen > 500, "{seen}");
    }

    #[test]
    fn the_table_is_not_much_wider_than_the_font() {
        let Some(font) = FONTS.first() else { return };
        let face = ttf_parser::Face::parse(font, 0).unwrap();
        let text = "Gewerbeanzeige prüfen, Größe der Straßenfläche nachmessen und Unterlagen nachfordern";
        let real: f64 = text
            .chars()
            .filter_map(|c| face.glyph_hor_advance(face.glyph_index(c)?))
            .map(f64::from)
            .sum::<f64>()
            / f64::from(face.units_per_em());
        let ours: f64 = text.chars().map(|c| f64::from(advance(c)) / 1000.0).sum();
        assert!(ours >= real && ours < real * 1.05, "{ours} for {real}");
    }
}
