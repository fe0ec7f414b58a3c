//! The facets of a programme: the values that its entries can be filtered by.

use crate::conference::details::Details;
use crate::conference::tally::tally;
use crate::event::{Entry, Event};

/// The choices of each filter, in the order of the document. A filter with fewer than two choices has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Tracks.
    pub tracks: Vec<Choice>,
    /// Rooms.
    pub rooms: Vec<Choice>,
    /// Formats, such as "workshop".
    pub formats: Vec<Choice>,
    /// Languages, as the document names them: mostly BCP 47 tags.
    pub languages: Vec<Choice>,
}

/// One choice of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value, as written in the document.
    pub value: String,
    /// The number of entries with this value.
    pub count: usize,
}

impl Facets {
    /// The facets of an event. `details` may be empty while they are not loaded.
    pub fn new(event: &Event, details: &[Details]) -> Self {
        let choices = |facet: usize| {
            let entries = event.entries.iter().enumerate();
            let mut values =
                entries.filter_map(|(index, entry)| of(entry, details.get(index))[facet]);
            let tally = tally(&mut values);
            let is_choice = tally.len() > 1;
            let choices = tally.into_iter().filter(|_| is_choice);
            let choice = |(value, count): (&str, usize)| Choice {
                value: value.to_owned(),
                count,
            };
            choices.map(choice).collect()
        };
        Self {
            tracks: choices(0),
            rooms: choices(1),
            formats: choices(2),
            languages: choices(3),
        }
    }

    /// Whether no filter has choices.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The track, room, format and language of an entry.
pub fn of<'a>(entry: &'a Entry, details: Option<&'a Details>) -> [Option<&'a str>; 4] {
    let language = details.and_then(|details| details.language.as_deref());
    [
        entry.track.as_deref(),
        entry.room.as_deref(),
        entry.format.as_deref(),
        language,
    ]
}
