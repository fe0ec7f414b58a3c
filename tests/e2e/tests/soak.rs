//! A thousand times there and gone, and more: a page that stays open for a day must not grow.

use handbill_e2e::document::sample;
use handbill_e2e::page::HOME;
use handbill_e2e::session::Session;
use handbill_e2e::snippet::SCRIPT;
use handbill_e2e::{Ability, Browser, Reply, Server};
use serde_json::{Value, json};

/// Catches the program's memory as it starts; nothing else can see it.
const CATCH: &str = "<script>
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await own(...all);
        globalThis.memory ??= Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
        return made;
      };
    }</script>";

/// Shows events and takes them away again, so many batches of fifty; waits until all are forgotten that can be.
const BATCHES: &str = "
    const [document_, batches] = arguments;
    const load = (many) => new Promise((done) => {
      let count = 0;
      const heard = () => { if (++count === many) { document.removeEventListener('handbill:load', heard); done() } };
      document.addEventListener('handbill:load', heard);
    });
    return (async () => {
      await customElements.whenDefined('handbill-event');
      for (let batch = 0; batch < batches; batch++) {
        const all = load(50);
        for (let i = 0; i < 50; i++) {
          const one = document.createElement('handbill-event');
          one.setAttribute('lang', 'en-GB');
          // One of three follows the clock.
          if (i % 3) one.setAttribute('now', '2024-02-14T08:00:00Z');
          one.event = structuredClone(document_);
          document.body.append(one);
        }
        await all;
        document.body.replaceChildren();
        await new Promise((next) => setTimeout(next));
      }
      // What the suite itself remembers is not the widget's.
      recorder.events.length = 0;
      return memory.buffer.byteLength;
    })()";

/// What is left of a page: its nodes, its listeners, the bytes of its objects and of the program's memory.
#[derive(Debug)]
struct Left {
    nodes: i64,
    listeners: i64,
    objects: i64,
    memory: i64,
}

fn number(value: &Value) -> i64 {
    value.as_f64().map_or(0, |value| value as i64)
}

/// What is left after so many batches.
#[track_caller]
fn left(session: &Session, batches: u32) -> Left {
    let call = |command: &str| {
        let body = json!({"cmd": command, "params": {}});
        session.post("goog/cdp/execute", body).expect(command)
    };
    let memory = session.run(BATCHES, &[sample(), json!(batches)]);
    let memory = number(&memory.expect("the batches"));
    call("Performance.enable");
    // What one collection frees lets the next one free more.
    for _ in 0..4 {
        call("HeapProfiler.collectGarbage");
    }
    let counters = call("Memory.getDOMCounters");
    let metrics = call("Performance.getMetrics");
    let objects = metrics["metrics"].as_array().into_iter().flatten();
    let objects = objects.filter(|metric| metric["name"] == json!("JSHeapUsedSize"));
    let objects = objects.map(|metric| number(&metric["value"])).sum();
    Left {
        nodes: number(&counters["nodes"]),
        listeners: number(&counters["jsEventListeners"]),
        objects,
        memory,
    }
}

#[test]
fn events_come_and_go_by_the_thousand_and_the_page_does_not_grow() {
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
    // By then there have been as many at a time as there ever are: when the browser collects is its own affair.
    let early = left(session, 16);
    assert!(
        early.memory > 0 && early.nodes > 0 && early.objects > 0,
        "all is measured: {early:?}"
    );
    let late = left(session, 16);
    let both = format!("{early:?} after 800, {late:?} after 1,600");
    // One event alone has more nodes than this, and there were 800 between the two.
    assert!(late.nodes <= early.nodes + 40, "nodes: {both}");
    assert!(late.listeners <= early.listeners + 10, "listeners: {both}");
    assert!(late.objects <= early.objects + 100_000, "objects: {both}");
    // Two pages of memory more: less than 170 bytes for each of them.
    assert!(late.memory <= early.memory + 2 * 65_536, "memory: {both}");
}
