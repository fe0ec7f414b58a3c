//! The element in pages of every kind: it keeps its size and its looks, comes and goes, is moved and
//! changed, and speaks the language of the page.

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use handbill_e2e::document::{BEFORE, named, sample};
use handbill_e2e::page::{Event, HOME};
use handbill_e2e::server::dist;
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT, element, element_with, snippet};
use handbill_e2e::{Ability, Browser, Page, Reply, Server};
use serde_json::{Value, json};

const NAME: &str = "A Morning on Soil";
const OTHER: &str = "An Evening on Clay";

/// Finds the innermost elements with exactly this text in the shadow roots of a document.
const FIND: &str = r"
const holding = (root, text) => {
  const same = (element) => element.textContent.trim() === text;
  const innermost = (element) => same(element) && ![...element.children].some(same);
  const hosts = [...root.querySelectorAll('handbill-event')];
  return hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll('*') ?? [])].filter(innermost));
};
";

fn server() -> Server {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    server.put("/other.json", Reply::json(named(OTHER)));
    server
}

/// A page with this event, once it is there.
#[track_caller]
fn page_with(event: &Value) -> (Server, Page) {
    let server = server();
    server.put("/event.json", Reply::json(event));
    let page = Page::open(&server, &snippet("/event.json"));
    page.event("handbill:load");
    (server, page)
}

/// Exactly this one of the two events is shown, and nothing was complained about.
#[track_caller]
fn shows(page: &Page, name: &str) {
    page.see(name);
    page.entry("Earthworms");
    page.settle();
    let text = page.visible_text();
    for other in [NAME, OTHER] {
        let times = usize::from(other == name);
        assert_eq!(text.matches(other).count(), times, "{other:?} in: {text}");
    }
    assert_eq!(page.complaints(), [""; 0]);
}

/// How often the server was asked for this path.
fn asked_for(server: &Server, path: &str) -> usize {
    let requests = server.requests();
    requests.iter().filter(|asked| *asked == path).count()
}

/// Gives the page's viewport this width.
#[track_caller]
fn narrow(page: &Page, width: u32) {
    page.resize(width, 900);
    assert_eq!(page.run("return innerWidth", &[]), json!(width));
}

/// Nothing stands out of a viewport of this width.
#[track_caller]
fn does_not_scroll_sideways(page: &Page, width: u64) {
    let page_width = page.run("return document.documentElement.scrollWidth", &[]);
    assert!(
        page_width.as_u64().is_some_and(|found| found <= width),
        "{page_width} px on a screen of {width}"
    );
}

/// A page with the element in parents that are as wide as what stands in them, each under its name.
#[track_caller]
fn in_parents(width: u32, parents: &[(&str, &str)]) -> (Server, Page, Vec<(String, f64)>) {
    let server = server();
    let boxes: String = parents
        .iter()
        .map(|(_, around)| around.replace('…', &element("/event.json")))
        .collect();
    let page = Page::open(&server, &format!("{SCRIPT}{boxes}"));
    narrow(&page, width);
    page.wait_until("all are there", || {
        let loads = page.events();
        let loads = loads.iter().filter(|event| event.kind == "handbill:load");
        loads.count() == parents.len()
    });
    page.settle();
    let widths = page.run(
        "return [...document.querySelectorAll('handbill-event')].map((one) => one.getBoundingClientRect().width)",
        &[],
    );
    let widths = widths.as_array().into_iter().flatten();
    let widths = widths.map(|width| width.as_f64().unwrap_or_default());
    let names = parents.iter().map(|(name, _)| (*name).to_owned());
    let widths = names.zip(widths).collect();
    (server, page, widths)
}

