//! Search and filters over the entries of a programme.

use crate::conference::details::Details;
use crate::event::{Entry, Event};
use crate::strings::{contains, split_any};
use crate::timeline::Timeline;

mod facet;
mod query;

pub use facet::{Choice, Facets};
pub use query::Query;

/// The search index of a programme. It is built once, so that a keystroke costs little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// In the order of [`Timeline::entries`].
    entries: Vec<Indexed>,
}

/// The indexed text and facets of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Indexed {
    /// Its texts, folded, one a line.
    text: String,
    /// Its track, room, format and language, as written.
    facets: [Option<String>; 4],
}

impl Index {
    /// Indexes a programme. `details` may be empty while they are not loaded.
    ///
    /// `fold` removes differences that do not matter in a search, such as case and accents; the host knows them.
    pub fn new(
        event: &Event,
        timeline: &Timeline,
        details: &[Details],
        fold: &dyn Fn(&str) -> String,
    ) -> Self {
        let entries = timeline.entries.iter().map(|timed| {
            let entry = &event.entries[timed.index];
            let details = details.get(timed.index);
            Indexed {
                text: fold(&text(entry, details)),
                facets: facet::of(entry, details).map(|facet| facet.map(str::to_owned)),
            }
        });
        Self {
            entries: entries.collect(),
        }
    }

    /// The positions of the entries that a query matches, in order. `fold` is that of [`new`](Self::new); `starred` tells
    /// whether the visitor has starred the entry at a position.
    ///
    /// Every word of the query must be part of the entry's text, also inside a word: Chinese has no blanks between words.
    pub fn find(
        &self,
        query: &Query,
        fold: &dyn Fn(&str) -> String,
        starred: &dyn Fn(usize) -> bool,
    ) -> Vec<usize> {
        let folded = fold(&query.text);
        // The keyboards for Chinese and Japanese type a wide blank.
        let words: Vec<&str> = split_any(&folded, &|c| c <= ' ' || c == '\u{3000}').collect();
        let wanted = query.facets();
        let is_found = |position: &usize| {
            let entry = &self.entries[*position];
            let mut facets = wanted.iter().zip(&entry.facets);
            facets.all(|(wanted, own)| wanted.is_none() || *wanted == own.as_deref())
                && words.iter().all(|word| contains(&entry.text, word))
                && (!query.starred || starred(*position))
        };
        (0..self.entries.len()).filter(is_found).collect()
    }
}

/// All searched texts of an entry, one a line.
fn text(entry: &Entry, details: Option<&Details>) -> String {
    let own = [&entry.format, &entry.track, &entry.room];
    let people = entry.contributions.iter().flat_map(|contribution| {
        let person = &contribution.person;
        [Some(&person.name), person.affiliation.as_ref()]
    });
    let keywords = details.map_or(&[][..], |details| &details.keywords);
    let mut text = entry.name.clone();
    let others = own.into_iter().map(Option::as_ref).chain(people).flatten();
    for other in others.chain(&entry.description).chain(keywords) {
        text.push('\n');
        text.push_str(other);
    }
    text
}
