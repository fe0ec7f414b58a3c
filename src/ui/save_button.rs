//! The buttons that open what a visitor can take along: for the event, and for each entry.

use std::rc::Rc;

use handbill_core::number::decimal;
use handbill_core::parts::concat;
use handbill_core::snapshot::Phase;

use super::announcement::Announced;
use super::context::{Ctx, Shown};
use super::effect::follow;
use super::markup::{Element, Markup, element};

/// What the button of the event is called by machines.
pub const SAVE: &str = "save";

/// What the buttons of entries are called by machines; the position of the entry follows.
const SAVE_ENTRY: &str = "save-";

/// The button for the whole event. Nothing for one without a time, or that is over.
///
/// A cancelled event has one as well: its file puts right what stands in a calendar already.
pub fn save_button(ctx: &Rc<Ctx>, announced: &Rc<Announced>, shown: &Shown) -> Markup {
    let timeline = &announced.timeline;
    if timeline.starts_at().is_none() {
        return Markup::Nothing;
    }
    let label = match timeline.status.takes_place() {
        true => shown.messages.add_to_calendar,
        false => shown.messages.update_calendar,
    };
    let whole = element("div", "calendar").part("calendar").child(button(
        "button second",
        SAVE,
        label,
        shown,
    ));
    let (ctx, there) = (ctx.clone(), whole.clone());
    follow(Box::new(move || {
        there.show(ctx.standing.get().0 != Phase::Ended)
    }));
    whole.into()
}

/// The button of the entry at `position` of the timeline.
pub fn entry_button(position: usize, name: &str, shown: &Shown) -> Element {
    // The name tells which entry the button belongs to, for those who hear it alone.
    let label = concat(&[shown.messages.save_or_share, shown.messages.colon, name]);
    button(
        "switch save",
        &entry_id(position),
        shown.messages.save,
        shown,
    )
    .attribute("aria-label", &label)
}

/// A button that opens something.
pub fn button(class: &str, id: &str, label: &str, shown: &Shown) -> Element {
    shown
        .words("button", class, label)
        .attribute("type", "button")
        .attribute("id", id)
        .attribute("aria-expanded", "false")
}

/// What the button of an entry is called by machines.
pub fn entry_id(position: usize) -> String {
    concat(&[SAVE_ENTRY, &decimal(position as u32)])
}

/// Which entry a button so called belongs to, by its position in the timeline.
pub fn position_of(id: &str) -> Option<usize> {
    id.strip_prefix(SAVE_ENTRY)?.parse().ok()
}