const FLEXIBLE: [(&str, &str); 3] = [
    ("a row", r#"<div style="display: flex">…</div>"#),
    (
        "a centred column",
        r#"<div style="display: flex; flex-direction: column; align-items: center">…</div>"#,
    ),
    (
        "a centred grid",
        r#"<div style="display: grid; justify-items: center">…</div>"#,
    ),
];

const OLD: [(&str, &str); 2] = [
    (
        "a float",
        r#"<div style="float: left">…</div><div style="clear: both"></div>"#,
    ),
    ("a cell", "<table><tr><td>…</td></tr></table>"),
];

#[test]
fn a_parent_that_fits_its_content_leaves_room_for_it() {
    let parents = [&FLEXIBLE[..], &OLD[..]].concat();
    let (_server, _page, widths) = in_parents(1000, &parents);
    assert_eq!(widths.len(), parents.len());
    for (parent, width) in widths {
        assert!(width >= 300.0, "{width} px in {parent}");
    }
}

#[test]
fn a_parent_that_fits_its_content_does_not_make_it_wider_than_a_telephone() {
    let (_server, page, widths) = in_parents(320, &FLEXIBLE);
    assert_eq!(widths.len(), FLEXIBLE.len());
    for (parent, width) in widths {
        assert!(width <= 320.0, "{width} px in {parent}");
    }
    does_not_scroll_sideways(&page, 320);
}

#[test]
fn long_words_break_on_a_telephone() {
    let title = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesanhörung";
    let address = format!("https://example.org/{}", "a-long-way/".repeat(12));
    let entry = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung";
    let mut event = sample();
    event["name"] = json!(title);
    event["description"] = json!(format!("Everything else stands at {address}"));
    event["subEvent"][0]["name"] = json!(entry);
    let (_server, page) = page_with(&event);
    narrow(&page, 320);
    page.see(title);
    page.see(&address);
    page.entry(entry);
    page.settle();
    does_not_scroll_sideways(&page, 320);
}

/// How these parts of the event look on a page with this head: a paragraph, a heading, the name of
/// an entry and that of a person.
#[track_caller]
fn looks(head: &str) -> Value {
    const TEXTS: [&str; 4] = [
        "Everybody who digs is welcome.",
        NAME,
        "Earthworms",
        "Ada Clay",
    ];
    let server = server();
    let page = Reply::page_with_head(head, &snippet("/event.json"));
    server.put("/page.html", page);
    let page = Page::visit(&server.url("/page.html"));
    page.event("handbill:load");
    let script = format!(
        "{FIND} const properties = ['fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', \
           'lineHeight', 'textAlign', 'textTransform']; \
         const look = (found) => properties.map((name) => name + ': ' + getComputedStyle(found)[name]); \
         return arguments[0].map((text) => holding(document, text).map(look))"
    );
    let looks = page.run(&script, &[json!(TEXTS)]);
    for (index, text) in TEXTS.into_iter().enumerate() {
        let found = looks[index].as_array().map(Vec::len);
        assert_eq!(found, Some(1), "{text} stands once");
    }
    looks
}

#[test]
fn the_page_s_own_style_stays_outside() {
    let head = r#"<style>
        html { font-size: 62.5% }
        * { font: italic 10px/1 "Courier New"; letter-spacing: .3em; text-transform: uppercase; text-align: center }
    </style>"#;
    assert_eq!(looks(head), looks(""));
}

#[test]
fn what_is_gone_is_forgotten() {
    if !Ability::Garbage.is_here() {
        return;
    }
    // The driver must not be handed any of the elements: it would hold on to them.
    let server = server();
    server.put("/page.html", Reply::page(SCRIPT));
    let browser = Browser::borrow(HOME).expect("a browser");
    let session = &browser.session;
    let run = |script: &str, arguments: &[Value]| {
        let value = session.run(script, arguments).expect(script);
        value.as_u64().unwrap_or_default()
    };
    let wait_for = |what: &str, script: &str, enough: &dyn Fn(u64) -> bool| {
        let deadline = Instant::now() + Duration::from_secs(20);
        loop {
            browser.collect().expect("the browser collects its garbage");
            let count = run(script, &[]);
            if enough(count) {
                return;
            }
            assert!(Instant::now() < deadline, "{what}: {count}");
            thread::sleep(Duration::from_millis(100));
        }
    };
    let url = server.url("/page.html");
    session.go_to(&url).expect(&url);
    run(
        "window.made = []; window.shown = 0; \
         document.addEventListener('handbill:load', () => window.shown++); \
         return customElements.whenDefined('handbill-event').then(() => { \
           for (let i = 0; i < 50; i++) { \
             const one = document.createElement('handbill-event'); \
             one.event = structuredClone(arguments[0]); \
             document.body.append(one); \
             made.push(new WeakRef(one)); \
           } \
           return null })",
        &[sample()],
    );
    wait_for("shown of 50", "return shown", &|count| count == 50);
    let alive = "return made.filter((one) => one.deref()).length";
    assert_eq!(run(alive, &[]), 50, "nothing that is shown is forgotten");
    run("document.body.replaceChildren(); return 0", &[]);
    // The browser may keep a few for reasons of its own.
    wait_for("still alive of 50", alive, &|count| count <= 5);
}

/// A page whose element was shown and then taken away, for so long that nobody thinks of a move.
#[track_caller]
fn taken_away() -> (Server, Page) {
    let server = server();
    let page = Page::open(&server, &snippet("/event.json"));
    shows(&page, NAME);
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    page.settle();
    (server, page)
}

const PUT_BACK: &str = "document.body.append(kept)";

#[test]
fn put_back_as_it_was_it_asks_for_nothing() {
    let (server, page) = taken_away();
    page.run(PUT_BACK, &[]);
    shows(&page, NAME);
    assert_eq!(
        asked_for(&server, "/event.json"),
        1,
        "{:?}",
        server.requests()
    );
}

#[test]
fn given_another_address_while_away_it_shows_what_is_there() {
    let (server, page) = taken_away();
    page.run("kept.setAttribute('src', '/other.json')", &[]);
    page.settle();
    page.run(PUT_BACK, &[]);
    shows(&page, OTHER);
    assert_eq!(
        asked_for(&server, "/other.json"),
        1,
        "{:?}",
        server.requests()
    );
}

#[test]
fn given_another_event_while_away_it_shows_that() {
    let (_server, page) = taken_away();
    page.run("kept.event = arguments[0]", &[named(OTHER)]);
    page.settle();
    page.run(PUT_BACK, &[]);
    shows(&page, OTHER);
}

#[test]
fn taken_away_before_it_was_there_it_is_shown_later() {
    let server = server();
    let late = Reply::json(sample()).after(Duration::from_millis(500));
    server.put("/event.json", late);
    let page = Page::open(&server, &snippet("/event.json"));
    page.wait_until("the document is asked for", || {
        asked_for(&server, "/event.json") > 0
    });
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    page.settle();
    page.run(PUT_BACK, &[]);
    shows(&page, NAME);
}

#[test]
fn an_answer_that_comes_too_late_is_not_remembered() {
    let server = server();
    let late = Reply::json(sample()).after(Duration::from_millis(1500));
    server.put("/event.json", late);
    let page = Page::open(&server, &snippet("/event.json"));
    page.wait_until("the first document is asked for", || {
        asked_for(&server, "/event.json") > 0
    });
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.setAttribute('src', '/other.json')",
        &[],
    );
    shows(&page, OTHER);
    // Only what is fetched completely stands in this list.
    page.wait_until("the first document has come", || {
        page.run(
            "return performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('/event.json'))",
            &[],
        ) == json!(true)
    });
    page.run("kept.remove()", &[]);
    page.settle();
    page.run(PUT_BACK, &[]);
    shows(&page, OTHER);
}

