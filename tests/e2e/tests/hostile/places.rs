use handbill_e2e::document::BEFORE;
use handbill_e2e::snippet::{CONTENT, SCRIPT, element, snippet};
use handbill_e2e::{Page, Reply};
use serde_json::json;

use super::{NAME, is_whole, server};

#[test]
fn inside_another_component_it_is_shown() {
    for mode in ["open", "closed"] {
        let server = server();
        let page = Page::open(&server, &format!("{SCRIPT}<section></section>"));
        page.run(
            "document.querySelector('section').attachShadow({ mode: arguments[0] }).innerHTML = arguments[1]",
            &[json!(mode), json!(element("/event.json"))],
        );
        page.event("handbill:load");
        if mode == "open" {
            is_whole(&page, "a component");
        }
        assert_eq!(page.complaints(), [""; 0]);
    }
}

#[test]
fn inside_another_component_it_speaks_the_language_of_the_page() {
    let server = server();
    let page = Page::open(&server, &format!("{SCRIPT}<section lang='fr'></section>"));
    let element = format!(r#"<handbill-event src="/event.json" now="{BEFORE}"></handbill-event>"#);
    page.run(
        "document.querySelector('section').attachShadow({ mode: 'open' }).innerHTML = arguments[0]",
        &[json!(element)],
    );
    page.see("14 février 2024");
}

#[test]
fn out_of_a_template_it_is_shown_as_often_as_it_is_cloned() {
    let boxed = format!(
        r#"<div class="handbill-event" data-src="/event.json" data-lang="en-GB" data-now="{BEFORE}">{CONTENT}</div>"#
    );
    for inside in [element("/event.json"), boxed] {
        let server = server();
        let body = format!("{SCRIPT}<template>{inside}</template><main></main>");
        let page = Page::open(&server, &body);
        page.settle();
        assert_eq!(page.visible_text(), "", "a template shows nothing");
        assert!(
            !server.requests().contains(&"/event.json".to_owned()),
            "nor does it ask"
        );
        let clone = "document.querySelector('main').append(document.querySelector('template').content.cloneNode(true))";
        page.run(clone, &[]);
        is_whole(&page, "a template");
        page.run(clone, &[]);
        page.wait_until("it is there twice", || {
            page.visible_text().matches(NAME).count() == 2
        });
    }
}

#[test]
fn in_the_document_of_a_frame_the_script_and_the_element_work() {
    let server = server();
    server.put("/inner.html", Reply::page(&snippet("/event.json")));
    let page = Page::open(
        &server,
        r#"<iframe src="/inner.html" width="700" height="900"></iframe>"#,
    );
    page.enter("iframe");
    is_whole(&page, "a frame");
    page.leave();
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn in_a_document_that_was_written_by_script_it_is_shown() {
    let server = server();
    let page = Page::open(&server, "<iframe width='700' height='900'></iframe>");
    page.run(
        "const inner = document.querySelector('iframe').contentDocument;
         inner.open(); inner.write(arguments[0]); inner.close()",
        &[json!(format!(
            "<script src='/recorder.js'></script>{}",
            snippet("/event.json")
        ))],
    );
    page.enter("iframe");
    is_whole(&page, "a frame without an address");
}
