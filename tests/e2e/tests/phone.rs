//! On narrow screens: the way to register stays within reach of the thumb.

use handbill_e2e::document::{BEFORE, sample};
use handbill_e2e::snippet::{CONTENT, SCRIPT};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

/// A page of this width with a programme that is longer than the window.
fn page(width: u32, event: &Value) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    let body = format!(
        "{SCRIPT}<h1>Our town</h1><handbill-event src='/event.json' now='{BEFORE}'>{CONTENT}</handbill-event><p style='margin-top: 2000px'>The end</p>"
    );
    let page = Page::open(&server, &body);
    page.resize(width, 640);
    page.entry("Earthworms");
    (server, page)
}

fn long() -> Value {
    let mut event = sample();
    event["description"] = json!(vec!["They dig."; 20]);
    event
}

/// Which links called *Register* can be pressed where they are: nothing covers them, and they are in the window.
fn within_reach(page: &Page) -> usize {
    let script = "
        const root = document.querySelector('handbill-event').shadowRoot;
        return [...root.querySelectorAll('a.button')].filter((link) => {
            const { x, y, width, height } = link.getBoundingClientRect();
            return root.elementFromPoint(x + width / 2, y + height / 2)?.closest('a') === link;
        }).length";
    page.run(script, &[]).as_u64().unwrap_or_default() as usize
}

#[track_caller]
fn reach(page: &Page, y: u32, expected: usize) {
    page.run("scrollTo(0, arguments[0])", &[json!(y)]);
    page.wait_until(&format!("{expected} within reach at {y}"), || {
        within_reach(page) == expected
    });
}

#[test]
fn one_link_to_register_is_in_view_wherever_one_reads() {
    let (_server, page) = page(360, &long());
    for y in [0, 150, 700, 900, 0] {
        reach(&page, y, 1);
    }
    // Beyond the announcement it covers nothing of the page.
    reach(&page, 3000, 0);
    // The page hears of it, as of the other one.
    reach(&page, 800, 1);
    page.run(
        "addEventListener('handbill:register', (event) => event.preventDefault())",
        &[],
    );
    let script = "[...document.querySelector('handbill-event').shadowRoot.querySelectorAll('a.button')].pop().click()";
    page.run(script, &[]);
    let told = page.event("handbill:register").detail["url"].clone();
    assert_eq!(told, json!("https://example.org/register"));
}

#[test]
fn wide_screens_and_short_events_need_no_second_link() {
    let (_server, page) = page(1024, &long());
    assert_eq!(page.names("link"), ["Register"]);
    reach(&page, 700, 0);
    let mut short = sample();
    short["subEvent"] = json!([]);
    page.run(
        "document.querySelector('handbill-event').event = arguments[0]",
        &[short],
    );
    page.wait_until("the programme is gone", || {
        !page.visible_text().contains("Earthworms")
    });
    page.resize(360, 640);
    assert_eq!(page.names("link"), ["Register"]);
}

#[test]
fn a_picture_comes_in_the_size_that_fits() {
    let mut event = sample();
    event["image"] = json!({"url": "large.svg", "caption": "A worm", "width": 1200, "height": 600,
        "srcset": "small.svg 400w, large.svg 1200w"});
    let (server, page) = page(360, &event);
    // It was opened in a wide window, which asks for the large one.
    server.put("/event.json", Reply::json(&event));
    page.reload();
    let script = "return document.querySelector('handbill-event').shadowRoot?.querySelector('img')?.currentSrc.split('/').pop()";
    page.wait_until("a picture is chosen", || page.run(script, &[]).is_string());
    // A screen with several pixels to one of the page's may want the larger one.
    let is_dense = page.run("return devicePixelRatio > 1.1", &[]) == json!(true);
    let expected = if is_dense { "large.svg" } else { "small.svg" };
    page.wait_until(expected, || page.run(script, &[]) == json!(expected));
    assert!(server.requests().contains(&format!("/{expected}")));
}
