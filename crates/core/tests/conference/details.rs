//! What is said of entries beyond their lines.

use handbill_core::conference::details::{Details, LinkKind, details};
use handbill_core::read;
use handbill_core::read::plain_text::FromHtml;
use handbill_core::url::Url;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::document;
use super::programme::programme;

fn details_of(document: &Value) -> Vec<Details> {
    details(&document.to_string(), "", Some(&FromHtml))
}

fn of_entry(entry: Value) -> Details {
    let mut all = details_of(&json!({"name": "E", "subEvent": [entry]}));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn links(details: &Details) -> Vec<(LinkKind, &str, &str)> {
    let links = details.links.iter();
    links
        .map(|link| {
            (
                link.kind,
                link.name.as_deref().unwrap_or_default(),
                link.url.as_str(),
            )
        })
        .collect()
}

#[test]
fn languages_are_named_as_schema_org_does_and_shorter() {
    for (written, expected) in [
        (json!("en"), Some("en")),
        (json!(["", "fr", "en"]), Some("fr")),
        (
            json!({"@type": "Language", "name": "Spanish", "alternateName": "es"}),
            Some("es"),
        ),
        (json!({"name": "Esperanto"}), Some("Esperanto")),
        (json!(true), None),
        (json!(null), None),
    ] {
        let details = of_entry(json!({"name": "Worms", "inLanguage": written}));
        assert_eq!(details.language.as_deref(), expected, "{written}");
    }
}

#[test]
fn keywords_are_a_list_or_stand_between_commas() {
    for (written, expected) in [
        (json!("soil, worms ,,soil"), vec!["soil", "worms"]),
        (
            json!(["soil, wet", "worms", "", 5, {"@type": "DefinedTerm", "name": "moles"}]),
            vec!["soil, wet", "worms", "5", "moles"],
        ),
        (json!("土壤，生命、蚯蚓"), vec!["土壤", "生命", "蚯蚓"]),
        (json!(false), vec![]),
    ] {
        let details = of_entry(json!({"name": "Worms", "keywords": written}));
        assert_eq!(details.keywords, expected, "{written}");
    }
}

#[test]
fn links_are_found_wherever_they_stand() {
    let details = of_entry(json!({
        "name": "Worms",
        "url": "worms.html",
        "sameAs": ["https://example.org/worms", "worms.html", "javascript:alert(1)"],
        "recording": "https://example.org/film",
        "recordedIn": {"@type": "VideoObject", "name": "Film", "contentUrl": "film.mp4"},
        "associatedMedia": [{"name": "Slides", "url": "slides.pdf"}, {"name": "Nowhere"}],
        "subjectOf": {"@type": "Article", "name": "A report", "url": "https://example.org/report"}
    }));
    assert_eq!(
        links(&details),
        [
            (LinkKind::Page, "", "worms.html"),
            (LinkKind::Page, "", "https://example.org/worms"),
            (LinkKind::Recording, "", "https://example.org/film"),
            (LinkKind::Recording, "Film", "film.mp4"),
            (LinkKind::Material, "Slides", "slides.pdf"),
            (LinkKind::Material, "A report", "https://example.org/report"),
        ]
    );
}

#[test]
fn people_are_the_same_in_all_entries() {
    let all = details_of(&json!([
        {"name": "E", "subEvent": [
            {"name": "Worms", "performer": [{"@id": "#ada"}, "Bo Example"]},
            {"name": "Moles", "performer": {"@type": "Role", "roleName": "host", "performer": {"@id": "#ada"}},
                "contributor": {"name": "Bo  Example!"}},
            "Coffee"
        ]},
        {"@type": "Person", "@id": "#ada", "name": "Ada Example", "image": {"contentUrl": "ada.jpg"},
            "description": "First.\n\nSecond.", "url": "ada.html", "sameAs": ["ada.html", "https://example.org/ada"]}
    ]));
    let keys = |details: &Details| {
        details
            .people
            .iter()
            .map(|person| person.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&all[0]), keys(&all[1]));
    assert_ne!(keys(&all[0])[0], keys(&all[0])[1]);
    assert_eq!(all[2], Details::default());
    assert_eq!(all[0].people[0], all[1].people[0]);
    assert_eq!(all[0].people[1].about, None);
    let ada = all[0].people[0].about.as_ref().expect("something is said");
    assert_eq!(ada.image.as_ref().map(Url::as_str), Some("ada.jpg"));
    assert_eq!(ada.description, ["First.", "Second."]);
    assert_eq!(
        ada.links.iter().map(Url::as_str).collect::<Vec<_>>(),
        ["ada.html", "https://example.org/ada"]
    );
}

#[test]
fn parts_that_stand_beside_the_event_have_details() {
    let all = details_of(&json!({"@graph": [
        {"@type": "Event", "@id": "#e", "name": "E", "startDate": "2024-06-03"},
        {"@type": "Event", "superEvent": {"@id": "#e"}, "name": "Worms", "keywords": "soil"},
        {"@type": "Event", "superEvent": {"@id": "#other"}, "name": "Moles", "keywords": "air"}
    ]}));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].keywords, ["soil"]);
}

#[test]
fn what_is_no_event_has_no_details() {
    let all = details_of(&json!({"@type": "Recipe", "subEvent": ["Boil", "Stir"]}));
    assert_eq!(all, []);
}

/// There are as many as there are entries, and for each as many people.
fn check(document: &Value) -> Result<(), TestCaseError> {
    let (event, _) = read(&document.to_string(), "");
    let counts: Vec<usize> = event.map_or(Vec::new(), |event| {
        event
            .entries
            .iter()
            .map(|entry| entry.contributions.len())
            .collect()
    });
    let details = details_of(document);
    prop_assert_eq!(
        details
            .iter()
            .map(|details| details.people.len())
            .collect::<Vec<_>>(),
        counts
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn details_are_those_of_the_entries(document in programme()) {
        check(&document)?;
    }

    #[test]
    fn whatever_is_read_has_details(document in document::any_json()) {
        check(&document)?;
    }
}
