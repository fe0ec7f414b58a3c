//! The days as tabs, after the ARIA authoring practices: one stands open, until something is looked for.

use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::number::decimal;
use handbill_core::parts::concat;
use handbill_core::text::is_right_to_left;
use web_sys::Event;

use super::super::effect::follow;
use super::super::markup::{Element, Markup, element};
use super::{Conference, day_of};
use crate::browser::dom::{key_of, near};
use crate::browser::intl::format::short_date;

/// The tabs. Nobody sees them where there is one day.
pub fn tabs(conference: &Rc<Conference>) -> Markup {
    let list = element("div", "tabs")
        .attribute("role", "tablist")
        .attribute("aria-label", conference.words.days);
    let (clicked, pressed) = (conference.clone(), conference.clone());
    let list = list
        .on("click", move |event| {
            let tab = near(&event, "[role=tab]").map(Element::from);
            if let Some(day) = tab.and_then(|tab| tab.value().parse().ok()) {
                clicked.open_day(day);
            }
        })
        .on("keydown", move |event| pressed.press_tab(&event));
    let tabs: Rc<RefCell<Vec<Element>>> = Rc::default();
    let (there, made, place) = (conference.clone(), tabs.clone(), list.clone());
    follow(Box::new(move || {
        let days = there.programme.days.get();
        let new = days.iter().enumerate().map(|(number, day)| {
            let date = day.day.date;
            let label = date.map(|date| short_date(&there.shown.locale, date));
            let label = label.unwrap_or_else(|| there.shown.messages.day_not_known.into());
            let number = decimal(number as u32);
            let id = concat(&["tab-", &number]);
            element("button", "tab")
                .attribute("type", "button")
                .attribute("role", "tab")
                .attribute("id", &id)
                .attribute("value", &number)
                .child(label)
        });
        let new: Vec<Element> = new.collect();
        place.replace(new.clone());
        made.replace(new);
    }));
    let (there, whole) = (conference.clone(), list.clone());
    follow(Box::new(move || {
        let days = there.programme.days.get();
        let open = day_of(&days, *there.memory.place.get());
        let is_tabbed = there.is_tabbed();
        whole.show(is_tabbed);
        for (number, tab) in tabs.borrow().iter().enumerate() {
            let is_open = number == open;
            tab.set(
                "aria-selected",
                Some(if is_open { "true" } else { "false" }),
            );
            tab.set("tabindex", (!is_open).then_some("-1"));
        }
        for (number, day) in days.iter().enumerate() {
            let id = concat(&["tab-", &decimal(number as u32)]);
            day.element
                .set("aria-labelledby", is_tabbed.then_some(id.as_str()));
            // Without tabs they are no panels, either.
            day.element.set("role", is_tabbed.then_some("tabpanel"));
        }
    }));
    list.into()
}

impl Conference {
    /// Whether one day stands open, and tabs lead to the others.
    pub(super) fn is_tabbed(&self) -> bool {
        let is_filter = self.memory.query.get().is_filter();
        self.is_many && self.programme.days.get().len() > 1 && !is_filter
    }

    /// Opens a day.
    fn open_day(&self, day: usize) {
        let days = self.programme.days.get_untracked();
        let Some(day) = days.get(day) else { return };
        if let Some(row) = day.day.rows.first() {
            self.memory.place.set(row.entry);
        }
        self.change(true, |query| query.day = day.day.date);
    }

    fn press_tab(&self, event: &Event) {
        let Some(key) = key_of(event) else { return };
        let count = self.programme.days.get_untracked().len();
        let open = day_of(
            &self.programme.days.get_untracked(),
            *self.memory.place.get_untracked(),
        );
        let is_mirrored = is_right_to_left(&self.shown.locale.tag);
        let day = match (key.as_str(), is_mirrored) {
            ("ArrowRight", false) | ("ArrowLeft", true) => (open + 1) % count,
            ("ArrowLeft", false) | ("ArrowRight", true) => (open + count - 1) % count,
            ("Home", _) => 0,
            ("End", _) => count - 1,
            _ => return,
        };
        event.prevent_default();
        self.open_day(day);
        let tabs = near(event, "[role=tablist]").map(Element::from);
        let selected = tabs.and_then(|tabs| tabs.first("[aria-selected=true]"));
        if let Some(tab) = selected {
            tab.focus();
        }
    }
}
