//! The text of a document: what may be one, and where one that is not JSON goes wrong.

use crate::parts::trimmed;
use crate::problem::{ProblemKind, Slip};

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// The text without what may stand before its JSON, if it may be some.
pub fn json_of(text: &str) -> Result<&str, ProblemKind> {
    // Some editors begin a file with a byte order mark, which browsers pass over before they parse it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(ProblemKind::TooLarge);
    }
    match trimmed(text).as_bytes().first() {
        None => Err(ProblemKind::Empty),
        Some(b'<') => Err(ProblemKind::WebPage),
        Some(_) => Ok(text),
    }
}

/// The problem with a text of which the first `at` bytes could be the beginning of a document, and no more.
pub fn not_json(text: &str, at: usize) -> ProblemKind {
    let (mut line, mut column) = (1, 1);
    // The last that was no blank.
    let mut last = b' ';
    for byte in text.bytes().take(at) {
        if byte == b'\n' {
            (line, column) = (line + 1, 1);
        } else if byte & 0xc0 != 0x80 {
            // What begins a character.
            column += 1;
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    let found = text.get(at..).and_then(|rest| rest.chars().next());
    let slip = match found {
        // Quotes of all languages, and blanks that are none for JSON.
        Some('“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚') => {
            Slip::Typography
        }
        Some('\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{3000}' | '\u{feff}') => {
            Slip::Typography
        }
        Some(']' | '}') if last == b',' => Slip::LastComma,
        _ => Slip::Other,
    };
    ProblemKind::NotJson { line, column, slip }
}
