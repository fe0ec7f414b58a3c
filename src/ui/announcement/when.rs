//! Date and time of the whole event, in the zone that is shown and in the event's own.

use std::sync::Arc;

use handbill_core::agenda::Civil;
use handbill_core::event::EventStatus;
use handbill_core::strings::concat;
use handbill_core::time::print::{print, print_civil};
use handbill_core::time::{DAY, after};
use handbill_core::{Span, Timeline, Zone};

use super::zone_switch::zone_switch;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;
use crate::ui::elements::day_chip::day_chip;
use crate::ui::elements::heading::message_heading;
use crate::ui::model::context::Ctx;
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::zone_label::{event_zone_label, zone_label};
use crate::ui::view::{IntoView, View, el};

/// The event's date and time for this visitor, beside it the event's own where that differs, and the zone switch.
pub fn when(ctx: Ctx, loaded: &Arc<LoadedEvent>, display: &Arc<Display>) -> View {
    let status = loaded.event.status;
    let class = match status.takes_place() {
        true => "fact when",
        false => "fact when off",
    };
    let messages = display.messages;
    let note = |message| display.message("p", message).class("note");
    let is_postponed = status == EventStatus::Postponed;
    let is_undated = loaded.timeline.starts_at().is_none() && !is_postponed;
    let timed = loaded.clone();
    el("section")
        .class(class)
        .part("when")
        .child(message_heading(display, 1, messages.when()).class("label"))
        .child(is_postponed.then(|| note(messages.new_date_not_known())))
        .child(is_undated.then(|| note(messages.day_not_known())))
        .child(move || times(&timed, &ctx.display.get()))
        .child(zone_switch(ctx, loaded, display))
        .into_view()
}

fn times(loaded: &LoadedEvent, display: &Display) -> View {
    let timeline = &loaded.timeline;
    let previous = previous_date(loaded, display);
    let Some((span, is_all_day)) = timeline.when() else {
        return previous;
    };
    if is_all_day {
        return [previous, whole_days(timeline, span, display)].into_view();
    }
    let civil = |zone: &Zone| Civil::new(&IntlZones, zone, span.start, span.end);
    let own = || {
        let label = event_zone_label(&timeline.zone, span.start, display);
        date_times_and_zone(&timeline.zone, label, timeline, span, display)
    };
    if civil(&display.zone) == civil(&timeline.zone) {
        return [previous, own()].into_view();
    }
    let label = zone_label(&display.zone, span.start, display.messages);
    [
        previous,
        date_times_and_zone(&display.zone, label, timeline, span, display),
        el("div").class("own").child(own()).into_view(),
    ]
    .into_view()
}

/// The earlier date of a rescheduled event, struck out.
fn previous_date(loaded: &LoadedEvent, display: &Display) -> View {
    let timeline = &loaded.timeline;
    let is_rescheduled = loaded.event.status == EventStatus::Rescheduled;
    let Some(at) = timeline.previous_start.filter(|_| is_rescheduled) else {
        return View::Empty;
    };
    let zone = if timeline.is_all_day {
        &timeline.zone
    } else {
        &display.zone
    };
    let civil = zone.civil_at(&IntlZones, at);
    let moment = match timeline.is_all_day {
        true => format::date(&display.locale, civil.date()),
        false => format::date_and_time(&display.locale, civil),
    };
    el("p")
        .class("previous")
        .child(display.message("span", display.messages.previously()))
        .child(" ")
        .child(el("s").child(moment))
        .into_view()
}

/// Whole days are dates of the event's own calendar, whatever zone is shown.
fn whole_days(timeline: &Timeline, span: Span, display: &Display) -> View {
    let first = timeline.zone.civil_at(&IntlZones, span.start).date();
    let last = span.end.map_or(first, |end| {
        timeline.zone.civil_at(&IntlZones, after(end, -1)).date()
    });
    el("p")
        .class("date")
        .child(format::dates(&display.locale, first, last))
        .into_view()
}

/// Date, times and zone on the clock of one zone.
fn date_times_and_zone(
    zone: &Zone,
    label: String,
    timeline: &Timeline,
    span: Span,
    display: &Display,
) -> View {
    let locale = &display.locale;
    let civil = Civil::new(&IntlZones, zone, span.start, span.end);
    let offset = |at| zone.offset_at(&IntlZones, at);
    let start = span.start.with_timezone(&offset(span.start));
    let datetime = match zone.is_floating() {
        true => print_civil(start.naive_local()),
        false => print(start),
    };
    let time = el("time").attr("datetime", &datetime);
    // Where the clocks change during the event, the label holds for its beginning only.
    let later = span.end.map(offset);
    let later = later.filter(|later| *later != offset(span.start));
    let later = later.map(|later| concat(&[" → ", &format::offset(later)]));
    let zone_line = el("p").class("zone").child(label).child(later);
    let is_long =
        timeline.ends_on.is_some() || span.end.is_some_and(|end| end >= after(span.start, DAY));
    let day = civil.start.date();
    match civil.end {
        Some(end) if is_long => {
            let dates = el("p")
                .class("date")
                .child(time.child(format::date_and_time(locale, civil.start)))
                .child(" – ")
                .child(match timeline.ends_on {
                    Some(day) => format::date(locale, day),
                    None => format::date_and_time(locale, end),
                });
            [dates, zone_line].into_view()
        }
        end => {
            let date = el("p").class("date").child(format::date(locale, day));
            let times = el("p")
                .class("times")
                .child(time.child(format::times(locale, civil)))
                .child(end.map(|end| day_chip(day, end, display.messages)));
            [date, times, zone_line].into_view()
        }
    }
}
