//! Counts values.

/// Each value once, in order of first occurrence, with the number of its occurrences.
pub fn tally<'a>(values: &mut dyn Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut tally: Vec<(&str, usize)> = Vec::new();
    for value in values {
        match tally.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => tally.push((value, 1)),
        }
    }
    tally
}
