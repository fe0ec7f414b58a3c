//! What an address says of a programme, behind its `#`: members as in a query.

use crate::parts::{cut, split};
use crate::percent::{decode, encode_char};

/// What stands before the members in an address.
pub const PREFIX: &str = "#handbill?";

/// The members of an address from its `#` on, decoded; none where it is of another kind.
pub fn members(address: &str) -> Vec<(String, String)> {
    let Some(members) = address.strip_prefix(PREFIX) else {
        return Vec::new();
    };
    let pair = |member: &str| {
        let (key, value) = cut(member, b'=')?;
        Some((decode(key), decode(value)))
    };
    split(members, b'&').filter_map(pair).collect()
}

/// Adds a member, and what stands before the first.
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
