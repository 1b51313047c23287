//! Base64 (RFC 4648, section 4), to carry the bytes of a model inside JSON.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn letter(six: u32) -> char {
    LETTERS
        .get((six & 63) as usize)
        .map_or('=', |letter| char::from(*letter))
}

/// The bytes as text.
pub fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut all = 0u32;
        for place in 0..3 {
            all = all << 8 | chunk.get(place).map_or(0, |byte| u32::from(*byte));
        }
        for place in 0..4usize {
            if place <= chunk.len() {
                text.push(letter(all >> (18 - 6 * place)));
            } else {
                text.push('=');
            }
        }
    }
    text
}

/// The bytes in a text; `None` where it is no Base64.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let body = text.trim_end_matches('=');
    if text.len() - body.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(body.len() / 4 * 3 + 2);
    let (mut all, mut bits) = (0u32, 0u32);
    for byte in body.bytes() {
        let value = LETTERS.iter().position(|letter| *letter == byte)?;
        all = all << 6 | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(all >> bits & 255).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back() {
        let cases: [(&[u8], &str); 5] = [
            (b"", ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (&[255, 0, 254, 1], "/wD+AQ=="),
        ];
        for (bytes, text) in cases {
            assert_eq!(to_base64(bytes), text);
            assert_eq!(from_base64(text).as_deref(), Some(bytes));
        }
        assert_eq!(from_base64("a"), None);
        assert_eq!(from_base64("????"), None);
    }
}
