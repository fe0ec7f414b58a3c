//! The programme, by the days of the zone that is shown.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use handbill_core::Agenda;
use handbill_core::Timestamp;
use handbill_core::agenda::{Day, Row};

use super::anchor::Anchor;
use super::announcement::Announced;
use super::conference;
use super::context::{Ctx, Shown, place_name, zone_name};
use super::effect::follow;
use super::heading::{heading, interface_heading};
use super::lines::Lines;
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
    /// One line for each entry.
    pub lines: Rc<Lines>,
    /// A place above the days.
    pub tools: Room,
    /// The days as they stand there. They are made anew for each zone, and the lines moved under them.
    pub days: Source<Vec<ShownDay>>,
    /// How many lines are put under them at once. What comes later sees to the others.
    pub count: Rc<Cell<usize>>,
    /// The whole, with its heading and its days.
    pub whole: Element,
    /// The place of the reader.
    pub anchor: Rc<Anchor>,
    /// What outlives this view.
    pub kept: Kept,
}

impl Programme {
    /// Puts all lines of some rows of a day into a list.
    pub fn list(&self, day: &ShownDay, rows: &[Row]) -> Element {
        let shown = self.ctx.shown.get_untracked();
        day.list(rows, &self.announced, &self.lines, &shown)
    }

    /// Puts all lines under the days, however many there are.
    fn show_all(&self) {
        self.count.set(usize::MAX);
        self.tools.element().set("class", Some("tools"));
        for day in &*self.days.get_untracked() {
            day.place.replace(self.list(day, &day.day.rows));
        }
    }
}

/// A day that stands there.
pub struct ShownDay {
    /// What is on it.
    pub day: Day,
    /// Where it stands.
    pub element: Element,
    /// The place of its lines.
    pub place: Element,
    /// Whether the clocks change on it: each line says by which of the two it goes.
    is_changing: bool,
}

impl ShownDay {
    /// Some of its rows, by their positions.
    pub fn rows_at(&self, positions: &[u32]) -> Vec<Row> {
        let positions = positions.iter();
        positions.map(|at| self.day.rows[*at as usize]).collect()
    }

    fn list(&self, rows: &[Row], announced: &Announced, lines: &Lines, shown: &Shown) -> Element {
        // Safari forgets that a list without bullets is a list, unless it is told.
        let mut list = element("ol", "entries").attribute("role", "list");
        for row in rows {
            let line = lines.get(row.entry);
            list = list.child(line.show_times(
                announced,
                *row,
                self.day.date,
                self.is_changing,
                shown,
            ));
        }
        list
    }
}

/// The most entries that need no search.
pub const FEW: usize = 10;

/// How many lines stand there until what large programmes need has come, and makes each when it is to be seen.
const FIRST: usize = 10;

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
    let is_large = announced.is_large;
    let lines = Lines::new(announced, shown, ctx.snapshot.get_untracked());
    anchor.hold(&lines);
    let count = Rc::new(Cell::new(if is_large { FIRST } else { usize::MAX }));
    let days = element("div", "days");
    let shown_days = Source::new(Vec::new());
    let place = (days.clone(), shown_days.clone(), count.clone());
    keep_times(ctx, announced, anchor, lines.clone(), place);
    let (snapshot, current) = (ctx.snapshot.clone(), lines.clone());
    follow(Box::new(move || current.show_states(snapshot.get())));
    // Its place is kept, so that nothing below jumps when it comes.
    let is_awaited = is_large && announced.timeline.entries.len() > FEW;
    let tools = element("div", if is_awaited { "tools awaited" } else { "tools" });
    let whole = element("section", "programme")
        .part("programme")
        .child(interface_heading(shown, 1, "title", title))
        .child(tools.clone())
        .child(days);
    if !is_large {
        return whole.into();
    }
    let programme = Rc::new(Programme {
        ctx: ctx.clone(),
        announced: announced.clone(),
        lines,
        tools: Room::new(tools),
        days: shown_days,
        count,
        whole: whole.clone(),
        anchor: anchor.clone(),
        kept: kept.clone(),
    });
    // Gone with the view, if that is made anew before the part has come.
    let there = Rc::downgrade(&programme);
    deferred::load(
        Part::Conference,
        Box::new(move |is_here| {
            match there.upgrade() {
                Some(programme) if is_here => conference::open(&programme),
                // The programme as a list is better than a part of it.
                Some(programme) => programme.show_all(),
                None => {}
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
    lines: Rc<Lines>,
    (days, shown_days, count): (Element, Source<Vec<ShownDay>>, Rc<Cell<usize>>),
) {
    let (shown, announced, anchor) = (ctx.shown.clone(), announced.clone(), anchor.clone());
    follow(Box::new(move || {
        let shown = shown.get();
        let agenda = Agenda::new(&announced.timeline, &IntlZones, &shown.zone);
        let made = agenda.days.into_iter();
        let made: Vec<ShownDay> = made.map(|day| self::day(&announced, day, &shown)).collect();
        let mut left = count.get();
        for day in &made {
            let rows = &day.day.rows[..day.day.rows.len().min(left)];
            if !rows.is_empty() {
                day.place
                    .replace(day.list(rows, &announced, &lines, &shown));
            }
            left -= rows.len();
        }
        days.replace(
            made.iter()
                .map(|day| day.element.clone())
                .collect::<Vec<_>>(),
        );
        shown_days.set(made);
        if !anchor.is_left() {
            anchor.restore();
        }
    }));
}

fn day(announced: &Announced, day: Day, shown: &Shown) -> ShownDay {
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
    let is_changing = offset(first) != offset(last);
    let name = first.map(|at| match is_changing {
        true => place_name(zone, at, shown.messages),
        false => zone_name(zone, at, shown.messages),
    });
    let bar = element("div", "bar")
        .child(heading(shown.heading_level + 2, "date").child(title))
        .child(name.map(|name| element("p", "zone").child(name)));
    let place = element("div", "rows");
    ShownDay {
        element: element("div", "day").child(bar).child(place.clone()),
        place,
        is_changing,
        day,
    }
}
