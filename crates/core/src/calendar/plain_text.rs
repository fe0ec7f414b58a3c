//! Plain text for calendars: without control characters, and with one kind of line break.

/// A character as calendars take it: every kind of line break becomes `\n`, other control characters are dropped.
///
/// U+2028 and U+2029 count as line breaks: Python and JavaScript split lines at them.
pub fn plain(char: char) -> Option<char> {
    match char {
        '\t' => Some(' '),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' => Some('\n'),
        char => (!char.is_control()).then_some(char),
    }
}

/// A text in one line.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in
        text.split(|char: char| char.is_control() || char == ' ' || plain(char) == Some('\n'))
    {
        if !word.is_empty() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    line
}

/// Adds a text of several lines.
pub fn add(text: &str, to: &mut String) {
    to.extend(text.chars().filter_map(plain));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_calendar_shows_is_dropped() {
        let mut text = String::new();
        add("a\u{0}\tb\r\nc\u{2028}d\u{7f}\u{85}é", &mut text);
        assert_eq!(text, "a b\nc\ndé");
        assert_eq!(
            line(" a\n\tb \u{2029}c\u{0}d  e\u{a0}f"),
            "a b c d e\u{a0}f"
        );
    }
}
