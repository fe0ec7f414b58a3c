//! The button that opens the choice of a clock.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use handbill_core::Zone;
use handbill_core::agenda::clocks_agree;

use super::announcement::Announced;
use super::context::{Ctx, Shown};
use super::effect::follow;
use super::markup::{Element, Markup, Room, element};
use super::visitor::visitor;
use super::zone_choice;
use crate::browser::deferred;
use crate::browser::intl::zones::IntlZones;

/// The button, and room for what it opens. Nobody sees it where all clocks show the same, unless the visitor's place is
/// not known.
pub fn zone_switch(ctx: &Rc<Ctx>, announced: &Arc<Announced>, shown: &Shown) -> Markup {
    let whole = element("div", "zones");
    let button = element("button", "switch")
        .attribute("type", "button")
        .attribute("aria-expanded", "false");
    let switch = Rc::new(ZoneSwitch {
        ctx: ctx.clone(),
        announced: announced.clone(),
        button: button.clone(),
        room: Room::new(element("div", "choice")),
        is_open: Cell::new(false),
    });
    keep(switch.clone(), whole.clone(), shown.clone());
    let clicked = switch.clone();
    whole
        .child(button.on("click", move |_| clicked.toggle()))
        .child(switch.room.element())
        .into()
}

/// The choice of a clock, open or not.
pub struct ZoneSwitch {
    /// What is true for this visitor.
    pub ctx: Rc<Ctx>,
    /// What is shown.
    pub announced: Arc<Announced>,
    /// Where the choice opens.
    pub room: Room,
    button: Element,
    is_open: Cell<bool>,
}

impl ZoneSwitch {
    /// Opens the choice, which few visitors need and which is fetched for them; or closes it.
    fn toggle(self: &Rc<Self>) {
        if self.is_open.get() {
            return self.close();
        }
        self.set(true);
        let switch = self.clone();
        deferred::load(Box::new(move |is_here| {
            // It may have been closed in the meantime.
            if !switch.is_open.get() {
            } else if is_here {
                zone_choice::open(&switch);
            } else {
                let shown = switch.ctx.shown.get_untracked();
                let apology = shown.words("p", "note", shown.messages.not_loaded);
                switch
                    .room
                    .fill(|| apology.attribute("role", "alert").into());
                switch.set(false);
            }
        }));
    }

    /// Closes the choice, and gives the focus back.
    pub fn close(&self) {
        self.set(false);
        self.room.clear();
        self.button.focus();
    }

    fn set(&self, is_open: bool) {
        self.is_open.set(is_open);
        let expanded = if is_open { "true" } else { "false" };
        self.button.set("aria-expanded", Some(expanded));
    }
}

/// Keeps the button there as long as there is a choice.
fn keep(switch: Rc<ZoneSwitch>, whole: Element, words: Shown) {
    follow(Box::new(move || {
        let (shown, visitor) = (switch.ctx.shown.get(), visitor().get());
        let timeline = &switch.announced.timeline;
        let mine = visitor.own_zone();
        let agrees = |zone: &Zone| clocks_agree(timeline, &IntlZones, &mine, zone);
        let is_movable = timeline.zone != Zone::Floating && timeline.has_times();
        let is_settled = visitor.is_placed() && agrees(&timeline.zone) && agrees(&shown.zone);
        whole.show(is_movable && !is_settled);
        let label = match visitor.is_placed() || visitor.choice.is_some() {
            true => words.messages.change_zone,
            false => words.messages.choose_zone,
        };
        switch.button.replace(words.words("span", "", label));
    }));
}
