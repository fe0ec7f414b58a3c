//! The chip at a time that is not on the day of its heading: `+1 day`.

use handbill_core::agenda::day_shift;
use handbill_core::messages::Messages;
use handbill_core::{CivilDate, CivilDateTime};

use crate::ui::view::{IntoView, View, el};

/// The chip for a time under the heading of `day`. Empty where the time is on that day.
pub fn day_chip(day: CivilDate, time: CivilDateTime, messages: &Messages) -> View {
    let text = match day_shift(day, time) {
        0 => return View::Empty,
        shift if shift > 0 => messages.next_day(),
        _ => messages.previous_day(),
    };
    [
        " ".into_view(),
        el("span").class("chip").child(text).into_view(),
    ]
    .into_view()
}
