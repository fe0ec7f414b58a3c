//! Tabs for the days, after the ARIA authoring practices: one day is open, until something is searched for.

use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::language::is_right_to_left;
use handbill_core::number::decimal;
use handbill_core::strings::concat;
use web_sys::Event;

use super::context::Conference;
use super::navigation::day_of;
use crate::browser::dom::{key_of, near};
use crate::browser::intl::format::short_date;
use crate::ui::programme::day_view::DayView;
use crate::ui::reactive::after_effects;
use crate::ui::view::{Element, IntoView, View, el};

/// The tabs. They are hidden where there is one day.
pub fn tabs(conference: &Rc<Conference>) -> View {
    let list = el("div")
        .class("tabs")
        .attr("role", "tablist")
        .attr("aria-label", conference.words.days())
        .on("click", conference.listener(click))
        .on("keydown", conference.listener(press));
    let tabs: Rc<RefCell<Vec<Element>>> = Rc::default();
    let (place, built) = (list.clone(), tabs.clone());
    conference.effect(move |conference| {
        let days = conference.view.days.get();
        let days = days.iter().enumerate();
        let new: Vec<Element> = days
            .map(|(number, day)| tab(conference, number, day))
            .collect();
        place.replace(new.clone());
        built.replace(new);
    });
    let whole = list.clone();
    conference.effect(move |conference| {
        let days = conference.view.days.get();
        let open = day_of(&days, conference.place.get());
        let is_tabbed = conference.is_tabbed();
        whole.set_shown(is_tabbed);
        for (number, tab) in tabs.borrow().iter().enumerate() {
            tab.set_flag("aria-selected", number == open);
            tab.set_attr("tabindex", (number != open).then_some("-1"));
        }
        for (number, day) in days.iter().enumerate() {
            // Without tabs, the days are no tab panels.
            let label = is_tabbed.then(|| tab_id(number));
            day.element.set_attr("aria-labelledby", label.as_deref());
            day.element
                .set_attr("role", is_tabbed.then_some("tabpanel"));
        }
    });
    list.into_view()
}

fn tab(conference: &Conference, number: usize, day: &DayView) -> Element {
    let display = &conference.display;
    let date = day.day.date;
    let date = date.map(|date| short_date(&display.locale, date));
    el("button")
        .class("tab")
        .attr("type", "button")
        .attr("role", "tab")
        .attr("id", &tab_id(number))
        .attr("value", &decimal(number as u32))
        .child(date.unwrap_or_else(|| display.messages.day_not_known().into()))
}

fn tab_id(number: usize) -> String {
    concat(&["tab-", &decimal(number as u32)])
}

fn click(conference: &Rc<Conference>, event: &Event) {
    let tab = near(event, "[role=tab]");
    if let Some(day) = tab.and_then(|tab| tab.value().parse().ok()) {
        conference.open_day(day);
    }
}

fn press(conference: &Rc<Conference>, event: &Event) {
    let Some(key) = key_of(event) else { return };
    let days = conference.view.days.get_untracked();
    let count = days.len();
    let open = day_of(&days, conference.place.get_untracked());
    let is_mirrored = is_right_to_left(&conference.display.locale.tag);
    let day = match (key.as_str(), is_mirrored) {
        ("ArrowRight", false) | ("ArrowLeft", true) => (open + 1) % count,
        ("ArrowLeft", false) | ("ArrowRight", true) => (open + count - 1) % count,
        ("Home", _) => 0,
        ("End", _) => count - 1,
        _ => return,
    };
    event.prevent_default();
    conference.open_day(day);
    let list = near(event, "[role=tablist]");
    after_effects(move || {
        if let Some(tab) = list.and_then(|list| list.first("[aria-selected=true]")) {
            tab.focus();
        }
    });
}
