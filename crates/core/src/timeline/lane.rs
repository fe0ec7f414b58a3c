//! The lanes of a programme by number, so that 10,000 entries in 100 rooms need no comparison of names each.

use crate::event::{Entry, Event};

/// Every lane of a programme once, in the order of the alphabet; what is in no lane comes first.
pub struct Lanes<'a>(Vec<Option<&'a str>>);

impl<'a> Lanes<'a> {
    pub fn of(event: &'a Event) -> Self {
        let mut lanes = vec![None];
        lanes.extend(event.entries.iter().map(Entry::lane));
        lanes.sort_unstable();
        lanes.dedup();
        Self(lanes)
    }

    /// How many there are, with that of no lane.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The number of an entry's lane; 0 for none.
    pub fn number(&self, entry: &Entry) -> usize {
        self.0.binary_search(&entry.lane()).unwrap_or_default()
    }
}
