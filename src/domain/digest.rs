//! SHA-256 in hexadecimal: keys of findings, hashes of files, the chain of the log. Home of `sha2`.

use sha2::{Digest, Sha256};

/// SHA-256 of some bytes as 64 hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 of bytes that come one piece after the other.
#[derive(Default)]
pub struct Sha256Pieces(Sha256);

impl Sha256Pieces {
    /// Takes the next piece.
    pub fn take(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all pieces as 64 hexadecimal digits.
    pub fn hex(self) -> String {
        hex(&self.0.finalize())
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            for nibble in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
            }
            text
        })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_digest_of_nothing_is_the_known_one() {
        let digest = super::sha256_hex(b"");
        assert_eq!(super::Sha256Pieces::default().hex(), digest);
        let mut pieces = super::Sha256Pieces::default();
        pieces.take(b"a");
        pieces.take(b"bc");
        assert_eq!(pieces.hex(), super::sha256_hex(b"abc"));
        assert!(digest.starts_with("e3b0c44298fc1c14") && digest.ends_with("7852b855"));
    }
}
