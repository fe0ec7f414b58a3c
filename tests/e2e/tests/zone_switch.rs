//! Whose clock is shown: the visitor's, the event's or another one; chosen, remembered, shared, and followed when the
//! visitor travels.

use handbill_e2e::document::sample;
use handbill_e2e::page::HOME;
use handbill_e2e::snippet::{SCRIPT, SEED, element, element_with, snippet};
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::{Value, json};

/// The field in which a zone is searched for.
const FIELD: &str = "Other place: city or country";

/// What opens the choice.
const CHANGE: &str = "Change time zone";

/// The sample at 12:30 in Berlin, for a visitor in `zone`.
#[track_caller]
fn announcement_in(zone: &str) -> (Server, Page) {
    page_with(zone, &sample(), &snippet("/event.json"))
}

#[track_caller]
fn page_with(zone: &str, event: &Value, body: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    let page = Page::open_in(zone, &server, body);
    page.event("handbill:load");
    (server, page)
}

/// The clocks that are offered, and the one that is chosen.
#[track_caller]
fn offered(page: &Page) -> (Vec<String>, String) {
    let names = page.names("radio");
    let chosen = names
        .iter()
        .find(|name| {
            let radio = page.control("radio", name);
            page.run_on(&radio, "return arguments[0].checked") == json!(true)
        })
        .cloned();
    (names, chosen.unwrap_or_default())
}

/// Opens the choice.
#[track_caller]
fn open(page: &Page) {
    page.click(&page.control("button", CHANGE));
    page.control("combobox", FIELD);
}

/// Types, and takes the first place that is found.
#[track_caller]
fn search(page: &Page, text: &str) {
    let field = page.control("combobox", FIELD);
    page.run_on(&field, "arguments[0].focus()");
    page.write(text);
    page.press("Enter");
}

#[test]
fn a_visitor_elsewhere_can_see_the_clock_of_the_event() {
    let (_server, page) = announcement_in(HOME);
    assert_eq!(
        page.names("radio"),
        [""; 0],
        "nothing is in the way until it is asked for"
    );
    open(&page);
    assert_eq!(
        offered(&page),
        (
            vec!["My time".into(), "Event time".into()],
            "My time".into()
        )
    );
    assert!(page.entry("Earthworms").text.contains("17:45"));
    page.click(&page.control("radio", "Event time"));
    assert_eq!(offered(&page).1, "Event time");
    let line = page.entry("Earthworms").text;
    assert!(
        line.contains("13:00") && !line.contains("17:45"),
        "one clock, the event's: {line}"
    );
    assert!(!page.visible_text().contains("Kathmandu"));
    assert_eq!(page.focused().1, "Event time");
    page.click(&page.control("radio", "My time"));
    assert!(page.entry("Earthworms").text.contains("17:45"));
}

#[test]
fn where_all_clocks_agree_there_is_nothing_to_choose() {
    let (_server, page) = announcement_in("Europe/Paris");
    page.settle();
    assert!(!page.visible_text().contains(CHANGE));
}

#[test]
fn clocks_that_differ_on_one_day_only_are_a_choice() {
    let mut event = sample();
    // London changes its clocks with Berlin; Casablanca keeps to UTC+1, and goes back for Ramadan on 10 March 2024.
    event["endDate"] = json!("2024-03-12T14:00");
    event["subEvent"] = json!([
        {"startDate": "2024-03-08T10:00", "name": "Before"},
        {"startDate": "2024-03-12T10:00", "name": "After"}
    ]);
    let (_server, page) = page_with("Africa/Casablanca", &event, &snippet("/event.json"));
    page.control("button", CHANGE);
    assert!(!page.entry("Before").text.contains("Berlin"));
    let after = page.entry("After").text;
    assert!(
        after.contains("09:00") && after.contains("10:00 Berlin"),
        "{after}"
    );
    let when = page.visible_text();
    assert!(
        when.contains("13:00") && when.contains("14:00"),
        "the end differs though the start does not: {when}"
    );
}

#[test]
fn the_clock_of_any_place_is_found_with_the_keyboard_alone() {
    let (_server, page) = announcement_in(HOME);
    page.tab_to("button", CHANGE);
    page.press("Enter");
    page.wait_until("the chosen clock has the focus", || {
        page.focused().1 == "My time"
    });
    page.tab_to("combobox", FIELD);
    page.write("toky");
    page.wait_until("one place is left", || page.names("option").len() == 1);
    let field = page.control("combobox", FIELD);
    assert_eq!(
        page.attribute(&field, "aria-expanded").as_deref(),
        Some("true")
    );
    let marked = "const f = arguments[0]; return f.getRootNode().getElementById(f.getAttribute('aria-activedescendant')).textContent";
    let marked = page.run_on(&field, marked);
    assert!(
        marked
            .as_str()
            .is_some_and(|text| text.starts_with("Tokyo")),
        "{marked}"
    );
    page.press("Enter");
    page.see("Tokyo, GMT+9");
    assert_eq!(offered(&page).1, "Tokyo");
    assert_eq!(page.focused(), ("radio".into(), "Tokyo".into()));
    assert!(page.entry("Earthworms").text.contains("21:00"));
    assert_eq!(page.names("option"), [""; 0], "the list is closed");
    page.press("Escape");
    assert_eq!(page.focused().1, CHANGE);
    assert_eq!(page.names("radio"), [""; 0], "the choice is closed");
}

