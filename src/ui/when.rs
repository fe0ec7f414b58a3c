//! Date and time of the whole event, on the clock that is shown and on the event's own.

use std::rc::Rc;

use handbill_core::agenda::Civil;
use handbill_core::event::EventStatus;
use handbill_core::parts::concat;
use handbill_core::time::parse::print;
use handbill_core::time::{DAY, after};
use handbill_core::{Span, Timeline, Zone};

use super::announcement::Announced;
use super::context::{Ctx, Shown, own_zone_name, zone_name};
use super::entry::day_chip;
use super::heading::interface_heading;
use super::markup::{Markup, element, live};
use super::zone_switch::zone_switch;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// When it is for this visitor, and beside it when it is where it takes place, if that is another time of day; and the
/// choice of a clock.
pub fn when(ctx: &Rc<Ctx>, announced: &Rc<Announced>, shown: &Shown) -> Markup {
    let status = announced.event.status;
    let class = match status.takes_place() {
        true => "fact when",
        false => "fact when off",
    };
    let postponed = (status == EventStatus::Postponed)
        .then(|| shown.words("p", "note", shown.messages.new_date_not_known));
    let is_undated = announced.timeline.starts_at().is_none() && postponed.is_none();
    let undated = is_undated.then(|| shown.words("p", "note", shown.messages.day_not_known));
    let (shown_now, whole) = (ctx.shown.clone(), announced.clone());
    element("section", class)
        .part("when")
        .child(interface_heading(shown, 1, "label", shown.messages.when))
        .child(postponed)
        .child(undated)
        .child(live(move || times(&whole, &shown_now.get())))
        .child(zone_switch(ctx, announced, shown))
        .into()
}

fn times(announced: &Announced, shown: &Shown) -> Markup {
    let timeline = &announced.timeline;
    let previous = previous(announced, shown);
    let Some(span) = timeline.span else {
        return previous;
    };
    if timeline.is_all_day {
        return Markup::Many(vec![previous, days(timeline, span, shown)]);
    }
    let civil = |zone: &Zone| Civil::new(&IntlZones, zone, span.start, span.end);
    let own = |zone| {
        let name = own_zone_name(&timeline.zone, span.start, shown);
        clock(zone, name, span, shown)
    };
    if civil(&shown.zone) == civil(&timeline.zone) {
        return Markup::Many(vec![previous, own(&timeline.zone)]);
    }
    let name = zone_name(&shown.zone, span.start, shown.messages);
    Markup::Many(vec![
        previous,
        clock(&shown.zone, name, span, shown),
        element("div", "own").child(own(&timeline.zone)).into(),
    ])
}

/// The date that was announced before, struck out, for an event with a new one.
fn previous(announced: &Announced, shown: &Shown) -> Markup {
    let timeline = &announced.timeline;
    let Some(at) = timeline
        .previous_start
        .filter(|_| announced.event.status == EventStatus::Rescheduled)
    else {
        return Markup::Nothing;
    };
    let zone = if timeline.is_all_day {
        &timeline.zone
    } else {
        &shown.zone
    };
    let civil = zone.civil_at(&IntlZones, at);
    let moment = match timeline.is_all_day {
        true => format::date(&shown.locale, civil.date()),
        false => format::date_and_time(&shown.locale, civil),
    };
    let label = element("p", "previous")
        .child(shown.words("span", "", shown.messages.previously))
        .child(" ");
    label.child(element("s", "").child(moment)).into()
}

/// Whole days are dates on the event's calendar, wherever one looks from.
fn days(timeline: &Timeline, span: Span, shown: &Shown) -> Markup {
    let first = timeline.zone.civil_at(&IntlZones, span.start).date();
    let last = span.end.map_or(first, |end| {
        timeline.zone.civil_at(&IntlZones, after(end, -1)).date()
    });
    element("p", "date")
        .child(format::dates(&shown.locale, first, last))
        .into()
}

/// Date, times and zone on one clock.
fn clock(zone: &Zone, name: String, span: Span, shown: &Shown) -> Markup {
    let locale = &shown.locale;
    let civil = Civil::new(&IntlZones, zone, span.start, span.end);
    let time = element("time", "").attribute(
        "datetime",
        &print(
            span.start
                .with_timezone(&zone.offset_at(&IntlZones, span.start)),
        ),
    );
    // Where the clocks change in between, the name alone would go for the beginning only.
    let offset = |at| zone.offset_at(&IntlZones, at);
    let later = span
        .end
        .map(offset)
        .filter(|later| *later != offset(span.start));
    let later = later.map(|later| concat(&[" → ", &format::offset(later)]));
    let name = element("p", "zone").child(name).child(later);
    let day = civil.start.date();
    if let (true, Some(end)) = (
        span.end.is_some_and(|end| end >= after(span.start, DAY)),
        civil.end,
    ) {
        let time = time.child(format::date_and_time(locale, civil.start));
        let dates = element("p", "date")
            .child(time)
            .child(" – ")
            .child(format::date_and_time(locale, end));
        return Markup::Many(vec![dates.into(), name.into()]);
    }
    let chip = civil
        .end
        .map_or(Markup::Nothing, |end| day_chip(day, end, shown.messages));
    let date = element("p", "date").child(format::date(locale, day));
    let times = element("p", "times")
        .child(time.child(format::times(locale, civil)))
        .child(chip);
    Markup::Many(vec![date.into(), times.into(), name.into()])
}
