//! What arrives late, in part, wrong or not at all, for each of the four things that a page downloads: the author's
//! content can be read, one sentence says what is wrong, and once all is well again the widget comes up when asked to.

use std::fs;
use std::time::Duration;

use handbill_e2e::document::sample;
use handbill_e2e::server::dist;
use handbill_e2e::snippet::{CONTENT_TEXT, SCRIPT, element};
use handbill_e2e::{Ability, Page, Reply, Server, Spoilt};

const NAME: &str = "A Morning on Soil";

const EVENT: &str = "/event.json";
const SCRIPTS: &str = "/dist/handbill-app.js";
const PROGRAM: &str = "/dist/handbill-app_bg.wasm";
const WORDS: &str = "/dist/locales/fr.json";

const WAYS: [Spoilt; 3] = [Spoilt::Reset, Spoilt::Truncated, Spoilt::Corrupted];

/// An element in French: English is in the program.
fn french() -> String {
    element(EVENT).replace("en-GB", "fr")
}

/// What belongs at a path.
fn whole(path: &str) -> Reply {
    let Some(name) = path.strip_prefix("/dist/") else {
        return Reply::json(sample());
    };
    let bytes = fs::read(dist().join(name)).expect("the widget");
    match name.rsplit_once('.') {
        Some((_, "wasm")) => Reply::new("application/wasm", bytes),
        Some((_, "json")) => Reply::new("application/json", bytes),
        _ => Reply::new("text/javascript; charset=utf-8", bytes),
    }
}

fn server() -> Server {
    let server = Server::with_widget().expect("the widget");
    server.put(EVENT, whole(EVENT));
    server
}

/// One sentence and one event; returns the sentence.
#[track_caller]
fn sentence(page: &Page, case: &str) -> String {
    page.event("handbill:error");
    page.settle();
    assert_eq!(page.visible_text(), CONTENT_TEXT, "{case}");
    let complaints = page.complaints();
    assert_eq!(complaints.len(), 1, "{case}: {complaints:#?}");
    let events = page.events();
    let errors: Vec<_> = events
        .iter()
        .filter(|event| event.kind == "handbill:error")
        .collect();
    assert_eq!(errors.len(), 1, "{case}: {errors:?}");
    let told = errors[0].detail["problems"][0]["message"]
        .as_str()
        .unwrap_or_default();
    assert_eq!(complaints[0], format!("Handbill: {told}"), "{case}");
    let thrown = page
        .console()
        .into_iter()
        .filter(|line| line.starts_with("uncaught"));
    assert_eq!(thrown.count(), 0, "{case}: {:?}", page.console());
    complaints[0].clone()
}

/// Spoils one download in every way, and hands on what was said each time.
#[track_caller]
fn spoil(path: &str, is_told: impl Fn(Spoilt, &str) -> bool) {
    for way in WAYS {
        let case = format!("{path}, {way:?}");
        let server = server();
        server.put(path, whole(path).spoilt(way));
        let page = Page::open(&server, &[SCRIPT, &french()].concat());
        let sentence = sentence(&page, &case);
        assert!(is_told(way, &sentence), "{case}: {sentence}");
        assert!(
            !sentence.contains("Content-Security-Policy"),
            "{case}: {sentence}"
        );
        server.put(path, whole(path));
        page.run(
            "return document.querySelector('handbill-event').refresh().then(() => null)",
            &[],
        );
        page.see(NAME);
        page.entry("Earthworms");
        assert!(!page.visible_text().contains(CONTENT_TEXT), "{case}");
        assert_eq!(page.complaints().len(), 1, "{case}: nothing new");
    }
}

#[test]
fn the_document_is_spoilt() {
    let is_misread =
        |sentence: &str| sentence.contains("is not valid JSON") && sentence.contains("ook for");
    spoil(EVENT, |way, sentence| {
        sentence.contains(EVENT)
            && match way {
                Spoilt::Corrupted => is_misread(sentence),
                Spoilt::Truncated if !Ability::Length.is_here() => is_misread(sentence),
                _ => sentence.contains("could not be loaded"),
            }
    });
}

#[test]
fn the_scripts_of_the_program_are_spoilt() {
    spoil(SCRIPTS, |_, sentence| sentence.contains("could not start"));
}

#[test]
fn the_program_is_spoilt() {
    spoil(PROGRAM, |_, sentence| sentence.contains("could not start"));
}

#[test]
fn the_words_are_spoilt() {
    spoil(WORDS, |_, sentence| {
        sentence.contains("language \"fr\" could not be loaded (locales/fr.json: ")
    });
}

#[test]
fn what_comes_late_is_waited_for_with_the_author_s_words() {
    for path in [EVENT, SCRIPTS, PROGRAM, WORDS] {
        let server = server();
        server.put(path, whole(path).after(Duration::from_millis(1200)));
        let page = Page::open(&server, &french());
        // Put there once the page is: some engines hold its load event back for what such a script asks for.
        page.run(
            "document.body.append(Object.assign(document.createElement('script'), { src: '/dist/handbill.js' }))",
            &[],
        );
        page.wait_until(&format!("{path} is asked for"), || {
            server.requests().iter().any(|asked| asked == path)
        });
        assert_eq!(page.visible_text(), CONTENT_TEXT, "{path}");
        page.see(NAME);
        page.settle();
        assert!(!page.visible_text().contains(CONTENT_TEXT), "{path}");
        assert_eq!(page.complaints(), [""; 0], "{path}");
    }
}
