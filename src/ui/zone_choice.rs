//! Whose clock is shown: the visitor's, the event's, or that of another place. It comes with the deferred part of the
//! program.

use std::rc::Rc;

use handbill_core::agenda::clocks_agree;

use super::announcement::Announced;
use super::context::place_name;
use super::effect::follow;
use super::markup::{Element, element};
use super::opened::Opened;
use super::settings::ZoneWish;
use super::visitor::{choose, visitor};
use super::zone_search::search;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;

/// Opens the choice in the room of its switch.
pub fn open(switch: &Rc<Opened>, announced: &Rc<Announced>) {
    let whole = element("fieldset", "");
    let choices = Rc::new([(); 3].map(|()| Choice::new()));
    let (there, found) = (switch.clone(), choices.clone());
    let answer = Box::new(move |zone| {
        choose_in_place(&there, ZoneWish::Named(zone));
        focus_checked(&found);
    });
    switch.room.fill(|| {
        let shown = switch.ctx.shown.get_untracked();
        let mut row = element("div", "choices");
        for (choice, wish) in choices.iter().zip([ZoneWish::Viewer, ZoneWish::Event]) {
            let there = switch.clone();
            let input = choice.input.clone();
            input.on("change", move |_| choose_in_place(&there, wish.clone()));
        }
        for choice in choices.iter() {
            row = row.child(choice.label.clone());
        }
        keep(switch, announced, choices.clone());
        let legend = shown.words("legend", "label", shown.messages.time_zone);
        switch.closing(whole.child(legend).child(row).child(search(&shown, answer)))
    });
    focus_checked(&choices);
}

/// What the keyboard goes on from.
fn focus_checked(choices: &[Choice; 3]) {
    let checked = choices.iter().find(|choice| choice.input.is_checked());
    if let Some(choice) = checked {
        choice.input.focus();
    }
}

struct Choice {
    label: Element,
    input: Element,
    words: Element,
}

impl Choice {
    fn new() -> Self {
        let input = element("input", "")
            .attribute("type", "radio")
            .attribute("name", "zone");
        let words = element("span", "words");
        Self {
            label: element("label", "")
                .child(input.clone())
                .child(words.clone()),
            input,
            words,
        }
    }
}

/// Shows another clock, and leaves the choice where it is under the hand.
fn choose_in_place(switch: &Opened, wish: ZoneWish) {
    let room = switch.room.element();
    let before = room.top();
    choose(wish);
    page::scroll_by(room.top() - before);
}

/// Keeps the choices: the visitor's clock, the event's where that shows something else, and the one that was searched
/// for; and the one that is shown checked.
fn keep(switch: &Rc<Opened>, announced: &Rc<Announced>, choices: Rc<[Choice; 3]>) {
    let (switch, announced) = (switch.clone(), announced.clone());
    follow(Box::new(move || {
        let (shown, visitor) = (switch.ctx.shown.get(), visitor().get());
        let messages = shown.messages;
        let timeline = &announced.timeline;
        let mine = visitor.own_zone();
        let agree = |one, other| clocks_agree(timeline, &IntlZones, one, other);
        let is_mine = agree(&shown.zone, &mine);
        let is_events = !is_mine && agree(&shown.zone, &timeline.zone);
        let is_other = !is_mine && !is_events;
        let own_name = if visitor.is_placed() {
            messages.my_time
        } else {
            "UTC"
        };
        let at = timeline.starts_at().unwrap_or_default();
        let other = element("span", "").child(place_name(&shown.zone, at, messages));
        let rows = [
            (is_mine, true, shown.words("span", "", own_name)),
            (
                is_events,
                !agree(&mine, &timeline.zone),
                shown.words("span", "", messages.event_clock),
            ),
            (is_other, is_other, other),
        ];
        for (choice, (is_checked, is_shown, words)) in choices.iter().zip(rows) {
            choice.words.replace(words);
            choice.label.show(is_shown);
            choice.input.check(is_checked);
        }
    }));
}
