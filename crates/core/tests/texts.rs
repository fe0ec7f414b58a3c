//! What content management systems do to texts and addresses, and what is read of it.

use handbill_core::conference::details;
use handbill_core::event::Event;
use handbill_core::read::plain_text::FromHtml;
use handbill_core::{Problem, ProblemKind, read};
use serde_json::{Value, json};

fn document(members: Value) -> Value {
    let mut document = json!({"name": "Open day", "startDate": "2027-06-11T18:00+02:00"});
    for (key, value) in members.as_object().expect("members") {
        document[key] = value.clone();
    }
    document
}

fn event(members: Value) -> (Event, Vec<Problem>) {
    let (event, problems) = read(&document(members).to_string(), "");
    (event.expect("there is an event"), problems)
}

#[track_caller]
fn are(problems: &[Problem], expected: &[(&str, ProblemKind)]) {
    let found: Vec<(&str, ProblemKind)> = problems
        .iter()
        .map(|problem| (&*problem.path, problem.kind.clone()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn character_references_are_decoded_in_every_text() {
    let (event, problems) = event(json!({
        "name": "Q&amp;A: User&#8217;s Guide",
        "theme": "Caf&eacute;",
        "organizer": "Fish &amp; Chips",
        "performer": {"name": "Zo&euml;", "affiliation": {"name": "A&amp;O"}},
        "location": {"name": "&#8220;Hall&#8221;", "address": {"streetAddress": "Rue de l&#039;&Eacute;glise"}},
        "about": "Old &amp; new",
        "subEvent": ["Talk &#8211; one", {"name": "R&amp;D", "location": {"name": "Room &#35;1"}, "track": "A&amp;B"}]
    }));
    assert_eq!(event.name, "Q&A: User’s Guide");
    assert_eq!(event.theme.as_deref(), Some("Café"));
    assert_eq!(event.organizers[0].name, "Fish & Chips");
    let person = &event.contributions[0].person;
    assert_eq!(person.name, "Zoë");
    assert_eq!(person.affiliation.as_deref(), Some("A&O"));
    let place = &event.places[0];
    assert_eq!(place.name.as_deref(), Some("“Hall”"));
    assert_eq!(place.address.as_deref(), Some("Rue de l'Église"));
    assert_eq!(event.about.expect("a section").description, ["Old & new"]);
    assert_eq!(event.entries[0].name, "Talk – one");
    assert_eq!(event.entries[1].name, "R&D");
    assert_eq!(event.entries[1].room.as_deref(), Some("Room #1"));
    assert_eq!(event.entries[1].track.as_deref(), Some("A&B"));
    are(
        &problems[..4],
        &[
            ("location.name", ProblemKind::Entity),
            ("name", ProblemKind::Entity),
            ("theme", ProblemKind::Entity),
            ("organizer", ProblemKind::Entity),
        ],
    );
}

#[test]
fn character_references_are_decoded_in_addresses() {
    let (event, problems) = event(json!({
        "url": "https://a.example/?a=1&#038;b=2",
        "registration": "https://a.example/?c=3&amp;d=4",
        "location": "https://zoom.example/j/1?pwd=a&amp;x=b",
    }));
    let url = event.url.expect("a URL");
    assert_eq!(url.as_str(), "https://a.example/?a=1&b=2");
    let url = event.registration.and_then(|offer| offer.url);
    let url = url.expect("a URL");
    assert_eq!(url.as_str(), "https://a.example/?c=3&d=4");
    let url = event.places[0].url.as_ref().expect("a URL");
    assert_eq!(url.as_str(), "https://zoom.example/j/1?pwd=a&x=b");
    are(
        &problems,
        &[
            ("location", ProblemKind::Entity),
            ("url", ProblemKind::Entity),
            ("registration", ProblemKind::Entity),
        ],
    );
}

#[test]
fn a_scheme_does_not_hide_behind_references() {
    for address in [
        "javascript&#58;alert(1)",
        "java&#115;cript:x",
        "&#x6a;avascript:x",
    ] {
        let (event, problems) = event(json!({"url": address}));
        assert_eq!(event.url, None, "{address}");
        assert!(
            matches!(problems[1].kind, ProblemKind::UnsafeUrl(_)),
            "{address}"
        );
    }
}

#[test]
fn html_is_left_out_of_texts() {
    let (event, problems) = event(json!({
        "name": "<strong>Open</strong> day",
        "description": "<p>Come in.</p>\n<p>See <a href=\"https://a.example/?a=1&amp;b=2\">the plan</a><br />today.</p>\n",
        "subEvent": [{"name": "Talk", "description": "&lt;p&gt;It&amp;#8217;s short.&lt;/p&gt;"}],
    }));
    assert_eq!(event.name, "Open day");
    assert_eq!(
        event.description,
        [
            "Come in.",
            "See the plan (https://a.example/?a=1&b=2)\ntoday."
        ]
    );
    assert_eq!(event.entries[0].description, ["It’s short."]);
    are(
        &problems,
        &[
            ("name", ProblemKind::Html),
            ("description", ProblemKind::Html),
            ("subEvent[0].description", ProblemKind::Entity),
        ],
    );
}

#[test]
fn a_text_of_markup_alone_is_none() {
    let (event, _) = event(json!({
        "theme": "&nbsp;",
        "description": "<p>&nbsp;</p><p><br></p>",
        "performer": ["&nbsp;", {"name": "<br>"}],
        "location": "<b></b>",
        "subEvent": ["&nbsp;", {"name": "<br>"}],
    }));
    assert_eq!(event.theme, None);
    assert_eq!(event.description, [""; 0]);
    assert_eq!(event.contributions, []);
    assert_eq!(event.places, []);
    assert_eq!(event.entries, []);
}

#[test]
fn people_and_keywords_of_large_programmes_are_texts_too() {
    let document = document(json!({"subEvent": [{
        "name": "Talk",
        "keywords": ["R&amp;D", "<em>soil</em>"],
        "performer": {"name": "Ada", "description": "<p>Writes.</p><p>Reads.</p>"},
    }]}));
    let details = details(&document.to_string(), "", Some(&FromHtml));
    assert_eq!(details[0].keywords, ["R&D", "soil"]);
    let about = details[0].people[0].about.as_ref().expect("a biography");
    assert_eq!(about.description, ["Writes.", "Reads."]);
}

/// What browsers make of bytes.
fn decoded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_document_in_another_encoding_is_to_be_saved_as_utf_8() {
    let text = document(json!({"theme": "Öffnung"})).to_string();
    // Latin-1, in which every letter of the text is one byte.
    let latin: Vec<u8> = text.chars().map(|char| char as u8).collect();
    let (event, problems) = read(&decoded(&latin), "");
    let event = event.expect("what can be read is kept");
    assert_eq!(event.name, "Open day");
    assert_eq!(event.theme.as_deref(), Some("\u{fffd}ffnung"));
    are(&problems, &[("", ProblemKind::Encoding)]);

    let units = |swap: bool, mark: bool| {
        let mark = mark.then_some(0xfeff).into_iter();
        let units = mark.chain(text.encode_utf16());
        let bytes = units.flat_map(|unit: u16| match swap {
            true => unit.to_be_bytes(),
            false => unit.to_le_bytes(),
        });
        decoded(&bytes.collect::<Vec<u8>>())
    };
    for (swap, mark) in [(false, true), (true, true), (false, false), (true, false)] {
        let (event, problems) = read(&units(swap, mark), "");
        assert_eq!(event, None);
        are(&problems, &[("", ProblemKind::Encoding)]);
    }
    // A key in Latin-1, and a letter where none may stand.
    let (_, problems) = read("{\u{fffd}name\u{fffd}: 1}", "");
    are(&problems, &[("", ProblemKind::Encoding)]);
    assert_eq!(
        problems[0].kind.sentence("a.json"),
        "a.json is not saved as UTF-8, so some of its letters are lost. Save it as UTF-8."
    );
}
