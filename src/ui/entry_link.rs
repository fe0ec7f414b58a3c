//! The address of an entry. It comes with the deferred part of the program.

use handbill_core::fragment::{PREFIX, fragments};
use handbill_core::parts::concat;

use super::announcement::Announced;
use super::markup::Element;
use crate::browser::address::{decoded, encoded};
use crate::browser::page;

/// The full address of the entry at `position` of the timeline, on the page that shows it; nothing where that has none
/// which others could follow.
pub fn address(announced: &Announced, position: usize) -> Option<String> {
    let index = announced.timeline.entries.get(position)?.index;
    let fragment = fragments(&announced.event).into_iter().nth(index)?;
    Some(concat(&[&page::address()?, PREFIX, &encoded(&fragment)]))
}

/// The position in the timeline of the entry that the fragment of an address points to, that sign included.
pub fn entry_of(announced: &Announced, fragment: &str) -> Option<usize> {
    let wanted = decoded(fragment.strip_prefix(PREFIX)?);
    let index = fragments(&announced.event)
        .into_iter()
        .position(|name| name == wanted)?;
    let mut entries = announced.timeline.entries.iter();
    entries.position(|timed| timed.index == index)
}

/// Opens what an entry says more, brings it to the middle of the window and gives it the focus, which also reads it out to
/// those who hear the page.
pub fn visit(entry: &Element) {
    if let Some(more) = entry.first("details") {
        more.set("open", Some(""));
    }
    entry.visit();
}