#[test]
fn an_event_given_before_the_script_runs_is_shown() {
    let server = server();
    let body = format!(
        "{}<script>document.querySelector('handbill-event').event = {}</script>",
        element_with("", CONTENT),
        sample()
    );
    let page = Page::open(&server, &format!("{body}{SCRIPT}"));
    shows(&page, NAME);
    // From now on the property is the element's own: setting it again shows another event.
    page.run(
        "document.querySelector('handbill-event').event = arguments[0]",
        &[named(OTHER)],
    );
    shows(&page, OTHER);
}

/// Serves one page, in pieces: between two of them the widget arrives from `server`.
fn in_pieces(server: &Arc<Server>, pieces: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = server.clone();
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            // Browsers open connections before they have anything to ask.
            if asks(&connection).is_ok_and(|request| request.starts_with("GET /page.html")) {
                // The browser may have gone away meanwhile, which the test will notice by itself.
                let _ = send(&connection, &server, &pieces);
                return;
            }
        }
    });
    format!("http://{address}/page.html")
}

fn asks(mut connection: &TcpStream) -> std::io::Result<String> {
    connection.set_read_timeout(Some(Duration::from_millis(300)))?;
    let mut request = Vec::new();
    let mut part = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match connection.read(&mut part)? {
            0 => return Err(ErrorKind::UnexpectedEof.into()),
            length => request.extend_from_slice(&part[..length]),
        }
    }
    Ok(String::from_utf8_lossy(&request).into_owned())
}

