//! One line of the programme.

use std::cell::Cell;

use handbill_core::agenda::{Row, day_shift};
use handbill_core::event::{Entry, EventStatus};
use handbill_core::parts::concat;
use handbill_core::snapshot::Phase;
use handbill_core::text::Messages;
use handbill_core::time::parse::print;
use handbill_core::{CivilDate, CivilDateTime, Snapshot, Timeline};

use super::announcement::Announced;
use super::context::{Shown, place_name};
use super::markup::{Element, Markup, element};
use super::person::{joined, people};
use super::prose::prose;
use super::save_button::entry_button;
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// The most bytes of a description that stands open; a longer one waits behind a disclosure.
const SHORT: usize = 280;

/// Where in the course of the event an entry is.
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

/// A line of the programme: it is made once, and told of what changes with time and zone.
pub struct Line {
    /// The whole line.
    pub item: Element,
    /// What is said of the entry, for what comes later to say more.
    pub what: Element,
    /// The mark behind its name.
    pub mark: Element,
    clock: Element,
    status: EventStatus,
    state: Cell<EntryState>,
}

impl Line {
    /// The line of the entry at `position` of the timeline: name, format, people, and what else is said of it.
    pub fn new(announced: &Announced, position: usize, shown: &Shown) -> Self {
        let timed = &announced.timeline.entries[position];
        let entry = &announced.event.entries[timed.index];
        let (clock, mark) = (element("div", "clock"), element("span", "mark"));
        mark.set("hidden", Some(""));
        let title = announced.written(element("span", "subject"), &entry.name, shown);
        let mut name = element("p", "name").child(title);
        if let Some(format) = &entry.format {
            // The author's own words, in brackets as in print, so that they are told apart where no style is.
            name = name
                .child(" ")
                .child(element("span", "format").child(concat(&["(", format, ")"])));
        }
        let mut what = element("div", "what")
            .child(name.child(" ").child(mark.clone()))
            .child(people(&entry.contributions, shown.messages));
        let place = joined(&[entry.room.as_deref(), entry.track.as_deref()], " · ");
        if !place.is_empty() {
            what = what.child(element("p", "room").child(place));
        }
        let item = element("li", "entry")
            .part("entry")
            .child(clock.clone())
            .child(what.clone().child(description(announced, entry, shown)))
            .child(entry_button(position, &entry.name, shown));
        Self {
            item,
            what,
            mark,
            clock,
            status: entry.status,
            state: Cell::new(EntryState::Plain),
        }
    }

    /// Shows its times: on the clock that is shown, and beside them on the event's own where that shows something else.
    pub fn show_times(
        &self,
        announced: &Announced,
        row: Row,
        day: Option<CivilDate>,
        is_changing: bool,
        shown: &Shown,
    ) -> Element {
        self.clock
            .replace(times(announced, row, day, is_changing, shown));
        self.item.clone()
    }

    /// Shows the state of the entry, where that is another than before.
    pub fn show_state(&self, state: EntryState, messages: &Messages) {
        if self.state.replace(state) == state {
            return;
        }
        let (class, mark) = match state {
            EntryState::Plain => ("entry", None),
            EntryState::Past => ("entry past", None),
            EntryState::On => ("entry on", Some(messages.now)),
            EntryState::Next => ("entry next", Some(messages.next)),
            EntryState::Off if self.status == EventStatus::Postponed => {
                ("entry held", Some(messages.postponed))
            }
            EntryState::Off => ("entry off", Some(messages.cancelled)),
        };
        self.item.set("class", Some(class));
        self.item
            .set("aria-current", (state == EntryState::On).then_some("time"));
        self.mark.set("hidden", mark.is_none().then_some(""));
        self.mark.replace(mark);
    }
}

fn description(announced: &Announced, entry: &Entry, shown: &Shown) -> Markup {
    let messages = shown.messages;
    let length: usize = entry.description.iter().map(String::len).sum();
    if length <= SHORT {
        return prose(announced, &entry.description, shown);
    }
    // The name tells which entry the control belongs to, for those who hear it alone.
    let label = concat(&[messages.details, messages.colon, &entry.name]);
    let summary = element("summary", "")
        .attribute("aria-label", &label)
        .child(messages.details);
    element("details", "more")
        .child(summary)
        .child(prose(announced, &entry.description, shown))
        .into()
}

fn times(
    announced: &Announced,
    row: Row,
    day: Option<CivilDate>,
    is_changing: bool,
    shown: &Shown,
) -> Markup {
    let timeline = &announced.timeline;
    let timed = &timeline.entries[row.entry];
    let (Some(civil), Some(span), Some(day)) = (row.shown, timed.span, day) else {
        return timed.is_all_day.then_some(shown.messages.all_day).into();
    };
    let offset = shown.zone.offset_at(&IntlZones, span.start);
    // Where it starts on another day than that of its heading, it ends there as well: one mark is enough for both.
    let last = civil.end.unwrap_or(civil.start);
    let chip = day_chip(day, last, shown.messages);
    let time = element("time", "shown")
        .attribute("datetime", &print(span.start.with_timezone(&offset)))
        .child(format::times(&shown.locale, civil));
    let offset = is_changing.then(|| concat(&[" ", &format::offset(offset)]));
    let first = element("span", "first")
        .child(time)
        .child(offset)
        .child(chip)
        .into();
    let Some(own) = row.own else { return first };
    let own = element("span", "own")
        .child(format::times(&shown.locale, own))
        .child(" ")
        .child(place_name(&timeline.zone, span.start, shown.messages))
        .child(day_chip(day, own.start, shown.messages));
    Markup::Many(vec![first, own.into()])
}

/// The mark at a time that is not on the day whose heading it stands under.
pub fn day_chip(day: CivilDate, civil: CivilDateTime, messages: &Messages) -> Markup {
    let text = match day_shift(day, civil) {
        0 => return Markup::Nothing,
        shift if shift > 0 => messages.next_day,
        _ => messages.previous_day,
    };
    Markup::Many(vec![" ".into(), element("span", "chip").child(text).into()])
}
