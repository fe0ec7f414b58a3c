//! Finding entries: by words, and by what they are.

use crate::conference::details::Details;
use crate::event::{Entry, Event};
use crate::parts::{holds, split_at};
use crate::timeline::Timeline;

mod facet;
mod query;

pub use facet::{Choice, Facets};
pub use query::Query;

/// What can be found in a programme, made ready once so that every letter typed costs little.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// In the order of [`Timeline::entries`].
    entries: Vec<Indexed>,
}

/// What can be found of one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Indexed {
    /// Its words, folded, with line breaks between the texts.
    text: String,
    /// Its track, room, format and language, as they are written.
    facets: [Option<String>; 4],
}

impl Index {
    /// Makes a programme ready. `details` may be empty while nothing is known of them.
    ///
    /// `fold` takes from a text what does not matter in a search, such as capitals and accents: that is the host's
    /// knowledge.
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

    /// The positions of what a query asks for, in order. `fold` is that of [`new`](Self::new), and `starred` tells of a
    /// position whether the visitor has starred it.
    ///
    /// Every word has to be somewhere in an entry, also within another: Chinese has no blanks between words.
    pub fn find(
        &self,
        query: &Query,
        fold: &dyn Fn(&str) -> String,
        starred: &dyn Fn(usize) -> bool,
    ) -> Vec<usize> {
        let folded = fold(&query.text);
        // Blanks are those of the keyboards for Chinese and Japanese, too.
        let words: Vec<&str> = split_at(&folded, &|c| c <= ' ' || c == '\u{3000}').collect();
        let wanted = query.facets();
        let is_found = |position: &usize| {
            let entry = &self.entries[*position];
            let mut facets = wanted.iter().zip(&entry.facets);
            facets.all(|(wanted, own)| wanted.is_none() || *wanted == own.as_deref())
                && words.iter().all(|word| holds(&entry.text, word))
                && (!query.starred || starred(*position))
        };
        (0..self.entries.len()).filter(is_found).collect()
    }
}

/// All that is searched of an entry, each text on a line of its own.
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
