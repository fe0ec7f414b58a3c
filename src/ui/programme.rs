//! The programme, by the days of the zone that is shown.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use handbill_core::Agenda;
use handbill_core::Timestamp;
use handbill_core::agenda::{Day, Row};

use super::anchor::Anchor;
use super::announcement::Announced;
use super::conference;
use super::context::{Ctx, Shown, place_name, zone_name};
use super::effect::follow;
use super::entry::{EntryState, Line};
use super::heading::{heading, interface_heading};
use super::markup::{Element, Markup, element};
use super::room::Room;
use super::signal::Source;
use crate::browser::deferred::{self, Part};
use crate::browser::intl::format;
use crate::browser::intl::zones::IntlZones;

/// What outlives the view that it belongs to: where a reader is in a programme, and what it said before.
pub type Kept = Rc<RefCell<Option<Rc<dyn Any>>>>;

/// The programme, as what comes later for large ones knows it.
pub struct Programme {
    /// What is true for this visitor.
    pub ctx: Rc<Ctx>,
    /// The document.
    pub announced: Rc<Announced>,
    /// One line for each entry, in the order of the timeline.
    pub lines: Rc<Vec<Line>>,
    /// A place above the days.
    pub tools: Room,
    /// The days as they stand there. They are made anew for each zone, and the lines moved under them.
    pub days: Source<Vec<ShownDay>>,
    /// The whole, with its heading and its days.
    pub whole: Element,
    /// The place of the reader.
    pub anchor: Rc<Anchor>,
    /// What outlives this view.
    pub kept: Kept,
}

/// A day that stands there.
#[derive(Clone)]
pub struct ShownDay {
    /// What is on it.
    pub day: Day,
    /// Where it stands.
    pub element: Element,
}

/// Every entry, under the day it starts on. Nothing where there is no programme.
pub fn programme(
    ctx: &Rc<Ctx>,
    announced: &Rc<Announced>,
    kept: &Kept,
    anchor: &Rc<Anchor>,
    shown: &Shown,
) -> Markup {
    if announced.event.entries.is_empty() {
        return Markup::Nothing;
    }
    let is_draft = announced.event.programme_is_draft;
    let title = if is_draft {
        shown.messages.draft_programme
    } else {
        shown.messages.programme
    };
    let entries = 0..announced.timeline.entries.len();
    let lines: Rc<Vec<Line>> = Rc::new(
        entries
            .map(|position| Line::new(announced, position, shown))
            .collect(),
    );
    let days = element("div", "days");
    anchor.hold(lines.clone());
    let shown_days = Source::new(Vec::new());
    let place = (days.clone(), shown_days.clone());
    keep_times(ctx, announced, anchor, lines.clone(), place);
    keep_current(ctx.clone(), announced.clone(), lines.clone(), shown);
    let tools = element("div", "tools");
    let whole = element("section", "programme")
        .part("programme")
        .child(interface_heading(shown, 1, "title", title))
        .child(tools.clone())
        .child(days);
    if !announced
        .timeline
        .is_conference(&announced.event, &IntlZones)
    {
        return whole.into();
    }
    let programme = Rc::new(Programme {
        ctx: ctx.clone(),
        announced: announced.clone(),
        lines,
        tools: Room::new(tools),
        days: shown_days,
        whole: whole.clone(),
        anchor: anchor.clone(),
        kept: kept.clone(),
    });
    // Gone with the view, if that is made anew before the part has come.
    let there = Rc::downgrade(&programme);
    deferred::load(
        Part::Conference,
        Box::new(move |is_here| {
            if let Some(programme) = there.upgrade().filter(|_| is_here) {
                conference::open(&programme);
            }
        }),
    );
    whole.keep(programme).into()
}

/// Puts the lines under the days of the zone that is shown. The lines stay the same: a reader has them open.
fn keep_times(
    ctx: &Ctx,
    announced: &Rc<Announced>,
    anchor: &Rc<Anchor>,
    lines: Rc<Vec<Line>>,
    (days, shown_days): (Element, Source<Vec<ShownDay>>),
) {
    let (shown, announced, anchor) = (ctx.shown.clone(), announced.clone(), anchor.clone());
    follow(Box::new(move || {
        let shown = shown.get();
        let agenda = Agenda::new(&announced.timeline, &IntlZones, &shown.zone);
        let made = agenda.days.into_iter().map(|day| ShownDay {
            element: self::day(&announced, &day, &shown, &lines),
            day,
        });
        let made: Vec<ShownDay> = made.collect();
        let elements: Vec<Element> = made.iter().map(|day| day.element.clone()).collect();
        days.replace(elements);
        shown_days.set(made);
        if !anchor.is_left() {
            anchor.restore();
        }
    }));
}

/// One effect for all lines, which touches those whose state changes: a thousand lines that each listen to the clock
/// would cost a million steps.
fn keep_current(ctx: Rc<Ctx>, announced: Rc<Announced>, lines: Rc<Vec<Line>>, shown: &Shown) {
    let messages = shown.messages;
    let states = RefCell::new(vec![EntryState::Plain; lines.len()]);
    follow(Box::new(move || {
        let snapshot = ctx.snapshot.get();
        for (position, known) in states.borrow_mut().iter_mut().enumerate() {
            let state = EntryState::of(&announced.timeline, &snapshot, position);
            if *known != state {
                lines[position].show_state(state, messages);
                *known = state;
            }
        }
    }));
}

fn day(announced: &Announced, day: &Day, shown: &Shown, lines: &[Line]) -> Element {
    let title = match day.date {
        Some(date) => format::date(&shown.locale, date),
        None => shown.messages.day_not_known.into(),
    };
    let zone = &shown.zone;
    let start = |row: &Row| Some(announced.timeline.entries[row.entry].span?.start);
    let first = day
        .rows
        .iter()
        .find(|row| row.shown.is_some())
        .and_then(start);
    let last = day.rows.last().and_then(start).or(first);
    let offset = |at: Option<Timestamp>| at.map(|at| zone.offset_at(&IntlZones, at));
    // Where the clocks change on that day, each line says by which of the two it goes.
    let is_changing = offset(first) != offset(last);
    let name = first.map(|at| match is_changing {
        true => place_name(zone, at, shown.messages),
        false => zone_name(zone, at, shown.messages),
    });
    let rows = day
        .rows
        .iter()
        .map(|row| lines[row.entry].show_times(announced, *row, day.date, is_changing, shown));
    // Safari forgets that a list without bullets is a list, unless it is told.
    let entries = element("ol", "entries")
        .attribute("role", "list")
        .child(rows.collect::<Vec<_>>());
    let bar = element("div", "bar")
        .child(heading(shown.heading_level + 2, "date").child(title))
        .child(name.map(|name| element("p", "zone").child(name)));
    element("div", "day").child(bar).child(entries)
}
