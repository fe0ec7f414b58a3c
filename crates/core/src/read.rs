//! The reader: from a document to an [`Event`] and a list of problems.
//!
//! Reading never fails as a whole: valid parts are kept, others are left out and reported.
//!
//! ```text
//! text ─▶ source ─▶ stream ─▶ event ─▶ entry, offer, person, place ─▶ value, url, enumeration
//!           │         └─▶ translate           each of them with a Cursor, which reports problems
//!           └─▶ a problem with the text as a whole
//! ```

use crate::event::Event;
use crate::json;
use crate::problem::{Problem, ProblemKind};

pub(crate) mod cursor;
mod entity;
pub(crate) mod entry;
mod enumeration;
pub(crate) mod event;
mod graph;
mod html;
mod offer;
pub(crate) mod person;
mod place;
pub mod plain_text;
mod source;
pub(crate) mod stream;
pub(crate) mod text;
pub(crate) mod translate;
mod types;
mod url;
mod value;

pub use source::MAX_BYTES;

use cursor::Cursor;
use event::Programme;
use plain_text::{FromHtml, Html};
use stream::stream;
use translate::{translated, translation};

/// Reads a JSON document: schema.org JSON-LD, with or without Handbill's shorthands.
///
/// `language` is a BCP 47 tag. Where the document has a translation to it, the event is in that language; else, and for an
/// empty tag, in the document's own. A problem with the text as a whole has an empty path; most leave no event.
pub fn read(text: &str, language: &str) -> (Option<Event>, Vec<Problem>) {
    read_with(text, language, Some(&FromHtml))
}

/// As [`read`], with what turns HTML in texts into plain text; nothing leaves texts as they are.
pub fn read_with(text: &str, language: &str, html: Html) -> (Option<Event>, Vec<Problem>) {
    let mut programme = Programme::default();
    let parsed = stream(
        text,
        language,
        html,
        &mut programme.problems,
        &mut |cursor, node| entry::add(&mut programme.entries, cursor, node),
    );
    let (document, is_streamed) = match parsed {
        Ok(parsed) => parsed,
        Err(kind) => return (None, vec![Problem::whole(kind)]),
    };
    let (mut cursor, main, is_one_of_several) = Cursor::new(&document, html);
    if source::has_lost_letters(text) {
        cursor.report(ProblemKind::Encoding);
    }
    if is_one_of_several {
        cursor.report(ProblemKind::SeveralEvents);
    }
    let Some(own) = main else {
        let buried = cursor.graph.buried();
        cursor.report(buried.map_or(ProblemKind::NoEvent, |property| {
            ProblemKind::BuriedEvent(property.into())
        }));
        return (None, cursor.problems);
    };
    let (words, translations) = translation(own, language, html);
    let translated = words.map(|words| translated(own, words));
    let node = translated.as_ref().unwrap_or(own);
    let parent = cursor.graph.parent(own);
    let adopted = parent.and_then(|parent| graph::adopted(node, parent));
    let node = adopted.as_ref().unwrap_or(node);
    let mut event = event::event(&mut cursor, node, is_streamed.then_some(programme));
    event.translations = translations;
    (Some(event), cursor.problems)
}

/// Whether a text of JSON-LD describes an event that [`read`] finds. Objects without a type do not count: pages describe
/// much else.
pub fn describes_event(text: &str) -> bool {
    let document = source::json_of(text)
        .ok()
        .and_then(|text| json::parse(text).ok());
    document.is_some_and(|document| {
        let (_, main, _) = Cursor::new(&document, None);
        main.is_some_and(types::has_event_type)
    })
}
