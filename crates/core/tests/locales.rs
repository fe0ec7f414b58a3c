//! Every file in `locales/` has every word, and the reader finds each of them there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use handbill_core::json;
use handbill_core::messages::{ConferenceMessages, ENGLISH, LANGUAGES, Messages, language};
use handbill_core::node::{Members, Node};
use serde_json::{Map, Value};

/// The text of a file that is part of the tests.
fn file(language: &str) -> &'static str {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let text = fs::read_to_string(folder.join(format!("{language}.json")));
    text.expect("there is a file for the language").leak()
}

fn object(language: &str) -> Map<String, Value> {
    serde_json::from_str(file(language)).expect("an object of JSON")
}

/// The keys of an object, in order.
fn keys(object: &Map<String, Value>) -> BTreeSet<&str> {
    object.keys().map(String::as_str).collect()
}

/// The conference's part of a file.
fn conference(file: &Map<String, Value>) -> &Map<String, Value> {
    file["conference"].as_object().expect("an object")
}

#[test]
fn there_is_a_file_for_each_language_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let files = fs::read_dir(folder).expect("there is a folder");
    let names: BTreeSet<String> = files
        .map(|file| {
            file.expect("a file")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    let expected = LANGUAGES.map(|language| format!("{language}.json"));
    assert_eq!(names, BTreeSet::from(expected));
    assert_eq!(file("en"), ENGLISH);
}

#[test]
fn every_file_has_every_word_and_nothing_else() {
    let mut words = BTreeSet::from(Messages::KEYS);
    words.insert("conference");
    for language in LANGUAGES {
        let file = object(language);
        assert_eq!(keys(&file), words, "{language}");
        let conference = conference(&file);
        assert_eq!(
            keys(conference),
            BTreeSet::from(ConferenceMessages::KEYS),
            "{language}"
        );
        for (key, word) in file.iter().chain(conference) {
            let is_there =
                word.is_object() || word.as_str().is_some_and(|word| !word.trim().is_empty());
            assert!(is_there, "{language}, {key}: {word}");
        }
    }
}

/// The reader goes by the order of the English members.
#[test]
fn the_english_file_has_the_order_of_the_fields() {
    let Ok(Node::Object(members)) = json::parse(ENGLISH) else {
        panic!("an object of JSON");
    };
    let keys = |members: &Members| -> Vec<String> {
        members.iter().map(|(key, _)| key.to_owned()).collect()
    };
    let mut expected = Messages::KEYS.to_vec();
    expected.push("conference");
    assert_eq!(keys(&members), expected);
    match members.iter().last() {
        Some((_, Node::Object(members))) => assert_eq!(keys(members), ConferenceMessages::KEYS),
        other => panic!("an object comes last: {other:?}"),
    }
}

#[test]
fn every_file_is_read_as_it_is_written() {
    for language in LANGUAGES {
        let file_text = file(language);
        let object = object(language);
        let messages = Messages::parse(file_text).expect("an object of JSON");
        let words = ConferenceMessages::parse(file_text).expect("an object of JSON");
        assert_eq!(messages.lang(), language);
        for (key, found) in [
            ("lang", messages.lang()),
            ("comma", messages.comma()),
            ("register", messages.register()),
            ("day_not_known", messages.day_not_known()),
        ] {
            assert_eq!(object[key], found, "{language}, {key}");
        }
        for (key, found) in [("days", words.days()), ("not_kept", words.not_kept())] {
            assert_eq!(conference(&object)[key], found, "{language}, {key}");
        }
    }
}

#[test]
fn a_button_is_called_in_full_as_it_is_called_in_short() {
    for language in LANGUAGES {
        let messages = Messages::parse(file(language)).expect("an object of JSON");
        assert!(
            messages.save_or_share().starts_with(messages.save()),
            "{language}"
        );
        let words = ConferenceMessages::parse(file(language)).expect("an object of JSON");
        assert_ne!(
            words.star(),
            messages.save(),
            "{language}: starring is not called saving"
        );
    }
}

#[test]
fn a_word_that_a_file_lacks_is_english() {
    let file = r#"{"lang": "nl", "register": "Aan\u006delden", "when": "", "now": null, "next": 5, "conference": {"days": "Dagen"}}"#;
    let messages = Messages::parse(file).expect("an object of JSON");
    assert_eq!(messages.lang(), "nl");
    assert_eq!(messages.register(), "Aanmelden");
    let english = [
        messages.when(),
        messages.now(),
        messages.next(),
        messages.programme(),
    ];
    assert_eq!(english, ["When", "Now", "Next", "Programme"]);
    let words = ConferenceMessages::parse(file).expect("an object of JSON");
    assert_eq!(
        [words.days(), words.search()],
        ["Dagen", "Search the programme"]
    );
    let words = ConferenceMessages::parse("{}").expect("an object of JSON");
    assert_eq!(words.days(), ConferenceMessages::english().days());
}

#[test]
fn what_is_no_object_of_json_holds_no_words() {
    for text in ["", "{\"lang\": \"fr\"", "[]", "\"fr\"", "<!DOCTYPE html>"] {
        assert!(Messages::parse(text).is_none(), "{text}");
        assert!(ConferenceMessages::parse(text).is_none(), "{text}");
    }
}

#[test]
fn a_tag_is_answered_in_its_language_or_english() {
    for (tag, name) in [
        ("fr", "fr"),
        ("pt-BR", "pt"),
        ("ZH-Hant-TW", "zh"),
        ("ar_EG", "ar"),
        ("arc", "en"),
        ("", "en"),
    ] {
        assert_eq!(language(tag), name, "{tag}");
    }
}