#[test]
fn the_search_knows_countries_old_names_and_accents() {
    let (_server, page) = announcement_in(HOME);
    open(&page);
    let field = page.control("combobox", FIELD);
    page.run_on(&field, "arguments[0].focus()");
    for (typed, found) in [
        ("germany", "Berlin"),
        ("kyiv", "Kyiv"),
        ("kiev", "Kyiv"),
        ("calcutta", "Kolkata"),
        ("Asia/Ka", "Kabul"),
        ("são", "Sao Paulo"),
        ("new york", "New York"),
        ("utc", "UTC"),
    ] {
        page.run_on(&field, "arguments[0].value = ''");
        page.write(typed);
        page.wait_until(&format!("{typed} finds {found}"), || {
            page.names("option")
                .iter()
                .any(|name| name.starts_with(found))
        });
    }
    page.run_on(&field, "arguments[0].value = ''");
    page.write("nowhere at all");
    page.see("No place is called that.");
    page.press("Escape");
    page.wait_until("the choice is closed", || page.names("combobox").is_empty());
    assert_eq!(page.focused().1, CHANGE);
    assert!(
        page.entry("Earthworms").text.contains("17:45"),
        "nothing was chosen"
    );
}

#[test]
fn arrows_go_through_the_places_and_a_click_takes_one() {
    let (_server, page) = announcement_in(HOME);
    open(&page);
    let field = page.control("combobox", FIELD);
    page.run_on(&field, "arguments[0].focus()");
    page.write("san");
    page.wait_until("several places are left", || {
        let count = page.names("option").len();
        (2..40).contains(&count)
    });
    let at = || page.attribute(&field, "aria-activedescendant");
    let first = at();
    page.press("ArrowDown");
    assert_ne!(at(), first);
    page.press("ArrowUp");
    assert_eq!(at(), first);
    page.press("ArrowUp");
    assert_ne!(at(), first, "from the first to the last");
    let name = page.names("option")[1].clone();
    page.click(&page.control("option", &name));
    page.wait_until("the list is closed", || page.names("option").is_empty());
    let city = offered(&page).1;
    assert!(
        !city.is_empty() && name.starts_with(&city),
        "{city} of {name}"
    );
}

#[test]
fn the_choice_is_remembered_and_shared_by_the_elements_of_a_page() {
    let body = format!("{SCRIPT}{}{}", element("/event.json"), element(SEED));
    let (_server, page) = page_with(HOME, &sample(), &body);
    page.entry("Opening");
    page.entry("Earthworms");
    open(&page);
    search(&page, "auckl");
    for name in ["Earthworms", "Opening"] {
        page.wait_until("both elements show Auckland", || {
            let text = page.entry(name).text;
            text.contains("01:00") || text.contains("00:30")
        });
    }
    page.reload();
    page.event("handbill:load");
    page.entry("Opening");
    assert!(
        page.entry("Earthworms").text.contains("01:00"),
        "remembered"
    );
    open(&page);
    assert!(page.names("radio").contains(&"Auckland".to_owned()));
}

#[test]
fn a_browser_that_keeps_no_storage_can_choose_all_the_same() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let refuse = "<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })</script>";
    let page = Page::open(&server, &[refuse, &snippet("/event.json")].concat());
    page.event("handbill:load");
    open(&page);
    page.click(&page.control("radio", "Event time"));
    assert!(page.entry("Earthworms").text.contains("13:00"));
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn a_browser_that_lacks_what_is_asked_for_ahead_shows_it_all_the_same() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let without = "<script>delete window.OffscreenCanvas; delete Intl.DateTimeFormat.prototype.formatRange; delete Intl.RelativeTimeFormat</script>";
    let page = Page::open(&server, &[without, &snippet("/event.json")].concat());
    page.event("handbill:load");
    page.entry("Earthworms");
    page.settle();
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_visitor_whose_place_is_not_known_is_offered_the_choice() {
    let mut event = sample();
    event["timeZone"] = json!("Atlantic/Reykjavik");
    let (_server, page) = page_with("UTC", &event, &snippet("/event.json"));
    page.click(&page.control("button", "Choose a time zone"));
    page.control("radio", "UTC");
    assert_eq!(offered(&page), (vec!["UTC".into()], "UTC".into()));
    search(&page, "berl");
    page.see("Berlin, GMT+1");
    assert_eq!(offered(&page).1, "Berlin");
}

