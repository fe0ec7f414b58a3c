//! The suite itself, on pages that need no Handbill: a test that passes because the harness is
//! blind must not happen.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use handbill_e2e::page::HOME;
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::json;

/// An element with a shadow root in the manner of the widget, without the widget.
const STUB: &str = r#"
customElements.define("stub-event", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `
      <style>
        .quiet { visibility: hidden } .clear { opacity: 0 }
        .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden }
      </style>
      <h2>A stub</h2>
      <p>One<b>self</b> and<br>others</p>
      <p hidden>display none</p>
      <p class="quiet">visibility none</p>
      <p class="clear">opacity none</p>
      <p class="spoken">for screen readers</p>
      <details><summary>More</summary><p>folded away</p></details>
      <slot name="seen"></slot>
      <h3>Thursday 15 February</h3>
      <ol>
        <li><time datetime="2024-02-14T18:45Z">00:30</time> <span>Opening</span><ul><li>Ms Ada Clay</li></ul></li>
        <li>no time here</li>
      </ol>
      <img alt="a crossing" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/%3E">
      <a href="/signup" target="_blank" rel="noopener"><span aria-hidden="true">→</span> Register</a>
      <button aria-label="Add to calendar">+</button>`;
    addEventListener("stub:fail", () => { throw new Error("on purpose"); });
    this.dispatchEvent(new CustomEvent("handbill:load", { bubbles: true, composed: true, detail: { entries: 1 } }));
    console.warn("Handbill:", "this is a stub.");
  }
});"#;

fn stub() -> (Server, Page) {
    let server = Server::start().expect("a server");
    server.put("/stub.js", Reply::script(STUB));
    let page = Page::open(
        &server,
        r#"<p>Around it</p><stub-event id="stub"><p slot="seen">slotted</p><p>replaced</p></stub-event><script src="/stub.js"></script>"#,
    );
    (server, page)
}

#[test]
fn a_reader_sees_what_is_shown_and_nothing_else() {
    let (_server, page) = stub();
    let expected = "A stub Oneself and others More slotted Thursday 15 February \
                    00:30 Opening Ms Ada Clay no time here → Register +";
    assert_eq!(page.visible_text_of("stub-event"), expected);
    assert_eq!(page.visible_text(), format!("Around it {expected}"));
}

#[test]
fn a_reader_sees_what_is_unfolded_later() {
    let (_server, page) = stub();
    let script =
        "document.querySelector('stub-event').shadowRoot.querySelector('details').open = true";
    page.run(script, &[]);
    page.see("folded away");
}

#[test]
fn a_line_of_the_programme_stands_under_its_heading() {
    let (_server, page) = stub();
    let lines = page.programme();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0].text, "00:30 Opening Ms Ada Clay");
    assert_eq!(lines[0].heading, "Thursday 15 February");
    assert_eq!(page.entry("Ada Clay"), lines[0]);
}

#[test]
fn controls_are_found_by_role_and_name() {
    let (_server, page) = stub();
    let link = page.control("link", "Register");
    assert_eq!(page.attribute(&link, "href").as_deref(), Some("/signup"));
    assert_eq!(page.attribute(&link, "download"), None);
    page.control("button", "Add to calendar");
    page.control("heading", "A stub");
    let image = page.control("img", "a crossing");
    assert_eq!(
        page.run_on(&image, "return arguments[0].naturalWidth"),
        json!(3)
    );
    assert_eq!(page.names("link"), ["Register"]);
}

#[test]
#[should_panic(
    expected = "waited in vain until there is a link called \"Sign up\"\n  visible text: Around it A stub"
)]
fn a_control_that_is_missing_fails_with_what_is_there() {
    let (_server, mut page) = stub();
    page.patience = Duration::from_millis(200);
    page.control("link", "Sign up");
}

#[test]
fn the_keyboard_reaches_a_link_and_follows_it() {
    let (server, page) = stub();
    page.press("Tab");
    assert_eq!(page.focused().1, "More");
    page.tab_to("link", "Register");
    page.press("Shift+Tab");
    assert_eq!(page.focused().1, "More");
    page.press("Tab");
    page.press("Enter");
    page.wait_until("the server is asked for the page", || {
        server.requests().contains(&"/signup".to_owned())
    });
}

#[test]
fn a_pointer_follows_a_link() {
    let (server, page) = stub();
    page.click(&page.control("link", "Register"));
    page.wait_until("the server is asked for the page", || {
        server.requests().contains(&"/signup".to_owned())
    });
}

#[test]
fn the_console_is_recorded() {
    let (_server, page) = stub();
    page.run(
        "console.log('and', 1); dispatchEvent(new Event('stub:fail'))",
        &[],
    );
    page.wait_until("the exception is recorded", || page.console().len() == 3);
    let console = page.console();
    assert_eq!(console[0], "warn: Handbill: this is a stub.");
    assert!(console.contains(&"log: and 1".to_owned()), "{console:?}");
    assert!(
        console
            .iter()
            .any(|line| line.starts_with("uncaught:") && line.contains("on purpose")),
        "{console:?}"
    );
    assert_eq!(page.complaints(), ["Handbill: this is a stub."]);
}

#[test]
fn the_browser_itself_is_heard_too() {
    if !Ability::Log.is_here() {
        return;
    }
    let (_server, page) = stub();
    let other = Server::start().expect("a second origin");
    page.run(
        "return fetch(arguments[0]).catch(() => null)",
        &[json!(other.url("/refused.json"))],
    );
    page.wait_until("the log speaks of it", || {
        page.browser_log()
            .iter()
            .any(|line| line.starts_with("SEVERE") && line.contains("refused.json"))
    });
}

