//! The lanes of a programme by number, so that 10,000 entries in 100 rooms need no comparison of names each.

use crate::event::Event;

/// The lane of each entry of a programme.
pub struct Lanes {
    /// The number of each entry's lane; 0 for what is in none.
    pub numbers: Vec<usize>,
    /// How many there are, with that of no lane.
    pub count: usize,
}

impl Lanes {
    /// Those of a programme, or nothing but that of no lane where they make no difference.
    pub fn of(event: &Event, make_a_difference: bool) -> Self {
        // Names with numbers are sorted elsewhere, too, and by the same code.
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
