//! Documents as people write them, and what is made of each: `fixtures/NAME.json` beside `fixtures/NAME.expected`.
//!
//! `UPDATE_EXPECT=1 cargo test -p handbill-core --test corpus` writes the expected texts anew; then read them.

use std::fs;
use std::path::Path;

use dump::Dump;
use expect_test::expect_file;
use handbill_core::json::MAX_DEPTH;
use handbill_core::read::MAX_BYTES;
use handbill_core::{ProblemKind, TimeZoneId, Timeline, Zone, read};
use zones::ChronoTz;

#[path = "corpus/dump.rs"]
mod dump;
#[path = "host/zones.rs"]
mod zones;

/// Where the visitors are: an offset with minutes to the east, and one to the west.
const VISITORS: [&str; 2] = ["Asia/Kathmandu", "America/New_York"];

#[test]
fn documents_are_read_as_expected() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut count = 0;
    for file in fs::read_dir(&fixtures).expect("there are fixtures") {
        let document = file.expect("a fixture can be named").path();
        if document
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let text = fs::read_to_string(&document).expect("a fixture is UTF-8");
            println!("{}", document.display());
            expect_file![document.with_extension("expected")].assert_eq(&dump(&text));
            count += 1;
        }
    }
    assert!(count >= 25, "only {count} fixtures were found");
}

/// Everything that is made of a document.
fn dump(text: &str) -> String {
    let mut dump = Dump::default();
    let (event, mut problems) = read(text, "");
    let Some(event) = event else {
        dump.problems(&problems);
        return dump.text();
    };
    let (timeline, more) = Timeline::resolve(&event, &ChronoTz, None);
    problems.extend(more);
    dump.problems(&problems);
    dump.event(&event);
    dump.timeline(&event, &timeline);
    dump.course(&timeline);
    if !timeline.entries.is_empty() {
        dump.agenda(&event, &timeline, &ChronoTz, &timeline.zone);
        let visitors = VISITORS.map(|id| Zone::Named(TimeZoneId::new(id).expect("a zone")));
        let is_elsewhere =
            |visitor: &&Zone| !timeline.zone.is_floating() && timeline.zone != **visitor;
        for visitor in visitors.iter().filter(is_elsewhere) {
            dump.agenda(&event, &timeline, &ChronoTz, visitor);
        }
    }
    dump.text()
}

#[test]
fn the_first_event_begins_for_everybody_at_the_same_instant() {
    let document = include_str!("fixtures/unesco-learning-cities.json");
    let (event, _) = read(document, "");
    let (timeline, _) = Timeline::resolve(&event.expect("the event is read"), &ChronoTz, None);
    let starts_at = timeline.starts_at().expect("its start is known");
    for (zone, shown) in [
        ("America/New_York", "2024-02-14 06:30:00"),
        ("America/Sao_Paulo", "2024-02-14 08:30:00"),
        ("Europe/Paris", "2024-02-14 12:30:00"),
        ("Asia/Kathmandu", "2024-02-14 17:15:00"),
        ("Australia/Adelaide", "2024-02-14 22:00:00"),
        ("Pacific/Auckland", "2024-02-15 00:30:00"),
        ("Pacific/Kiritimati", "2024-02-15 01:30:00"),
        ("Pacific/Honolulu", "2024-02-14 01:30:00"),
    ] {
        let visitor = Zone::Named(TimeZoneId::new(zone).expect("a zone"));
        let civil = visitor.civil_at(&ChronoTz, starts_at);
        assert_eq!(civil.to_string(), shown, "{zone}");
    }
}

#[test]
fn a_document_may_be_as_deep_as_the_limit_and_no_deeper() {
    // The object itself is one level.
    let nested = |levels: usize| {
        let (open, close) = ("[".repeat(levels - 1), "]".repeat(levels - 1));
        let document =
            format!(r#"{{"name": "Deep", "startDate": "2025-06-01T12:00Z", "x": {open}{close}}}"#);
        read(&document, "")
    };
    let (event, problems) = nested(MAX_DEPTH);
    assert_eq!(event.map(|event| event.name), Some("Deep".to_owned()));
    assert_eq!(problems, []);
    for levels in [MAX_DEPTH + 1, 200, 100_000] {
        let (event, problems) = nested(levels);
        assert_eq!(event, None);
        let kinds: Vec<ProblemKind> = problems.into_iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [ProblemKind::TooDeep], "{levels}");
    }
}

#[test]
fn a_document_may_be_as_large_as_the_limit_and_no_larger() {
    let (before, after) = (
        r#"{"name": "Large", "startDate": "2025-06-01T12:00Z", "x": ""#,
        r#""}"#,
    );
    let sized = |bytes: usize| {
        let middle = "x".repeat(bytes - before.len() - after.len());
        read(&[before, &middle, after].concat(), "")
    };
    let (event, problems) = sized(MAX_BYTES);
    assert_eq!(event.map(|event| event.name), Some("Large".to_owned()));
    assert_eq!(problems, []);
    let (event, problems) = sized(MAX_BYTES + 1);
    assert_eq!(event, None);
    let sentences: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences,
        ["The document is larger than 8 MiB. Leave out what visitors do not need."]
    );
}
