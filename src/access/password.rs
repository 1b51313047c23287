//! Passwords: argon2id with the parameters of OWASP (19 MiB, two passes, one lane).

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

/// Fewest characters of a password (ASVS 6.2.1 asks for 8, the register for 12).
pub const SHORTEST_PASSWORD: usize = 12;

/// Most characters of a password.
pub const LONGEST_PASSWORD: usize = 256;

/// What is wrong with a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than `SHORTEST_PASSWORD` characters.
    TooShort,
    /// More than `LONGEST_PASSWORD` characters.
    TooLong,
    /// The login, or one character over and over.
    TooSimple,
}

/// Whether a new password will do for this login. Length counts; no rules on kinds of characters (ASVS 6.2.5).
pub fn check_password(password: &str, login: &str) -> Result<(), PasswordFault> {
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD {
        return Err(PasswordFault::TooShort);
    }
    if length > LONGEST_PASSWORD {
        return Err(PasswordFault::TooLong);
    }
    let first = password.chars().next();
    if password.eq_ignore_ascii_case(login) || password.chars().all(|c| Some(c) == first) {
        return Err(PasswordFault::TooSimple);
    }
    Ok(())
}

/// The hash to store. Slow on purpose. `None` only if the parameters were refused.
pub fn hash_password(password: &str, salt: [u8; 16]) -> Option<String> {
    let hash: PasswordHash = hasher()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .ok()?;
    Some(hash.to_string())
}

/// Whether it is the password. `None`: there is no such account; takes as long and is never right.
pub fn verify_password(password: &str, stored: Option<&str>) -> bool {
    match (hasher(), stored.map(PasswordHash::new)) {
        (Some(hasher), Some(Ok(hash))) => hasher.verify_password(password.as_bytes(), &hash).is_ok(),
        _ => {
            let spent = hash_password(password, [0; 16]);
            std::hint::black_box(spent);
            false
        }
    }
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_hash_knows_its_password_only() {
        let hash = hash_password("correct horse battery", [7; 16]).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify_password("correct horse battery", Some(&hash)));
        assert!(!verify_password("correct horse batterz", Some(&hash)));
        assert!(!verify_password("correct horse battery", None));
        assert!(!verify_password("correct horse battery", Some("nonsense")));
    }

    #[test]
    fn weak_passwords_are_refused() {
        let cases = [
            ("kurz", Err(PasswordFault::TooShort)),
            ("aaaaaaaaaaaaaaaa", Err(PasswordFault::TooSimple)),
            ("Sachbearbeitung", Err(PasswordFault::TooSimple)),
            ("drei blaue Hunde", Ok(())),
        ];
        for (password, expected) in cases {
            assert_eq!(check_password(password, "sachbearbeitung"), expected);
        }
        assert_eq!(
            check_password(&"ab".repeat(200), "x"),
            Err(PasswordFault::TooLong)
        );
    }
}
