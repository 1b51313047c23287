//! Colours in drawings.

use std::ops::Deref;

/// A colour as `#rrggbb` in small letters; nothing else can stand in it, so it may stand in any picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    hex: [u8; 7],
}

impl Colour {
    /// Reads `#rgb`, `#rrggbb` or `rgb(r, g, b)`.
    pub fn read(value: &str) -> Option<Colour> {
        let value = value.trim();
        if let Some(parts) = value.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
            // As style sheets have it, more than the most is the most.
            let part =
                |part: &str| Some(u8::try_from(part.trim().parse::<u16>().ok()?.min(255)).unwrap_or(255));
            let parts: Option<Vec<u8>> = parts.split(',').map(part).collect();
            let [red, green, blue] = parts?.try_into().ok()?;
            let digits = [red, green, blue].map(|part: u8| [part >> 4, part & 15]);
            return Some(Colour::of(digits.concat().try_into().ok()?));
        }
        let digits: Option<Vec<u8>> = value
            .strip_prefix('#')?
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect();
        match digits?.as_slice() {
            [red, green, blue] => Some(Colour::of([*red, *red, *green, *green, *blue, *blue])),
            six => Some(Colour::of(six.try_into().ok()?)),
        }
    }

    /// From six digits, each 0 to 15.
    fn of(digits: [u8; 6]) -> Colour {
        let letter = |digit: u8| {
            if digit < 10 {
                b'0' + digit
            } else {
                b'a' + (digit & 15) - 10
            }
        };
        let [a, b, c, d, e, f] = digits.map(letter);
        Colour {
            hex: [b'#', a, b, c, d, e, f],
        }
    }
}

impl Deref for Colour {
    type Target = str;

    fn deref(&self) -> &str {
        // Only ASCII is in it.
        str::from_utf8(&self.hex).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn colours_are_read_or_left() {
        let read = |value: &str| Colour::read(value).map(|colour| colour.to_string());
        for (value, colour) in [
            ("#1a2B3c", "#1a2b3c"),
            (" #fA0 ", "#ffaa00"),
            ("rgb(0, 128,300)", "#0080ff"),
        ] {
            assert_eq!(read(value).as_deref(), Some(colour), "{value}");
        }
        for value in [
            "",
            "#",
            "#12",
            "#1234",
            "#12345g",
            "#1234567",
            "red",
            "rgb(1,2)",
            "rgb(1,2,3,4)",
            "rgb(-1,2,3)",
            "rgb(a,b,c)",
            "#ä00",
            "#\" onload=",
        ] {
            assert_eq!(read(value), None, "{value}");
        }
    }
}
