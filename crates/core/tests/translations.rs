//! What a document says in several languages, and what of it a visitor gets.

use std::time::{Duration, Instant};

use handbill_core::conference::details;
use handbill_core::event::Event;
use handbill_core::read;
use handbill_core::read::plain_text::FromHtml;
use serde_json::{Value, json};

/// A morning with words in French and, less of them, in Arabic.
fn morning() -> Value {
    json!({
        "name": "A Morning on Soil",
        "startDate": "2024-02-14T12:30Z",
        "inLanguage": "en-GB",
        "description": "Everybody who digs is welcome.",
        "organizer": "Soil Institute",
        "location": {"name": "The House", "address": "Long Street 1"},
        "subEvent": [
            {"name": "Welcome", "startDate": "12:30"},
            {"name": "Earthworms", "startDate": "13:00", "url": "worms.html", "keywords": "soil",
                "performer": {"name": "Ada Clay", "jobTitle": "Soil scientist"}},
            "Coffee"
        ],
        "translations": {
            "fr": {
                "name": "Une matinée sur le sol",
                "description": ["Tous ceux qui creusent sont les bienvenus.", "Entrée libre."],
                "organizer": "Institut du sol",
                "theme": "Ce qui vit là-dessous",
                "location": {"name": "La maison"},
                "subEvent": [
                    null,
                    {"name": "Vers de terre", "keywords": "sol", "performer": {"jobTitle": "Pédologue"}},
                    {"format": "pause"}
                ]
            },
            "ar": {"name": "صباح عن التربة"}
        }
    })
}

/// The event in the language of a visitor; there is nothing wrong with its document.
#[track_caller]
fn event(document: &Value, language: &str) -> Event {
    let (event, problems) = read(&document.to_string(), language);
    assert_eq!(problems, [], "{document:#}");
    event.expect("there is an event")
}

#[test]
fn a_document_says_it_in_the_language_of_the_visitor() {
    for tag in ["fr", "fr-CA", "FR", "fr_CA", "fr-Latn-CA-x-quebec"] {
        let event = event(&morning(), tag);
        assert_eq!(event.name, "Une matinée sur le sol");
        assert_eq!(event.theme.as_deref(), Some("Ce qui vit là-dessous"));
        let paragraphs = [
            "Tous ceux qui creusent sont les bienvenus.",
            "Entrée libre.",
        ];
        assert_eq!(event.description, paragraphs);
        assert_eq!(event.organizers[0].name, "Institut du sol");
        assert_eq!(event.places[0].name.as_deref(), Some("La maison"));
        assert_eq!(event.places[0].address.as_deref(), Some("Long Street 1"));
        let names: Vec<&str> = event.entries.iter().map(|entry| &*entry.name).collect();
        assert_eq!(names, ["Welcome", "Vers de terre", "Coffee"]);
        let worms = &event.entries[1];
        assert!(worms.start.is_some() && worms.url.is_some());
        let person = &worms.contributions[0].person;
        assert_eq!(person.name, "Ada Clay");
        assert_eq!(person.job_title.as_deref(), Some("Pédologue"));
        assert_eq!(event.entries[2].format.as_deref(), Some("pause"));
    }
}

#[test]
fn what_has_no_translation_stays_as_it_is() {
    let own = event(&morning(), "");
    let arabic = event(&morning(), "ar");
    assert_eq!(arabic.name, "صباح عن التربة");
    let alike = Event {
        name: arabic.name.clone(),
        translations: arabic.translations.clone(),
        ..own.clone()
    };
    assert_eq!(arabic, alike);
    for tag in ["de", "en-GB", "f", "fra"] {
        assert_eq!(event(&morning(), tag), own, "{tag}");
    }
}

#[test]
fn an_event_tells_its_languages_and_which_it_is_in() {
    for (tag, used) in [("fr-CA", Some(1)), ("ar", Some(0)), ("de", None)] {
        let translations = event(&morning(), tag).translations;
        assert_eq!(translations.languages, ["ar", "fr"]);
        assert_eq!(translations.used, used, "{tag}");
        assert_eq!(translations.nearest(tag), used);
        assert_eq!(translations.nearest("fr"), Some(1));
        assert_eq!(translations.nearest("pt"), None);
    }
    let mut document = morning();
    document["translations"] =
        json!({"fr": "Une matinée", "pt-BR": {"name": "Uma manhã"}, "pt": {"name": "Manhã"}});
    let names = ["pt-br", "pt-AO", "fr"].map(|tag| event(&document, tag).name);
    assert_eq!(names, ["Uma manhã", "Manhã", "A Morning on Soil"]);
}

#[test]
fn what_stays_in_another_language_is_told_from_what_is_translated() {
    let french = event(&morning(), "fr-CA");
    for (text, language) in [
        ("Une matinée sur le sol", None),
        ("Tous ceux qui creusent sont les bienvenus.", None),
        ("Vers de terre", None),
        ("Welcome", Some("en-GB")),
    ] {
        assert_eq!(french.foreign_language(text, "fr-CA"), language, "{text}");
    }
    let own = event(&morning(), "de");
    let text = "Everybody who digs is welcome.";
    assert_eq!(own.foreign_language(text, "de"), Some("en-GB"));
    assert_eq!(own.foreign_language(text, "en-US"), None);
}

