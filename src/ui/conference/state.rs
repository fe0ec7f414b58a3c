//! Carries the state of a large programme over to its next view.

use std::rc::Rc;
use std::sync::Arc;

use handbill_core::conference::Query;
use handbill_core::conference::changes::changes;
use handbill_core::snapshot::Phase;

use super::page_fragment;
use crate::ui::model::conference_state::ConferenceState;
use crate::ui::model::entry_link::linked_entry;
use crate::ui::programme::day_view::DayView;
use crate::ui::programme::programme_view::ProgrammeView;

/// The state of the view before; in the first view, what the address of the page asks for.
pub fn restored(view: &Rc<ProgrammeView>) -> ConferenceState {
    match view.carried.get_untracked() {
        Some(before) => carried_over(view, before),
        None => first(view),
    }
}

fn carried_over(view: &ProgrammeView, before: ConferenceState) -> ConferenceState {
    let loaded = &view.loaded;
    if Arc::ptr_eq(&before.loaded, loaded) {
        return before;
    }
    let old = (&*before.loaded.event, &before.loaded.timeline);
    let changes = changes(old, (&*loaded.event, &loaded.timeline));
    let last = loaded.timeline.entries.len().saturating_sub(1);
    ConferenceState {
        loaded: loaded.clone(),
        changes: Arc::new(changes),
        place: before.place.min(last),
        ..before
    }
}

fn first(view: &ProgrammeView) -> ConferenceState {
    let fragment = page_fragment::get(view.carried);
    let query = Query::read(&fragment).unwrap_or_default();
    let linked = linked_entry(&view.loaded, &fragment);
    let snapshot = view.ctx.snapshot.get_untracked();
    let current = snapshot.on.first().copied().or(snapshot.next);
    let current = current.filter(|_| snapshot.phase != Phase::Ended);
    let place = place_of(&view.days.get_untracked(), &query);
    ConferenceState {
        loaded: view.loaded.clone(),
        changes: Arc::default(),
        place: linked.or(place).or(current).unwrap_or_default(),
        query,
    }
}

/// The first entry of the day that a query asks for.
pub fn place_of(days: &[DayView], query: &Query) -> Option<usize> {
    let date = query.day?;
    let day = days.iter().find(|day| day.day.date == Some(date))?;
    day.day.rows.first().map(|row| row.entry)
}
