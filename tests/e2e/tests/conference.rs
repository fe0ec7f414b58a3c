//! Programmes of the size of a conference: days, search, stars and a timetable; and none of it for small ones.

use std::time::Duration;

use handbill_e2e::document::sample;
use handbill_e2e::snippet::{CONTENT, CONTENT_TEXT, SCRIPT, snippet};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

/// Three days, on each of which two rooms run side by side.
fn conference() -> Value {
    let mut entries = Vec::new();
    for (day, words) in [
        ("2024-06-03", ["Peat", "Ponds", "Roots", "Rain"]),
        ("2024-06-04", ["Sand", "Springs", "Seeds", "Snow"]),
        ("2024-06-05", ["Clay", "Canals", "Crops", "Clouds"]),
    ] {
        for (number, word) in words.iter().enumerate() {
            let hour = 9 + 2 * (number / 2);
            let room = ["Hall", "Cellar"][number % 2];
            let track = ["Soil", "Water"][number % 2];
            entries.push(json!({
                "startDate": format!("{day}T{hour:02}:00"), "endDate": format!("{day}T{:02}:00", hour + 1),
                "name": word, "location": room, "track": track,
                "performer": {"@id": "#ada", "name": "Ada Clay", "description": "She digs."}
            }));
        }
    }
    json!({
        "name": "Soil and Water", "timeZone": "Europe/Berlin", "startDate": "2024-06-03T09:00",
        "endDate": "2024-06-05T12:00", "eventAttendanceMode": "online", "subEvent": entries
    })
}

/// The conference in a window of this width, by a clock before it.
fn open(width: u32, event: &Value) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    server.put(
        "/conference.html",
        Reply::page(&format!(
            "{SCRIPT}<handbill-event src='/event.json' lang='en-GB' now='2024-06-01T08:00:00Z'>{CONTENT}</handbill-event>"
        )),
    );
    let page = Page::visit_in("Europe/Berlin", &server.url("/conference.html"));
    page.resize(width, 900);
    (server, page)
}

/// The names of the entries that are shown, in order.
fn shown(page: &Page) -> Vec<String> {
    let script = "const root = document.querySelector('handbill-event')?.shadowRoot;
        return [...root?.querySelectorAll('.entry .subject') ?? []]
            .filter((name) => name.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
                && name.getBoundingClientRect().height > 0)
            .map((name) => name.textContent)";
    serde_json::from_value(page.run(script, &[])).expect("a list of names")
}

#[track_caller]
fn shows(page: &Page, names: &[&str]) {
    page.wait_until(&format!("{names:?} and nothing else"), || {
        shown(page) == names
    });
}

#[test]
fn one_day_stands_open_and_tabs_lead_to_the_others() {
    let (_server, page) = open(800, &conference());
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let tabs = page.names("tab");
    assert_eq!(tabs.len(), 3, "{tabs:?}");
    let second = page.control("tab", &tabs[1]);
    page.click(&second);
    shows(&page, &["Sand", "Springs", "Seeds", "Snow"]);
    assert_eq!(
        page.attribute(&second, "aria-selected").as_deref(),
        Some("true")
    );
    assert_eq!(
        page.run("return location.hash", &[]),
        json!("#handbill?day=2024-06-04")
    );
    page.press("ArrowRight");
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
    page.run("history.back()", &[]);
    shows(&page, &["Sand", "Springs", "Seeds", "Snow"]);
    // The address leads there for somebody else, too.
    page.reload();
    shows(&page, &["Sand", "Springs", "Seeds", "Snow"]);
    // So does that of an entry on another day.
    page.run("location.hash = '#handbill-crops'", &[]);
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
    let script = "return document.querySelector('handbill-event').shadowRoot.activeElement?.querySelector('.subject')?.textContent";
    page.wait_until("it has the focus", || {
        page.run(script, &[]) == json!("Crops")
    });
    // What more there is of it stands open.
    page.see("She digs.");
}

#[test]
fn words_and_filters_find_entries_of_all_days() {
    let (_server, page) = open(800, &conference());
    let field = page.control("searchbox", "Search the programme");
    page.click(&field);
    page.write("SPRÍNGS");
    shows(&page, &["Springs"]);
    page.see("Found: 1");
    assert!(page.names("tab").is_empty());
    let all = page.control("button", "Show everything");
    page.click(&all);
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let choose = "const select = document.querySelector('handbill-event').shadowRoot.querySelector('#find-room');
        select.value = 'Cellar'; select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(choose, &[]);
    shows(
        &page,
        &["Ponds", "Rain", "Springs", "Snow", "Canals", "Clouds"],
    );
    page.see("Found: 6");
    assert_eq!(
        page.run("return location.hash", &[]),
        json!("#handbill?room=Cellar")
    );
    page.run("history.back()", &[]);
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
}

