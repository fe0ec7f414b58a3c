//! What the visitor has starred: kept on their device, and nowhere else.

use std::rc::Rc;

use handbill_core::conference::picks::{code, read};
use handbill_core::parts::concat;

use super::super::announcement::Announced;
use super::super::signal::Source;
use crate::browser::storage;

/// Before the key of a programme.
const KEY: &str = "handbill:picks:";

/// The entries that the visitor has starred.
#[derive(Clone)]
pub struct Picks {
    key: Rc<str>,
    names: Rc<[String]>,
    /// In order.
    picked: Source<Vec<usize>>,
    /// The codes of those that are no longer there: they may come back.
    gone: Rc<Vec<String>>,
}

impl Picks {
    /// Those that are kept for this programme.
    pub fn new(announced: &Announced, names: &[String]) -> Self {
        let id = announced.event.id.as_deref().unwrap_or(&announced.address);
        let key = concat(&[KEY, id]);
        let kept = storage::get(&key).and_then(|kept| read(&kept, names));
        let (picked, gone) = kept.map_or_else(Default::default, |kept| (kept.picked, kept.gone));
        Self {
            key: key.into(),
            names: names.into(),
            picked: Source::new(picked),
            gone: Rc::new(gone),
        }
    }

    /// The entries, in order.
    pub fn get(&self) -> Rc<Vec<usize>> {
        self.picked.get()
    }

    /// The same, as they are now.
    pub fn get_untracked(&self) -> Rc<Vec<usize>> {
        self.picked.get_untracked()
    }

    /// Stars an entry, or takes its star back.
    pub fn toggle(&self, entry: usize) {
        let mut picked = (*self.get_untracked()).clone();
        match picked.binary_search(&entry) {
            Ok(place) => _ = picked.remove(place),
            Err(place) => picked.insert(place, entry),
        }
        self.set(picked);
    }

    /// Puts others in their place.
    pub fn set(&self, mut picked: Vec<usize>) {
        picked.sort_unstable();
        picked.dedup();
        storage::set(&self.key, &code(&self.names, &picked, &self.gone));
        self.picked.set(picked);
    }

    /// What stands for them in an address.
    pub fn code(&self) -> String {
        code(&self.names, &self.get(), &[])
    }
}
