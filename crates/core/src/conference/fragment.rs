//! Parameters in the URL fragment: `#handbill?KEY=VALUE&KEY=VALUE`, as in a query string.

use crate::percent_encoding::{decode, encode_char};
use crate::strings::{split, split_once};

/// The prefix of such a fragment.
pub const PREFIX: &str = "#handbill?";

/// The decoded parameters of a fragment, `#` included; none for a fragment of another kind.
pub fn members(address: &str) -> Vec<(String, String)> {
    let Some(members) = address.strip_prefix(PREFIX) else {
        return Vec::new();
    };
    let pair = |member: &str| {
        let (key, value) = split_once(member, b'=')?;
        Some((decode(key), decode(value)))
    };
    split(members, b'&').filter_map(pair).collect()
}

/// Adds a parameter, and the prefix before the first.
pub fn push(address: &mut String, key: &str, value: &str) {
    address.push_str(if address.is_empty() { PREFIX } else { "&" });
    address.push_str(key);
    address.push('=');
    value.chars().for_each(|char| encode_char(address, char));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_behind_the_prefix_alone() {
        let found = members("#handbill?a=1&&b&c=%3D=&a=2");
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(key, value)| (&**key, &**value))
            .collect();
        assert_eq!(found, [("a", "1"), ("c", "=="), ("a", "2")]);
        for other in [
            "",
            "#",
            "#handbill",
            "#handbill-a?b=1",
            "handbill?a=1",
            "#handbill?",
        ] {
            assert_eq!(members(other), [], "{other}");
        }
    }
}
