//! Where clocks change: every entry is shown once, at the time that the clock on the visitor's wall
//! shows, and an author hears of a time that no clock shows or that comes twice.

use handbill_e2e::Page;
use serde_json::Value;

use crate::programme::{event, page_in, reads};

const BERLIN: &str = "Europe/Berlin";
const NEW_YORK: &str = "America/New_York";
const KATHMANDU: &str = "Asia/Kathmandu";
const LORD_HOWE: &str = "Australia/Lord_Howe";

/// The only complaint is about this entry, and says this.
#[track_caller]
fn complains_of(page: &Page, path: &str, why: &str) {
    // The words for it come with the second part of the program.
    page.wait_until("something is complained of", || {
        !page.complaints().is_empty()
    });
    let complaints = page.complaints();
    assert_eq!(complaints.len(), 1, "{complaints:#?}");
    let complaint = &complaints[0];
    assert!(
        complaint.contains(path) && complaint.contains(why),
        "{complaint}"
    );
    assert_eq!(complaint.matches("subEvent").count(), 1, "{complaint}");
}

/// In the night of 31 March 2024 the clocks in Berlin go from 02:00 to 03:00.
fn spring() -> Value {
    event(
        BERLIN,
        ["2024-03-31T01:00", "2024-03-31T05:00"],
        &[
            ("Owls", "2024-03-31T01:00"),
            ("Bats", "2024-03-31T02:30"),
            ("Moths", "2024-03-31T04:00"),
        ],
    )
}

#[test]
fn spring_in_its_own_zone() {
    let (_server, page) = page_in(BERLIN, &spring(), "");
    reads(
        &page,
        &[
            ("Owls", "31 March 2024", "01:00", ""),
            ("Bats", "31 March 2024", "03:30", ""),
            ("Moths", "31 March 2024", "04:00", ""),
        ],
    );
    complains_of(&page, "subEvent[1].startDate", "The clocks go forward");
}

#[test]
fn spring_in_new_york() {
    let (_server, page) = page_in(NEW_YORK, &spring(), "");
    reads(
        &page,
        &[
            ("Owls", "30 March 2024", "20:00", "01:00 Berlin +1 day"),
            ("Bats", "30 March 2024", "21:30", "03:30 Berlin +1 day"),
            ("Moths", "30 March 2024", "22:00", "04:00 Berlin +1 day"),
        ],
    );
    complains_of(&page, "subEvent[1].startDate", "The clocks go forward");
}

#[test]
fn spring_in_kathmandu() {
    let (_server, page) = page_in(KATHMANDU, &spring(), "");
    reads(
        &page,
        &[
            ("Owls", "31 March 2024", "05:45", "01:00 Berlin"),
            ("Bats", "31 March 2024", "07:15", "03:30 Berlin"),
            ("Moths", "31 March 2024", "07:45", "04:00 Berlin"),
        ],
    );
    assert!(!page.visible_text().contains("+1 day"));
}

/// In the night of 27 October 2024 the clocks in Berlin go from 03:00 to 02:00.
fn autumn() -> Value {
    event(
        BERLIN,
        ["2024-10-27T01:30", "2024-10-27T04:00"],
        &[
            ("Owls", "2024-10-27T01:30"),
            ("Bats", "2024-10-27T02:30"),
            ("Foxes", "2024-10-27T02:30+01:00"),
            ("Moths", "2024-10-27T03:00"),
        ],
    )
}

#[test]
fn autumn_in_its_own_zone() {
    let (_server, page) = page_in(BERLIN, &autumn(), "");
    reads(
        &page,
        &[
            ("Owls", "27 October 2024", "01:30", ""),
            ("Bats", "27 October 2024", "02:30", ""),
            ("Foxes", "27 October 2024", "02:30", ""),
            ("Moths", "27 October 2024", "03:00", ""),
        ],
    );
    complains_of(&page, "subEvent[1].startDate", "it comes twice");
}

