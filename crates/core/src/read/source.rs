//! Checks on the text of a document, before and after the parser.

use crate::problem::{ProblemKind, Slip};
use crate::strings::{contains, trim};

/// The largest document, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Stands for what could not be decoded.
const LOST: char = '\u{fffd}';

/// Whether a text was saved in an encoding other than UTF-8, such as Latin-1.
pub fn has_lost_letters(text: &str) -> bool {
    contains(text, "\u{fffd}")
}

/// The JSON in a text, without a byte order mark; the problem where the text cannot be JSON.
pub fn json_of(text: &str) -> Result<&str, ProblemKind> {
    // Some editors write a byte order mark, which browsers skip.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(ProblemKind::TooLarge);
    }
    // UTF-16 has a zero in every other byte, and a byte order mark that is no UTF-8.
    if text.chars().take(2).any(|char| matches!(char, '\0' | LOST)) {
        return Err(ProblemKind::Encoding);
    }
    match trim(text).as_bytes().first() {
        None => Err(ProblemKind::Empty),
        Some(b'<') => Err(ProblemKind::WebPage),
        Some(_) => Ok(text),
    }
}

/// The problem with a text that is not JSON, whose first error is at the byte `at`.
pub fn not_json(text: &str, at: usize) -> ProblemKind {
    let (mut line, mut column) = (1, 1);
    // The last byte that is not blank.
    let mut last = b' ';
    for byte in text.bytes().take(at) {
        if byte == b'\n' {
            (line, column) = (line + 1, 1);
        } else if byte & 0xc0 != 0x80 {
            // The first byte of a character.
            column += 1;
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    let found = text.get(at..).and_then(|rest| rest.chars().next());
    if found == Some(LOST) {
        return ProblemKind::Encoding;
    }
    let slip = match found {
        // Quotes of all languages, and blanks that JSON does not allow.
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
