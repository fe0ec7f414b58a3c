//! `package/event.schema.json` says of a document what the reader says of it.
//!
//! Editors check documents by the schema while people type; the widget checks them by the reader. Where the two
//! disagree, somebody is told to correct what is right, or not told what is wrong.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use handbill_core::read;
use jsonschema::Validator;
use serde_json::{Value, json};

#[path = "schema/names.rs"]
mod names;
#[path = "schema/sparse.rs"]
mod sparse;
#[path = "schema/values.rs"]
mod values;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn schema() -> Value {
    let text = fs::read_to_string(root().join("package/event.schema.json")).expect("the schema");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).expect("the schema is one")
}

/// Where the reader finds something wrong.
fn problems(document: &Value) -> Vec<String> {
    let (_, problems) = read(&document.to_string(), "");
    problems.into_iter().map(|problem| problem.path).collect()
}

/// The event in which everything stands that the reader knows, mostly in Handbill's shorthands.
fn whole() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "#day",
        "name": "Open day",
        "theme": "Come in",
        "description": "First.\n\nSecond.",
        "timeZone": "Europe/Berlin",
        "dayChange": "04:00",
        "startDate": "2027-02-14T12:30",
        "endDate": "2027-02-14T14:00+01:00[Europe/Berlin]",
        "duration": "PT1H30M",
        "previousStartDate": "2027-02-13",
        "eventAttendanceMode": "mixed",
        "eventStatus": "rescheduled",
        "url": "day.html",
        "image": {"url": "day.jpg", "caption": "A door", "width": 960, "height": 400},
        "organizer": {"name": "The House", "url": "https://example.org/"},
        "performer": {"honorificPrefix": "Ms", "name": "Ada Example", "honorificSuffix": "PhD", "jobTitle": "Director",
            "affiliation": "The House", "url": "https://example.org/ada", "roleName": "host"},
        "contributor": {"@type": "Role", "roleName": "moderator", "contributor": {"name": "Bo Example"}},
        "location": {"@type": "Place", "name": "The House", "url": "https://example.org/map",
            "address": {"streetAddress": "Long Street 1", "postalCode": "12345", "addressLocality": "Town"}},
        "registration": {"url": "https://example.org/register", "opens": "2027-01-01", "closes": "2027-02-13T18:00",
            "availability": "InStock"},
        "recording": "https://example.org/recording",
        "programmeStatus": "draft",
        "subEvent": [
            {"@id": "#opening", "startDate": "12:30", "endDate": "13:00", "duration": "PT30M", "name": "Opening", "format": "speech",
                "eventStatus": "scheduled", "description": "All.", "performer": "Ada Example", "location": "Hall",
                "track": "Main", "url": "opening.html"},
            "Coffee",
            {"name": "Film", "recording": "film.mp4"}
        ],
        "about": {"name": "About the House", "description": "It is old."}
    })
}

/// The same in schema.org's words, where those are others.
fn by_schema_org() -> Value {
    json!({
        "type": ["Event", "EducationEvent"],
        "identifier": "day",
        "name": {"@value": "Open day", "@language": "en"},
        "description": ["First.", "Second."],
        "startDate": "2027-02-14T12:30+01:00",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "eventStatus": {"@id": "https://schema.org/EventScheduled"},
        "image": ["day.jpg", {"@type": "ImageObject", "contentUrl": "day.jpg", "description": "A door"}],
        "organizer": [{"@type": "Person", "givenName": "Ada", "familyName": "Example"}, "The House"],
        "performer": [{"@type": "PerformanceRole", "characterName": "host",
            "performer": [{"name": "Ada Example", "worksFor": {"name": "The House"}}]}],
        "location": [{"@type": "VirtualLocation", "url": "https://example.org/live"}, "The House"],
        "offers": [{"@type": "Offer", "url": "https://example.org/register", "validFrom": "2027-01-01T00:00Z",
            "validThrough": "2027-02-13T18:00Z", "availability": "https://schema.org/LimitedAvailability"}],
        "recordedIn": {"@type": "VideoObject", "url": "https://example.org/recording"},
        "subEvent": {"@type": "Event", "name": "Opening", "startDate": "2027-02-14T12:30+01:00"},
        "about": [{"@type": "Thing", "name": "Doors"}]
    })
}

#[test]
fn what_the_reader_takes_is_valid() {
    let validator = validator();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths = vec![root().join("demo/event.json")];
    for folder in [fixtures, root().join("demo/gallery")] {
        for file in fs::read_dir(folder).expect("there are documents") {
            let path = file.expect("a document can be named").path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                paths.push(path);
            }
        }
    }
    let mut count = 0;
    for path in paths {
        let text = fs::read_to_string(&path).expect("a document is UTF-8");
        let (event, problems) = read(&text, "");
        let document = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'));
        let (Some(_), [], Ok(document)) = (event, &problems[..], document) else {
            continue;
        };
        count += 1;
        if let Err(error) = validator.validate(&document) {
            panic!("{}: {error}, at {}", path.display(), error.instance_path());
        }
    }
    assert!(count >= 15, "only {count} documents are without problems");
    for document in [whole(), by_schema_org()] {
        assert_eq!(problems(&document), [""; 0]);
        assert!(validator.is_valid(&document), "{document:#}");
    }
}

