//! The programme in the time of seven places: the browser's zone is set from outside, as a
//! visitor's is.

use handbill_e2e::page::Line;
use handbill_e2e::snippet::{SEED, snippet};
use handbill_e2e::{Page, Server};

/// The day in Berlin.
const SAME: &str = "14 February";
const NEXT: &str = "15 February";

fn announcement_in(zone: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    let page = Page::open_in(zone, &server, &snippet(SEED));
    page.event("handbill:load");
    (server, page)
}

/// Whether a line says that it does not belong to the event's own day.
fn is_marked(line: &Line) -> bool {
    line.heading.contains(NEXT) || line.text.contains(NEXT) || line.text.contains("+1 day")
}

/// The first entry begins at `time` on `day` for a visitor in `zone`, and at 12:30 in Berlin.
#[track_caller]
fn begins(zone: &str, time: &str, day: &str) {
    let (_server, page) = announcement_in(zone);
    let opening = page.entry("Opening");
    assert_eq!(
        page.programme().first(),
        Some(&opening),
        "the opening comes first"
    );
    assert!(
        opening.text.contains(time),
        "{time} in {zone}, not {opening:?}"
    );
    assert!(
        opening.text.contains("12:30"),
        "the event's own time stands beside it: {opening:?}"
    );
    assert_eq!(
        is_marked(&opening),
        day == NEXT,
        "{zone} is on {day}: {opening:?}"
    );
    let text = page.visible_text();
    assert!(
        text.contains(&format!("{day} 2024")),
        "the announcement says {day}: {text}"
    );
}

#[test]
fn new_york() {
    begins("America/New_York", "06:30", SAME);
}

#[test]
fn sao_paulo() {
    begins("America/Sao_Paulo", "08:30", SAME);
}

#[test]
fn kathmandu() {
    begins("Asia/Kathmandu", "17:15", SAME);
}

#[test]
fn auckland() {
    begins("Pacific/Auckland", "00:30", NEXT);
}

#[test]
fn kiritimati() {
    begins("Pacific/Kiritimati", "01:30", NEXT);
}

#[test]
fn honolulu() {
    begins("Pacific/Honolulu", "01:30", SAME);
}

#[test]
fn adelaide() {
    begins("Australia/Adelaide", "22:00", SAME);
}

#[test]
fn in_adelaide_the_day_changes_inside_the_networking() {
    let (_server, page) = announcement_in("Australia/Adelaide");
    let networking = page.entry("Networking event");
    assert!(
        networking.text.contains("23:30"),
        "it begins before midnight: {networking:?}"
    );
    assert!(
        networking.text.contains("00:30"),
        "it ends after midnight: {networking:?}"
    );
    assert!(
        is_marked(&networking),
        "its end is on another day: {networking:?}"
    );
    for line in page.programme().iter().filter(|line| **line != networking) {
        assert!(
            !is_marked(line),
            "everything else is on the same day: {line:?}"
        );
    }
}

#[test]
fn a_city_is_called_as_it_is_today() {
    // Engines still know this zone by the name that the city had long ago.
    let (_server, page) = announcement_in("Asia/Kathmandu");
    let text = page.visible_text();
    assert!(text.contains("Kathmandu"), "{text}");
    assert!(!text.contains("Katmandu"), "{text}");
}

#[test]
fn where_the_clocks_agree_no_time_stands_twice() {
    let (_server, page) = announcement_in("Africa/Lagos");
    let opening = page.entry("Opening");
    assert_eq!(opening.text.matches("12:30").count(), 1, "{opening:?}");
    assert!(!opening.text.contains("Berlin"), "{opening:?}");
    assert!(!is_marked(&opening), "{opening:?}");
}
