//! Numbers for the lanes of a programme, which are its tracks or rooms.
//!
//! Numbered once, 10,000 entries in 100 rooms need no more comparison of names.

use crate::event::Event;

/// The lane of each entry of a programme.
pub struct Lanes {
    /// The number of each entry's lane, in the order of the document; 0 for none.
    pub numbers: Vec<usize>,
    /// The number of lanes, 0 included.
    pub count: usize,
}

impl Lanes {
    /// The lanes of a programme. Where they make no difference, all entries are in none.
    pub fn of(event: &Event, make_a_difference: bool) -> Self {
        // Other modules sort pairs of this type: the same code does for all.
        let mut names: Vec<(&str, usize)> = Vec::new();
        if make_a_difference {
            for (index, entry) in event.entries.iter().enumerate() {
                names.push((entry.lane().unwrap_or_default(), index));
            }
        }
        names.sort_unstable();
        let mut numbers = vec![0; event.entries.len()];
        let (mut number, mut before) = (0, "");
        for (name, index) in names {
            number += usize::from(name != before);
            before = name;
            numbers[index] = number;
        }
        Self {
            numbers,
            count: number + 1,
        }
    }
}
