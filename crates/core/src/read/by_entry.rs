//! A document that is read entry by entry: of a large programme, only the entry that is being read is a tree.

use super::graph::{Graph, Named, name_all};
use super::not_json::not_json;
use super::{MAX_BYTES, Reading, Step, translate};
use crate::node::{NO_KEY, Node, Unreadable};
use crate::parts::trimmed;
use crate::problem::{Problem, ProblemKind};

/// What is done with each entry. It may be told of entries that are told of again, if the document has to be read as a whole.
pub type Visit<'f> = &'f mut dyn for<'a> FnMut(&mut Reading<'a>, &'a Node<'a>);

/// Reads a document of JSON, and visits its entries where they stand in one list at its top; returns it without them, and
/// true. Returns the whole document and false where they have to be visited in that.
///
/// That is so where one object refers to another by its `@id`, and where the document has a translation to `language`:
/// what is needed of the rest may come later.
pub fn by_entry<'t>(
    text: &'t str,
    language: &str,
    problems: &mut Vec<Problem>,
    visit: Visit<'_>,
) -> Result<(Node<'t>, bool), ProblemKind> {
    let text = json_of(text)?;
    let mut key = "subEvent";
    loop {
        let (mut count, mut has_reference) = (0, false);
        problems.clear();
        let read = Node::read_but(text, key, &mut |node| {
            has_reference |= name_all(node, &mut Named::default());
            // With room for the longest way within an entry: to a name of a person who has a role.
            let mut path = Vec::with_capacity(8);
            path.push(Step::Key("subEvent"));
            path.push(Step::Index(count));
            let mut reading = Reading {
                graph: Graph::default(),
                path,
                problems: Vec::new(),
                entries: None,
            };
            count += 1;
            reading.item(node, &mut |reading, node| visit(reading, node));
            problems.append(&mut reading.problems);
        });
        let (document, lists) = read.map_err(|why| match why {
            Unreadable::TooDeep => ProblemKind::TooDeep,
            Unreadable::NotJson { at } => not_json(text, at),
        })?;
        has_reference |= name_all(&document, &mut Named::default());
        // Of a key that stands twice the last one counts, and a `@graph` is what the document is about.
        let is_programme = lists == 1
            && matches!(document.get("subEvent"), Some(Node::List(_)))
            && document.get("@graph").is_none();
        let is_translated = translate::words(&document, language).is_some();
        if count == 0 || is_programme && !has_reference && !is_translated {
            return Ok((document, count > 0));
        }
        key = NO_KEY;
    }
}

/// The text without what may stand before its JSON, if it may be some.
fn json_of(text: &str) -> Result<&str, ProblemKind> {
    // Some editors begin a file with a byte order mark, which browsers pass over before they parse it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_BYTES {
        return Err(ProblemKind::TooLarge);
    }
    match trimmed(text).as_bytes().first() {
        None => Err(ProblemKind::Empty),
        Some(b'<') => Err(ProblemKind::WebPage),
        Some(_) => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Event, read};

    /// Whether a document is read entry by entry, and its event.
    #[track_caller]
    fn event(text: &str) -> (bool, Event) {
        let parsed = by_entry(text, "", &mut Vec::new(), &mut |_, _| {});
        let (document, is_by_entry) = parsed.expect("it is JSON");
        if is_by_entry {
            let left = document.get("subEvent").map(|list| list.items().len());
            assert_eq!(left, Some(0), "its entries are not kept");
        } else {
            assert_eq!(Ok(document), Node::read(text));
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
