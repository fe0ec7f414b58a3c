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
    use Slip::{LastComma, Other, Typography};
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
        ("{\"name\": [,]}", 1, 11, Other),
        ("{\"name\": \"Öffnung\" \"theme\"}", 1, 20, Other),
        ("{\"name\": \"Open\nday\"}", 1, 15, Other),
        ("{\"name\": ]", 1, 10, Other),
        ("{\"name\": \"Open day\"", 1, 20, Other),
        ("{\"name\": \"Open day", 1, 19, Other),
        ("{\"name\": 1}\n}", 2, 1, Other),
        ("{'name': 1}", 1, 2, Other),
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
    ] {
        assert_eq!(problem(text).sentence("a.json"), sentence);
    }
}
