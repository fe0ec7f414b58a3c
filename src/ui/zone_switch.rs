//! The button that opens the choice of a clock.

use std::rc::Rc;

use handbill_core::Zone;
use handbill_core::agenda::clocks_agree;

use super::announcement::Announced;
use super::context::{Ctx, Shown};
use super::effect::follow;
use super::markup::{Element, Markup, element};
use super::save_button::button;
use super::visitor::visitor;
use crate::browser::intl::zones::IntlZones;

/// What the button is called by machines.
pub const ZONES: &str = "zones";

/// The button. Nobody sees it where all clocks show the same, unless the visitor's place is not known.
pub fn zone_switch(ctx: &Rc<Ctx>, announced: &Rc<Announced>, shown: &Shown) -> Markup {
    let whole = element("div", "zones");
    let button = button("switch", ZONES, "", shown);
    keep(ctx, announced, whole.clone(), button.clone(), shown);
    whole.child(button).into()
}

/// Keeps the button there as long as there is a choice.
fn keep(ctx: &Rc<Ctx>, announced: &Rc<Announced>, whole: Element, button: Element, words: &Shown) {
    let (ctx, announced, words) = (ctx.clone(), announced.clone(), words.clone());
    follow(Box::new(move || {
        let (shown, visitor) = (ctx.shown.get(), visitor().get());
        let timeline = &announced.timeline;
        let mine = visitor.own_zone();
        let agrees = |zone: &Zone| clocks_agree(timeline, &IntlZones, &mine, zone);
        let is_movable = timeline.zone != Zone::Floating && timeline.has_times();
        let is_settled = visitor.is_placed() && agrees(&timeline.zone) && agrees(&shown.zone);
        whole.show(is_movable && !is_settled);
        let label = match visitor.is_placed() || visitor.choice.is_some() {
            true => words.messages.change_zone,
            false => words.messages.choose_zone,
        };
        button.replace(words.words("span", "", label));
    }));
}
