//! One timer, aimed at the next moment at which anything shown changes: the clock of these pages
//! stands still until the test moves it.

use handbill_e2e::document::sample;
use serde_json::{Value, json};
use visit::{Visit, element};

mod hidden;
mod visit;

/// A moment before and a moment after something changes; a browser's timer may be a little late.
struct Boundary {
    before: &'static str,
    after: &'static str,
}

/// A quarter of an hour before the start.
const SOON: Boundary = Boundary {
    before: "2024-02-14T11:14:59.999Z",
    after: "2024-02-14T11:15:00.020Z",
};
/// The start, and that of the first entry.
const START: Boundary = Boundary {
    before: "2024-02-14T11:29:59.999Z",
    after: "2024-02-14T11:30:00.020Z",
};
/// The start of the second entry.
const SECOND: Boundary = Boundary {
    before: "2024-02-14T11:59:59.999Z",
    after: "2024-02-14T12:00:00.020Z",
};
const END: Boundary = Boundary {
    before: "2024-02-14T12:59:59.999Z",
    after: "2024-02-14T13:00:00.020Z",
};

/// Three days before the start, and some hours, so that no count of days or hours changes soon.
const THREE_DAYS_BEFORE: &str = "2024-02-11T08:40:20Z";

/// The longest delay that a browser keeps.
const LONGEST: u64 = (1 << 31) - 1;

#[track_caller]
fn visit_at(now: &str) -> Visit {
    Visit::at(now, &[element(&sample(), "")])
}

/// `text` can be read after the boundary and could not be before.
#[track_caller]
fn appears(visit: &Visit, text: &str, boundary: &Boundary) {
    visit.go_to(boundary.before);
    let before = visit.page.visible_text();
    assert!(!before.contains(text), "{text:?} too early: {before}");
    visit.go_to(boundary.after);
    let after = visit.page.visible_text();
    assert!(after.contains(text), "{text:?} too late: {after}");
}

#[test]
fn an_idle_minute_three_days_before() {
    let visit = visit_at(THREE_DAYS_BEFORE);
    assert_eq!(visit.pending().len(), 1);
    let before = visit.tally();
    visit.go_to("2024-02-11T08:41:20Z");
    assert_eq!(visit.tally(), before, "nothing was done at all");
    assert_eq!((before.woken, before.mutations), (0, 0));
    assert_eq!(visit.pending().len(), 1);
}

#[test]
fn from_three_days_before_to_the_end_it_wakes_only_for_what_can_be_read() {
    let visit = visit_at(THREE_DAYS_BEFORE);
    visit.go_to("2024-02-14T13:30:00Z");
    let tally = visit.tally();
    assert_eq!((tally.idle, tally.wasted), (0, 0), "{tally:?}");
    assert!(tally.woken >= 4, "and for every boundary: {tally:?}");
    assert_eq!(visit.pending(), [0; 0]);
}

#[test]
fn seconds_are_counted_in_the_last_minute_and_not_before() {
    let visit = visit_at("2024-02-14T10:28:50Z");
    visit.go_to("2024-02-14T11:28:50Z");
    let tally = visit.tally();
    assert!(tally.woken <= 62, "sixty minutes: {tally:?}");
    let text = visit.page.visible_text();
    assert!(!text.contains("second"), "{text}");
    for (at, expected) in [
        ("2024-02-14T11:29:30.500Z", "in 29 seconds"),
        ("2024-02-14T11:29:58.500Z", "in 1 second"),
    ] {
        visit.go_to(at);
        let text = visit.page.visible_text();
        assert!(text.contains(expected), "{expected:?} at {at}: {text}");
    }
    visit.go_to(START.after);
    assert_eq!(visit.tally().idle, 0);
}

#[test]
fn everything_changes_when_it_is_due() {
    let visit = visit_at("2024-02-14T11:00:00Z");
    appears(&visit, "Starting soon", &SOON);
    assert_eq!(visit.on(), None);
    appears(&visit, "On now", &START);
    assert!(visit.on().is_some_and(|line| line.contains("Welcome")));
    visit.go_to(SECOND.before);
    assert!(visit.on().is_some_and(|line| line.contains("Welcome")));
    visit.go_to(SECOND.after);
    assert!(visit.on().is_some_and(|line| line.contains("Earthworms")));
    appears(&visit, "Ended", &END);
    assert_eq!(visit.on(), None);
    visit.is_right();
}