#[test]
fn the_place_under_the_hand_stays_where_it_is() {
    let filler = "<p style='height: 400px'>Above.</p>";
    let body = format!(
        "{SCRIPT}{filler}{}{filler}{}{filler}",
        element_with("src='/dist/demo/event.json'", ""),
        element("/event.json")
    );
    let (_server, page) = page_with("Pacific/Auckland", &sample(), &body);
    page.resize(360, 700);
    page.entry("Earthworms");
    page.entry("Opening");
    page.run("document.querySelectorAll('handbill-event')[1].shadowRoot.querySelector('[part=when] button').click()", &[]);
    page.control("combobox", FIELD);
    // The second element's switch: the first one above it loses a line per entry with the event's own time.
    let find = "const all = [...document.querySelectorAll('handbill-event')]; const f = all[1].shadowRoot.querySelector('fieldset');";
    page.run(
        &format!("{find} f.scrollIntoView({{block: 'center'}})"),
        &[],
    );
    let top = || {
        page.run(&format!("{find} return f.getBoundingClientRect().top"), &[])
            .as_f64()
            .expect("a number")
    };
    page.settle();
    let (before, height) = (top(), page.run("return document.body.scrollHeight", &[]));
    page.run(
        &format!("{find} f.querySelectorAll('input')[1].click()"),
        &[],
    );
    page.settle();
    assert_ne!(
        page.run("return document.body.scrollHeight", &[]),
        height,
        "the page has another height now"
    );
    // A page scrolls by whole pixels of the screen.
    assert!((top() - before).abs() < 1.0, "{before} to {}", top());
}

#[test]
fn the_entry_that_is_read_stays_where_it_is() {
    let mut event = sample();
    let entry = |hour: usize| json!({"startDate": format!("{hour:02}:00"), "name": format!("Part {hour}"), "description": "Long enough to fill a line or two on a telephone."});
    event["subEvent"] = (1..20).map(entry).collect();
    let body = format!(
        "<style>* {{ overflow-anchor: none }}</style>{}<div style='height: 2000px'></div>",
        snippet("/event.json")
    );
    let (_server, page) = page_with("Pacific/Auckland", &event, &body);
    page.resize(360, 700);
    page.entry("Part 19");
    let find = "const line = [...document.querySelector('handbill-event').shadowRoot.querySelectorAll('li')].find((line) => line.textContent.includes('Part 12'));";
    page.run(
        &format!("{find} line.scrollIntoView({{block: 'start'}}); scrollBy(0, 10)"),
        &[],
    );
    let top = || {
        page.run(
            &format!("{find} return Math.round(line.getBoundingClientRect().top)"),
            &[],
        )
        .as_i64()
        .expect("a number")
    };
    let height = || page.run("return document.body.scrollHeight", &[]);
    page.settle();
    let (before, tall) = (top(), height());
    for zone in ["event", "Asia/Kathmandu", "viewer"] {
        page.run(
            "document.querySelector('handbill-event').setAttribute('time-zone', arguments[0])",
            &[json!(zone)],
        );
        page.settle();
        // Pages scroll by whole pixels, and lines stand between them.
        assert!(
            (top() - before).abs() <= 1,
            "{} and not {before} in {zone}",
            top()
        );
        if zone == "event" {
            assert_ne!(height(), tall, "what stands above has another height");
        }
    }
}

#[test]
fn what_is_open_stays_open() {
    let mut event = sample();
    event["subEvent"][1]["description"] = json!("Worms are long. ".repeat(40));
    let (_server, page) = page_with(HOME, &event, &snippet("/event.json"));
    page.run(
        "document.querySelector('handbill-event').shadowRoot.querySelector('summary').click()",
        &[],
    );
    page.see("Worms are long.");
    open(&page);
    page.click(&page.control("radio", "Event time"));
    page.see("13:00");
    assert!(page.visible_text().contains("Worms are long."));
}

#[test]
fn a_visitor_who_travels_is_followed() {
    let (_server, page) = announcement_in("America/Lima");
    assert!(page.entry("Earthworms").text.contains("07:00"));
    if Ability::Travel.is_here() {
        page.travel("Asia/Tokyo");
        page.see("Tokyo, GMT+9");
        assert!(page.entry("Earthworms").text.contains("21:00"));
        page.travel("");
        page.see("Lima, GMT");
    }
}

#[test]
fn another_language_of_the_browser_is_followed() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(sample()));
    let body = format!(
        "{SCRIPT}<handbill-event src='/event.json' now='2024-02-14T08:00Z'></handbill-event>"
    );
    let page = Page::open(
        &server,
        &format!("<script>document.documentElement.removeAttribute('lang')</script>{body}"),
    );
    page.event("handbill:load");
    page.see("Wednesday");
    page.run("Object.defineProperty(navigator, 'language', { value: 'fr', configurable: true }); dispatchEvent(new Event('languagechange'))", &[]);
    page.see("mercredi 14 février 2024");
}

#[test]
fn the_search_is_loaded_by_those_who_open_it_and_by_nobody_else() {
    let (server, page) = announcement_in(HOME);
    page.settle();
    let panels = "/dist/handbill-panels.wasm".to_owned();
    assert!(
        !server
            .requests()
            .iter()
            .any(|path| path.starts_with(&panels))
    );
    server.put(&panels, Reply::status(503));
    page.click(&page.control("button", CHANGE));
    page.see("This could not be loaded. Please try again.");
    server.take_back(&panels);
    open(&page);
    page.control("radio", "My time");
}
