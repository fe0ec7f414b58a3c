//! Nothing on the page jumps when the widget takes over from what the author wrote.

use std::fs;
use std::time::Duration;

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::server::dist;
use handbill_e2e::snippet::SCRIPT;
use handbill_e2e::{Ability, Page, Reply, Server};

/// Adds up what moves, from the first paint on.
const WATCH: &str = "<script>window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => { moved += entry.value })).observe({ type: 'layout-shift', buffered: true })</script>";

/// The element as the README has it, with the address of this server and at a moment before the event.
fn element() -> String {
    let readme = include_str!("../../../README.md");
    let start = readme.find("<handbill-event src=").expect("a snippet");
    let end = readme[start..].find("</handbill-event>").expect("its end");
    let snippet = &readme[start..start + end];
    let snippet = snippet.replacen(
        "<handbill-event",
        &format!("<handbill-event now=\"{BEFORE}\""),
        1,
    );
    snippet.replace("event.json", "/event.json") + "</handbill-event>"
}

#[test]
fn what_follows_stays_where_it_is() {
    if !Ability::Shifts.is_here() {
        return;
    }
    for (width, height) in [(360, 740), (768, 1024), (1280, 900)] {
        let server = Server::with_widget().expect("the widget");
        // Slow enough that the author's content is painted first.
        let wait = Duration::from_millis(400);
        server.put("/event.json", Reply::json(sample()).after(wait));
        let program = fs::read(dist().join("handbill-app_bg.wasm")).expect("the widget");
        let program = Reply::new("application/wasm", program).after(2 * wait);
        server.put("/dist/handbill-app_bg.wasm", program);
        let page = Page::open(&server, "<p>Elsewhere.</p>");
        page.resize(width, height);
        let body = format!(
            "{WATCH}<h1>Our town</h1><p>What is on this month.</p>{SCRIPT}{}<p>Opening hours of the town hall.</p>",
            element()
        );
        server.put("/page.html", Reply::page(&body));
        page.run("location.reload()", &[]);
        page.see("Opening hours");
        page.see("Earthworms");
        page.settle();
        let moved = page.run("return window.moved", &[]);
        let moved = moved.as_f64().expect("a number");
        assert!(moved <= 0.02, "{moved} at {width} pixels");
    }
}
