//! What the times of a document mean to a visitor: the browser's zone is set from outside.

use handbill_e2e::snippet::SCRIPT;
use handbill_e2e::{Ability, Page, Reply, Server};
use serde_json::{Value, json};

/// A document as a visitor in `zone` sees it at the instant `now`.
fn open(document: Value, zone: &str, now: &str) -> (Server, Page) {
    let server = Server::with_widget().expect("the widget");
    server.put("/event.json", Reply::json(document));
    let element = format!(
        r#"<handbill-event lang="en-GB" hour-cycle="h23" now="{now}" src="/event.json"></handbill-event>"#
    );
    let page = Page::open_in(zone, &server, &format!("{SCRIPT}\n{element}"));
    page.event("handbill:load");
    (server, page)
}

/// What the element says.
fn text(document: Value, zone: &str, now: &str) -> String {
    open(document, zone, now).1.visible_text()
}

#[test]
fn a_day_is_a_day_of_the_visitor() {
    let open_day = || json!({"name": "Open day", "startDate": "2027-06-11", "registration": "https://a.example/r"});
    for (zone, now) in [
        ("America/Los_Angeles", "2027-06-11T18:00-07:00"),
        ("Asia/Tokyo", "2027-06-11T08:00+09:00"),
    ] {
        let text = text(open_day(), zone, now);
        assert!(text.contains("On now"), "{zone}: {text}");
        assert!(text.contains("Register"), "{zone}: {text}");
        assert!(text.contains("11 June 2027"), "{zone}: {text}");
    }
}

#[test]
fn a_day_goes_with_a_visitor_who_travels() {
    if !Ability::Travel.is_here() {
        return;
    }
    let open_day = json!({"name": "Open day", "startDate": "2027-06-11"});
    let (_server, page) = open(open_day, "Asia/Tokyo", "2027-06-11T06:00Z");
    page.see("On now");
    page.travel("Pacific/Honolulu");
    page.see("Upcoming");
}

#[test]
fn what_is_tomorrow_is_called_tomorrow() {
    let concert = || {
        json!({"name": "Concert", "startDate": "2027-06-11T20:00", "timeZone": "Europe/Berlin", "registration": {
            "url": "https://a.example/r", "closes": "2027-06-10"
        }})
    };
    for (now, left) in [
        ("2027-06-09T23:30+02:00", "in 2 days"),
        ("2027-06-10T06:00+02:00", "tomorrow"),
        ("2027-06-10T23:30+02:00", "tomorrow"),
        ("2027-06-11T06:00+02:00", "in 14 hours"),
    ] {
        let text = text(concert(), "Europe/Berlin", now);
        assert!(
            text.contains(&format!("Upcoming · {left}")),
            "{now}: {text}"
        );
    }
    // An end written as a date is that day, not its midnight.
    let text = text(concert(), "Europe/Berlin", "2027-06-09T23:30+02:00");
    assert!(text.contains("10 June 2027 (tomorrow)"), "{text}");
}

#[test]
fn utc_is_no_clock_of_a_place() {
    let concert = json!({"name": "Concert", "startDate": "2027-06-11T22:00Z", "location": "Town hall",
        "subEvent": [{"name": "Doors", "startDate": "2027-06-11T21:30Z"}]});
    let text = text(concert, "Europe/Berlin", "2027-06-01T12:00Z");
    assert!(text.contains("Saturday, 12 June 2027"), "{text}");
    assert!(text.contains("00:00"), "{text}");
    assert!(text.contains("Berlin, GMT+2"), "{text}");
    assert!(text.contains("23:30"), "{text}");
}

#[test]
fn an_end_that_is_a_day_is_no_midnight() {
    let camp = |end| json!({"name": "Camp", "startDate": "2027-06-11T18:00+02:00", "endDate": end});
    let later = text(
        camp("2027-06-13"),
        "Europe/Berlin",
        "2027-06-01T12:00+02:00",
    );
    assert!(later.contains("11 June 2027 at 18:00 – Sunday"), "{later}");
    assert!(later.contains("13 June 2027"), "{later}");
    assert!(!later.contains("00:00"), "{later}");
    let same = text(
        camp("2027-06-11"),
        "Europe/Berlin",
        "2027-06-01T12:00+02:00",
    );
    assert!(same.contains("11 June 2027"), "{same}");
    assert!(!same.contains("00:00"), "{same}");
}

#[test]
fn midnights_that_mean_whole_days_are_not_shown() {
    let fair =
        json!({"name": "Fair", "startDate": "2027-06-11T00:00Z", "endDate": "2027-06-12T23:59Z"});
    let text = text(fair, "America/Los_Angeles", "2027-06-12T20:00-07:00");
    assert!(text.contains("On now"), "{text}");
    assert!(text.contains("12 June 2027"), "{text}");
    assert!(!text.contains("00:00") && !text.contains("UTC"), "{text}");
}

#[test]
fn labels_of_zones_say_a_thing_once() {
    for (zone, label, wrong) in [
        ("Europe/London", "London, GMT", "GMT, London"),
        ("Etc/GMT-6", "GMT+6", "GMT-6"),
        ("Europe/Berlin", "CET, Berlin, GMT+1", "GMT, "),
    ] {
        let talk = json!({"name": "Talk", "startDate": "2027-01-11T18:00", "timeZone": zone, "location": "Hall"});
        let text = text(talk, zone, "2027-01-01T12:00Z");
        assert!(text.contains(label), "{label} in {text}");
        assert!(!text.contains(wrong), "{wrong} in {text}");
    }
}

#[test]
fn an_event_without_a_time_is_when_its_entries_are() {
    let days = json!({"name": "Days", "timeZone": "Europe/Berlin", "location": "Hall", "subEvent": [
        {"name": "Talk", "startDate": "2027-06-11T10:00"}, {"name": "Walk", "startDate": "12:00", "endDate": "13:30"}]});
    let text = text(days, "Europe/Berlin", "2027-06-01T12:00Z");
    let when = text.split("Programme").next().unwrap_or_default();
    assert!(when.contains("Friday, 11 June 2027"), "{when}");
    assert!(when.contains("10:00") && when.contains("13:30"), "{when}");
}
