//! Random documents whose texts are full of what files and links are made of.

use proptest::prelude::*;
use serde_json::{Value, json};

#[expect(dead_code, reason = "each test needs some of its shapes")]
#[path = "../properties/document.rs"]
pub mod shape;

/// A document of our times with such texts.
pub fn document() -> impl Strategy<Value = Value> {
    let texts = prop::collection::vec(text(), 8);
    (shape::well_formed(), texts).prop_map(|(mut document, texts)| {
        for (key, text) in ["name", "description", "theme", "@id", "location"]
            .iter()
            .zip(&texts)
        {
            document[key] = json!(text);
        }
        // Some readers take a backslash in a parameter for an escape, which it is not (RFC 5545 §3.1).
        let organizer = texts[5].replace('\\', "/");
        document["organizer"] = json!({"name": organizer, "url": "mailto:a@b.example"});
        for entry in document["subEvent"].as_array_mut().into_iter().flatten() {
            entry["description"] = json!(texts[6]);
            entry["performer"] = json!({"name": texts[7], "jobTitle": texts[5]});
        }
        document
    })
}

fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "\\", ";", ",", ":", "\"", "\n", "\r\n", "\n\n", "\\n", "\t", " ", "  ", "\r", "\u{0}", "\u{7f}", "\u{85}",
            "\u{2028}", "\u{feff}", "&", "+", "%", "%20", "#", "=", "<br>", "BEGIN:VEVENT", "END:VCALENDAR", "漢字",
            "مدن", "🎉", "👩🏽‍🏫", "e\u{301}", "\u{200b}", "^n", "https://a.example/?x=1&y=2",
        ]).prop_map(str::to_owned),
        2 => "[a-z]{1,12}",
        1 => any::<char>().prop_map(String::from),
        1 => ("[漢é🎉x]", 1..120_usize).prop_map(|(char, times)| char.repeat(times)),
    ];
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}
