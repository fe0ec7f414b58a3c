//! Texts that are no document, and what is said of each.

use handbill_core::problem::Slip;
use handbill_core::{ProblemKind, read};

/// The one problem with a text in which there is no event.
#[track_caller]
fn problem(text: &str) -> ProblemKind {
    let (event, mut problems) = read(text, "");
    assert_eq!(event, None, "{text}");
    assert_eq!(problems.len(), 1, "{text}: {problems:?}");
    let problem = problems.remove(0);
    assert_eq!(problem.path, "", "{text}");
    problem.kind
}

#[test]
fn what_holds_nothing_is_empty() {
    for text in ["", "\n \t\r\n", "\u{feff}", "\u{feff}\n"] {
        assert_eq!(problem(text), ProblemKind::Empty, "{text:?}");
    }
}

#[test]
fn a_web_page_is_told_from_a_document() {
    for text in [
        "<!DOCTYPE html>",
        "\n\n  <p>Oops</p>",
        "\u{feff}<?xml version='1.0'?>",
    ] {
        assert_eq!(problem(text), ProblemKind::WebPage, "{text:?}");
    }
}

#[test]
fn a_mistake_is_found_in_its_line_and_called_by_its_name() {
    use Slip::*;
    for (text, line, column, slip) in [
        ("{“name”: “Open day”}", 1, 2, Typography),
        ("{„name“: \"Open day\"}", 1, 2, Typography),
        ("{\"name\": «Open day»}", 1, 10, Typography),
        ("{\n\u{a0}\u{a0}\"name\": \"Open day\"\n}", 2, 1, Typography),
        // Here they do no harm.
        (
            "{\"name\": \"“Open”\u{a0}day\",\n \"theme\" \"“\"}",
            2,
            10,
            Other,
        ),
        ("{\"name\": \"Open day\",}", 1, 21, LastComma),
        (
            "{\"subEvent\": [\r\n  \"Öffnung\", \"Ende\",\r\n]}",
            3,
            1,
            LastComma,
        ),
        ("{\"name\": [,]}", 1, 11, ExtraComma),
        ("{\"name\": 1,,}", 1, 12, ExtraComma),
        ("{\"name\": \"Öffnung\" \"theme\"}", 1, 20, Other),
        ("{\"name\": ]", 1, 10, Other),
        // In strings.
        ("{\"name\": \"Open\nday\"}", 1, 15, LineBreak),
        ("{\"name\": \"Open\r\nday\"}", 1, 15, LineBreak),
        ("{\"name\": \"Open\tday\"}", 1, 15, Tab),
        ("{\"name\": \"Editor\\'s\"}", 1, 18, Escape),
        ("{\"name\": \"C:\\Users\"}", 1, 14, Escape),
        ("{\"name\": \"The \"best\" day\"}", 1, 16, QuoteInside),
        // Other languages than JSON.
        ("// Open day\n{}", 1, 1, Comment),
        ("{\n  # a comment\n}", 2, 3, Comment),
        ("{\"a\": 1 /* one */}", 1, 9, Comment),
        ("<![CDATA[{}]]>", 1, 1, Cdata),
        ("//<![CDATA[\n{}\n//]]>", 1, 1, Cdata),
        ("\n/* <![CDATA[ */\n{}", 2, 1, Cdata),
        ("{}\n]]>", 2, 1, Cdata),
        ("{}\n// ]]>", 2, 1, Cdata),
        ("{&quot;name&quot;: 1}", 1, 2, Entity),
        ("{\"name\": &#8220;A&#8221;}", 1, 10, Entity),
        ("{<br />\n\"name\": 1}", 1, 2, Tag),
        ("{\"name\": 1,</p>\n<p>\"theme\": 2}", 1, 12, Tag),
        (
            "<script type=\"application/ld+json\">{}</script>",
            1,
            1,
            Tag,
        ),
        ("{\"a\": NaN}", 1, 7, Word),
        ("{\"a\": -Infinity}", 1, 8, Word),
        ("{\"a\": undefined}", 1, 7, Word),
        ("{\"a\": [None, 1]}", 1, 8, Word),
        ("{\"a\": True}", 1, 7, Word),
        // Quotes that are missing, or others.
        ("{'name': 1}", 1, 2, NoQuotes),
        ("{\"name\": 'A'}", 1, 10, NoQuotes),
        ("{name: 1}", 1, 2, NoQuotes),
        ("{\"a\": 1, name: 1}", 1, 10, NoQuotes),
        ("{\"a\": tomorrow}", 1, 8, NoQuotes),
        ("{\"a\": Berlin}", 1, 7, NoQuotes),
        ("{\"a\": 2027-06-11}", 1, 11, NoQuotes),
        ("{\"a\": 12:30}", 1, 9, NoQuotes),
        // The end.
        ("{\"name\": 1}\n}", 2, 1, ExtraBracket),
        ("[1]]", 1, 4, ExtraBracket),
        ("{\"name\": 1};", 1, 12, MoreBehind),
        ("{\"name\": 1}\n{\"name\": 2}", 2, 1, MoreBehind),
        ("{\"name\": 1},\n{\"name\": 2}", 1, 12, MoreBehind),
        ("{\"name\": \"Open day\"", 1, 20, EndsEarly),
        ("{\"name\": \"Open day", 1, 19, EndsEarly),
        ("{\"name\": ", 1, 10, EndsEarly),
        ("{\"name\": 01}", 1, 11, Other),
    ] {
        let expected = ProblemKind::NotJson { line, column, slip };
        assert_eq!(problem(text), expected, "{text}");
    }
}

#[test]
fn the_sentences_say_what_to_do() {
    for (text, sentence) in [
        ("", "a.json is empty. Write the event into it."),
        (
            "<p>",
            "a.json is a web page, not an event document. Check the address that it comes from.",
        ),
        (
            "{“name”: 1}",
            "a.json is not valid JSON (line 1, column 2). Write straight quotes and plain blanks.",
        ),
        (
            "[1, ]",
            "a.json is not valid JSON (line 1, column 5). Remove the comma before the closing bracket.",
        ),
        (
            "{\"name\": }",
            "a.json is not valid JSON (line 1, column 10). Look for a missing comma, quote or bracket.",
        ),
        (
            "{\"name\": \"a\nb\"}",
            "a.json is not valid JSON (line 1, column 12). \
             Close the quote before the line ends, or write \\n for a line break inside a text.",
        ),
        (
            "{\"name\": \"a \"b\" c\"}",
            "a.json is not valid JSON (line 1, column 14). \
             Write \\\" for a quote inside a text, and a comma between two values.",
        ),
    ] {
        assert_eq!(problem(text).sentence("a.json"), sentence);
    }
}
