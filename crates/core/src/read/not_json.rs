//! Where a text that is not JSON goes wrong, and what is likely to be the matter.

use crate::problem::{ProblemKind, Slip};

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
