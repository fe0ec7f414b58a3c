//! A programme of a thousand entries, in the zones of four visitors: none is lost, doubled, or on the wrong day.

use handbill_e2e::snippet::SCRIPT;
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

const ZONES: [&str; 4] = [
    "Europe/Berlin",
    "America/Los_Angeles",
    "Asia/Kathmandu",
    "Pacific/Auckland",
];

/// A thousand entries on five days in ten rooms, through the night in which Berlin changes its clocks, to 31 March. Each is
/// called by the instant at which it starts, and its room.
fn thousand() -> Value {
    let mut entries = Vec::new();
    for number in 0..1000 {
        let (day, slot, room) = (number / 200, number % 200 / 10, number % 10);
        let (hour, minute) = (8 + slot / 2, 30 * (slot % 2));
        let offset = if day < 2 { 1 } else { 2 };
        let date = if day < 3 {
            format!("2024-03-{}", 29 + day)
        } else {
            format!("2024-04-0{}", day - 2)
        };
        entries.push(json!({
            "startDate": format!("{date}T{hour:02}:{minute:02}"),
            "name": format!("{date}T{:02}:{minute:02}Z {room}", hour - offset),
            "location": format!("Room {room}")
        }));
    }
    json!({
        "name": "A Thousand Talks", "timeZone": "Europe/Berlin", "startDate": "2024-03-29T08:00",
        "endDate": "2024-04-02T18:00", "eventAttendanceMode": "online", "subEvent": entries
    })
}

/// The programme in a window of this width.
fn open(width: u32) -> (Server, Page) {
    open_event(thousand(), width)
}

fn open_event(event: Value, width: u32) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(event));
    server.put(
        "/thousand.html",
        Reply::page(&format!(
            "{SCRIPT}<handbill-event src='/event.json' lang='en-GB' now='2024-03-01T08:00:00Z'></handbill-event>"
        )),
    );
    let page = Page::visit_in("Europe/Berlin", &server.url("/thousand.html"));
    page.resize(width, 900);
    page.wait_until("the tabs are there", || tabs(&page) > 0);
    (server, page)
}

/// To ask the browser what each of a thousand lines is called takes minutes; to look takes seconds.
///
/// `look` reads like somebody who scrolls through all that is shown, and returns how many entries that were and what is
/// wrong with any: the browser knows on which day an instant is, and the headings are its own words for days.
const LOOK: &str = "
    const root = () => document.querySelector('handbill-event').shadowRoot
    const isSeen = (part) => part.checkVisibility({ contentVisibilityAuto: true }) && part.getBoundingClientRect().height > 0
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    // Scrolls by one screen, and says whether that was the last.
    async function scrollOn() {
        await frame()
        await frame()
        const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
        if (isEnd && !root().querySelector('.day:not([hidden]) .later')) return true
        scrollBy({ top: innerHeight, behavior: 'instant' })
        return false
    }
    function look(zone) {
        const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: zone })
        const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone })
        const seen = new Set(), wrong = []
        for (const day of root().querySelectorAll('.day:not([hidden])')) {
            const heading = day.querySelector('.date').textContent
            for (const entry of [...day.querySelectorAll('.entry')].filter(isSeen)) {
                const text = entry.querySelector('.subject').textContent, at = new Date(text.split(' ')[0])
                const shown = entry.querySelector('.shown').textContent
                if (seen.has(text)) wrong.push([text, 'twice'])
                if (date.format(at) !== heading) wrong.push([text, heading])
                if (time.format(at) !== shown) wrong.push([text, shown])
                seen.add(text)
            }
        }
        return [seen.size, wrong.slice(0, 5)]
    }
    // What stands in a timetable where it should not: beside its room or its time, or over something else.
    const misplaced = () => {
        const box = (part) => part.getBoundingClientRect()
        const day = root().querySelector('.day:not([hidden])')
        // The end of the last entry may be called as the start of the first.
        const of = (parts) => new Map([...day.querySelectorAll(parts)].reverse().map((part) => [part.textContent, box(part)]))
        const lanes = of('.lane'), hours = of('.hour')
        const cells = [...day.querySelectorAll('.entry')].map((entry) =>
            [entry.querySelector('.subject').textContent, entry.querySelector('.shown').textContent, box(entry)])
        const near = (one, other) => Math.abs(one - other) < 1.5
        const wrong = cells.filter(([name, shown, { left, top }]) =>
            !near(left, lanes.get('Room ' + name.split(' ')[1]).left) || !near(top, hours.get(shown).top))
        const over = cells.filter(([, , one], place) => cells.slice(place + 1).some(([, , other]) =>
            one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1))
        return [cells.length, wrong.slice(0, 3), over.slice(0, 3)]
    }
