//! String functions, for one kind of pattern each.
//!
//! Those of the standard library are generic over patterns, and each use is a copy of their code: 1.3 KiB for every visitor.

/// Joins texts.
pub fn concat(parts: &[&str]) -> String {
    let mut whole = String::with_capacity(parts.iter().map(|part| part.len()).sum());
    parts.iter().for_each(|part| whole.push_str(part));
    whole
}

/// Joins texts with a separator.
pub fn join(parts: &[impl AsRef<str>], between: &str) -> String {
    let mut whole = String::new();
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            whole.push_str(between);
        }
        whole.push_str(part.as_ref());
    }
    whole
}

/// Blanks at the ends of texts, which authors paste along.
const BLANKS: [&str; 6] = [" ", "\n", "\r", "\t", "\u{a0}", "\u{3000}"];

/// A text without the blanks at its ends.
pub fn trim(text: &str) -> &str {
    // Nearly all texts have none, and every text of a document passes here, some several times.
    let is_no_blank = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_no_blank(text.as_bytes().first()) && is_no_blank(text.as_bytes().last()) {
        return text;
    }
    let mut left = text;
    loop {
        let length = left.len();
        for blank in &BLANKS {
            left = left.strip_prefix(blank).unwrap_or(left);
            left = left.strip_suffix(blank).unwrap_or(left);
        }
        if left.len() == length {
            return left;
        }
    }
}

/// Splits a text at the first `mark`, which is ASCII; `None` where there is none.
pub fn split_once(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    Some((&text[..at], &text[at + 1..]))
}

/// The part before the first of some ASCII marks; all of it where there is none.
pub fn before_first<'a>(text: &'a str, marks: &[u8]) -> &'a str {
    let end = text.bytes().position(|byte| contains_byte(marks, byte));
    &text[..end.unwrap_or(text.len())]
}

/// The part after the last of some ASCII marks; all of it where there is none.
pub fn after_last<'a>(text: &'a str, marks: &[u8]) -> &'a str {
    let before = text.bytes().rposition(|byte| contains_byte(marks, byte));
    &text[before.map_or(0, |at| at + 1)..]
}

/// Whether a byte is one of these. `contains` is made for long slices, and larger.
pub fn contains_byte(bytes: &[u8], wanted: u8) -> bool {
    bytes.iter().filter(|byte| **byte == wanted).count() > 0
}

/// Splits a text at every `mark`, which is ASCII.
pub fn split(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut left = Some(text);
    std::iter::from_fn(move || {
        let (part, rest) = match split_once(left?, mark) {
            Some((part, rest)) => (part, Some(rest)),
            None => (left?, None),
        };
        left = rest;
        Some(part)
    })
}

/// Splits a text at the marks, and yields the parts that are not blank, without the blanks around them.
pub fn split_any<'a>(
    text: &'a str,
    is_mark: &'a dyn Fn(char) -> bool,
) -> impl Iterator<Item = &'a str> {
    text.split(is_mark)
        .map(trim)
        .filter(|part| !part.is_empty())
}

/// Whether a text contains another. For short texts: `str::contains` is made for long ones, and larger.
pub fn contains(text: &str, wanted: &str) -> bool {
    let Some((first, rest)) = wanted.as_bytes().split_first() else {
        return true;
    };
    let bytes = text.as_bytes();
    let mut found = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    found.any(|(at, _)| bytes[at + 1..].starts_with(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_put_together() {
        assert_eq!(concat(&[]), "");
        assert_eq!(concat(&["Köln", ", ", "GMT+1"]), "Köln, GMT+1");
        let parts = ["a", "", "ü"];
        assert_eq!(join(&parts, ", "), "a, , ü");
        assert_eq!(join(&parts[..1], ", "), "a");
        assert_eq!(join(&[""; 0], ", "), "");
    }

    #[test]
    fn blanks_at_the_ends_are_dropped() {
        for text in ["a", "Ж b", "", "é\u{a0}é"] {
            for (before, behind) in [("", ""), (" \n", "\r\n"), ("\u{a0}\t", "\u{3000} \u{a0}")] {
                assert_eq!(trim(&concat(&[before, text, behind])), text);
            }
        }
    }

    #[test]
    fn texts_are_cut_at_the_first_mark() {
        assert_eq!(split_once("Ж:b:c", b':'), Some(("Ж", "b:c")));
        assert_eq!(split_once(":", b':'), Some(("", "")));
        assert_eq!(split_once("Жb", b':'), None);
    }

    #[test]
    fn the_first_and_the_last_of_several_marks_count() {
        let address = "Ж://a/b#c";
        assert_eq!(before_first(address, b"#/:"), "Ж");
        assert_eq!(after_last(address, b"#/:"), "c");
        assert!(contains_byte(b"/#:", b':') && !contains_byte(b"/#", b':'));
        for text in ["", "Ж"] {
            assert_eq!(
                [before_first(text, b"#"), after_last(text, b"#")],
                [text; 2]
            );
        }
    }

    #[test]
    fn parts_are_told_from_the_blanks_around_them() {
        let parts = |text| split_any(text, &|c| matches!(c, ',' | '،')).collect::<Vec<_>>();
        assert_eq!(parts(" a b,,Ж ، c\u{a0}"), ["a b", "Ж", "c"]);
        assert_eq!(parts(" , "), [""; 0]);
    }

    #[test]
    fn texts_are_found_in_others() {
        for text in ["", "a", "aab", "naïve café", "土と水"] {
            for wanted in ["", "a", "ab", "aab", "aaab", "fé", "é", "土", "水", "と水 "] {
                assert_eq!(
                    contains(text, wanted),
                    text.contains(wanted),
                    "{text} {wanted}"
                );
            }
        }
    }

    #[test]
    fn texts_are_split_as_the_standard_library_does_it() {
        for text in ["", "a", ",", "a,b", ",Ж,,b,"] {
            assert!(split(text, b',').eq(text.split(',')), "{text}");
        }
    }
}
