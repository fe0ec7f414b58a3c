//! Where days change: the programme is told by the days of the clock that is shown, and where nobody
//! knows the visitor's clock, it is told in UTC and says so.

use handbill_e2e::snippet::{CONTENT, SCRIPT, element_with};
use handbill_e2e::{Page, Reply, Server};
use serde_json::{Value, json};

use crate::programme::{event, page_in, reads};

const BERLIN: &str = "Europe/Berlin";

/// An evening that ends after midnight, whose author wrote times of day alone.
fn past_midnight() -> Value {
    event(
        BERLIN,
        ["2024-06-14T22:00", "2024-06-15T03:00"],
        &[
            ("Owls", "22:00"),
            ("Bats", "23:30"),
            ("Moths", "00:30"),
            ("Larks", "02:00"),
        ],
    )
}

#[test]
fn past_midnight_in_its_own_zone() {
    let (_server, page) = page_in(BERLIN, &past_midnight(), "");
    reads(
        &page,
        &[
            ("Owls", "14 June 2024", "22:00", ""),
            ("Bats", "14 June 2024", "23:30", ""),
            ("Moths", "14 June 2024", "00:30 +1 day", ""),
            ("Larks", "14 June 2024", "02:00 +1 day", ""),
        ],
    );
    assert_eq!(page.complaints(), [""; 0]);
}

#[test]
fn past_midnight_where_it_is_still_afternoon() {
    let (_server, page) = page_in("America/New_York", &past_midnight(), "");
    reads(
        &page,
        &[
            ("Owls", "14 June 2024", "16:00", "22:00 Berlin"),
            ("Bats", "14 June 2024", "17:30", "23:30 Berlin"),
            ("Moths", "14 June 2024", "18:30", "00:30 Berlin +1 day"),
            ("Larks", "14 June 2024", "20:00", "02:00 Berlin +1 day"),
        ],
    );
}

#[test]
fn past_midnight_where_it_is_morning_already() {
    let (_server, page) = page_in("Asia/Kathmandu", &past_midnight(), "");
    reads(
        &page,
        &[
            ("Owls", "15 June 2024", "01:45", "22:00 Berlin −1 day"),
            ("Bats", "15 June 2024", "03:15", "23:30 Berlin −1 day"),
            ("Moths", "15 June 2024", "04:15", "00:30 Berlin"),
            ("Larks", "15 June 2024", "05:45", "02:00 Berlin"),
        ],
    );
}

/// A fair of two days, in a place that one goes to.
fn fair() -> Value {
    let mut fair = event(
        BERLIN,
        ["2024-06-14T09:00", "2024-06-15T17:00"],
        &[
            ("Doors", "2024-06-14T09:00"),
            ("Walk", "2024-06-14T16:00"),
            ("Talk", "2024-06-15T10:00"),
            ("Farewell", "2024-06-15T16:30"),
        ],
    );
    fair["eventAttendanceMode"] = json!("offline");
    fair["location"] = json!("Tempelhofer Feld, Berlin");
    fair
}

#[test]
fn a_fair_elsewhere_keeps_the_clock_of_its_place() {
    for zone in ["Pacific/Auckland", "Pacific/Honolulu"] {
        let (_server, page) = page_in(zone, &fair(), "");
        reads(
            &page,
            &[
                ("Doors", "14 June 2024", "09:00", ""),
                ("Walk", "14 June 2024", "16:00", ""),
                ("Talk", "15 June 2024", "10:00", ""),
                ("Farewell", "15 June 2024", "16:30", ""),
            ],
        );
        let text = page.visible_text();
        for word in ["Auckland", "Honolulu", "+1 day", "−1 day"] {
            assert!(!text.contains(word), "{word} in {zone}: {text}");
        }
        assert!(text.contains("Berlin, GMT+2"), "whose clock it is: {text}");
    }
}

#[test]
fn a_fair_by_the_days_of_a_visitor_ahead_of_it() {
    let (_server, page) = page_in("Pacific/Auckland", &fair(), r#"time-zone="viewer""#);
    reads(
        &page,
        &[
            ("Doors", "14 June 2024", "19:00", "09:00 Berlin"),
            ("Walk", "15 June 2024", "02:00", "16:00 Berlin −1 day"),
            ("Talk", "15 June 2024", "20:00", "10:00 Berlin"),
            ("Farewell", "16 June 2024", "02:30", "16:30 Berlin −1 day"),
        ],
    );
}

#[test]
fn a_fair_by_the_days_of_a_visitor_behind_it() {
    let (_server, page) = page_in("Pacific/Honolulu", &fair(), r#"time-zone="viewer""#);
    reads(
        &page,
        &[
            ("Doors", "13 June 2024", "21:00", "09:00 Berlin +1 day"),
            ("Walk", "14 June 2024", "04:00", "16:00 Berlin"),
            ("Talk", "14 June 2024", "22:00", "10:00 Berlin +1 day"),
            ("Farewell", "15 June 2024", "04:30", "16:30 Berlin"),
        ],
    );
}

/// A zone that no system has, as a broken one may be set to.
const NOWHERE: &str = "Foo/Bar";

/// What a browser says of the zone it is in.
fn reported(page: &Page) -> Value {
    page.run(
        "return new Intl.DateTimeFormat().resolvedOptions().timeZone",
        &[],
    )
}

#[test]
fn where_the_visitor_is_nowhere_known_times_are_utc_and_say_so() {
    for zone in [NOWHERE, "UTC"] {
        let (_server, page) = page_in(zone, &past_midnight(), "");
        let reported = reported(&page);
        assert!(
            ["Etc/Unknown", "UTC"]
                .iter()
                .any(|known| reported == *known),
            "the browser says {reported}"
        );
        reads(
            &page,
            &[
                ("Owls", "14 June 2024", "20:00", "22:00 Berlin"),
                ("Bats", "14 June 2024", "21:30", "23:30 Berlin"),
                ("Moths", "14 June 2024", "22:30", "00:30 Berlin +1 day"),
                ("Larks", "15 June 2024", "00:00", "02:00 Berlin"),
            ],
        );
        let text = page.visible_text();
        // Once for the event, and once for each day.
        assert!(text.matches("UTC").count() >= 3, "in {zone}: {text}");
        for word in ["Unknown", "your time", "GMT,", "GMT+0"] {
            assert!(!text.contains(word), "{word} in {zone}: {text}");
        }
        assert_eq!(page.complaints(), [""; 0]);
    }
}

#[test]
fn where_the_visitor_is_nowhere_known_the_author_s_own_time_says_whose_it_is() {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(past_midnight()));
    let content = format!(
        r#"{CONTENT}<p><time datetime="2024-06-14T22:00+02:00">14 June 2024, 22:00 CEST</time></p>"#
    );
    let element = element_with(r#"src="/event.json""#, &content);
    // Without WebAssembly, the author's content stays.
    server.put(
        "/page.html",
        Reply::page(&format!("{SCRIPT}{element}"))
            .header("Content-Security-Policy", "script-src 'self'"),
    );
    let page = Page::visit_in(NOWHERE, &server.url("/page.html"));
    page.event("handbill:error");
    let text = page.visible_text();
    let is_own = text.contains("22:00 CEST");
    let is_universal = text.contains("20:00 UTC") || text.contains("20:00 GMT");
    assert!(is_own || is_universal, "{text}");
}
