//! Streams the entries of a document, so that of a large programme only the current entry is in memory as nodes.

use crate::json::{self, NO_KEY, parse_streaming};
use crate::node::Node;
use crate::problem::{Problem, ProblemKind};
use crate::read::cursor::Cursor;
use crate::read::graph::{Ids, collect_ids};
use crate::read::plain_text::Html;
use crate::read::source::{json_of, not_json};
use crate::read::translate::translation;
use crate::read::types;

/// Takes the node of each entry. Where the document turns out to need the whole tree, entries come that do not count.
pub type Visit<'f> = &'f mut dyn for<'a> FnMut(&mut Cursor<'a>, &'a Node<'a>);

/// Parses a document and streams the entries in `subEvent` of the top object. Returns the document without them, and true.
///
/// Returns the whole document and false where an entry may need other parts of it: where there are references by `@id`, or
/// a translation to `language`. Then the entries that were streamed do not count.
pub fn stream<'t>(
    text: &'t str,
    language: &str,
    html: Html,
    problems: &mut Vec<Problem>,
    visit: Visit<'_>,
) -> Result<(Node<'t>, bool), ProblemKind> {
    let text = json_of(text)?;
    let mut key = "subEvent";
    loop {
        let (mut count, mut has_reference) = (0, false);
        problems.clear();
        let read = parse_streaming(text, key, &mut |node| {
            has_reference |= collect_ids(node, &mut Ids::default());
            let mut cursor = Cursor::at_entry(count, html);
            count += 1;
            cursor.item(node, &mut |cursor, node| visit(cursor, node));
            problems.append(&mut cursor.problems);
        });
        let (document, lists) = read.map_err(|why| match why {
            json::Error::TooDeep => ProblemKind::TooDeep,
            json::Error::Syntax { at } => not_json(text, at),
        })?;
        has_reference |= collect_ids(&document, &mut Ids::default());
        // Of duplicate keys the last counts, and beside a `@graph` other members do not. The event may also be in another
        // property of an object that is none.
        let is_programme = lists == 1
            && (types::is_event(&document) || document.get("startDate").is_some())
            && matches!(document.get("subEvent"), Some(Node::Array(_)))
            && document.get("@graph").is_none();
        let is_translated = translation(&document, language, html).0.is_some();
        if count == 0 || is_programme && !has_reference && !is_translated {
            return Ok((document, count > 0));
        }
        key = NO_KEY;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Event, read};

    /// Whether a document is read entry by entry, and its event.
    #[track_caller]
    fn event(text: &str) -> (bool, Event) {
        let parsed = stream(text, "", None, &mut Vec::new(), &mut |_, _| {});
        let (document, is_by_entry) = parsed.expect("it is JSON");
        if is_by_entry {
            let left = document.get("subEvent").map(|list| list.items().len());
            assert_eq!(left, Some(0), "its entries are not kept");
        } else {
            assert_eq!(Ok(document), json::parse(text));
        }
        let result = read(text, "");
        // What stands in a list is read as a whole.
        assert_eq!(result, read(&["[", text, "]"].concat(), ""));
        (is_by_entry, result.0.expect("an event"))
    }

    #[test]
    fn entries_of_one_list_are_read_one_by_one() {
        let (is_by_entry, event) = event(
            r#"{"subEvent": ["Doors", null, " ", {"name": "Talk", "performer": ["A", {"name": "B"}], "startDate": "x"},
                true, ["no"]], "about": {"description": "All"}, "name": "E", "title": "F"}"#,
        );
        assert!(is_by_entry);
        assert_eq!(event.entries.len(), 2);
        assert_eq!(event.entries[1].contributions.len(), 2);
    }

    #[test]
    fn others_are_read_with_the_whole() {
        for (text, count) in [
            (r#"{"name": "E"}"#, 0),
            (r#"{"name": "E", "subEvent": []}"#, 0),
            (r#"{"name": "E", "subEvent": {"name": "Talk"}}"#, 1),
            (
                r#"[{"name": "E", "startDate": "2024-02-14", "subEvent": ["Talk"]}]"#,
                1,
            ),
            (
                r#"{"name": "E", "subEvent": ["One", "Two"], "subEvent": ["Three"]}"#,
                1,
            ),
            (
                r#"{"name": "E", "subEvent": ["One", "Two"], "subEvent": "Three"}"#,
                1,
            ),
            (
                r##"{"name": "E", "subEvent": [{"name": "Talk", "performer": {"@id": "#a"}}], "performer": {"@id": "#a", "name": "A"}}"##,
                1,
            ),
            (
                r##"{"name": "E", "performer": {"@id": "#a"}, "subEvent": [{"name": "Talk", "performer": {"@id": "#a", "name": "A"}}]}"##,
                1,
            ),
            (
                r#"{"@type": "Place", "subEvent": ["Passed over"], "event": {"@type": "Event", "name": "E", "subEvent": ["Talk", "Walk"]}}"#,
                2,
            ),
            (
                r#"{"subEvent": ["Passed over"], "@graph": [{"@type": "Event", "name": "E", "subEvent": ["Talk", "Walk"]}]}"#,
                2,
            ),
        ] {
            let (is_by_entry, event) = event(text);
            assert!(!is_by_entry, "{text}");
            assert_eq!(event.entries.len(), count, "{text}");
        }
    }

    #[test]
    fn a_text_that_breaks_off_is_no_document() {
        for text in [
            r#"{"name": "E", "subEvent": ["One", "#,
            r#"{"subEvent": [1]]"#,
        ] {
            let (event, problems) = read(text, "");
            assert_eq!(event, None, "{text}");
            assert_eq!(problems.len(), 1, "{text}");
            let is_json = !matches!(problems[0].kind, ProblemKind::NotJson { .. });
            assert!(!is_json, "{text}");
        }
    }
}
