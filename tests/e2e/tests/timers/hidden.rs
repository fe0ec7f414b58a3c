//! Nobody looks, or the device slept, or somebody set its clock: no timer while nobody looks, and
//! the truth as soon as somebody does.

use handbill_e2e::document::sample;

use super::visit::{Visit, element};
use super::{END, SECOND, SOON, START, THREE_DAYS_BEFORE, visit_at};

#[test]
fn a_hidden_page_waits_for_nothing_and_is_right_when_it_is_seen() {
    let visit = visit_at("2024-02-14T10:40:20Z");
    visit.hide();
    assert_eq!(visit.pending(), [0; 0]);
    let before = visit.tally();
    visit.go_to("2024-02-14T12:10:00Z");
    assert_eq!(visit.tally(), before, "nothing was done at all");
    visit.show();
    assert!(visit.on().is_some_and(|line| line.contains("Earthworms")));
    assert_eq!(visit.pending().len(), 1);
    visit.is_right();
    visit.go_to(END.after);
    assert!(visit.page.visible_text().contains("Ended"));
}

#[test]
fn a_page_that_is_hidden_from_the_start_waits_for_nothing() {
    let visit = Visit::hidden_at("2024-02-14T10:40:20Z", &[element(&sample(), "")]);
    assert_eq!(visit.pending(), [0; 0]);
    visit.go_to(START.after);
    assert_eq!(visit.tally().woken, 0);
    visit.show();
    assert!(visit.on().is_some_and(|line| line.contains("Welcome")));
    assert_eq!(visit.pending().len(), 1);
    visit.is_right();
}

#[test]
fn a_hidden_page_that_is_changed_waits_for_nothing() {
    let visit = visit_at("2024-02-14T10:40:20Z");
    visit.hide();
    let change =
        "document.querySelector('handbill-event').setAttribute(arguments[0], arguments[1])";
    for (name, value) in [("time-zone", "event"), ("hour-cycle", "h12")] {
        visit.page.run(change, &[name.into(), value.into()]);
        assert_eq!(visit.pending(), [0; 0], "after {name}");
    }
}

#[test]
fn to_look_away_and_back_changes_nothing() {
    let visit = visit_at(THREE_DAYS_BEFORE);
    for _ in 0..3 {
        visit.hide();
        visit.show();
    }
    assert_eq!(visit.tally().mutations, 0);
    assert_eq!(visit.pending().len(), 1);
    visit.hide();
    visit.show();
    visit.go_to(SOON.after);
    assert!(visit.page.visible_text().contains("Starting soon"));
}

#[test]
fn an_event_that_ended_while_nobody_looked_waits_for_nothing() {
    let visit = visit_at(START.after);
    visit.hide();
    visit.go_to(END.after);
    visit.show();
    assert!(visit.page.visible_text().contains("Ended"));
    assert_eq!(visit.pending(), [0; 0]);
    visit.is_right();
}

#[test]
fn what_is_in_front_of_it_hides_it() {
    let visit = visit_at("2024-02-14T10:40:20Z");
    let is_hidden = || visit.page.run("return document.hidden", &[]) == true;
    assert!(!is_hidden());
    visit.page.cover();
    visit
        .page
        .wait_until("something is in front of it", is_hidden);
    visit
        .page
        .wait_until("no timer is left", || visit.pending().is_empty());
    visit.go_to(START.after);
    assert_eq!(visit.tally().woken, 0);
    visit.page.uncover();
    visit.page.see("On now");
    assert_eq!(visit.pending().len(), 1);
}

/// The page was kept while the visitor was elsewhere: no time has passed for it.
#[test]
fn a_page_that_comes_out_of_the_cache_is_right() {
    let visit = visit_at("2024-02-14T10:40:20Z");
    visit.set_clock("2024-02-14T12:10:00Z");
    let event = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    visit.page.run(event, &[]);
    assert!(visit.on().is_some_and(|line| line.contains("Earthworms")));
    visit.is_right();
    visit.go_to(END.after);
    assert!(visit.page.visible_text().contains("Ended"));
}

/// Timers do not count while a device sleeps. What changes next is the same as before.
#[test]
fn a_device_that_slept_is_right_when_it_is_used_again() {
    for event in ["new Event('focus')", "new PageTransitionEvent('pageshow')"] {
        let visit = visit_at("2024-02-14T11:31:00Z");
        visit.set_clock("2024-02-14T11:50:00Z");
        visit.page.run(&format!("dispatchEvent({event})"), &[]);
        assert_eq!(visit.pending().len(), 1);
        visit.go_to(SECOND.after);
        let on = visit.on().unwrap_or_default();
        assert!(on.contains("Earthworms"), "after {event}: {on}");
    }
}

#[test]
fn a_clock_that_is_set_back_brings_nothing_forward() {
    let visit = visit_at("2024-02-14T11:10:20Z");
    visit.set_clock("2024-02-14T10:10:20Z");
    visit.go_to("2024-02-14T10:20:20Z");
    visit.is_right();
    assert_eq!(visit.pending().len(), 1);
    visit.go_to(SOON.before);
    assert!(!visit.page.visible_text().contains("Starting soon"));
    visit.go_to(SOON.after);
    assert!(visit.page.visible_text().contains("Starting soon"));
}

#[test]
fn a_clock_that_is_set_forward_is_followed() {
    let visit = visit_at("2024-02-14T11:00:20Z");
    visit.set_clock("2024-02-14T11:40:20Z");
    visit.go_to("2024-02-14T11:45:20Z");
    assert!(visit.on().is_some_and(|line| line.contains("Welcome")));
    visit.is_right();
}
