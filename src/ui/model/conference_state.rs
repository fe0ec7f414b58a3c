//! The state of a large programme that outlives its view: a language change or a refresh builds the view again.

use std::sync::Arc;

use handbill_core::conference::Query;
use handbill_core::conference::changes::Change;

use super::loaded_event::LoadedEvent;
use crate::ui::signal::RwSignal;

/// What the visitor looks at in a large programme.
#[derive(Clone)]
pub struct ConferenceState {
    /// The version of the document that the view showed.
    pub loaded: Arc<LoadedEvent>,
    /// What that version has changed, against the one before.
    pub changes: Arc<Vec<Change>>,
    /// Search, filters, day and view.
    pub query: Query,
    /// The entry whose day is open, by its position in the timeline. It names the day in every zone.
    pub place: usize,
}

/// Where the state is carried from one view of an element to the next.
pub type Carried = RwSignal<Option<ConferenceState>>;
