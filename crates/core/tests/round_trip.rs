//! Files of appointments, read by two programs that others wrote in other languages.
//!
//! They have to be installed: `cargo xtask test calendar` sees to that. A third reader is in `calendar/random.rs`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::Datelike;
use document::{Document, stamp};
use handbill_core::calendar::{Appointment, Form, Status, ics};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

#[path = "calendar/cases.rs"]
mod cases;
#[expect(dead_code, reason = "some of it is of no use here")]
#[path = "calendar/document.rs"]
mod document;
#[path = "calendar/text.rs"]
mod text;
#[path = "host/zones.rs"]
mod zones;

/// How many random documents are tried.
const RANDOM: usize = 200;

/// Where this crate's repository is.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

#[test]
#[ignore = "needs Python's icalendar and npm's ical.js: cargo xtask test calendar"]
fn what_others_read_is_what_was_written() {
    let files = written();
    let paths: Vec<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    let python = env::var_os("HANDBILL_PYTHON").unwrap_or("python3".into());
    for (program, script) in [(python, "parse.py"), ("node".into(), "parse.mjs")] {
        let script = Path::new(ROOT).join("tests/calendar").join(script);
        let mut command = Command::new(program);
        let output = command
            .arg(&script)
            .args(&paths)
            .output()
            .expect("it can be started");
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {complaint}", script.display());
        let read: Vec<Value> = serde_json::from_slice(&output.stdout).expect("it prints JSON");
        assert_eq!(read.len(), files.len());
        for (read, (path, expected)) in read.iter().zip(&files) {
            compare(read, expected, &[&script, path]);
        }
    }
}

/// Finds what differs, since nobody reads the whole.
fn compare(read: &Value, expected: &Value, where_found: &[&Path]) {
    let events = |value: &Value| value["events"].as_array().cloned().unwrap_or_default();
    for (read, expected) in events(read).iter().zip(&events(expected)) {
        for (key, expected) in expected.as_object().into_iter().flatten() {
            assert_eq!(&read[key], expected, "{key} in {where_found:?}");
        }
    }
    assert_eq!(
        events(read).len(),
        events(expected).len(),
        "{where_found:?}"
    );
    for key in ["problems", "method", "name"] {
        assert_eq!(read[key], expected[key], "{key} in {where_found:?}");
    }
}

/// Files for all cases, with what has to be read from each.
fn written() -> Vec<(PathBuf, Value)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("calendar");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let mut runner = TestRunner::deterministic();
    let random = (0..RANDOM).map(|_| {
        let document = text::document().new_tree(&mut runner).expect("a document");
        document.current()
    });
    let mut files = Vec::new();
    // The names of random documents are not ones that a file can hold as they are.
    let cases = cases::all().into_iter().map(|document| {
        let name = document["name"].as_str().map(|name| name.trim().to_owned());
        (document, name)
    });
    let random = random.map(|document| (document, None));
    for (number, (document, name)) in cases.chain(random).enumerate() {
        let all = Document::new(&document).all();
        let name = name.as_deref();
        let path = folder.join(format!("{number:03}.ics"));
        let file = ics::file(&all, name, stamp());
        fs::write(&path, file).expect("a file can be written");
        files.push((path, expected(&all, name)));
    }
    files
}

/// An address as it is written: backslashes, which no address has, as the bytes that they are.
fn address(url: &str) -> String {
    url.replace('\\', "%5C")
}

/// What is in a file, in the shape that the two programs print.
fn expected(appointments: &[Appointment], name: Option<&str>) -> Value {
    let events: Vec<Value> = appointments
        .iter()
        .map(|one| {
            let time = |at: chrono::NaiveDateTime| match one.slot.form {
                Form::Date => at.date().to_string(),
                Form::Floating => at.format("%Y-%m-%dT%H:%M:%S").to_string(),
                Form::Utc => at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            };
            assert!(one.slot.start.year() > 1900, "the cases are of our times");
            let notes = one.notes();
            let organizer = one.organizer.as_ref().map(|organizer| {
                [
                    organizer.name.replace('"', "'"),
                    address(&organizer.address),
                ]
            });
            json!({
                "uid": one.uid,
                "sequence": one.sequence,
                "status": match one.status {
                    Status::Confirmed => "CONFIRMED",
                    Status::Tentative => "TENTATIVE",
                    Status::Cancelled => "CANCELLED",
                },
                "stamp": "2024-01-02T03:04:05Z",
                "modified": "2024-01-02T03:04:05Z",
                "start": time(one.slot.start),
                "end": (one.slot.end > one.slot.start).then(|| time(one.slot.end)),
                "title": one.title,
                "notes": (!notes.is_empty()).then_some(notes),
                "location": one.location,
                "url": one.url.as_deref().map(address),
                "conferences": one.conferences.iter().map(|url| address(url)).collect::<Vec<_>>(),
                "organizer": organizer,
            })
        })
        .collect();
    json!({"problems": [], "method": "PUBLISH", "name": name, "events": events})
}