#[test]
fn events_are_recorded() {
    let (_server, page) = stub();
    let event = page.event("handbill:load");
    assert_eq!(
        (event.detail, event.target.as_str()),
        (json!({"entries": 1}), "stub")
    );
    assert_eq!(page.events().len(), 1);
}

#[test]
fn the_browser_is_where_the_test_says() {
    let server = Server::start().expect("a server");
    let clock = "const t = new Date('2024-02-14T11:30Z'); \
        return [t.getHours() * 60 + t.getMinutes(), t.toLocaleTimeString('en-GB'), new Intl.DateTimeFormat().resolvedOptions().timeZone]";
    server.put("/inner.html", Reply::page("inside"));
    // Home again at the end: a browser that was told of another zone has forgotten it.
    for (zone, minutes, time, spelt) in [
        (
            HOME,
            17 * 60 + 15,
            "17:15:00",
            ["Asia/Kathmandu", "Asia/Katmandu"],
        ),
        (
            "Pacific/Honolulu",
            60 + 30,
            "01:30:00",
            ["Pacific/Honolulu"; 2],
        ),
        (
            HOME,
            17 * 60 + 15,
            "17:15:00",
            ["Asia/Kathmandu", "Asia/Katmandu"],
        ),
    ] {
        let page = Page::open_in(zone, &server, r#"<iframe src="/inner.html"></iframe>"#);
        let is_right = |place: &str| {
            let told = page.run(clock, &[]);
            assert_eq!(
                (&told[0], &told[1]),
                (&json!(minutes), &json!(time)),
                "{place} in {zone}"
            );
            assert!(
                spelt.iter().any(|name| told[2] == *name),
                "{place} in {zone}: {told}"
            );
        };
        is_right("the page");
        page.enter("iframe");
        is_right("its frame");
    }
}

#[test]
fn a_page_starts_with_nothing_of_the_last_one() {
    let server = Server::start().expect("a server");
    let page = Page::open(&server, "<p>first</p>");
    page.resize(480, 700);
    assert_eq!(page.run("return innerWidth", &[]), json!(480));
    page.run("console.log('said'); open('/other.html')", &[]);
    drop(page);
    let page = Page::open(&server, "<p>second</p>");
    assert_eq!(page.visible_text(), "second");
    assert_eq!(page.console(), [""; 0]);
    assert_eq!(page.run("return innerWidth", &[]), json!(1280));
}

#[test]
fn the_server_serves_what_it_is_given_and_writes_down_what_is_asked() {
    let server = Server::start().expect("a server");
    let other = Server::start().expect("a second origin");
    assert_ne!(server.origin(), other.origin());
    let page = Page::open(&server, "");
    let fetch =
        "return fetch(arguments[0]).then(async (r) => [r.status, await r.text()], () => 'refused')";

    server.put("/event.json", Reply::json(json!({"a": 1})));
    assert_eq!(
        page.run(fetch, &[json!("/event.json?x=1")]),
        json!([200, "{\"a\":1}"])
    );
    server.put("/event.json", Reply::status(503));
    assert_eq!(
        page.run(fetch, &[json!("/event.json")]),
        json!([503, "status 503"])
    );
    assert_eq!(
        page.run(fetch, &[json!("/dist/../Cargo.toml")])[0],
        json!(404)
    );

    other.put("/shared.json", Reply::json(1));
    assert_eq!(
        page.run(fetch, &[json!(other.url("/shared.json"))]),
        json!("refused")
    );
    other.header("Access-Control-Allow-Origin", "*");
    assert_eq!(
        page.run(fetch, &[json!(other.url("/shared.json"))]),
        json!([200, "1"])
    );

    let delay = Duration::from_millis(300);
    server.put("/late.json", Reply::json(2).after(delay));
    let asked = Instant::now();
    assert_eq!(page.run(fetch, &[json!("/late.json")]), json!([200, "2"]));
    assert!(asked.elapsed() >= delay);

    assert_eq!(
        server.requests(),
        [
            "/page.html",
            "/event.json?x=1",
            "/event.json",
            "/Cargo.toml",
            "/late.json"
        ]
    );
}

#[test]
fn a_strict_page_is_recorded_as_well() {
    let server = Server::start().expect("a server");
    server.put(
        "/loud.js",
        Reply::script(
            "console.warn('Handbill: heard.'); \
             WebAssembly.instantiate(new Uint8Array([0,97,115,109,1,0,0,0])) \
               .then(() => console.warn('Handbill: run.'), () => console.warn('Handbill: not run.'))",
        ),
    );
    let policy = "script-src 'self'";
    let body =
        r#"<script src="/loud.js"></script><script>console.warn("Handbill: not heard.")</script>"#;
    server.put(
        "/page.html",
        Reply::page(body).header("Content-Security-Policy", policy),
    );
    let page = Page::visit(&server.url("/page.html"));
    page.wait_until("WebAssembly has been tried", || {
        page.complaints().len() == 2
    });
    assert_eq!(
        page.complaints(),
        ["Handbill: heard.", "Handbill: not run."],
        "the policy forbids WebAssembly"
    );
}

/// What a visitor has chosen is remembered by origin, and one browser sees the servers of many tests.
#[test]
fn no_two_servers_have_the_same_origin() {
    // Of so many ports, the system gives dozens a second time.
    let origins: HashSet<String> = (0..1000)
        .map(|_| Server::start().expect("a server").origin().to_owned())
        .collect();
    assert_eq!(origins.len(), 1000);
}
