//! What happens to an element while its program is still being loaded.

use std::fs;

use handbill_e2e::document::sample;
use handbill_e2e::page::in_one_line;
use handbill_e2e::reply::Hold;
use handbill_e2e::server::dist;
use handbill_e2e::snippet::{CONTENT_TEXT, element};
use handbill_e2e::{Page, Reply, Server};
use serde_json::json;

const NAME: &str = "A Morning on Soil";
const PROGRAM: &str = "/dist/handbill-app_bg.wasm";

/// A page whose program has come but for its last bytes.
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
    let elements = element.repeat(count);
    // The script comes once the page is there: some engines hold its load event back for what such a script asks for.
    let page = Page::open(&server, &format!("<main>{elements}</main>"));
    page.run(
        "document.body.append(Object.assign(document.createElement('script'), { src: '/dist/handbill.js' }))",
        &[],
    );
    page.wait_until("the program is on its way", || {
        server.requests().iter().any(|path| path == PROGRAM)
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
fn what_has_changed_meanwhile_counts() {
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
fn an_element_that_was_taken_away_comes_up_when_it_is_back() {
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
