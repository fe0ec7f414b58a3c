//! The tools of a large programme: search, filters, stars, tabs, timetable. They come with a lazy chunk.

use std::rc::{Rc, Weak};
use std::sync::{Arc, OnceLock};

use handbill_core::conference::{Details, Index, Query, details, names};

use super::model::loaded_event::LoadedEvent;
use super::programme::entry_row::EntryRow;
use super::programme::programme_view::{FEW, ProgrammeView};
use super::reactive::hold;
use super::view::{IntoView, View};
use crate::browser::idle;
use crate::browser::intl::fold::fold;
use crate::html;
use crate::locale::conference_messages;
use crate::ui::signal::{Memo, RwSignal};

mod blocks;
mod board;
mod context;
mod days;
mod more;
mod navigation;
mod news;
mod offer;
mod page_fragment;
mod picks;
mod stars;
mod state;
mod tabs;
mod take;
mod tools;

use context::Conference;
use navigation::follow_linked_entry;
use picks::Picks;
use stars::Stars;

/// Puts the tools above the programme, in a task of its own.
pub fn open(view: Weak<ProgrammeView>) {
    idle::soon(move || {
        if let Some(view) = view.upgrade() {
            view.tools.fill(|| tools(&view));
        }
    });
}

fn tools(view: &Rc<ProgrammeView>) -> View {
    let conference = Rc::new(conference(view));
    conference.carry_on();
    view.anchor.leave();
    let stars = Stars::new(&conference);
    decorate_rows(&conference, stars);
    more::fill_on_click(&conference);
    let parts = [
        offer::offer(&conference),
        tools::tools(&conference),
        tabs::tabs(&conference),
    ];
    days::show_days(&conference);
    follow_linked_entry(&conference);
    let follow_fragment = move |fragment: String| {
        let asked = Query::read(&fragment);
        // Other places on the page are no business of the programme's.
        if asked.is_some() || fragment.is_empty() {
            conference.ask(asked.unwrap_or_default());
        }
    };
    hold(page_fragment::on_change(view.carried, follow_fragment));
    parts.into_view()
}

fn conference(view: &Rc<ProgrammeView>) -> Conference {
    let loaded = &view.loaded;
    let display = view.ctx.display.get_untracked();
    let details = Arc::new(details(
        &loaded.document,
        &display.locale.tag,
        html::known(),
    ));
    let state = state::restored(view);
    let names = names(&loaded.event, &loaded.timeline);
    let picks = Picks::new(loaded, &names);
    let query = RwSignal::new(state.query);
    Conference {
        is_many: loaded.timeline.entries.len() > FEW,
        is_parallel: board::is_parallel(view),
        view: view.clone(),
        words: conference_messages(&display.locale.tag),
        display,
        changes: state.changes,
        query,
        place: RwSignal::new(state.place),
        found: found(loaded, &details, query, picks),
        details,
        names,
        picks,
        is_printing: RwSignal::new(false),
    }
}

/// The entries that the query finds. The index is made when something is first searched for.
fn found(
    loaded: &Arc<LoadedEvent>,
    details: &Arc<Vec<Details>>,
    query: RwSignal<Query>,
    picks: Picks,
) -> Memo<Arc<Vec<usize>>> {
    let (loaded, details) = (loaded.clone(), details.clone());
    let index = OnceLock::new();
    Memo::new(move || {
        let query = query.get();
        if !query.is_filter() {
            return Arc::new((0..loaded.timeline.entries.len()).collect());
        }
        let index =
            index.get_or_init(|| Index::new(&loaded.event, &loaded.timeline, &details, &fold));
        let is_picked = |entry: usize| picks.get().contains(&entry);
        Arc::new(index.find(&query, &fold, &is_picked))
    })
}

/// Adds stars, news and disclosures to every row.
fn decorate_rows(conference: &Rc<Conference>, stars: Rc<Stars>) {
    let news = news::notes(conference);
    // The conference holds the rows, and they outlive it for as long as it takes to take the view down.
    let decorating = Rc::downgrade(conference);
    let decorate = move |position: usize, row: &EntryRow| {
        let Some(conference) = decorating.upgrade().filter(|there| !there.is_gone()) else {
            return;
        };
        for (_, note) in news.iter().filter(|(entry, _)| *entry == position) {
            row.what.append(note.clone());
        }
        stars.decorate(&conference, position, row);
        more::decorate(&conference, position, row);
    };
    conference.view.rows.decorate(Box::new(decorate));
}
