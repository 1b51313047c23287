//! Colours of files: which may stand in the picture, and what can be read on them.

/// Colour of lines and letters where the file states none.
pub(super) const INK: &str = "#1b1f24";
/// Ground.
pub(super) const PAPER: &str = "#ffffff";
/// Letters on grounds of middle brightness, where `INK` would be too pale.
const BLACK: &str = "#000000";
/// Ground of what belongs to the side that does not begin (choreography, messages).
pub(super) const SHADE: &str = "#d5d9de";

/// Relative luminance, 0 (black) to 1 (white) (WCAG 2.2, definition of relative luminance).
fn luminance(colour: &str) -> f64 {
    let channel = |from: usize| {
        let value = colour
            .get(from..from + 2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok())
            .unwrap_or(255);
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2).
pub(super) fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Colour of letters on a ground: contrast at least 4.5 on every ground (WCAG 2.2, 1.4.3).
pub(super) fn letters(ground: &str) -> &'static str {
    [INK, PAPER]
        .into_iter()
        .find(|ink| contrast(ink, ground) >= 4.5)
        .unwrap_or(BLACK)
}

/// The colour of lines on a ground: as stated where it can be seen (contrast at least 3, WCAG 2.2, 1.4.11).
pub(super) fn lines<'a>(stated: &'a str, ground: &str) -> &'a str {
    if contrast(stated, ground) >= 3.0 {
        stated
    } else {
        letters(ground)
    }
}

/// The colour of an outline on the sheet: as stated unless nobody could see it.
pub(super) fn outline(stated: Option<&str>) -> &str {
    stated.filter(|ink| contrast(ink, PAPER) >= 1.5).unwrap_or(INK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_can_be_read_on_every_ground() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let ground = format!("#{red:02x}{green:02x}{blue:02x}");
                    assert!(contrast(letters(&ground), &ground) >= 4.5, "{ground}");
                    assert!(contrast(lines("#777777", &ground), &ground) >= 3.0, "{ground}");
                }
            }
        }
        assert_eq!(letters("#1e3a8a"), PAPER);
        assert_eq!(letters("#bbdefb"), INK);
    }

    #[test]
    fn an_outline_that_nobody_could_see_gets_the_usual_ink() {
        assert_eq!(outline(Some("#fefefe")), INK);
        assert_eq!(outline(Some("#fb8c00")), "#fb8c00");
        assert_eq!(outline(None), INK);
    }
}
