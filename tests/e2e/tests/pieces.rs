//! The program, as far as it has come: what can be made of a view before all of it is there, and that nobody sees that.

use std::fs;

use handbill_e2e::document::sample;
use handbill_e2e::page::in_one_line;
use handbill_e2e::reply::Hold;
use handbill_e2e::server::dist;
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, element};
use handbill_e2e::{Page, Reply, Server};
use serde_json::json;

const NAME: &str = "A Morning on Soil";
const PROGRAM: &str = "/dist/handbill-app_bg.wasm";

/// An event that nothing freezes the clock of, and that is long to come.
const FAR_OFF: &str = r#"{"name": "A Century of Bees", "startDate": "2099-05-01T10:00Z"}"#;

/// Notes when the first part of a view is made, wherever that is.
const WATCH: &str = "<script>{ const make = Document.prototype.createElement; \
    Document.prototype.createElement = function (name, ...more) { \
      if (name === 'article') window.made = true; \
      return make.call(this, name, ...more) } }</script>";

/// Keeps what waits for a second or more.
const WAITING: &str = "<script>{ window.waiting = new Set(); const [begin, end] = [setTimeout, clearTimeout]; \
    window.setTimeout = (run, wait, ...more) => { \
      const timer = begin(run, wait, ...more); \
      if (wait >= 1000) waiting.add(timer); \
      return timer }; \
    window.clearTimeout = (timer) => { waiting.delete(timer); end(timer) } }</script>";

/// A page whose program has come but for its last bytes, and whose element has made what it can.
#[track_caller]
fn almost_there() -> (Server, Page, Hold) {
    with_elements(&element("/event.json"), 1)
}

#[track_caller]
fn with_elements(element: &str, count: usize) -> (Server, Page, Hold) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let program = fs::read(dist().join("handbill-app_bg.wasm")).expect("the widget");
    let last = program.len() - 64;
    let (program, hold) = Reply::new("application/wasm", program).held_at(last);
    server.put(PROGRAM, program);
    // Put there once the page is: some engines hold its load event back for what such a script asks for.
    server.put("/later.json", Reply::json(FAR_OFF));
    let elements = element.repeat(count);
    let page = Page::open(&server, &format!("{WATCH}{WAITING}<main>{elements}</main>"));
    page.run(
        "document.body.append(Object.assign(document.createElement('script'), { src: '/dist/handbill.js' }))",
        &[],
    );
    page.wait_until("a view is made", || {
        page.run("return window.made === true", &[]) == json!(true)
    });
    page.settle();
    let words = [CONTENT_TEXT].repeat(count).join(" ");
    assert_eq!(in_one_line(&page.visible_text()), words, "nobody sees it");
    assert_eq!(kinds(&page), [""; 0], "nobody hears of it");
    (server, page, hold)
}

/// What the page has been told, in order.
fn kinds(page: &Page) -> Vec<String> {
    let events = page.events().into_iter();
    events.map(|event| event.kind).collect()
}

#[track_caller]
fn is_shown_once(page: &Page) {
    page.see(NAME);
    page.entry("Earthworms");
    page.settle();
    assert_eq!(kinds(page), ["handbill:phase", "handbill:load"]);
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn what_is_made_early_is_seen_when_all_of_it_is() {
    let (_server, page, hold) = almost_there();
    hold.release();
    is_shown_once(&page);
}

#[test]
fn what_has_changed_since_it_was_made_counts() {
    let (_server, page, hold) = almost_there();
    page.run(
        "const event = document.querySelector('handbill-event'); \
         event.setAttribute('now', '2033-01-01T00:00Z'); event.lang = 'de'",
        &[],
    );
    hold.release();
    is_shown_once(&page);
    page.see("Programm");
    let phases = page.events().into_iter();
    let phase = phases.map(|event| event.detail).next().expect("one event");
    assert_eq!(phase["phase"], json!("ended"));
}

#[test]
fn an_element_that_has_gone_meanwhile_comes_up_when_it_is_back() {
    let (_server, page, hold) = almost_there();
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    hold.release();
    page.settle();
    assert_eq!(kinds(&page), [""; 0]);
    page.run("document.querySelector('main').append(kept)", &[]);
    is_shown_once(&page);
}

#[test]
fn where_the_last_bytes_do_not_come_the_author_s_words_stay() {
    let (server, page, hold) = almost_there();
    drop(hold);
    page.event("handbill:error");
    page.settle();
    assert_eq!(page.visible_text(), CONTENT_TEXT);
    assert_eq!(kinds(&page), ["handbill:error"]);
    assert_eq!(page.complaints().len(), 1, "{:?}", page.complaints());
    // The network is back.
    server.take_back(PROGRAM);
    page.run("dispatchEvent(new Event('online'))", &[]);
    page.see(NAME);
    page.entry("Earthworms");
}

#[test]
fn each_of_two_elements_is_seen() {
    let (_server, page, hold) = with_elements(&element("/event.json"), 2);
    hold.release();
    page.wait_until("both are there", || {
        let headings = page.names("heading").into_iter();
        headings.filter(|name| name == NAME).count() == 2
    });
    page.settle();
    let told = kinds(&page).into_iter();
    assert_eq!(told.filter(|kind| kind == "handbill:load").count(), 2);
}

#[test]
fn what_was_made_early_and_is_not_wanted_any_more_waits_for_nothing() {
    let own =
        format!(r#"<handbill-event lang="en-GB" src="/later.json">{CONTENT}</handbill-event>"#);
    let (_server, page, hold) = with_elements(&own, 1);
    let waiting = || page.run("return waiting.size", &[]);
    assert_eq!(waiting(), json!(1), "for the next change of its countdown");
    page.run(
        "document.querySelector('handbill-event').setAttribute('src', '/nowhere.json')",
        &[],
    );
    hold.release();
    page.event("handbill:error");
    page.settle();
    assert_eq!(page.visible_text(), CONTENT_TEXT);
    assert_eq!(waiting(), json!(0));
}