";

/// Runs a script that may make use of these functions.
fn run(page: &Page, script: &str, arguments: &[Value]) -> Value {
    page.run(&[LOOK, script].concat(), arguments)
}

/// Where somebody who comes from above gets into the widget.
const BEGIN: &str = "[...root().querySelectorAll('button')].find(isSeen).focus()";

fn tabs(page: &Page) -> usize {
    let count = "return document.querySelector('handbill-event').shadowRoot?.querySelectorAll('[role=tab]').length ?? 0";
    run(page, count, &[]).as_u64().unwrap_or_default() as usize
}

fn travel(page: &Page, zone: &str) {
    let script = "document.querySelector('handbill-event').setAttribute('time-zone', arguments[0])";
    run(page, script, &[json!(zone)]);
}

/// How many entries are shown; nothing may be wrong with any.
///
/// Each screen is a call of its own: on a busy machine, all together take longer than a script may.
#[track_caller]
fn look(page: &Page, zone: &str) -> usize {
    run(page, "scrollTo(0, 0)", &[]);
    let is_end = (0..100).any(|_| run(page, "return scrollOn()", &[]) == json!(true));
    assert!(is_end, "{zone}: the page has no end");
    let seen = run(page, "return look(arguments[0])", &[json!(zone)]);
    assert_eq!(seen[1], json!([]), "{zone}");
    seen[0].as_u64().unwrap_or_default() as usize
}

/// Opens one day after the other with the keyboard, and calls `look` on each.
fn through_all_days(page: &Page, mut look: impl FnMut()) {
    let focus = "scrollTo(0, 0); root().querySelector('[aria-selected=true]').focus()";
    run(page, focus, &[]);
    page.press("Home");
    for day in 0..tabs(page) {
        if day > 0 {
            run(page, focus, &[]);
            page.press("ArrowRight");
        }
        look();
    }
}

#[test]
fn in_lists() {
    let (_server, page) = open(700);
    for zone in ZONES {
        travel(&page, zone);
        let mut seen = 0;
        through_all_days(&page, || seen += look(&page, zone));
        assert_eq!(seen, 1000, "{zone}");
    }
}

#[test]
fn in_timetables() {
    let (_server, page) = open(1400);
    for zone in ZONES {
        travel(&page, zone);
        let mut seen = 0;
        through_all_days(&page, || {
            let count = look(&page, zone);
            assert_eq!(
                run(&page, "return misplaced()", &[]),
                json!([count, [], []]),
                "{zone}"
            );
            seen += count;
        });
        assert_eq!(seen, 1000, "{zone}");
    }
}

