//! Every value of the two whole documents in turn becomes each of many others: the reader and the schema have to say
//! the same of what comes of it.

use handbill_core::read;
use serde_json::{Value, json};

use super::{by_schema_org, names, problems, validator, whole};

fn candidates() -> Vec<Value> {
    let texts = [
        "",
        "  ",
        "Open day",
        "<b>bold</b>",
        "Fish &amp; chips",
        "a < b",
        "AT&T",
        "12:30",
        "9:05",
        "24:00",
        "24:00:00.5",
        "24:01",
        "0:15",
        "11:59:60",
        "12:00",
        "25:00",
        "12.30",
        "12:30 CET",
        "2027-02-14",
        "2027-02-30",
        "2027-04-31",
        "2024-02-29",
        "2027-2-14",
        "2027-02-14T12:30",
        "2027-02-14 12:30:15",
        "2027-02-14T12:30:60.5",
        "2027-02-14T12:30Z",
        "2027-02-14T12:30+01:00",
        "2027-02-14T12:30\u{2212}05",
        "2027-02-14T12:30+1",
        "2027-02-14T12:30+25:00",
        "2027-02-14T12:30[Europe/Berlin]",
        "2027-02-14T12:30+01:00[!Europe/Berlin][u-ca=gregory]",
        "2027-02-14T12:30[CET]",
        "2027-02-14T12:30[Europe/K\u{f6}ln]",
        "2027-02-14T12:30[Europe/Berlin",
        "2027-02-14T12:30[UTC]",
        "2027-02-14T",
        "2027-02-14 12:30:00 -0400",
        "2027-02-14 12:30:00 UTC",
        "2027-02-14T12:30gmt",
        "2027-02-14T12:30 EDT",
        "20270214T123000Z",
        "20270214T1230",
        "20270214T2400",
        "20270214T2461",
        "20270214",
        "20270230",
        "20270214T12:30:15.5+0100",
        "2027-02-14T1230",
        "2027-02-14T7:30 PM",
        "2027-02-14T13:30 PM",
        "2027-02-14T12:30:15\u{202f}am +01:00",
        "7:30pm",
        "0:30 AM",
        "2027-02-14, noon",
        "2027-02-14[Europe/Berlin]",
        "PT90M",
        " P1DT2H ",
        "P1W2DT3H4M5S",
        "PT",
        "P1M",
        "PT1M1H",
        "PT1234567S",
        "Europe/Berlin",
        "CET",
        "utc",
        "Singapore",
        "GMT+1",
        "UTC+5.5",
        "UTC+99",
        "+06:00",
        "-0330",
        "+6:75",
        "\u{2212}8",
        "W. Europe Standard Time",
        "Europe/K\u{f6}ln",
        "https://example.org/",
        "HTTP://example.org",
        "mailto:jo@example.org",
        "jo@example.org",
        "www.example.org/x",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:,x",
        "./a:b",
        "?q=a:b",
        "#x",
        "day.html",
        "schema:InStock",
        "https://schema.org/EventCancelled",
        "Moved online",
        "ON_SITE",
        "delayed",
    ];
    let others = json!([
        null, true, 5, -1.5, [], [null], [""], [true], [5], [[]], ["12:30"], ["12:30", true], ["https://example.org", "b"],
        [{"name": "Ada"}], [{}], {}, {"name": "Ada"}, {"name": null}, {"name": ""}, {"name": true}, {"name": ["Ada"]},
        {"@value": "12:30"}, {"@value": "online", "name": true}, {"@value": "InStock"}, {"url": "https://example.org"},
        {"url": true}, {"url": ""}, {"url": "www.example.org"}, {"url": {"@id": "a", "b": 1}}, {"contentUrl": "a.jpg"},
        {"@id": "https://example.org/x", "description": "More"}, {"description": "A text"}, {"description": true},
        {"description": "A text", "name": true}, {"givenName": "Ada"}, {"familyName": true}, {"address": "Long Street"},
        {"address": true}, {"@type": "Place"}, {"@type": "Role", "performer": {"name": "Ada"}}, {"@type": "Role"},
        {"type": ["Role"], "contributor": {}}, {"opens": "soon", "url": "a"}, {"validFrom": "2027-01-01"},
        {"startDate": "12:30"}, {"startDate": "12:30", "name": "Opening"}, {"startDate": "soon", "name": "Opening"}
    ]);
    let mut all: Vec<Value> = texts.map(Value::from).into();
    all.extend(others.as_array().expect("a list").iter().cloned());
    all
}

/// The way to every value of a document, as JSON Pointers.
fn pointers(value: &Value, way: &str, found: &mut Vec<String>) {
    let mut visit = |key: &str, value: &Value| {
        let way = format!("{way}/{key}");
        pointers(value, &way, found);
        found.push(way);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| visit(key, value)),
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                visit(&index.to_string(), value);
            }
        }
        _ => {}
    }
}

#[test]
fn the_schema_and_the_reader_agree() {
    let validator = validator();
    let candidates = candidates();
    let words: Vec<Value> = names::words().into_iter().map(Value::from).collect();
    let mut count = 0;
    let mut differences = Vec::new();
    for original in [whole(), by_schema_org()] {
        let mut places = Vec::new();
        pointers(&original, "", &mut places);
        for place in places {
            // The words of closed lists are tried where there are such lists.
            let is_word = ["Mode", "Status", "availability"]
                .iter()
                .any(|end| place.contains(end));
            let words = words.iter().filter(|_| is_word);
            for candidate in candidates.iter().chain(words) {
                let mut document = original.clone();
                *document.pointer_mut(&place).expect("the place is there") = candidate.clone();
                // Whether something is an event at all is not for an editor to say.
                if read(&document.to_string(), "").0.is_none() {
                    continue;
                }
                count += 1;
                let found = problems(&document);
                if validator.is_valid(&document) != found.is_empty() {
                    differences.push(format!(
                        "{place} = {candidate}: the reader reports {found:?}"
                    ));
                }
            }
        }
    }
    println!("{count} documents compared");
    assert!(
        differences.is_empty(),
        "the schema says the opposite of the reader, {} times:\n{}",
        differences.len(),
        differences.join("\n")
    );
}
