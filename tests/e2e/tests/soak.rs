//! A page that stays open for a day does not grow: 1,000 elements come, have everything opened, and go.

use std::collections::BTreeMap;

use handbill_e2e::document::sample;
use handbill_e2e::page::HOME;
use handbill_e2e::session::Session;
use handbill_e2e::snippet::SCRIPT;
use handbill_e2e::{Ability, Browser, Reply, Server};
use serde_json::{Value, json};

/// Catches the program's memory as it starts, which no counter of the browser contains; and nothing is printed.
const CATCH: &str = "<script>
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await own(...all);
        globalThis.memory ??= Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
        return made;
      };
    }
    window.print = () => {};</script>";

const ROUNDS: &str = include_str!("soak/rounds.js");

/// How many rounds a call runs: a script may take half a minute.
const CALL: u32 = 20;

/// What is left of a page after some rounds.
#[derive(Debug, Default)]
struct Left {
    nodes: i64,
    listeners: i64,
    /// Bytes of JavaScript's objects.
    objects: i64,
    /// Bytes of the program's memory, which never shrinks.
    memory: i64,
}

fn number(value: &Value) -> i64 {
    value.as_f64().map_or(0, |value| value as i64)
}

/// A programme that is large enough for search, tabs, stars and a timetable.
fn large() -> Value {
    let entry = |number: usize| {
        let (room, track) = [("Hall", "Soil"), ("Cellar", "Water")][number % 2];
        json!({
            "startDate": format!("2024-02-{}T{:02}:00", 14 + number / 6, 9 + number % 6 / 2), "duration": "PT1H",
            "name": format!("Talk {}", char::from(b'A' + number as u8)), "description": "About soil.",
            "location": room, "track": track,
            "performer": {"name": "Ada Clay", "description": "She digs."}
        })
    };
    json!({
        "name": "Soil and Water", "timeZone": "Europe/Berlin", "startDate": "2024-02-14T09:00",
        "endDate": "2024-02-16T12:00", "subEvent": (0..18).map(entry).collect::<Vec<_>>()
    })
}

/// Runs the rounds `from` to `to`: the bytes of the program's memory, and how often each control was operated.
#[track_caller]
fn run(session: &Session, from: u32, to: u32) -> (i64, BTreeMap<String, i64>) {
    // Most events are small.
    let mut documents = vec![sample(); 9];
    documents.push(large());
    let mut memory = 0;
    let mut operated = BTreeMap::new();
    for first in (from..to).step_by(CALL as usize) {
        let arguments = [json!(documents), json!(first), json!(first + CALL)];
        let result = session.run(ROUNDS, &arguments).expect("the rounds");
        assert_eq!(result["uncaught"], json!([]), "rounds from {first}");
        memory = number(&result["memory"]);
        for (purpose, count) in result["operated"].as_object().into_iter().flatten() {
            *operated.entry(purpose.clone()).or_default() += number(count);
        }
    }
    (memory, operated)
}

/// What is left of the page.
#[track_caller]
fn left(session: &Session, memory: i64) -> Left {
    let call = |command: &str| {
        let body = json!({"cmd": command, "params": {}});
        session.post("goog/cdp/execute", body).expect(command)
    };
    call("Performance.enable");
    // What one collection frees lets the next one free more.
    for _ in 0..4 {
        call("HeapProfiler.collectGarbage");
    }
    let counters = call("Memory.getDOMCounters");
    let metrics = call("Performance.getMetrics");
    let metrics = metrics["metrics"].as_array().into_iter().flatten();
    let objects = metrics.filter(|metric| metric["name"] == json!("JSHeapUsedSize"));
    Left {
        nodes: number(&counters["nodes"]),
        listeners: number(&counters["jsEventListeners"]),
        objects: objects.map(|metric| number(&metric["value"])).sum(),
        memory,
    }
}

#[test]
fn elements_come_are_used_and_go_and_the_page_does_not_grow() {
    if !Ability::Memory.is_here() {
        return;
    }
    let server = Server::with_widget().expect("the widget");
    server.put("/page.html", Reply::page(&format!("{CATCH}{SCRIPT}")));
    // The driver must not be handed any of the elements: it would hold on to them.
    let browser = Browser::borrow(HOME).expect("a browser");
    let session = &browser.session;
    let url = server.url("/page.html");
    session.go_to(&url).expect(&url);
    // After the first rounds, everything is loaded, and as much was there at a time as ever is.
    let (memory, _) = run(session, 0, 200);
    let early = left(session, memory);
    let (memory, operated) = run(session, 200, 1000);
    let late = left(session, memory);
    for role in [
        "button", "combobox", "option", "radio", "select", "summary", "tab",
    ] {
        let is_operated = operated.keys().any(|purpose| purpose.starts_with(role));
        assert!(is_operated, "no {role} was operated: {operated:?}");
    }
    let both = format!("{early:?} after 200 rounds, {late:?} after 1,000");
    assert!(
        early.memory > 0 && early.nodes > 0 && early.objects > 0,
        "{both}"
    );
    // One event alone has more nodes than this, and there were 800 between the two.
    assert!(late.nodes <= early.nodes + 40, "nodes: {both}");
    assert!(late.listeners <= early.listeners + 10, "listeners: {both}");
    assert!(late.objects <= early.objects + 100_000, "objects: {both}");
    // Two pages of memory more: less than 170 bytes for each of them.
    assert!(late.memory <= early.memory + 2 * 65_536, "memory: {both}");
}
