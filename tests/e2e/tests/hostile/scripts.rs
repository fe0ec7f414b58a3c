use std::thread::sleep;
use std::time::Duration;

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::page::in_one_line;
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT, element_with, snippet};
use handbill_e2e::{Page, Reply};
use serde_json::{Value, json};

use super::{NAME, is_whole, server};

const READER: &str = include_str!("../../src/reader.js");

/// What scripts of the last twenty years do to what everybody uses.
const SCRIPTS: [(&str, &str); 14] = [
    (
        "lists with additions",
        "Array.prototype.last = function () { return this[this.length - 1] };
         Array.prototype.contains = function (one) { return this.indexOf(one) >= 0 };
         String.prototype.trimmed = Number.prototype.times = Function.prototype.wrap = function () {}",
    ),
    (
        "objects with additions",
        "Object.prototype.extend = function () { return this }; Object.prototype.junk = 'junk'",
    ),
    (
        "wrapped methods of lists",
        "for (const name of ['includes', 'forEach', 'map', 'push', Symbol.iterator]) {
           const own = Array.prototype[name];
           Array.prototype[name] = function (...all) { return own.apply(this, all) } }",
    ),
    (
        "methods of an old library",
        "Array.from = (list) => { const all = []; for (let i = 0; i < (list?.length ?? 0); i++) all[i] = list[i]; return all };
         Array.prototype.entries = Array.prototype.toArray = function () { return this.concat() };
         Array.prototype.find = function (is) { for (let i = 0; i < this.length; i++) if (is(this[i])) return this[i] };
         Function.prototype.bind = function (to, ...first) { const own = this; return function (...rest) { return own.apply(to, first.concat(rest)) } };
         Element.prototype.hide = Element.prototype.update = function () { return this }",
    ),
    (
        "another JSON",
        "JSON.parse = () => { throw new Error('not here') }; JSON.stringify = () => 'nothing'",
    ),
    (
        "wrapped promises",
        "const own = Promise.prototype.then;
         Promise.prototype.then = function (...all) { return own.apply(this, all) }",
    ),
    (
        "promises of a framework",
        "window.Promise = class ZonedPromise extends Promise {}",
    ),
    (
        "requests that are measured",
        "const own = fetch; window.fetch = async (...all) => {
           const answer = await own(...all); answer.clone().arrayBuffer(); return answer }",
    ),
    (
        "requests whose addresses are looked at",
        "const own = fetch; window.fetch = (address, options) =>
           own(address.startsWith('/api/') ? '/v2' + address : address, options)",
    ),
    ("a clock that stands", "Date.now = () => 1e12; performance.now = () => 1"),
    (
        "an old way to make events",
        "window.CustomEvent = function (type, { bubbles, cancelable, detail } = {}) {
           const made = document.createEvent('CustomEvent');
           made.initCustomEvent(type, bubbles, cancelable, detail); return made }",
    ),
    (
        "wrapped timers and listeners",
        "for (const name of ['setTimeout', 'clearTimeout', 'queueMicrotask', 'requestAnimationFrame']) {
           const own = window[name]; window[name] = (...all) => own.apply(window, all) }
         for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
           const own = EventTarget.prototype[name];
           EventTarget.prototype[name] = function (...all) { return own.apply(this, all) } }",
    ),
    (
        "frozen foundations",
        "for (const one of [Object, Array, Function, Error, Promise]) { Object.freeze(one.prototype); Object.freeze(one) }",
    ),
    (
        "variables of common names",
        "var script = 1, base = 2, tag = 3, TAG = 4, parts = 5, version = 6, VERSION = 7, request = 8, tell = 9, later = 10,
           near = 11, local = 12, define = Object.assign(() => {}, { amd: {} }), exports = {}, module = { exports }, wasm_bindgen = 13",
    ),
];

/// What can be read in the frame and what its console says; its own scripts may have broken what the driver needs.
const IN_FRAME: &str = "
    const { document: inner, recorder } = document.querySelector('iframe').contentWindow;
    const lines = [];
    for (let i = 0; i < (recorder?.console.length ?? 0); i++) lines[i] = `${recorder.console[i].level}: ${recorder.console[i].text}`;
    return [inner.body ? visibleText(inner.body) : '', lines]";

