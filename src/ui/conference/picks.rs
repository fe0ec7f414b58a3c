//! The starred entries: kept on the visitor's device, and nowhere else.

use std::sync::Arc;

use handbill_core::conference::picks::{code, read};
use handbill_core::strings::concat;

use crate::browser::storage;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::signal::RwSignal;

/// The prefix of the storage key of a programme.
const KEY: &str = "handbill:picks:";

/// The entries that the visitor has starred.
#[derive(Clone, Copy)]
pub struct Picks {
    /// Positions in the timeline, in order.
    picked: RwSignal<Arc<Vec<usize>>>,
    /// Never written again.
    stored: RwSignal<Arc<Stored>>,
}

struct Stored {
    key: String,
    names: Vec<String>,
    /// The codes of entries that the document no longer has: they may come back.
    gone: Vec<String>,
}

impl Picks {
    /// The ones that are stored for this programme.
    pub fn new(loaded: &LoadedEvent, names: &[String]) -> Self {
        let id = loaded.event.id.as_deref().unwrap_or(&loaded.address);
        let key = concat(&[KEY, id]);
        let stored = storage::get(&key).and_then(|stored| read(&stored, names));
        let (picked, gone) = match stored {
            Some(stored) => (stored.picked, stored.gone),
            None => Default::default(),
        };
        Self {
            picked: RwSignal::new(Arc::new(picked)),
            stored: RwSignal::new(Arc::new(Stored {
                key,
                names: names.to_vec(),
                gone,
            })),
        }
    }

    /// The entries, tracked.
    pub fn get(self) -> Arc<Vec<usize>> {
        self.picked.get()
    }

    /// The entries, untracked.
    pub fn get_untracked(self) -> Arc<Vec<usize>> {
        self.picked.get_untracked()
    }

    /// Stars an entry, or takes its star back.
    pub fn toggle(self, entry: usize) {
        let mut picked = (*self.get_untracked()).clone();
        match picked.binary_search(&entry) {
            Ok(place) => _ = picked.remove(place),
            Err(place) => picked.insert(place, entry),
        }
        self.set(picked);
    }

    /// Puts others in their place.
    pub fn set(self, mut picked: Vec<usize>) {
        picked.sort_unstable();
        picked.dedup();
        let stored = self.stored.get_untracked();
        storage::set(&stored.key, &code(&stored.names, &picked, &stored.gone));
        self.picked.set(Arc::new(picked));
    }

    /// Their code in an address.
    pub fn code(self) -> String {
        let picked = self.get();
        code(&self.stored.get_untracked().names, &picked, &[])
    }
}
