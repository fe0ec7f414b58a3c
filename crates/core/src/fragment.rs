//! URL fragments that link to an entry: `#handbill-NAME`.

use std::collections::BTreeMap;

use crate::event::{Entry, Event};
use crate::number::decimal;
use crate::strings::{after_last, concat};

/// The prefix of such a fragment.
pub const PREFIX: &str = "#handbill-";

/// The most bytes of a name; a longer one is cut at a hyphen.
const LONGEST: usize = 48;

/// The names of all entries in the order of [`Event::entries`], without duplicates.
///
/// A name comes from the end of the `@id`, else from the name of the entry: either stays the same while the programme is
/// corrected. Duplicates get a number.
pub fn fragments(event: &Event) -> Vec<String> {
    // The names so far, each with the last number after it.
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    let mut fragments = Vec::new();
    for entry in &event.entries {
        let name = name(entry);
        let mut fragment = name.clone();
        while taken.contains_key(&fragment) {
            let number = taken.entry(name.clone()).or_default();
            *number += 1;
            fragment = concat(&[&name, "-", &decimal(*number)]);
        }
        taken.insert(fragment.clone(), 1);
        fragments.push(fragment);
    }
    fragments
}

fn name(entry: &Entry) -> String {
    let id = entry.id.as_deref().map(last).unwrap_or_default();
    [id, &entry.name, "entry"]
        .into_iter()
        .map(slug)
        .find(|slug| !slug.is_empty())
        .unwrap_or_default()
}

/// The end of an identifier, after the last `#`, `/` or `:`.
fn last(id: &str) -> &str {
    let id = id.trim_end_matches(['/', '#']);
    after_last(id, b"#/:")
}

/// A text as one word for URLs and file names: `A Morning on Soil` becomes `a-morning-on-soil`.
///
/// Letters of all scripts stay, Latin capitals become small, everything else becomes a hyphen.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    // The end of the last word that fits.
    let mut end = 0;
    for c in text.chars() {
        if !is_of_word(c) {
            if !slug.is_empty() && !slug.ends_with('-') {
                end = slug.len();
                slug.push('-');
            }
        } else if slug.len() + c.len_utf8() <= LONGEST {
            slug.push(c.to_ascii_lowercase());
        } else {
            // A word that does not fit is left out; the first one is cut.
            let end = if end == 0 { slug.len() } else { end };
            slug.truncate(end);
            break;
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// Whether a character belongs to a word. Beyond ASCII, all do but blanks and common punctuation.
fn is_of_word(c: char) -> bool {
    match c {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        // Full-width and Arabic punctuation.
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '،' | '؛' | '؟' => false,
        c => c.is_ascii_alphanumeric() || !c.is_ascii(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    fn fragments_of(entries: &str) -> Vec<String> {
        let document = format!(r#"{{"name": "E", "subEvent": {entries}}}"#);
        let (event, _) = read(&document, "");
        fragments(&event.expect("it can be read"))
    }

    #[test]
    fn texts_become_words() {
        for (text, expected) in [
            ("A Morning on Soil", "a-morning-on-soil"),
            ("  Q&A – “open” floor!  ", "q-a-open-floor"),
            ("Élan", "Élan"),
            ("土の朝。ようこそ", "土の朝-ようこそ"),
            ("ما الجديد؟", "ما-الجديد"),
            ("हिन्दी", "हिन्दी"),
            ("…", ""),
            (
                "An introduction to everything that lives in the ground below us",
                "an-introduction-to-everything-that-lives-in-the",
            ),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
        assert_eq!(slug(&"x".repeat(60)).len(), 48);
        assert_eq!(slug(&"土".repeat(60)), "土".repeat(16));
    }

    #[test]
    fn an_identifier_counts_more_than_a_name() {
        let entries = r#"[
            {"@id": "https://soil.example/2024#talk-7", "name": "Worms"},
            {"@id": "https://soil.example/talks/8/", "name": "Worms"},
            {"@id": "urn:uuid:0F1", "name": "Worms"},
            {"name": "Worms"}]"#;
        assert_eq!(fragments_of(entries), ["talk-7", "8", "0f1", "worms"]);
    }

    #[test]
    fn no_two_are_alike() {
        let entries = r#"[{"name": "Lunch"}, {"name": "Lunch 2"}, {"name": "lunch"}, {"name": "…"}, {"name": "!"}]"#;
        assert_eq!(
            fragments_of(entries),
            ["lunch", "lunch-2", "lunch-3", "entry", "entry-2"]
        );
    }
}
