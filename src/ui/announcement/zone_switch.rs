//! The button that opens the choice of a time zone.

use std::sync::Arc;

use handbill_core::Zone;
use handbill_core::agenda::clocks_agree;

use crate::browser::intl::zones::IntlZones;
use crate::ui::elements::button::{PanelKind, panel_button};
use crate::ui::model::context::Ctx;
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::reactive::effect;
use crate::ui::view::{Element, el};

/// The button. It is hidden where all clocks show the same, unless the visitor's zone is not known.
pub fn zone_switch(ctx: Ctx, loaded: &Arc<LoadedEvent>, display: &Arc<Display>) -> Element {
    let button = panel_button(display, PanelKind::Zones, "").class("switch");
    let whole = el("div").class("zones").child(button.clone());
    let (switch, loaded, built_for) = (whole.clone(), loaded.clone(), display.clone());
    effect(move || {
        let (display, visitor) = (ctx.display.get(), ctx.visitor.get());
        let timeline = &loaded.timeline;
        let mine = visitor.own_zone();
        let agrees = |zone: &Zone| clocks_agree(timeline, &IntlZones, &mine, zone);
        let is_movable = !timeline.zone.is_floating() && timeline.has_times();
        let is_settled = visitor.is_placed() && agrees(&timeline.zone) && agrees(&display.zone);
        switch.set_shown(is_movable && !is_settled);
        let messages = built_for.messages;
        let label = match visitor.is_placed() || visitor.choice.is_some() {
            true => messages.change_zone(),
            false => messages.choose_zone(),
        };
        button.replace(built_for.message("span", label));
    });
    whole
}
