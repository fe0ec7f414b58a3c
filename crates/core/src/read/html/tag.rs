//! Tags of HTML: where they stand in a text, and the names of their elements.

/// The name of the element of a tag.
pub fn name(tag: &str) -> &str {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    &tag[..end.unwrap_or(tag.len())]
}

/// Cuts a text at its first tag: the text before it, the tag between its brackets, and the rest. A comment is a tag, too.
pub fn cut(text: &str) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    let mut open = None;
    let mut quote = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let Some(from) = open else {
            let is_tag = *byte == b'<'
                && matches!(
                    bytes.get(at + 1),
                    Some(b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!')
                );
            open = is_tag.then_some(at);
            continue;
        };
        let is_comment = bytes[from..].starts_with(b"<!--");
        match byte {
            // Comments may hold tags.
            b'>' if is_comment && !(at > from + 5 && bytes[..at].ends_with(b"--")) => {}
            _ if quote != 0 => quote *= u8::from(*byte != quote),
            b'>' => return Some((&text[..from], &text[from + 1..at], &text[at + 1..])),
            b'"' | b'\'' if !is_comment && bytes[at - 1] == b'=' => quote = *byte,
            // The bracket before this one opened no tag.
            b'<' if !is_comment => open = Some(at),
            _ => {}
        }
    }
    None
}