#[test]
fn stars_are_kept_and_can_be_taken_along() {
    let (server, page) = open(800, &conference());
    for name in ["Peat", "Ponds"] {
        let star = page.control("button", &format!("Star: {name}"));
        page.click(&star);
    }
    page.see("At the same time: Ponds");
    page.reload();
    let mine = page.control("button", "My programme (2)");
    page.click(&mine);
    shows(&page, &["Peat", "Ponds"]);
    page.control("link", "Apple Calendar and others (file)");
    let code = page.control("button", "Show as a code for cameras");
    let script = "return arguments[0].value";
    let link = page.run_on(&code, script);
    page.click(&code);
    page.wait_until("the code is there", || {
        let script = "return document.querySelector('handbill-event').shadowRoot.querySelector('.qr')?.getBoundingClientRect().width > 100";
        page.run(script, &[]) == json!(true)
    });
    // Somebody else, who has starred something of their own.
    let link = link.as_str().unwrap_or_default().to_owned();
    let (_, fragment) = link.split_once('#').expect("it points to something");
    page.run("localStorage.clear(); location.hash = ''", &[]);
    page.reload();
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let star = page.control("button", "Star: Rain");
    page.click(&star);
    page.run("location.hash = arguments[0]", &[json!(fragment)]);
    let merge = page.control("button", "Add it to mine");
    page.control("button", "Replace mine");
    page.click(&merge);
    shows(&page, &["Peat", "Ponds", "Rain"]);
    page.control("button", "My programme (3)");
    drop(server);
}

#[test]
fn rooms_stand_side_by_side_where_there_is_room() {
    let (_server, page) = open(1000, &conference());
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let places = "const root = document.querySelector('handbill-event').shadowRoot;
        return [...root.querySelectorAll('.entry')].filter((entry) => entry.checkVisibility({ contentVisibilityAuto: true }))
            .map((entry) => { const { x, y } = entry.getBoundingClientRect(); return [x, y] })";
    let places =
        || -> Vec<[f64; 2]> { serde_json::from_value(page.run(places, &[])).expect("places") };
    page.wait_until("the first two are side by side", || {
        let places = places();
        places.len() == 4 && places[0][1] == places[1][1] && places[0][0] < places[1][0]
    });
    let view = page.control("button", "Timetable");
    assert_eq!(
        page.attribute(&view, "aria-pressed").as_deref(),
        Some("true")
    );
    page.click(&view);
    page.wait_until("they are in a list", || {
        let places = places();
        places[0][1] < places[1][1] && places[0][0] == places[1][0]
    });
    page.run(
        "document.querySelector('handbill-event').setAttribute('view', 'grid'); history.back()",
        &[],
    );
    page.wait_until("they are side by side", || places()[0][1] == places()[1][1]);
    page.resize(330, 900);
    page.wait_until("there is no room", || {
        let places = places();
        places[0][1] < places[1][1] && places[0][0] == places[1][0]
    });
}

#[test]
fn another_zone_has_other_days_and_the_reader_stays() {
    let (_server, page) = open(800, &conference());
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let tabs = page.names("tab");
    let last = page.control("tab", &tabs[2]);
    page.click(&last);
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
    page.run(
        "document.querySelector('handbill-event').setAttribute('time-zone', 'Pacific/Auckland')",
        &[],
    );
    page.see("Auckland");
    // 9 in Berlin is 19 in Auckland, on the same day.
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
    page.run(
        "document.querySelector('handbill-event').setAttribute('time-zone', 'Pacific/Honolulu')",
        &[],
    );
    // There the first two are in the evening before.
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
}

#[test]
fn what_is_more_of_an_entry_waits_behind_a_disclosure() {
    let (_server, page) = open(800, &conference());
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let script = "const summary = document.querySelector('handbill-event').shadowRoot.querySelector('.extra > summary');
        summary.click(); return summary.getAttribute('aria-label')";
    assert_eq!(page.run(script, &[]), json!("More: Peat"));
    page.see("She digs.");
    page.control("link", "Ponds");
    let link = page.control("link", "Canals");
    page.click(&link);
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
}

#[test]
fn what_has_changed_is_told() {
    let (server, page) = open(800, &conference());
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    page.names("tab");
    let mut later = conference();
    later["subEvent"][0]["startDate"] = json!("2024-06-03T09:30");
    later["subEvent"][1]["location"] = json!("Hall");
    server.put("/event.json", Reply::json(&later));
    page.run("document.querySelector('handbill-event').refresh()", &[]);
    page.see("Moved from 09:00");
    page.see("Before in: Cellar");
}