#[test]
fn a_translation_to_a_language_that_the_interface_does_not_speak_is_marked() {
    let mut document = morning();
    document["translations"]["nl"] = json!({"name": "Een ochtend over de bodem"});
    // The interface has no Dutch, and is in English.
    let dutch = event(&document, "nl-BE");
    for (text, language) in [
        ("Een ochtend over de bodem", Some("nl")),
        ("Welcome", None),
        ("Everybody who digs is welcome.", None),
    ] {
        assert_eq!(dutch.foreign_language(text, "en"), language, "{text}");
    }
    document["inLanguage"] = json!("de");
    let dutch = event(&document, "nl");
    assert_eq!(dutch.foreign_language("Welcome", "en"), Some("de"));
    assert_eq!(dutch.foreign_language("Welcome", "nl"), Some("de"));
    assert_eq!(dutch.foreign_language(&dutch.name, "nl"), None);
    assert_eq!(dutch.foreign_language(&dutch.name, "en"), Some("nl"));
}

#[test]
fn a_translation_with_markup_is_known_as_one() {
    let mut document = morning();
    document["translations"]["fr"] = json!({
        "name": "Une matin&eacute;e <b>sur</b> le sol",
        "description": "<p>Bienvenue.</p><p>Entr&eacute;e libre.</p>",
    });
    let (french, _) = read(&document.to_string(), "fr");
    let french = french.expect("there is an event");
    assert_eq!(french.name, "Une matinée sur le sol");
    for text in [&french.name, &french.description[0], &french.description[1]] {
        assert_eq!(french.foreign_language(text, "fr"), None, "{text}");
    }
    assert_eq!(french.foreign_language("Welcome", "fr"), Some("en-GB"));
}

#[test]
fn one_or_many_is_the_same_to_a_translation() {
    let with = |own: Value, words: Value| {
        let document = json!({"name": "E", "startDate": "2024-02-14", "performer": own,
            "translations": {"fr": {"performer": words}}});
        let event = event(&document, "fr");
        let people = event.contributions.into_iter().map(|one| one.person);
        people
            .map(|person| (person.name, person.job_title.unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let people = |people: &[(&str, &str)]| {
        let owned = people
            .iter()
            .map(|(name, job)| (name.to_string(), job.to_string()));
        owned.collect::<Vec<_>>()
    };
    let ada = || json!({"name": "Ada", "jobTitle": "Writer"});
    let bo = || json!({"name": "Bo", "jobTitle": "Cook"});
    let job = || json!({"jobTitle": "Autrice"});
    let translated = people(&[("Ada", "Autrice")]);
    assert_eq!(with(ada(), job()), translated);
    assert_eq!(with(ada(), json!([job(), {"name": "Nobody"}])), translated);
    assert_eq!(with(json!("Ada"), job()), translated);
    assert_eq!(with(json!(["Ada"]), json!([job()])), translated);
    let both = people(&[("Ada", "Autrice"), ("Bo", "Cook")]);
    assert_eq!(with(json!([ada(), bo()]), job()), both);
    assert_eq!(with(json!([ada(), bo()]), json!([job(), null])), both);
    assert_eq!(
        with(
            json!([ada(), bo()]),
            json!([null, {"jobTitle": "Cuisinier"}])
        ),
        people(&[("Ada", "Writer"), ("Bo", "Cuisinier")])
    );
    // Nothing to follow, and nothing to put in its place.
    assert_eq!(with(json!(null), json!([ada(), bo()])).len(), 2);
    assert_eq!(with(json!([ada(), bo()]), json!([])).len(), 2);
    assert_eq!(
        with(ada(), json!("Ada la seule")),
        people(&[("Ada la seule", "")])
    );
    assert_eq!(with(json!([ada(), bo()]), json!(["A", "B", "C"])).len(), 3);
}

#[test]
fn the_translations_are_those_of_the_event_that_is_shown() {
    let mut alone = morning();
    alone["@type"] = json!("Event");
    alone["performer"] = json!({"@id": "#ada"});
    let organization = json!({"@type": "Organization", "name": "Soil Institute"});
    let ada = json!({"@type": "Person", "@id": "#ada", "name": "Ada Clay"});
    let graph = json!({"@context": "https://schema.org", "@graph": [organization, alone, ada]});
    let event = event(&graph, "fr");
    assert_eq!(event.name, "Une matinée sur le sol");
    assert_eq!(event.entries[1].name, "Vers de terre");
    assert_eq!(event.contributions[0].person.name, "Ada Clay");
}

#[test]
fn details_are_in_the_same_language() {
    let text = morning().to_string();
    for (tag, keyword) in [("fr", "sol"), ("ar", "soil"), ("", "soil")] {
        let details = details(&text, tag, Some(&FromHtml));
        assert_eq!(details.len(), 3, "{tag}");
        assert_eq!(details[1].keywords, [keyword], "{tag}");
    }
}

#[test]
fn of_a_name_that_stands_twice_the_last_counts() {
    let text = r#"{"name": "First", "startDate": "2024-02-14", "name": "Second", "translations":
        {"fr": {"theme": "Un", "name": "Premier", "name": "Second en français", "theme": "Deux"}}}"#;
    let (event, problems) = read(text, "fr");
    assert_eq!(problems, []);
    let event = event.expect("there is an event");
    assert_eq!(event.name, "Second en français");
    assert_eq!(event.theme.as_deref(), Some("Deux"));
}

#[test]
fn an_object_of_any_size_is_merged_in_no_time() {
    const MEMBERS: usize = 100_000;
    let members = |count: usize| {
        let members = (0..count).map(|at| (format!("member{at}"), json!("x")));
        Value::Object(members.collect())
    };
    let start = Instant::now();
    // Nobody translates more members than there are properties.
    for (count, name) in [(100, "Grand"), (MEMBERS, "Large")] {
        let mut document = members(MEMBERS);
        document["name"] = json!("Large");
        document["startDate"] = json!("2024-02-14");
        document["translations"] = json!({"fr": members(count)});
        document["translations"]["fr"]["name"] = json!("Grand");
        assert_eq!(event(&document, "fr").name, name);
    }
    // Each member compared with each other takes minutes.
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}
