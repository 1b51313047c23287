//! The key of a finding: survives new versions of a model (design.md 2.4).

use crate::domain::digest::sha256_hex;

/// An object's name for comparison: lower case, white space collapsed.
pub fn normalised(object: &str) -> String {
    object
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Sixteen hexadecimal digits from rule, element, kind and normalised object.
pub fn key(rule: &str, element: &str, kind: &str, object: &str) -> String {
    let text = format!("{rule}|{element}|{kind}|{}", normalised(object));
    sha256_hex(text.as_bytes()).chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_short_and_ignore_spelling_of_the_object() {
        let first = key("media-break/transport", "a", "transport", "Akte  Müller");
        assert_eq!(first.len(), 16);
        assert_eq!(
            first,
            key("media-break/transport", "a", "transport", " akte müller")
        );
        assert_ne!(
            first,
            key("media-break/transport", "b", "transport", "Akte Müller")
        );
    }
}