fn send(mut connection: &TcpStream, server: &Server, pieces: &[String]) -> std::io::Result<()> {
    connection.write_all(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n",
    )?;
    for (index, piece) in pieces.iter().enumerate() {
        connection.write_all(piece.as_bytes())?;
        connection.flush()?;
        if index + 1 == pieces.len() {
            break;
        }
        let deadline = Instant::now() + Duration::from_secs(5);
        while asked_for(server, "/dist/handbill.js") == 0 && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(20));
        }
        // Long enough for the script to come and run, and to find the page unfinished.
        thread::sleep(Duration::from_millis(1200));
    }
    Ok(())
}

/// A page whose element holds its own event, cut in two at this place of the element.
#[track_caller]
fn arrives_in_two(cut: impl Fn(&str) -> usize) {
    let server = Arc::new(server());
    server.header("Access-Control-Allow-Origin", "*");
    // It comes after the first piece, so that it finds what there is of it.
    let script = fs::read_to_string(dist().join("handbill.js")).expect("the widget");
    let late = Reply::script(&script).after(Duration::from_millis(400));
    server.put("/dist/handbill.js", late);
    let head = format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
        <script src="{}"></script><script async src="{}"></script><p>Above</p>"#,
        server.url("/recorder.js"),
        server.url("/dist/handbill.js"),
    );
    let script = format!(
        r#"<script type="application/ld+json">{}</script>"#,
        sample()
    );
    let element = element_with("", &format!("{CONTENT}{script}"));
    let (first, second) = element.split_at(cut(&element));
    let pieces = vec![format!("{head}{first}"), format!("{second}<p>Below</p>")];
    let page = Page::visit(&in_pieces(&server, pieces));
    shows(&page, NAME);
    page.see("Below");
    let events = page.events();
    let is_error = |event: &Event| event.kind == "handbill:error";
    assert!(!events.iter().any(is_error), "{events:?}");
}

#[test]
fn an_event_that_has_not_arrived_is_waited_for() {
    arrives_in_two(|element| element.find("<script").expect("a script"));
}

#[test]
fn an_event_of_which_half_has_arrived_is_waited_for() {
    arrives_in_two(|element| element.find("\"subEvent\"").expect("a programme"));
}

#[test]
fn in_the_document_of_a_frame_it_looks_the_same() {
    let server = server();
    server.put("/frame.html", Reply::page("<main></main>"));
    let frame = r#"<iframe src="/frame.html" width="600" height="600"></iframe>"#;
    let page = Page::open(&server, &format!("{}{frame}", snippet("/event.json")));
    shows(&page, NAME);
    page.wait_until("the frame is there", || {
        page.run(
            "window.frame = document.querySelector('iframe').contentDocument; \
             return frame.querySelector('main') !== null",
            &[],
        ) == json!(true)
    });
    let looks = |place: &str| {
        let script = format!(
            "{FIND} const found = holding({place}, 'Register'); \
             if (!found.length || !holding({place}, arguments[0]).length) return null; \
             const style = found[0].ownerDocument.defaultView.getComputedStyle(found[0]); \
             return ['fontFamily', 'fontWeight', 'color', 'backgroundColor', 'paddingInlineStart', 'textDecorationLine']\
               .map((property) => property + ': ' + style[property])"
        );
        page.run(&script, &[json!(NAME)])
    };
    let before = looks("document");
    assert!(before.is_array(), "it is shown: {before}");
    let looks_the_same = |when: &str| {
        page.wait_until(when, || looks("frame").is_array());
        page.settle();
        assert_eq!(looks("frame"), before, "{when}");
    };
    page.run(
        "window.kept = document.querySelector('handbill-event'); frame.querySelector('main').append(kept)",
        &[],
    );
    looks_the_same("it is moved into the frame");
    page.run("kept.remove()", &[]);
    page.settle();
    page.run("frame.querySelector('main').append(kept)", &[]);
    looks_the_same("it is put back into the frame");
    page.run("kept.remove()", &[]);
    page.settle();
    page.run(PUT_BACK, &[]);
    shows(&page, NAME);
    assert_eq!(looks("document"), before, "it is back on the page");
    assert_eq!(
        asked_for(&server, "/event.json"),
        1,
        "{:?}",
        server.requests()
    );
}

