//! The programme: every entry, by the days of the zone that is shown.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use handbill_core::Agenda;
use leptos::task::spawn_local;

use super::elements::heading::message_heading;
use super::elements::jump::jump_to;
use super::model::conference_state::Carried;
use super::model::context::Ctx;
use super::model::display::Display;
use super::model::loaded_event::LoadedEvent;
use super::outlet::Outlet;
use super::reactive::{after_effects, effect, hold};
use super::view::{Element, IntoView, View, el};
use crate::browser::intl::zones::IntlZones;
use crate::lazy;
use crate::ui::signal::RwSignal;

pub mod anchor;
pub mod day_view;
pub mod entry_row;
pub mod entry_rows;
pub mod programme_view;

use anchor::Anchor;
use day_view::DayView;
use entry_rows::EntryRows;
use programme_view::{FEW, ProgrammeView};

/// How many rows stand there until the conference chunk has come, which builds each row when it is about to be seen.
const FIRST: usize = 10;

/// Every entry, under the day it starts on. Empty where there is no programme.
pub fn programme(
    ctx: Ctx,
    loaded: &Arc<LoadedEvent>,
    carried: Carried,
    anchor: Rc<Anchor>,
    display: &Arc<Display>,
) -> View {
    if loaded.event.entries.is_empty() {
        return View::Empty;
    }
    let messages = display.messages;
    let title = match loaded.event.programme_is_draft {
        true => messages.draft_programme(),
        false => messages.programme(),
    };
    let is_conference = loaded.is_conference;
    let rows = EntryRows::new(loaded, display, ctx.snapshot.get_untracked());
    anchor.watch(&rows);
    // The room for its tools is kept free, so that nothing below moves when they come.
    let awaits_tools = is_conference && loaded.timeline.entries.len() > FEW;
    let tools = el("div").class(if awaits_tools {
        "tools awaited"
    } else {
        "tools"
    });
    let days = el("div").class("days");
    let section = el("section")
        .class("programme")
        .part("programme")
        .child(message_heading(display, 1, title).class("title"))
        .child(tools.clone())
        .child(days.clone());
    let view = Rc::new(ProgrammeView {
        ctx,
        loaded: loaded.clone(),
        rows,
        tools: Outlet::new(tools),
        days: RwSignal::new(Arc::default()),
        limit: Cell::new(if is_conference { FIRST } else { usize::MAX }),
        section: section.clone(),
        anchor,
        carried,
    });
    follow_zone(&view, days);
    follow_time(&view);
    follow_link(&view);
    if is_conference {
        load_conference(&view);
    }
    hold(view);
    section.into_view()
}

/// Moves the rows under the days of the zone that is shown. They stay the same rows: the reader may have opened one.
fn follow_zone(view: &Rc<ProgrammeView>, days: Element) {
    let view = view.clone();
    effect(move || {
        let (loaded, display) = (&view.loaded, view.ctx.display.get());
        let agenda = Agenda::new(&loaded.timeline, &IntlZones, &display.zone);
        let agenda = agenda.days.into_iter();
        let built: Vec<DayView> = agenda
            .map(|day| DayView::new(loaded, day, &display))
            .collect();
        let mut left = view.limit.get();
        for day in &built {
            let rows = &day.day.rows[..day.day.rows.len().min(left)];
            if !rows.is_empty() {
                day.place.replace(view.list(day, rows));
            }
            left -= rows.len();
        }
        let elements: Vec<Element> = built.iter().map(|day| day.element.clone()).collect();
        days.replace(elements);
        view.days.set(Arc::new(built));
        if !view.anchor.is_left() {
            view.anchor.restore();
        }
    });
}

/// One effect for all rows: it touches those whose state has changed.
fn follow_time(view: &Rc<ProgrammeView>) {
    let view = view.clone();
    effect(move || view.rows.show_states(&view.ctx.snapshot.get()));
}

/// Jumps to the entry that the address of the page leads to. The conference does so for rows that are not built yet.
fn follow_link(view: &Rc<ProgrammeView>) {
    let view = view.clone();
    effect(move || {
        let linked = view.ctx.inputs.linked_entry.get();
        if let Some(row) = linked.and_then(|entry| view.rows.if_built(entry)) {
            let item = row.item.clone();
            after_effects(move || jump_to(&item));
        }
    });
}

/// Asks for the conference chunk. Without it, the whole programme is a list.
fn load_conference(view: &Rc<ProgrammeView>) {
    // The view may be gone before the chunk has come.
    let view = Rc::downgrade(view);
    spawn_local(async move {
        if lazy::open_conference(view.clone()).await.is_err()
            && let Some(view) = view.upgrade()
        {
            view.show_all();
        }
    });
}