#[test]
fn among_scripts_that_change_what_everybody_uses_it_works() {
    for (name, script) in SCRIPTS {
        let server = server();
        server.put("/hostile.js", Reply::script(script));
        let body = format!(
            "<script src='/hostile.js'></script>{}",
            snippet("/event.json")
        );
        server.put("/inner.html", Reply::page(&body));
        let frame = r#"<iframe src="/inner.html" width="900" height="900"></iframe>"#;
        let page = Page::open(&server, frame);
        let script = format!("{READER}\n{IN_FRAME}");
        let text = |seen: &Value| in_one_line(seen[0].as_str().unwrap_or_default());
        let mut seen = Value::Null;
        for _ in 0..100 {
            seen = page.run(&script, &[]);
            if text(&seen).contains(NAME) || seen[1] != json!([]) {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        let text = text(&seen);
        assert_eq!(text.matches(NAME).count(), 1, "{name}: {seen}");
        assert!(
            text.contains("17:45") && text.contains("Earthworms"),
            "{name}: {text}"
        );
        assert!(
            text.contains("Register") && !text.contains(CONTENT_TEXT),
            "{name}: {text}"
        );
        assert_eq!(seen[1], json!([]), "{name}");
    }
}

#[test]
fn a_page_that_wraps_what_it_finds_moves_it_in_peace() {
    let server = server();
    let wrap = "<script>
        new MutationObserver(() => {
          for (const one of document.querySelectorAll('handbill-event:not(.wrapper > *)')) {
            const wrapper = document.createElement('div');
            wrapper.className = 'wrapper';
            one.replaceWith(wrapper);
            wrapper.append(one);
          }
        }).observe(document, { childList: true, subtree: true })</script>";
    let page = Page::open(&server, &format!("{wrap}{}", snippet("/event.json")));
    is_whole(&page, "wrappers");
    for script in [
        "document.querySelector('.wrapper').replaceWith(document.querySelector('handbill-event'))",
        "document.body.prepend(document.querySelector('handbill-event'))",
        "document.querySelector('handbill-event').replaceChildren()",
    ] {
        page.run(script, &[]);
        is_whole(&page, script);
    }
}

/// An element, a box and a script alone: however the page's markup is written anew, each event is there once.
#[test]
fn a_page_that_writes_its_markup_anew_shows_each_event_once() {
    let attributes = format!(r#"data-src="/event.json" data-lang="en-GB" data-now="{BEFORE}""#);
    let forms = [
        snippet("/event.json"),
        format!(r#"{SCRIPT}<div class="handbill-event" {attributes}>{CONTENT}</div>"#),
        format!(r#"<script async src="/dist/handbill.js" {attributes}></script>"#),
    ];
    let rewrites = [
        "document.body.innerHTML += ''",
        "document.body.replaceWith(document.body.cloneNode(true))",
        // What applications that visit pages without loading them do, with a page that they have kept.
        "const kept = document.body.cloneNode(true);
         for (const old of kept.querySelectorAll('script')) {
           const made = document.createElement('script');
           for (const { name, value } of old.attributes) made.setAttribute(name, value);
           old.replaceWith(made);
         }
         document.body.replaceWith(kept)",
    ];
    for form in forms {
        for rewrite in rewrites {
            let server = server();
            let page = Page::open(&server, &form);
            is_whole(&page, "nothing");
            page.run("recorder.events.length = 0", &[]);
            page.run(rewrite, &[]);
            page.event("handbill:load");
            is_whole(&page, rewrite);
            let loads = page.events();
            let loads = loads.iter().filter(|event| event.kind == "handbill:load");
            assert_eq!(loads.count(), 1, "{form} after {rewrite}");
        }
    }
}

#[test]
fn an_event_given_as_a_frozen_or_strange_object_is_read() {
    let server = server();
    let page = Page::open(&server, &format!("{SCRIPT}{}", element_with("", CONTENT)));
    page.event("handbill:error");
    let give = |make: &str| {
        let script =
            format!("document.querySelector('handbill-event').event = ({make})(arguments[0])");
        page.run(&script, &[sample()]);
    };
    give("(one) => Object.freeze(Object.assign(Object.create(null), one))");
    page.see(NAME);
    give("(one) => new Proxy({ ...one, name: 'Behind a proxy' }, {})");
    page.see("Behind a proxy");
    // A document that bites: the author's content comes back, and nothing is thrown at the page.
    give("(one) => new Proxy(one, { ownKeys() { throw new Error('bitten') } })");
    page.wait_until("somebody is told", || page.complaints().len() > 1);
    assert_eq!(page.visible_text(), CONTENT_TEXT);
    let uncaught = page
        .console()
        .into_iter()
        .filter(|line| line.starts_with("uncaught"));
    assert_eq!(uncaught.count(), 0, "{:?}", page.console());
    page.run(
        "document.querySelector('handbill-event').event = arguments[0]",
        &[json!(sample())],
    );
    page.see(NAME);
}

#[test]
fn put_back_with_a_document_that_cannot_be_read_it_shows_the_author_s_words() {
    let server = server();
    server.put("/broken.json", Reply::json("{"));
    let page = Page::open(&server, &snippet("/event.json"));
    is_whole(&page, "nothing");
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    page.settle();
    page.run(
        "kept.setAttribute('src', '/broken.json'); document.body.append(kept)",
        &[],
    );
    page.event("handbill:error");
    assert_eq!(page.visible_text(), CONTENT_TEXT);
    page.run("kept.setAttribute('src', '/event.json')", &[]);
    page.see(NAME);
    assert!(!page.visible_text().contains(CONTENT_TEXT));
}