#[test]
fn in_what_is_found_and_what_is_starred() {
    let (_server, page) = open(700);
    for (number, zone) in ZONES.into_iter().enumerate() {
        travel(&page, zone);
        // With the keyboard alone, from the top.
        run(&page, BEGIN, &[]);
        page.tab_to("searchbox", "Search the programme");
        // In all rooms on one day at one time, then on one day in one room.
        page.write("03-30T11:30Z");
        page.see("Found: 10");
        assert_eq!(look(&page, zone), 10, "{zone}");
        let wanted = format!("2024-03-30T11:30Z {number}");
        page.tab_to("button", &format!("Star: {wanted}"));
        page.press("Space");
        run(&page, BEGIN, &[]);
        page.tab_to("button", "Show everything");
        page.press("Enter");
        page.tab_to("button", &format!("My programme ({})", number + 1));
        page.press("Enter");
        page.see(&format!("Found: {}", number + 1));
        assert_eq!(look(&page, zone), number + 1, "{zone}");
        page.press("Enter");
    }
}

#[test]
fn what_is_not_made_yet_is_found_by_the_browser_and_printed() {
    let (_server, page) = open(700);
    // What the browser searches, and reads out: all names, also of those that nobody has come near.
    let text = "const days = [...root().querySelectorAll('.rows')].map((rows) => rows.textContent).join()
        return [1000, [...new Set(days.match(/2024-\\S+Z \\d/g))].length, root().querySelectorAll('.entry').length < 200]";
    page.wait_until("all names are there", || {
        run(&page, text, &[]) == json!([1000, 1000, true])
    });
    let count = "dispatchEvent(new Event('beforeprint'))
        const seen = [...root().querySelectorAll('.entry')].filter(isSeen).length
        dispatchEvent(new Event('afterprint'))
        return [seen, root().querySelectorAll('.day:not([hidden])').length]";
    assert_eq!(run(&page, count, &[]), json!([1000, 1]));
    // A link leads to one that is far away.
    run(
        &page,
        "location.hash = '#handbill-2024-04-02t15-30z-9'",
        &[],
    );
    page.wait_until("it has the focus", || {
        let name = "return root().activeElement?.querySelector('.subject')?.textContent";
        run(&page, name, &[]) == json!("2024-04-02T15:30Z 9")
    });
}

#[test]
fn taken_away_and_put_back_or_read_again_it_is_as_it_was() {
    let (server, page) = open(700);
    let asked = || {
        server
            .requests()
            .iter()
            .filter(|path| *path == "/event.json")
            .count()
    };
    let loads = || {
        page.events()
            .iter()
            .filter(|event| event.kind == "handbill:load")
            .count()
    };
    page.run(
        "window.kept = document.querySelector('handbill-event'); kept.remove()",
        &[],
    );
    page.settle();
    server.put("/event.json", Reply::status(503));
    page.run("document.body.append(kept)", &[]);
    page.wait_until("the tabs are there again", || tabs(&page) > 0);
    page.entry("2024-03-29T07:00Z 0");
    let before = (asked(), loads());
    assert_eq!(before.0, 1, "it is shown from what was read");
    // The same document says nothing new, and another one does.
    let again = "return kept.refresh().then(() => null)";
    server.put("/event.json", Reply::json(thousand()));
    page.run(again, &[]);
    assert_eq!((asked(), loads()), (2, before.1));
    let mut other = thousand();
    other["subEvent"][0]["name"] = json!("Something else");
    server.put("/event.json", Reply::json(other));
    page.run(again, &[]);
    page.entry("Something else");
    assert_eq!((asked(), loads()), (3, before.1 + 1));
}

#[test]
fn long_names_of_what_is_not_made_yet_widen_no_narrow_window() {
    let mut event = thousand();
    for entry in event["subEvent"].as_array_mut().expect("the entries") {
        let name = entry["name"].as_str().expect("a name");
        entry["name"] = json!(format!(
            "{name}, and what follows from that for towns by the sea"
        ));
    }
    let (_server, page) = open_event(event, 1280);
    page.resize(320, 900);
    let over = "
        const { scrollWidth, clientWidth } = document.scrollingElement
        return scrollWidth - clientWidth";
    for step in 0..5 {
        assert_eq!(page.run(over, &[]), 0, "after {step} steps");
        page.run(
            "scrollBy({ top: 3 * innerHeight, behavior: 'instant' })",
            &[],
        );
    }
}