#[test]
fn after_a_failure_the_next_element_tries_again() {
    const WASM: &str = "/dist/handbill-app_bg.wasm";
    let server = server();
    server.put(WASM, Reply::status(503));
    let page = Page::open(&server, &format!("{}<main></main>", snippet("/event.json")));
    page.event("handbill:error");
    page.settle();
    assert_eq!(page.visible_text(), CONTENT_TEXT);
    assert_eq!(page.complaints().len(), 1, "{:?}", page.complaints());

    // The server recovers: what it withheld is to be had, from where it lies.
    let recovered = Server::with_widget().expect("the widget");
    recovered.header("Access-Control-Allow-Origin", "*");
    server.put(
        WASM,
        Reply::status(302).header("Location", &recovered.url(WASM)),
    );
    page.run(
        "document.querySelector('main').innerHTML = arguments[0]",
        &[json!(element("/other.json"))],
    );
    page.see(OTHER);
    // So does the first: its program is there.
    page.see(NAME);
    page.entry("Earthworms");
    page.settle();
    assert_eq!(
        page.complaints().len(),
        1,
        "nothing new: {:?}",
        page.complaints()
    );
}

/// An element without a language of its own, in a page that has two.
#[track_caller]
fn between_languages() -> (Server, Page) {
    let server = server();
    let page = Page::open(
        &server,
        &format!(
            r#"{SCRIPT}<div lang="en"><handbill-event src="/event.json" now="{BEFORE}">{CONTENT}</handbill-event></div><div lang="fr"></div>"#
        ),
    );
    page.event("handbill:load");
    page.see("February");
    (server, page)
}

#[track_caller]
fn speaks_french(page: &Page) {
    page.see("14 février 2024");
    let text = page.visible_text();
    assert!(!text.contains("February"), "{text}");
    let line = page.entry("Earthworms");
    assert!(line.heading.contains("février"), "{line:?}");
}

#[test]
fn moved_to_another_language_it_speaks_that() {
    let (_server, page) = between_languages();
    page.run(
        "document.querySelector('[lang=fr]').append(document.querySelector('handbill-event'))",
        &[],
    );
    speaks_french(&page);
}

#[test]
fn put_back_into_another_language_it_speaks_that() {
    let (_server, page) = between_languages();
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    page.settle();
    page.run("document.querySelector('[lang=fr]').append(kept)", &[]);
    speaks_french(&page);
}

#[test]
fn words_in_another_language_than_the_page_say_so() {
    let server = server();
    let page = Page::open(
        &server,
        &format!(
            r#"{SCRIPT}<main lang="he"><handbill-event src="/event.json" now="{BEFORE}">{CONTENT}</handbill-event></main>"#
        ),
    );
    page.event("handbill:load");
    let language = "return arguments[0].closest('[lang]')?.lang";
    let headings = page.names("heading");
    let day = headings.iter().find(|name| name.contains("בפברואר"));
    let day = day.unwrap_or_else(|| panic!("no heading is a day: {headings:?}"));
    // What a screen reader pronounces: the author's words and the dates in Hebrew, the words of the
    // interface in English.
    for (name, expected) in [
        (NAME, "he"),
        (day, "he"),
        ("When", "en"),
        ("Programme", "en"),
    ] {
        let heading = page.control("heading", name);
        let found = page.run_on(&heading, language);
        assert_eq!(found, json!(expected), "the language of {name:?}");
    }
}

#[test]
fn come_back_to_it_is_there_and_works() {
    let server = server();
    server.put("/away.html", Reply::page("<p>Somewhere else.</p>"));
    let page = Page::open(&server, &snippet("/event.json"));
    page.see(NAME);
    page.go_to(&server.url("/away.html"));
    page.see("Somewhere else.");
    page.back();
    page.see(NAME);
    page.settle();
    page.click(&page.control("button", "Change time zone"));
    page.click(&page.control("radio", "Event time"));
    page.wait_until("the event's clock is shown", || {
        page.entry("Earthworms").text.starts_with("13:00")
    });
    assert_eq!(page.complaints(), [""; 0]);
}