#[test]
fn events_inside_of_other_things_are_checked() {
    let validator = validator();
    let event = |name: Value| json!({"@type": "Event", "name": name, "startDate": "2027-02-14"});
    for around in [
        |event| json!({"@type": "Place", "event": [event]}),
        |event| json!({"@type": "WebPage", "name": "<b>Page</b>", "mainEntity": event}),
        |event| json!({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": event}]}),
        |event| json!({"type": "Course", "hasCourseInstance": event}),
    ] as [fn(Value) -> Value; 4]
    {
        let (right, wrong) = (around(event(json!("A"))), around(event(json!("<b>A</b>"))));
        assert_eq!(problems(&right), [""; 0]);
        assert!(validator.is_valid(&right), "{right}");
        assert_eq!(problems(&wrong), ["name"]);
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}

/// One mistake each: where, what stands there, and where the reader says that it is.
#[test]
fn what_the_reader_reports_is_not_valid() {
    let table = [
        ("/name", json!(""), "name"),
        ("/name", json!("<b>Open day</b>"), "name"),
        ("/theme", json!(true), "theme"),
        ("/description", json!("Fish &amp; chips"), "description"),
        ("/timeZone", json!("CET"), "timeZone"),
        ("/timeZone", json!("in Berlin"), "timeZone"),
        ("/dayChange", json!("22:00"), "dayChange"),
        ("/dayChange", json!("2027-02-15T04:00"), "dayChange"),
        ("/startDate", json!("14 February 2027"), "startDate"),
        ("/startDate", json!(null), "startDate"),
        ("/endDate", json!("2027-02-30"), "endDate"),
        ("/duration", json!("90 minutes"), "duration"),
        ("/subEvent/0/duration", json!("P1M"), "subEvent[0].duration"),
        ("/previousStartDate", json!("25:00"), "previousStartDate"),
        (
            "/eventAttendanceMode",
            json!("telepathy"),
            "eventAttendanceMode",
        ),
        ("/eventStatus", json!("delayed"), "eventStatus"),
        ("/url", json!("javascript:alert(1)"), "url"),
        ("/image", json!({"caption": "A door"}), "image.url"),
        ("/image/url", json!(["data:image/png,"]), "image.url"),
        (
            "/organizer",
            json!({"url": "https://example.org"}),
            "organizer.name",
        ),
        ("/performer/url", json!("www.example.org"), "performer.url"),
        ("/performer/jobTitle", json!(false), "performer.jobTitle"),
        (
            "/contributor/contributor",
            json!({}),
            "contributor.contributor.name",
        ),
        ("/location", json!({"latitude": 1}), "location.name"),
        ("/location/address", json!(true), "location.address"),
        (
            "/registration",
            json!({"opens": "2027-01-01"}),
            "registration.url",
        ),
        ("/registration/closes", json!("soon"), "registration.closes"),
        (
            "/registration/availability",
            json!("plenty"),
            "registration.availability",
        ),
        ("/recording", json!({}), "recording.url"),
        ("/programmeStatus", json!("nearly"), "programmeStatus"),
        ("/subEvent", json!([]), "subEvent"),
        (
            "/subEvent/0/startDate",
            json!("half past twelve"),
            "subEvent[0].startDate",
        ),
        (
            "/subEvent/0/endDate",
            json!({"hour": 13}),
            "subEvent[0].endDate",
        ),
        ("/subEvent/0/name", json!(null), "subEvent[0].name"),
        ("/subEvent/0/track", json!(true), "subEvent[0].track"),
        ("/subEvent/0/location", json!(true), "subEvent[0].location"),
        (
            "/subEvent/0/performer",
            json!([true]),
            "subEvent[0].performer[0]",
        ),
        ("/subEvent/1", json!(true), "subEvent[1]"),
        ("/about", json!(true), "about"),
    ];
    let validator = validator();
    for (pointer, value, path) in table {
        let mut document = whole();
        let place = document.pointer_mut(pointer).expect("the place is there");
        *place = value.clone();
        let found = problems(&document);
        assert!(
            found.contains(&path.to_owned()),
            "{pointer} {value}: {found:?}"
        );
        assert!(!validator.is_valid(&document), "{pointer} may be {value}");
    }
}

/// A name that authors write is refused where the right one is missing, and passed over beside it.
#[test]
fn misspelt_names_are_refused() {
    let schema = schema();
    let misses = &schema["$defs"]["eventProperties"]["dependentRequired"];
    let misses = misses.as_object().expect("the misspelt names");
    let validator = validator();
    for (wrong, right) in misses {
        let right = right[0].as_str().expect("the name that is meant");
        let mut document = whole();
        document[wrong] = document[right].clone();
        assert!(validator.is_valid(&document), "{wrong} beside {right}");
        document.as_object_mut().expect("an object").remove(right);
        assert!(problems(&document).contains(&wrong.clone()), "{wrong}");
        assert!(!validator.is_valid(&document), "{wrong} for {right}");
    }
    let known: BTreeSet<&str> = misses.keys().map(String::as_str).collect();
    assert_eq!(known, names::misspelt());
}
