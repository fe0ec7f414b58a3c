//! The names and words of the reader's sources, and those of the schema.

use std::collections::BTreeSet;

use handbill_core::conference::details;
use handbill_core::read;
use handbill_core::read::plain_text::FromHtml;
use serde_json::{Value, json};

use super::{schema, sparse};

const EVENT: &str = include_str!("../../src/read/event.rs");
const WORD: &str = include_str!("../../src/read/enumeration.rs");
const SOURCES: [&str; 13] = [
    EVENT,
    WORD,
    include_str!("../../src/read/url.rs"),
    include_str!("../../src/read/entry.rs"),
    include_str!("../../src/read/graph.rs"),
    include_str!("../../src/read/types.rs"),
    include_str!("../../src/read/offer.rs"),
    include_str!("../../src/read/person.rs"),
    include_str!("../../src/read/place.rs"),
    include_str!("../../src/read/text.rs"),
    include_str!("../../src/read/translate.rs"),
    include_str!("../../src/read/value.rs"),
    include_str!("../../src/conference/details.rs"),
];

/// What stands between quotes in a source, without its tests.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|text| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic() || c == '@')
        })
}

/// The words of the closed lists, in the reader's folded spelling.
pub fn words() -> BTreeSet<&'static str> {
    let lists = WORD.split("const WORDS").skip(1);
    lists
        .filter_map(|list| list.split("];").next())
        .flat_map(quoted)
        .collect()
}

/// The names that authors write in place of the right ones.
pub fn misspelt() -> BTreeSet<&'static str> {
    let list = EVENT.split("const NEAR_MISSES").nth(1).unwrap_or_default();
    let list = list.split(");\n]").next().unwrap_or_default();
    let list = list.split("];").next().unwrap_or_default();
    quoted(list).step_by(2).collect()
}

/// Gathers the names of all properties in a part of the schema, without those of the parts that it refers to.
fn gather(part: &Value, names: &mut BTreeSet<String>) {
    match part {
        Value::Object(members) => {
            for (key, value) in members {
                if let ("properties", Some(properties)) = (key.as_str(), value.as_object()) {
                    names.extend(properties.keys().cloned());
                }
                if key != "$defs" && key != "examples" {
                    gather(value, names);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, names)),
        _ => {}
    }
}

#[test]
fn every_name_of_the_schema_is_read() {
    let schema = schema();
    let sparse = sparse::objects();
    for (part, rules) in schema["$defs"]
        .as_object()
        .expect("the parts of the schema")
    {
        let mut names = BTreeSet::new();
        gather(rules, &mut names);
        for name in names {
            let is_read = sparse.iter().any(|(of, document, place)| {
                *of == part.trim_end_matches("Value") && makes_a_difference(document, place, &name)
            });
            assert!(
                is_read,
                "{part} knows \"{name}\", which changes nothing for the reader"
            );
        }
    }
}

/// Whether what stands under `name` of the object at `place` changes what is read.
fn makes_a_difference(document: &Value, place: &str, name: &str) -> bool {
    let with = |value: Option<&Value>| {
        let mut document = document.clone();
        let object = document.pointer_mut(place).and_then(Value::as_object_mut);
        let object = object.expect("an object is there");
        match value {
            Some(value) => _ = object.insert(name.to_owned(), value.clone()),
            None => _ = object.remove(name),
        }
        let text = document.to_string();
        // What large programmes show beside is read later.
        format!(
            "{:?} {:?}",
            read(&text, ""),
            details(&text, "", Some(&FromHtml))
        )
    };
    let without = with(None);
    let marks = sparse::marks();
    let mut marks = marks.as_array().into_iter().flatten();
    marks.any(|mark| with(Some(mark)) != without)
}

#[test]
fn every_name_that_is_read_is_in_the_schema() {
    /// Types and words that are quoted in the sources, and are no names of properties.
    const NO_NAMES: [&str; 11] = [
        "Course",
        "Place",
        "Venue",
        "Event",
        "Festival",
        "Hackathon",
        "CourseInstance",
        "EventSeries",
        "Role",
        "VirtualLocation",
        "online",
    ];
    let mut known = BTreeSet::new();
    gather(&schema(), &mut known);
    gather(
        &json!(
            schema()["$defs"]
                .as_object()
                .map(|parts| parts.values().collect::<Vec<_>>())
        ),
        &mut known,
    );
    let read: BTreeSet<&str> = SOURCES.iter().flat_map(|source| quoted(source)).collect();
    assert!(read.len() > 60, "the sources were not understood: {read:?}");
    let missing: Vec<&&str> = read
        .iter()
        .filter(|name| !known.contains(**name) && !NO_NAMES.contains(name))
        .filter(|name| !words().contains(*name) && !misspelt().contains(*name))
        .collect();
    assert!(
        missing.is_empty(),
        "package/event.schema.json lacks {missing:?}"
    );
}
