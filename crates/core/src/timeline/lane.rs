//! The lanes of a programme by number, so that 10,000 entries in 100 rooms need no comparison of names each.

use crate::event::{Entry, Event};

/// Every lane of a programme once, in the order of the alphabet; what is in no lane comes first.
pub struct Lanes<'a>(
    /// The number beside each is not looked at: names are sorted like this elsewhere, too, and by the same code.
    Vec<(&'a str, usize)>,
);

impl<'a> Lanes<'a> {
    pub fn of(event: &'a Event) -> Self {
        let mut lanes = vec![("", 0)];
        lanes.extend(event.entries.iter().map(named));
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
        let (lane, _) = named(entry);
        let place = self.0.binary_search_by_key(&lane, |(name, _)| name);
        place.unwrap_or_default()
    }
}

fn named(entry: &Entry) -> (&str, usize) {
    (entry.lane().unwrap_or_default(), 0)
}
