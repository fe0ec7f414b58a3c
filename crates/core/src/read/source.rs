//! Checks on the text of a document, before and after the parser.

use crate::json;
use crate::language::primary;
use crate::problem::{ProblemKind, Slip};
use crate::strings::{contains, contains_byte, trim};

/// The largest document, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Begins a section of XML in which markup does not count.
const CDATA: &str = "<![CDATA[";

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
    let trimmed = trim(text);
    // Around a document that was copied out of a page: the parser tells where.
    let is_wrapped = trimmed.starts_with(CDATA) || trimmed.starts_with("<script");
    match trimmed.as_bytes().first() {
        None => Err(ProblemKind::Empty),
        Some(b'<') if !is_wrapped => Err(ProblemKind::WebPage),
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
    let slip = slip(text, at, last, found);
    ProblemKind::NotJson { line, column, slip }
}

/// The likely cause of an error at the byte `at`, where `found` is. `last` is the last byte before it that is not blank.
fn slip(text: &str, at: usize, last: u8, found: Option<char>) -> Slip {
    let Some(found) = found else {
        return Slip::EndsEarly;
    };
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    match found {
        '\n' | '\r' => Slip::LineBreak,
        '\t' => Slip::Tab,
        _ if before.ends_with('\\') => Slip::Escape,
        // Quotes of all languages, and blanks that JSON does not allow.
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '‚' => Slip::Typography,
        '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{3000}' | '\u{feff}' => {
            Slip::Typography
        }
        '/' | '<' | ']' if is_cdata(rest) => Slip::Cdata,
        '/' | '#' => Slip::Comment,
        '&' => Slip::Entity,
        '<' => Slip::Tag,
        ']' | '}' if last == b',' => Slip::LastComma,
        _ if matches!(last, b'}' | b']') && json::parse(before).is_ok() => match found {
            ']' | '}' => Slip::ExtraBracket,
            _ => Slip::MoreBehind,
        },
        ',' => Slip::ExtraComma,
        '\'' | '`' => Slip::NoQuotes,
        // A date or a time of day.
        '-' | ':' if last.is_ascii_digit() => Slip::NoQuotes,
        'A'..='Z' | 'a'..='z' | '_' | '$' => match last {
            b'"' => Slip::QuoteInside,
            _ if is_foreign_word(rest) => Slip::Word,
            _ => Slip::NoQuotes,
        },
        _ => Slip::Other,
    }
}

/// Whether the limits of a CDATA section stand here, as they are or in a comment.
fn is_cdata(text: &str) -> bool {
    let start = text.bytes().position(|byte| !contains_byte(b"/* ", byte));
    let inside = text.get(start.unwrap_or(0)..).unwrap_or_default();
    inside.starts_with(CDATA) || inside.starts_with("]]>")
}

/// Whether a text begins with a word that is a value in another language.
fn is_foreign_word(text: &str) -> bool {
    let words = [
        "nan",
        "infinity",
        "undefined",
        "none",
        "null",
        "true",
        "false",
    ];
    let word = primary(text);
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
