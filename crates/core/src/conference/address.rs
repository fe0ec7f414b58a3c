//! What an address says of a programme, behind its `#`: members as in a query.

use crate::calendar::encode_char;
use crate::parts::{cut, split};

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

/// A text as it was before it was encoded for an address (RFC 3986 §2.1). A `+` is a blank, as forms write it; a `%`
/// without two digits behind it is itself, and what is no UTF-8 stays as it was written.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        rest = behind;
        bytes.push(match (first, behind) {
            (b'+', _) => b' ',
            (b'%', [high, low, ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = &behind[2..];
                    high << 4 | low
                }
                _ => b'%',
            },
            (byte, _) => *byte,
        });
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_is_decoded() {
        for (text, expected) in [
            ("soil%20life+now", "soil life now"),
            ("caf%C3%A9%e2%80%a6", "café…"),
            ("100%", "100%"),
            ("%4", "%4"),
            ("%zz%41", "%zzA"),
            ("%%41", "%A"),
            ("%+1", "% 1"),
            ("%FF+", "%FF+"),
            ("土", "土"),
        ] {
            assert_eq!(decode(text), expected, "{text}");
        }
    }

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
