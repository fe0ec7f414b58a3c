//! The starred entries: kept on the visitor's device, and nowhere else.

use std::sync::Arc;

use handbill_core::conference::picks::{code, read};
use handbill_core::strings::concat;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set, StoredValue, WithValue};

use crate::browser::storage;
use crate::ui::model::loaded_event::LoadedEvent;

/// The prefix of the storage key of a programme.
const KEY: &str = "handbill:picks:";

/// The entries that the visitor has starred.
#[derive(Clone, Copy)]
pub struct Picks {
    /// Positions in the timeline, in order.
    picked: RwSignal<Arc<Vec<usize>>>,
    stored: StoredValue<Stored>,
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
            stored: StoredValue::new(Stored {
                key,
                names: names.to_vec(),
                gone,
            }),
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
        self.stored.with_value(|Stored { key, names, gone }| {
            storage::set(key, &code(names, &picked, gone));
        });
        self.picked.set(Arc::new(picked));
    }

    /// Their code in an address.
    pub fn code(self) -> String {
        let picked = self.get();
        self.stored
            .with_value(|stored| code(&stored.names, &picked, &[]))
    }
}