#[test]
fn registration_opens_and_closes_when_it_is_due() {
    let mut event = sample();
    event["registration"]["opens"] = json!("2024-02-14T11:00");
    event["registration"]["closes"] = json!("2024-02-14T12:00");
    let visit = Visit::at("2024-02-14T09:30:00Z", &[element(&event, "")]);
    let is_open = || visit.page.names("link").contains(&"Register".to_owned());
    for (at, expected) in [
        ("2024-02-14T09:59:59.999Z", false),
        ("2024-02-14T10:00:00.020Z", true),
        ("2024-02-14T10:59:59.999Z", true),
        ("2024-02-14T11:00:00.020Z", false),
    ] {
        visit.go_to(at);
        assert_eq!(is_open(), expected, "at {at}");
    }
    assert_eq!(visit.tally().wasted, 0);
}

#[test]
fn what_is_over_waits_for_nothing() {
    for (now, attributes) in [
        ("2024-02-14T13:00:00Z", ""),
        ("2024-03-14T12:00:00Z", ""),
        // A clock that stands still never comes to anything.
        (THREE_DAYS_BEFORE, r#"now="2024-02-14T08:00:00Z""#),
    ] {
        let visit = Visit::at(now, &[element(&sample(), attributes)]);
        assert_eq!(visit.pending(), [0; 0], "at {now}");
        let before = visit.tally();
        visit.go_to("2024-04-14T12:00:00Z");
        assert_eq!(visit.tally(), before, "from {now}");
    }
}

#[test]
fn what_is_called_off_waits_for_nothing() {
    let mut event = sample();
    event["eventStatus"] = json!("EventCancelled");
    let visit = Visit::at(THREE_DAYS_BEFORE, &[element(&event, "")]);
    visit.go_to("2024-02-15T12:00:00Z");
    let tally = visit.tally();
    assert_eq!((tally.idle, tally.mutations), (0, 0), "{tally:?}");
}

/// An exhibition that is opened in January and closed in March.
fn exhibition() -> Value {
    json!({
        "name": "Soils of the World",
        "timeZone": "Europe/Berlin",
        "startDate": "2024-01-10T10:00",
        "endDate": "2024-03-20T12:00",
        "eventAttendanceMode": "online",
        "subEvent": [
            {"startDate": "2024-01-10T10:00", "endDate": "2024-01-10T11:00", "name": "Opening"},
            {"startDate": "2024-03-20T10:00", "name": "Closing"}
        ]
    })
}

#[test]
fn a_wait_longer_than_a_browser_s_timers_is_split() {
    let visit = Visit::at("2024-01-10T12:00:00Z", &[element(&exhibition(), "")]);
    assert_eq!(visit.pending().len(), 1);
    visit.go_to("2024-03-20T08:59:59.999Z");
    assert_eq!(visit.on(), None, "seventy days later it is not on yet");
    let tally = visit.tally();
    assert!(tally.longest <= LONGEST, "{tally:?}");
    assert!(tally.woken <= 70, "once a day is often enough: {tally:?}");
    assert_eq!((tally.mutations, tally.wasted), (0, 0), "{tally:?}");
    visit.go_to("2024-03-20T09:00:00.020Z");
    assert!(visit.on().is_some_and(|line| line.contains("Closing")));
}

#[test]
fn elements_share_one_timer() {
    let mut later = sample();
    later["name"] = json!("An Afternoon on Clay");
    later["startDate"] = json!("2024-02-14T15:30");
    later["endDate"] = json!("2024-02-14T17:00");
    later["subEvent"] = json!([]);
    let elements = [element(&sample(), ""), element(&later, "id=later")];
    let visit = Visit::at("2024-02-14T10:40:20Z", &elements);
    assert_eq!(visit.pending().len(), 1, "one for both");
    visit.go_to(START.after);
    assert_eq!(visit.pending().len(), 1);
    assert!(visit.on().is_some_and(|line| line.contains("Welcome")));
    let of_later = || visit.page.visible_text_of("#later");
    appears(
        &visit,
        "Starting soon",
        &Boundary {
            before: "2024-02-14T14:14:59.999Z",
            after: "2024-02-14T14:15:00.020Z",
        },
    );
    assert!(of_later().contains("Starting soon"), "{}", of_later());
    assert_eq!(visit.pending().len(), 1);
    let tally = visit.tally();
    assert_eq!((tally.idle, tally.wasted), (0, 0), "{tally:?}");
    visit.is_right();
}

#[test]
fn what_has_left_the_page_waits_for_nothing() {
    let visit = visit_at(THREE_DAYS_BEFORE);
    let remove = "window.kept = document.querySelector('handbill-event'); kept.remove()";
    visit.page.run(remove, &[]);
    visit
        .page
        .wait_until("its timer is gone", || visit.pending().is_empty());
    visit.set_clock(START.after);
    visit.page.run("document.body.append(kept)", &[]);
    visit.page.see("On now");
    assert_eq!(visit.pending().len(), 1);
    visit.is_right();
}
