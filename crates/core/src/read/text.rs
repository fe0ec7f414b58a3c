//! Texts, in the forms that JSON-LD allows.

use crate::node::Node;
use crate::strings::{self, trim};

/// The text of a value: a string, a number, a JSON-LD `@value`, the name of an object, or the first of several.
pub fn plain_text<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    match node {
        Node::Object(_) => ["@value", "name"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(plain_text),
        Node::Array(items) => items.first().and_then(plain_text),
        one => bare_text(one),
    }
}

/// A text alone, or a number, such as that of a room.
pub fn bare_text<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    match node {
        Node::String(text) | Node::Number(text) => Some(trim(text)),
        _ => None,
    }
}

/// Splits a text into paragraphs at its blank lines.
pub fn split(text: &str, paragraphs: &mut Vec<String>) {
    let mut is_open = false;
    for line in strings::split(text, b'\n') {
        let line = trim(line);
        match paragraphs.last_mut() {
            _ if line.is_empty() => is_open = false,
            Some(last) if is_open => {
                last.push('\n');
                last.push_str(line);
            }
            _ => {
                paragraphs.push(line.into());
                is_open = true;
            }
        }
    }
}

/// Whether a text contains HTML tags or character references: `<p>`, `</b>`, `&amp;`, `&#8211;`.
pub fn holds_html(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(2).enumerate().any(|(at, pair)| {
        let rest = &bytes[at + 2..];
        match pair {
            [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/'] => strings::contains_byte(rest, b'>'),
            [b'&', b'a'..=b'z' | b'#'] => {
                let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
                rest.get(name.count()) == Some(&b';')
            }
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_from_text() {
        for html in [
            "<p>Join us</p>",
            "Fish &amp; chips",
            "8 &#8211; 9",
            "a<br/>b",
        ] {
            assert!(holds_html(html), "{html}");
        }
        for text in [
            "a < b and c > d",
            "R&D",
            "5 <6",
            "<3 >",
            "Tom & Jerry; again",
            "AT&T",
        ] {
            assert!(!holds_html(text), "{text}");
        }
    }
}
