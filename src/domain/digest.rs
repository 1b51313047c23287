//! SHA-256 in hexadecimal: keys of findings, hashes of files, the chain of the log. Home of `sha2`.

use sha2::{Digest, Sha256};

/// SHA-256 of some bytes as 64 hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
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
        assert!(digest.starts_with("e3b0c44298fc1c14") && digest.ends_with("7852b855"));
    }
}
