//! Addresses: percent-encoding, queries, targets to come back to.

/// Appends a text, percent-encoded for a query value or a path segment.
pub(super) fn push_encoded(address: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                address.push(char::from(byte));
            }
            other => {
                address.push('%');
                for digit in [other >> 4, other & 15] {
                    address.push(char::from(if digit < 10 {
                        b'0' + digit
                    } else {
                        b'A' + digit - 10
                    }));
                }
            }
        }
    }
}

/// A path with a query of these pairs; empty values are left out.
pub(super) fn with_query<'a>(path: &str, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut address = path.to_owned();
    let mut separator = '?';
    for (name, value) in pairs {
        if value.is_empty() {
            continue;
        }
        address.push(separator);
        separator = '&';
        push_encoded(&mut address, name);
        address.push('=');
        push_encoded(&mut address, value);
    }
    address
}

/// A path of this server to come back to; anything else becomes the start page.
pub(super) fn own_path(target: &str) -> &str {
    let plain = target.starts_with('/')
        && !target.starts_with("//")
        && !target.contains(['\\', '\r', '\n', '\t'])
        && target.chars().all(|character| character.is_ascii_graphic());
    if plain { target } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_encoded_and_empty_values_left_out() {
        let address = with_query(
            "/processes",
            [("q", "Straße & mehr"), ("unit", ""), ("sort", "name")],
        );
        assert_eq!(address, "/processes?q=Stra%C3%9Fe%20%26%20mehr&sort=name");
    }

    #[test]
    fn only_own_paths_are_targets() {
        let cases = [
            ("/processes/3?x=1", "/processes/3?x=1"),
            ("//evil.example", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example", "/"),
            ("", "/"),
            ("/a\r\nset-cookie: x", "/"),
        ];
        for (target, expected) in cases {
            assert_eq!(own_path(target), expected);
        }
    }
}
