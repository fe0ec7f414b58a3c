//! What every part of a large programme gets: facts of the document, and the signals of the visitor's search.

use std::rc::Rc;
use std::sync::Arc;

use handbill_core::conference::changes::Change;
use handbill_core::conference::{Details, Query};
use handbill_core::messages::ConferenceMessages;
use leptos::prelude::on_cleanup;
use web_sys::Event;

use super::page_fragment;
use super::picks::Picks;
use super::state::place_of;
use crate::ui::elements::button::button;
use crate::ui::model::conference_state::ConferenceState;
use crate::ui::model::display::Display;
use crate::ui::programme::programme_view::ProgrammeView;
use crate::ui::reactive::{after_effects, effect};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::view::Element;

/// A large programme, and what the visitor looks for in it.
pub struct Conference {
    /// The programme that stands there.
    pub view: Rc<ProgrammeView>,
    /// Whether there are more entries than one reads through: they are searched, starred, and shown day by day.
    pub is_many: bool,
    /// Whether entries run side by side, so that a timetable says more than a list.
    pub is_parallel: bool,
    /// The language; the view is built again for another one.
    pub display: Arc<Display>,
    /// The messages for large programmes.
    pub words: &'static ConferenceMessages,
    /// Details by [`Event::entries`](handbill_core::Event::entries).
    pub details: Arc<Vec<Details>>,
    /// The names of the entries in addresses, in the order of the timeline.
    pub names: Vec<String>,
    /// What this version of the document has changed.
    pub changes: Arc<Vec<Change>>,
    /// Search, filters, day and view.
    pub query: RwSignal<Query>,
    /// The entry whose day is open, by its position in the timeline.
    pub place: RwSignal<usize>,
    /// The starred entries.
    pub picks: Picks,
    /// The entries that the query finds, in order.
    pub found: Memo<Arc<Vec<usize>>>,
    /// Whether the page is being printed.
    pub is_printing: RwSignal<bool>,
}

impl Conference {
    /// Keeps the state for the next view, when the owner of this one is cleaned up.
    pub fn carry_on(&self) {
        let (query, place) = (self.query, self.place);
        let (loaded, changes) = (self.view.loaded.clone(), self.changes.clone());
        let carried = self.view.carried;
        on_cleanup(move || {
            carried.set(Some(ConferenceState {
                loaded,
                changes,
                query: query.get_untracked(),
                place: place.get_untracked(),
            }));
        });
    }

    /// Runs an effect that gets the conference.
    pub fn effect(self: &Rc<Self>, mut run: impl FnMut(&Rc<Self>) + 'static) {
        let conference = self.clone();
        effect(move || run(&conference));
    }

    /// A listener that gets the conference.
    pub fn listener(
        self: &Rc<Self>,
        mut run: impl FnMut(&Rc<Self>, &Event) + 'static,
    ) -> impl FnMut(&Event) + 'static {
        let conference = self.clone();
        move |event| run(&conference, event)
    }

    /// Runs `then` after the effects of the changes made so far, unless the tools are gone by then.
    pub fn after_effects(self: &Rc<Self>, then: impl FnOnce(&Rc<Self>) + 'static) {
        let conference = self.clone();
        after_effects(move || {
            if !conference.is_gone() {
                then(&conference);
            }
        });
    }

    /// Whether the tools have been taken down, and the signals with them.
    pub fn is_gone(&self) -> bool {
        self.query.is_disposed()
    }

    /// Shows what a query asks for, without a word to the address of the page.
    pub fn ask(&self, query: Query) {
        if let Some(place) = place_of(&self.view.days.get_untracked(), &query) {
            self.place.set(place);
        }
        self.query.set(query);
    }

    /// Changes the query, and the address of the page with it: as a step for *Back*, unless somebody is typing.
    pub fn change(&self, is_step: bool, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        page_fragment::set(self.view.carried, &query.fragment(), is_step);
        self.query.set(query);
    }

    /// Whether the timetable is wanted: by the visitor, else by the author, else by the programme. Tracked.
    pub fn is_grid(&self) -> bool {
        let query = self.query.get();
        let wanted = self.view.ctx.inputs.settings.get().view;
        let is_grid = query.view.as_deref().or(wanted).unwrap_or("grid") == "grid";
        is_grid && self.is_parallel
    }

    /// An element with a message of the interface.
    pub fn message(&self, tag: &str, message: &str) -> Element {
        self.display.message(tag, message)
    }

    /// A button with a message of the interface.
    pub fn button(&self, message: &str) -> Element {
        button(&self.display, message)
    }

    /// The name of the entry at `position` of the timeline.
    pub fn name(&self, position: usize) -> &str {
        &self.view.loaded.entry(position).name
    }

    /// Gives the focus to the search field.
    pub fn focus_search(&self) {
        if let Some(field) = self.view.section.first("#find-field") {
            field.focus();
        }
    }
}
