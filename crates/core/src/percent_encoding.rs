//! Percent-encoding of URLs (RFC 3986 §2.1).

/// Adds a character, encoded unless it is unreserved.
pub fn encode_char(to: &mut String, char: char) {
    if is_unreserved(char) {
        to.push(char);
        return;
    }
    for byte in char.encode_utf8(&mut [0; 4]).bytes() {
        to.push('%');
        for digit in [byte >> 4, byte & 15] {
            to.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
        }
    }
}

fn is_unreserved(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '.' | '_' | '~')
}

/// The length of a character when encoded, in characters.
pub fn encoded_length(char: char) -> usize {
    match is_unreserved(char) {
        true => 1,
        false => 3 * char.len_utf8(),
    }
}

/// Decodes a text. A `+` is a blank, as forms write it. A `%` without two digits stays; a text that is not UTF-8 stays as
/// a whole.
pub fn decode(text: &str) -> String {
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
}