#[test]
fn autumn_in_new_york() {
    let (_server, page) = page_in(NEW_YORK, &autumn(), "");
    reads(
        &page,
        &[
            ("Owls", "26 October 2024", "19:30", "01:30 Berlin +1 day"),
            ("Bats", "26 October 2024", "20:30", "02:30 Berlin +1 day"),
            ("Foxes", "26 October 2024", "21:30", "02:30 Berlin +1 day"),
            ("Moths", "26 October 2024", "22:00", "03:00 Berlin +1 day"),
        ],
    );
}

#[test]
fn autumn_in_kathmandu() {
    let (_server, page) = page_in(KATHMANDU, &autumn(), "");
    reads(
        &page,
        &[
            ("Owls", "27 October 2024", "05:15", "01:30 Berlin"),
            ("Bats", "27 October 2024", "06:15", "02:30 Berlin"),
            ("Foxes", "27 October 2024", "07:15", "02:30 Berlin"),
            ("Moths", "27 October 2024", "07:45", "03:00 Berlin"),
        ],
    );
    complains_of(&page, "subEvent[1].startDate", "it comes twice");
}

/// On 7 April 2024 the clocks on Lord Howe Island go from 02:00 to 01:30.
fn half_an_hour() -> Value {
    event(
        LORD_HOWE,
        ["2024-04-07T01:00", "2024-04-07T03:00"],
        &[
            ("Petrels", "2024-04-07T01:00"),
            ("Terns", "2024-04-07T01:45"),
            ("Woodhens", "2024-04-07T01:45+10:30"),
            ("Noddies", "2024-04-07T02:15"),
        ],
    )
}

#[test]
fn half_an_hour_in_its_own_zone() {
    let (_server, page) = page_in(LORD_HOWE, &half_an_hour(), "");
    reads(
        &page,
        &[
            ("Petrels", "7 April 2024", "01:00", ""),
            ("Terns", "7 April 2024", "01:45", ""),
            ("Woodhens", "7 April 2024", "01:45", ""),
            ("Noddies", "7 April 2024", "02:15", ""),
        ],
    );
    complains_of(&page, "subEvent[1].startDate", "it comes twice");
}

#[test]
fn half_an_hour_in_berlin() {
    let (_server, page) = page_in(BERLIN, &half_an_hour(), "");
    reads(
        &page,
        &[
            ("Petrels", "6 April 2024", "16:00", "01:00 Lord Howe +1 day"),
            ("Terns", "6 April 2024", "16:45", "01:45 Lord Howe +1 day"),
            (
                "Woodhens",
                "6 April 2024",
                "17:15",
                "01:45 Lord Howe +1 day",
            ),
            ("Noddies", "6 April 2024", "17:45", "02:15 Lord Howe +1 day"),
        ],
    );
}

/// In the morning of 6 October 2024 they go from 02:00 to 02:30.
#[test]
fn half_an_hour_that_is_left_out() {
    let event = event(
        LORD_HOWE,
        ["2024-10-06T01:30", "2024-10-06T04:00"],
        &[
            ("Petrels", "2024-10-06T01:30"),
            ("Terns", "2024-10-06T02:15"),
            ("Noddies", "2024-10-06T03:00"),
        ],
    );
    let (_server, page) = page_in(LORD_HOWE, &event, "");
    reads(
        &page,
        &[
            ("Petrels", "6 October 2024", "01:30", ""),
            ("Terns", "6 October 2024", "02:45", ""),
            ("Noddies", "6 October 2024", "03:00", ""),
        ],
    );
    complains_of(&page, "subEvent[1].startDate", "The clocks go forward");
}

/// On the day of a change no single offset is right for all lines: each says its own.
#[test]
fn on_the_day_of_a_change_each_line_says_its_offset() {
    let (_server, page) = page_in(BERLIN, &spring(), "");
    let text = |name| page.entry(name).text;
    assert!(text("Owls").contains("01:00 GMT+1"), "{}", text("Owls"));
    assert!(text("Moths").contains("04:00 GMT+2"), "{}", text("Moths"));
    let (_server, page) = page_in(KATHMANDU, &spring(), "");
    assert!(!page.entry("Owls").text.contains("GMT"));
}
