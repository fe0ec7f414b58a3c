//! The choice of a time zone: the visitor's, the event's, or that of another place.

use std::rc::Rc;
use std::sync::Arc;

use handbill_core::agenda::clocks_agree;

use super::panel::Panel;
use super::zone_search::zone_search;
use crate::browser::intl::zones::IntlZones;
use crate::browser::page;
use crate::ui::model::context::Ctx;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::settings::ZonePreference;
use crate::ui::model::visitor::choose;
use crate::ui::model::zone_label::city_label;
use crate::ui::reactive::{after_effects, effect};
use crate::ui::view::{Element, el};

/// Opens the choice in the panel of its switch.
pub fn open(panel: &Rc<Panel>, loaded: &Arc<LoadedEvent>) {
    let choices = Arc::new([(); 3].map(|()| Choice::new()));
    let display = panel.ctx.display.get_untracked();
    panel.open(|| {
        for (choice, preference) in choices
            .iter()
            .zip([ZonePreference::Viewer, ZonePreference::Event])
        {
            let panel = panel.clone();
            choice.input.listen("change", move |_| {
                choose_in_place(&panel, preference.clone());
            });
        }
        follow_zone(panel.ctx, loaded, choices.clone());
        let (panel, found) = (panel.clone(), choices.clone());
        let choose = {
            let panel = panel.clone();
            move |zone| {
                choose_in_place(&panel, ZonePreference::Named(zone));
                let found = found.clone();
                after_effects(move || focus_checked(&found));
            }
        };
        let labels = choices.iter().map(|choice| choice.label.clone());
        let labels: Vec<Element> = labels.collect();
        let legend = display.message("legend", display.messages.time_zone());
        let content = el("fieldset")
            .child(legend.class("label"))
            .child(el("div").class("choices").child(labels))
            .child(zone_search(&display, Box::new(choose)));
        panel.close_on_escape(content)
    });
    focus_checked(&choices);
}

/// The keyboard goes on from the checked choice.
fn focus_checked(choices: &[Choice; 3]) {
    if let Some(choice) = choices.iter().find(|choice| choice.input.is_checked()) {
        choice.input.focus();
    }
}

/// A radio button with its label.
struct Choice {
    label: Element,
    input: Element,
    words: Element,
}

impl Choice {
    fn new() -> Self {
        let input = el("input").attr("type", "radio").attr("name", "zone");
        let words = el("span").class("words");
        let label = el("label").child(input.clone()).child(words.clone());
        Self {
            label,
            input,
            words,
        }
    }
}

/// Shows another zone, and keeps the panel where it is under the hand.
fn choose_in_place(panel: &Panel, preference: ZonePreference) {
    let place = panel.outlet.element().clone();
    let before = place.top();
    choose(preference);
    after_effects(move || page::scroll_by(place.top() - before));
}

/// Follows the zone: which choices there are, and which one is checked.
fn follow_zone(ctx: Ctx, loaded: &Arc<LoadedEvent>, choices: Arc<[Choice; 3]>) {
    let loaded = loaded.clone();
    effect(move || {
        let (display, visitor) = (ctx.display.get(), ctx.visitor.get());
        let messages = display.messages;
        let timeline = &loaded.timeline;
        let mine = visitor.own_zone();
        let agree = |one, other| clocks_agree(timeline, &IntlZones, one, other);
        let is_mine = agree(&display.zone, &mine);
        let is_events = !is_mine && agree(&display.zone, &timeline.zone);
        let is_other = !is_mine && !is_events;
        let own_name = if visitor.is_placed() {
            messages.my_time()
        } else {
            "UTC"
        };
        let at = timeline.starts_at().unwrap_or_default();
        let other = el("span").child(city_label(&display.zone, at, messages));
        let rows = [
            (is_mine, true, display.message("span", own_name)),
            (
                is_events,
                !agree(&mine, &timeline.zone),
                display.message("span", messages.event_clock()),
            ),
            (is_other, is_other, other),
        ];
        for (choice, (is_checked, is_shown, words)) in choices.iter().zip(rows) {
            choice.words.replace(words);
            choice.label.set_shown(is_shown);
            choice.input.check(is_checked);
        }
    });
}
