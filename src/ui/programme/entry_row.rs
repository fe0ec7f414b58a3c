//! One row of the programme.

use std::cell::Cell;

use handbill_core::agenda::Row;
use handbill_core::event::{Entry, Event, EventStatus};
use handbill_core::messages::Messages;
use handbill_core::snapshot::Phase;
use handbill_core::strings::concat;
use handbill_core::time::print::print;
use handbill_core::{Snapshot, Timeline};

use super::day_view::DayView;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;
use crate::ui::elements::button::entry_button;
use crate::ui::elements::day_chip::day_chip;
use crate::ui::elements::people::{joined, people};
use crate::ui::elements::prose::{authored, prose};
use crate::ui::model::display::Display;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::zone_label::city_label;
use crate::ui::view::{Element, IntoView, View, el};

/// The most bytes of a description that stand open; a longer one waits behind a disclosure.
const SHORT: usize = 280;

/// Where an entry is in the course of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// Not begun, without a time, or part of an event that is over as a whole.
    Plain,
    /// Over, while the event goes on.
    Past,
    /// On.
    On,
    /// The next one while the event is on.
    Next,
    /// Called off or put on hold, while the event takes place.
    Off,
}

impl EntryState {
    /// The state of the entry at `position` of the timeline.
    pub fn of(timeline: &Timeline, snapshot: &Snapshot, position: usize) -> Self {
        let is_live = matches!(snapshot.phase, Phase::Live | Phase::Break);
        let has_begun = snapshot.next.is_none_or(|next| position < next);
        match timeline.entries[position].span {
            _ if !timeline.entries[position].takes_place => Self::Off,
            Some(_) if !is_live => Self::Plain,
            _ if snapshot.is_on(position) => Self::On,
            Some(_) if has_begun => Self::Past,
            Some(_) if snapshot.next == Some(position) => Self::Next,
            _ => Self::Plain,
        }
    }
}

/// The row of an entry. It is built once, and told of what changes with time and zone.
pub struct EntryRow {
    /// The whole row.
    pub item: Element,
    /// Name, people and room; the conference adds to it.
    pub what: Element,
    /// The mark behind the name: *Now*, *Next*, *Cancelled*.
    pub mark: Element,
    clock: Element,
    status: EventStatus,
    state: Cell<EntryState>,
}

impl EntryRow {
    /// The row of the entry at `position` of the timeline: name, format, people, room, description, *Save*.
    pub fn new(loaded: &LoadedEvent, position: usize, display: &Display) -> Self {
        let event = &loaded.event;
        let entry = loaded.entry(position);
        let clock = el("div").class("clock");
        let mark = el("span").class("mark").attr("hidden", "");
        // In brackets as in print, so that the format is told apart where no style is.
        let format = entry.format.as_deref();
        let format = format.map(|format| {
            el("span")
                .class("format")
                .child(concat(&["(", format, ")"]))
        });
        let name = el("p")
            .class("name")
            .child(authored(
                el("span").class("subject"),
                event,
                &entry.name,
                display,
            ))
            .child(format.map(|format| [" ".into_view(), format.into_view()]))
            .child(" ")
            .child(mark.clone());
        let place = joined(&[entry.room.as_deref(), entry.track.as_deref()], " · ");
        let what = el("div")
            .class("what")
            .child(name)
            .child(people(&entry.contributions, display.messages))
            .child((!place.is_empty()).then(|| el("p").class("room").child(place)))
            .child(description(event, entry, display));
        let item = el("li")
            .class("entry")
            .part("entry")
            .child(clock.clone())
            .child(what.clone())
            .child(entry_button(display, position, &entry.name));
        Self {
            item,
            what,
            mark,
            clock,
            status: entry.status,
            state: Cell::new(EntryState::Plain),
        }
    }

    /// Shows its times under a day: in the zone that is shown, and in the event's own where that differs.
    pub fn show_times(&self, loaded: &LoadedEvent, row: Row, day: &DayView, display: &Display) {
        self.clock.replace(times(loaded, row, day, display));
    }

    /// Shows the state of the entry, where that is another than before.
    pub fn show_state(&self, state: EntryState, messages: &Messages) {
        if self.state.replace(state) == state {
            return;
        }
        let (class, mark) = match state {
            EntryState::Plain => ("entry", None),
            EntryState::Past => ("entry past", None),
            EntryState::On => ("entry on", Some(messages.now())),
            EntryState::Next => ("entry next", Some(messages.next())),
            EntryState::Off if self.status == EventStatus::Postponed => {
                ("entry held", Some(messages.postponed()))
            }
            EntryState::Off => ("entry off", Some(messages.cancelled())),
        };
        let current = (state == EntryState::On).then_some("time");
        self.item.set_attr("class", Some(class));
        self.item.set_attr("aria-current", current);
        self.mark.set_shown(mark.is_some());
        self.mark.replace(mark);
    }
}

fn description(event: &Event, entry: &Entry, display: &Display) -> View {
    let messages = display.messages;
    let text = prose(event, &entry.description, display);
    let length: usize = entry.description.iter().map(String::len).sum();
    if length <= SHORT {
        return text;
    }
    // Screen readers list disclosures without what is around them, so the label names the entry.
    let label = concat(&[messages.details(), messages.colon(), &entry.name]);
    let summary = el("summary")
        .attr("aria-label", &label)
        .child(messages.details());
    el("details")
        .class("more")
        .child(summary)
        .child(text)
        .into_view()
}

fn times(loaded: &LoadedEvent, row: Row, day: &DayView, display: &Display) -> View {
    let timeline = &loaded.timeline;
    let messages = display.messages;
    let timed = &timeline.entries[row.entry];
    let (Some(civil), Some(span), Some(date)) = (row.shown, timed.span, day.day.date) else {
        return timed.is_all_day.then_some(messages.all_day()).into_view();
    };
    let offset = display.zone.offset_at(&IntlZones, span.start);
    let time = el("time")
        .class("shown")
        .attr("datetime", &print(span.start.with_timezone(&offset)))
        .child(format::times(&display.locale, civil));
    let until = |day| concat(&[" – ", &format::short_date(&display.locale, day)]);
    let until = timed.ends_on.map(until);
    let offset = day
        .has_clock_change
        .then(|| concat(&[" ", &format::offset(offset)]));
    // An entry that starts on the next day ends there as well: one chip is enough for both.
    let last = civil.end.unwrap_or(civil.start);
    let first = el("span")
        .class("first")
        .child(time)
        .child(until)
        .child(offset)
        .child(day_chip(date, last, messages));
    let own = row.own.map(|own| {
        el("span")
            .class("own")
            .child(format::times(&display.locale, own))
            .child(" ")
            .child(city_label(&timeline.zone, span.start, messages))
            .child(day_chip(date, own.start, messages))
    });
    [first.into_view(), own.into_view()].into_view()
}
