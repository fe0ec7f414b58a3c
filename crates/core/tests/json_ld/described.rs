//! Random documents with everything that an event has beside its times.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::document;

/// A well-formed document whose event and entries are described as careful authors describe them, and worse.
pub fn document() -> impl Strategy<Value = Value> {
    (
        document::well_formed(),
        prop::collection::vec(own(), 0..12),
        prop::collection::vec((any::<prop::sample::Index>(), of_entry()), 0..12),
    )
        .prop_map(|(mut document, own, of_entries)| {
            for (key, value) in own {
                document[key] = value;
            }
            if let Some(entries) = document["subEvent"].as_array_mut() {
                for (index, (key, value)) in of_entries {
                    if !entries.is_empty() {
                        let index = index.index(entries.len());
                        entries[index][key] = value;
                    }
                }
            }
            document
        })
}

type Member = (&'static str, Value);

fn own() -> impl Strategy<Value = Member> {
    prop_oneof![
        shared(),
        text().prop_map(|text| ("name", json!(text))),
        text().prop_map(|text| ("theme", json!(text))),
        previous().prop_map(|time| ("previousStartDate", json!(time))),
        prop::sample::select(vec!["online", "on-site", "mixed"])
            .prop_map(|mode| ("eventAttendanceMode", json!(mode))),
        address().prop_map(|url| ("recording", json!(url))),
        image().prop_map(|image| ("image", image)),
        prop::collection::vec(organizer(), 1..4).prop_map(|all| ("organizer", json!(all))),
        prop::collection::vec(place(), 1..4).prop_map(|all| ("location", json!(all))),
        Just(("programmeStatus", json!("draft"))),
        (text(), paragraphs()).prop_map(|(name, description)| (
            "about",
            json!({"name": name, "description": description})
        )),
        paragraphs().prop_map(|text| ("about", text)),
        (address(), previous(), previous()).prop_map(|(url, from, through)| (
            "offers",
            json!({"url": url, "validFrom": from, "validThrough": through})
        )),
    ]
}

fn of_entry() -> impl Strategy<Value = Member> {
    prop_oneof![
        shared(),
        text().prop_map(|text| ("format", json!(text))),
        text().prop_map(|text| ("track", json!(text))),
        text().prop_map(|text| ("location", json!({"@type": "Room", "name": text}))),
        address().prop_map(|url| ("recording", json!({"contentUrl": url}))),
    ]
}

fn shared() -> impl Strategy<Value = Member> {
    let people = || prop::collection::vec(contribution(), 1..4);
    prop_oneof![
        text().prop_map(|text| ("@id", json!(text))),
        text().prop_map(|text| ("identifier", json!(text))),
        paragraphs().prop_map(|text| ("description", text)),
        address().prop_map(|url| ("url", json!(url))),
        people().prop_map(|all| ("performer", json!(all))),
        people().prop_map(|all| ("contributor", json!(all))),
    ]
}

/// Text that may hold what JSON and HTML escape, and nothing that the reader would take for HTML or for a
/// wrong encoding.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "A", "word", " ", "\"", "\\", "\\n", "<!--", "< /", "{", "]", ",", ":", "日本", "🎉", "\u{2028}", "\u{1f}",
            "\t", "\r", "\u{0}", "\u{85}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_filter("no HTML and no lost letter", |c| !matches!(c, '<' | '&' | '/' | '\u{fffd}')).prop_map(String::from),
    ];
    // A letter on each side, so that there is always something to read.
    prop::collection::vec(part, 0..6).prop_map(|parts| ["x", &parts.concat(), "y"].concat())
}

fn paragraphs() -> impl Strategy<Value = Value> {
    let separators = vec!["\n", "\n\n", "\r\n", "\r\n \r\n", "\n\n\n"];
    let part = (text(), prop::sample::select(separators));
    prop_oneof![
        prop::collection::vec(part, 1..5)
            .prop_map(|parts| json!(parts.into_iter().map(|(a, b)| a + b).collect::<String>())),
        prop::collection::vec(text(), 1..4).prop_map(|texts| json!(texts)),
    ]
}

fn address() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "https://a.example/?q=\"</script>\"",
        "http://a.example",
        "mailto:a@b.example",
        "photo.svg",
        "/x/../y",
        "?q=a:b",
        "#x",
        " https://a.example/\u{2028}\n",
    ])
}

fn previous() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "2024-02-14",
        "2024-10-27",
        "12:30",
        "2024-03-31T02:30",
        "2024-10-27T02:30",
        "2024-02-14T12:30:15-03:30",
        "2024-02-14T12:30Z[Asia/Kathmandu]",
        "2024-02-14T12:30[Europe/Berlin]",
    ])
}

fn image() -> impl Strategy<Value = Value> {
    prop_oneof![
        address().prop_map(|url| json!(url)),
        (address(), text(), any::<u32>()).prop_map(
            |(url, caption, width)| json!({"contentUrl": url, "caption": caption, "width": width})
        ),
    ]
}

fn organizer() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(|name| json!(name)),
        (text(), address()).prop_map(|(name, url)| json!({"name": name, "url": url})),
    ]
}

fn contribution() -> impl Strategy<Value = Value> {
    let person = || {
        (text(), text(), text(), address()).prop_map(|(name, title, affiliation, url)| {
            json!({
                "@type": "Person",
                "name": name,
                "honorificPrefix": "Ms",
                "honorificSuffix": "PhD",
                "jobTitle": title,
                "affiliation": affiliation,
                "url": url,
            })
        })
    };
    prop_oneof![
        text().prop_map(|name| json!(name)),
        (text(), text())
            .prop_map(|(given, family)| json!({"givenName": given, "familyName": family})),
        person(),
        (text(), prop::collection::vec(person(), 1..3)).prop_map(
            |(role, people)| json!({"@type": "Role", "roleName": role, "performer": people})
        ),
        (text(), text()).prop_map(|(role, name)| json!({"roleName": role, "name": name})),
    ]
}

fn place() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("online")),
        Just(json!("https://a.example/room")),
        text().prop_map(|name| json!(name)),
        (text(), text(), text()).prop_map(|(name, street, city)| json!({
            "@type": "Place",
            "name": name,
            "address": {"streetAddress": street, "addressLocality": city},
        })),
        (text(), address())
            .prop_map(|(name, url)| json!({"@type": "VirtualLocation", "name": name, "url": url})),
        address().prop_map(|url| json!({"url": url})),
    ]
}