#[test]
fn the_keyboard_alone_finds_its_way() {
    let (_server, page) = open(800, &conference());
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    page.tab_to("searchbox", "Search the programme");
    page.write("see");
    shows(&page, &["Seeds"]);
    page.tab_to("button", "Star: Seeds");
    page.press("Space");
    page.tab_to("button", "Save or share: Seeds");
    page.press("Shift+Tab");
    page.press("Shift+Tab");
    assert_eq!(page.focused().1, "Star: Seeds");
    // Back to the beginning of the widget, and on.
    let begin = "const root = document.querySelector('handbill-event').shadowRoot;
        [...root.querySelectorAll('button')].find((button) => button.checkVisibility()).focus()";
    page.run(begin, &[]);
    page.tab_to("button", "Show everything");
    page.press("Enter");
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    assert_eq!(page.focused().1, "Search the programme");
    page.tab_to("button", "My programme (1)");
    page.press("Enter");
    shows(&page, &["Seeds"]);
    page.press("Enter");
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    let tabs = page.names("tab");
    page.tab_to("tab", &tabs[0]);
    page.press("ArrowLeft");
    shows(&page, &["Clay", "Canals", "Crops", "Clouds"]);
    assert_eq!(page.focused().1, tabs[2]);
    page.press("Home");
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    page.tab_to("button", "Star: Peat");
}

#[test]
fn an_entry_on_hold_says_so() {
    let mut event = conference();
    event["subEvent"][0]["eventStatus"] = json!("EventPostponed");
    event["subEvent"][1]["eventStatus"] = json!("EventCancelled");
    let (_server, page) = open(800, &event);
    shows(&page, &["Peat", "Ponds", "Roots", "Rain"]);
    page.see("Peat Postponed");
    page.see("Ponds Cancelled");
}

#[test]
fn of_two_on_a_page_the_first_has_the_address() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(conference()));
    let element = "<handbill-event src='/event.json' lang='en-GB' now='2024-06-01T08:00:00Z'></handbill-event>";
    server.put(
        "/two.html",
        Reply::page(&[SCRIPT, element, element].concat()),
    );
    let page = Page::visit_in("Europe/Berlin", &server.url("/two.html#handbill?q=springs"));
    let shown = "return [...document.querySelectorAll('handbill-event')].map(({ shadowRoot }) =>
        [...shadowRoot?.querySelectorAll('.day:not([hidden]) .subject') ?? []].map((name) => name.textContent))";
    let first_day = ["Peat", "Ponds", "Roots", "Rain"];
    page.wait_until("the first alone does as the address says", || {
        page.run(shown, &[]) == json!([["Springs"], first_day])
    });
    let choose = "const select = document.querySelectorAll('handbill-event')[1].shadowRoot.querySelector('#find-room');
        select.value = 'Cellar'; select.dispatchEvent(new Event('change', { bubbles: true })); return location.hash";
    assert_eq!(page.run(choose, &[]), json!("#handbill?q=springs"));
    let found = "return [...document.querySelectorAll('handbill-event')].map(({ shadowRoot }) =>
        shadowRoot.querySelector('.found').textContent)";
    assert_eq!(page.run(found, &[]), json!(["Found: 1", "Found: 6"]));
}

#[test]
fn it_is_on_its_way_before_anything_can_be_shown() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(conference()));
    // Without its words the widget shows nothing.
    let words = Reply::status(200).after(Duration::from_secs(60));
    server.put("/dist/locales/fr.json", words);
    let french = snippet("/event.json").replace("en-GB", "fr");
    let page = Page::open(&server, &french);
    let is_asked = |name: &str| server.requests().iter().any(|path| path.contains(name));
    page.wait_until("it is asked for", || is_asked("handbill-conference.wasm"));
    assert_eq!(page.visible_text(), CONTENT_TEXT);
}

#[test]
fn without_it_the_programme_is_a_list() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(conference()));
    server.put("/dist/handbill-conference.wasm", Reply::status(404));
    let page = Page::open(&server, &snippet("/event.json"));
    page.wait_until("everything is there", || shown(&page).len() == 12);
    page.settle();
    assert!(page.names("tab").is_empty(), "nothing else is");
    let console = page.console();
    let thrown = console.iter().filter(|line| line.starts_with("uncaught"));
    assert_eq!(thrown.count(), 0, "{console:?}");
}

#[test]
fn small_programmes_have_none_of_it_and_fetch_none_of_it() {
    let (server, page) = open(1000, &sample());
    page.entry("Earthworms");
    page.settle();
    assert!(page.names("tab").is_empty() && page.names("searchbox").is_empty());
    let asked = server.requests().into_iter();
    let asked: Vec<String> = asked.filter(|path| path.contains("conference.")).collect();
    assert_eq!(asked, ["/conference.html"]);
}
