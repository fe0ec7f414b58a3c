//! Source text without what is not code.
//!
//! This is no parser. It knows comments, strings and test modules, which is all that searching for words needs.

use crate::repository::File;

/// The text of a source file with parts of it replaced by spaces, so that every line keeps its number.
pub struct Source {
    /// Without comments and test modules.
    pub spoken: String,
    /// Without strings as well.
    pub code: String,
}

impl Source {
    /// Reads a Rust, JavaScript or CSS file.
    pub fn of(file: &File) -> Self {
        let mut source = blank(&file.text, file.extension());
        if file.extension() == "rs" {
            source.drop_test_modules();
        }
        source
    }

    /// Replaces what follows `#[cfg(test)]`, up to its closing brace or semicolon.
    fn drop_test_modules(&mut self) {
        let mut from = 0;
        while let Some(start) = self.code[from..].find("#[cfg(test)]").map(|at| from + at) {
            let mut depth = 0;
            let mut end = self.code.len();
            for (at, byte) in self.code.bytes().enumerate().skip(start) {
                match byte {
                    b'{' => depth += 1,
                    b'}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 && (byte == b'}' || byte == b';') {
                    end = at + 1;
                    break;
                }
            }
            for text in [&mut self.code, &mut self.spoken] {
                let hidden = spaces(&text[start..end]);
                text.replace_range(start..end, &hidden);
            }
            from = end;
        }
    }
}

/// The lines, from 1, on which the word stands.
///
/// Where the word begins or ends with a letter, a digit or `_`, a longer word does not count.
pub fn lines_with(text: &str, word: &str) -> Vec<usize> {
    places_of(text, word)
        .into_iter()
        .map(|at| line_at(text, at))
        .collect()
}

/// The places at which the word stands.
pub fn places_of(text: &str, word: &str) -> Vec<usize> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word)
        .filter(|(at, _)| {
            let before = text[..*at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !(word.starts_with(is_word) && before.is_some_and(is_word)
                || word.ends_with(is_word) && after.is_some_and(is_word))
        })
        .map(|(at, _)| at)
        .collect()
}

/// The line, from 1, of a place in the text.
pub fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

fn blank(text: &str, extension: &str) -> Source {
    let (mut spoken, mut code) = (String::new(), String::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let comment = comment(rest, extension);
        let string = if comment == 0 {
            string(rest, extension)
        } else {
            0
        };
        let length = comment.max(string).max(first.len_utf8());
        let (piece, after) = rest.split_at(length);
        spoken += &if comment > 0 {
            spaces(piece)
        } else {
            piece.to_owned()
        };
        code += &if comment.max(string) > 0 {
            spaces(piece)
        } else {
            piece.to_owned()
        };
        rest = after;
    }
    Source { spoken, code }
}

/// The same number of bytes and the same lines, but nothing on them.
fn spaces(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
        .collect()
}

/// How long the comment is that begins here.
fn comment(text: &str, extension: &str) -> usize {
    if extension != "css" && text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if !text.starts_with("/*") {
        return 0;
    }
    let mut depth = 0;
    for at in 0..text.len() {
        let here = &text.as_bytes()[at..];
        if here.starts_with(b"/*") && (depth == 0 || extension == "rs") {
            depth += 1;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            if depth == 0 {
                return at + 2;
            }
        }
    }
    text.len()
}

/// How long the string or character is that begins here.
fn string(text: &str, extension: &str) -> usize {
    if extension == "rs" {
        let hashes = text
            .strip_prefix('r')
            .map(|rest| rest.len() - rest.trim_start_matches('#').len());
        if let Some(hashes) = hashes
            && text[1 + hashes..].starts_with('"')
        {
            let end = format!("\"{}", "#".repeat(hashes));
            let inside = &text[hashes + 2..];
            return inside
                .find(&end)
                .map_or(text.len(), |at| hashes + 2 + at + end.len());
        }
        // A lifetime is no character: that is closed after one, or begins with a backslash.
        let is_character =
            text.starts_with("'\\") || text.starts_with('\'') && text.chars().nth(2) == Some('\'');
        return if text.starts_with('"') || is_character {
            quoted(text)
        } else {
            0
        };
    }
    let quotes: &[char] = if extension == "css" {
        &['"', '\'']
    } else {
        &['"', '\'', '`']
    };
    if text.starts_with(quotes) {
        quoted(text)
    } else {
        0
    }
}

fn quoted(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut bytes = text.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' {
            bytes.next();
        } else if byte == quote {
            return at + 1;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, text: &str) -> Source {
        Source::of(&File::sample(path, text))
    }

    #[test]
    fn comments_are_no_code() {
        let source = of("a.rs", "one // two\n/* three /* four */ */ five \"// six\"");
        assert_eq!(
            source.spoken,
            "one       \n                       five \"// six\""
        );
        assert_eq!(
            source.code.trim_end(),
            "one       \n                       five"
        );
    }

    #[test]
    fn strings_end_where_they_end() {
        let text = "a(\"x\\\"y\", r#\"z\"w\"#, '\"', 'a, '\\'', b\"u\"); b";
        assert_eq!(of("a.rs", text).code.replace(' ', ""), "a(,,,'a,,b);b");
        assert_eq!(
            of("a.js", "f('a\"', `b'`, \"c\") // d")
                .code
                .replace(' ', ""),
            "f(,,)"
        );
    }

    #[test]
    fn test_modules_are_dropped_up_to_their_brace() {
        let text = "a();\n#[cfg(test)]\nmod tests {\n    fn f() { \"}\"; b() }\n}\nc();\n#[cfg(test)]\nmod other;\nd();";
        let source = of("a.rs", text);
        assert_eq!(
            source.spoken.split_whitespace().collect::<String>(),
            "a();c();d();"
        );
        assert_eq!(lines_with(&source.code, "d"), [9]);
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(
            lines_with("Intl\nIntlZones\nmy_Intl\nx.Intl()", "Intl"),
            [1, 4]
        );
        assert_eq!(lines_with("a.unwrap()\nunwrap_or()", ".unwrap()"), [1]);
    }
}
