//! The JSON parser (RFC 8259). Strings without escapes are borrowed from the text.

use crate::node::Node;

mod parser;

pub use parser::{MAX_DEPTH, Take};

use parser::Parser;

/// Why a text cannot be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// It is not JSON.
    Syntax {
        /// The byte offset of the first error; the length of the text where it ends too early.
        at: usize,
    },
    /// It is nested deeper than [`MAX_DEPTH`].
    TooDeep,
}

/// A string that no parsed key equals: U+0000 is parsed as U+FFFD.
pub const NO_KEY: &str = "\0";

/// Parses a text. U+0000 and lone surrogates become U+FFFD: neither can be shown.
pub fn parse(text: &str) -> Result<Node<'_>, Error> {
    parse_streaming(text, NO_KEY, &mut |_| {}).map(|(node, _)| node)
}

/// Parses a text, and streams the array under `key` of the top object: each item is passed to `take` and dropped. Also
/// returns the number of such arrays, which is more than one for a duplicate key.
pub fn parse_streaming<'t>(
    text: &'t str,
    key: &str,
    take: Take<'_>,
) -> Result<(Node<'t>, usize), Error> {
    let mut parser = Parser::new(text, key, take);
    match parser.whole() {
        Some(node) => Ok((node, parser.taken)),
        None if parser.is_too_deep => Err(Error::TooDeep),
        // The last byte that was read is the wrong one.
        None => Err(Error::Syntax { at: parser.at - 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::node::Members;

    fn text(text: &str) -> Node<'_> {
        Node::String(text.into())
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let document =
            r#" {"name" : "Öffnung","n":-1.5e+3 , "list":[true,false ,null,[],{ }], "}":"{"} "#;
        let list = vec![
            Node::Bool(true),
            Node::Bool(false),
            Node::Null,
            Node::Array(vec![]),
            Node::Object(Members::default()),
        ];
        let expected = [
            ("name".into(), text("Öffnung")),
            ("n".into(), Node::Number("-1.5e+3".into())),
            ("list".into(), Node::Array(list)),
            ("}".into(), text("{")),
        ];
        let expected = Node::Object(expected.into_iter().collect());
        assert_eq!(parse(document), Ok(expected));
        assert_eq!(parse("\"\""), Ok(text("")));
    }

    #[test]
    fn escapes_are_read() {
        for (written, meant) in [
            (r#""a\nb\t\"\\\/\b\f\r""#, "a\nb\t\"\\/\u{8}\u{c}\r"),
            (r#""\u00d6\u00DF \ud83d\ude00!""#, "Öß 😀!"),
            // Halves of a pair, and a zero.
            (
                r#""\ud83d\n\ud83d\u0041\ude00\u0000.""#,
                "\u{fffd}\n\u{fffd}A\u{fffd}\u{fffd}.",
            ),
        ] {
            assert_eq!(parse(written), Ok(text(meant)), "{written}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(&nested(MAX_DEPTH)).is_ok());
        assert_eq!(parse(&nested(MAX_DEPTH + 1)), Err(Error::TooDeep));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for document in [
            "",
            " ",
            "{",
            "[",
            "[1",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" 1}",
            "{\"a\":1]",
            "[1}",
            "\"a",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\\u12\"",
            "\"\n\"",
            "nul",
            "truth",
            "tru",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "1e+",
            "+1",
            "1 1",
            "ö",
            "'a'",
            "// a\n1",
            "\u{feff}1",
        ] {
            assert!(
                matches!(parse(document), Err(Error::Syntax { .. })),
                "{document}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_found_where_it_stands() {
        for (before, behind) in [
            ("", ""),
            ("  ", ""),
            ("[1, ", "ö]"),
            ("{\"name\": ", "}"),
            ("{\"name\"", " \"A\"}"),
            ("{\"a\": 1,\n", "}"),
            ("{", "a: 1}"),
            ("[1", " 2]"),
            ("[tr", "ou]"),
            ("[-", "x]"),
            ("[1.", "]"),
            ("[1e+", ""),
            ("[0", "1]"),
            ("[\"a", "\nb\"]"),
            ("[\"a\\", "x\"]"),
            ("[\"\\u00", "g0\"]"),
            ("[\"Ж", ""),
            ("{\"a\": [\"Ж\", ", ""),
            ("1 ", "“1"),
        ] {
            let text = [before, behind].concat();
            // Blanks are passed over before something is missed.
            let at = before.len() + behind.len() - behind.trim_start_matches(' ').len();
            assert_eq!(parse(&text), Err(Error::Syntax { at }), "{text}");
        }
    }

    #[test]
    fn lists_under_odd_keys_are_kept() {
        for key in ["", "\\u0000", "subEvent"] {
            let document = format!(r#"{{"{key}": [1, 2]}}"#);
            let node = parse(&document).expect("it is JSON");
            let Node::Object(members) = &node else {
                panic!("it is an object");
            };
            let kept = members.iter().next().map(|(_, list)| list.items().len());
            assert_eq!(kept, Some(2), "{key}");
        }
    }
}
