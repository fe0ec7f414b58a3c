//! The address of an entry. It comes with the deferred part of the program.

use handbill_core::fragment::{PREFIX, fragments};

use super::announcement::Announced;
use super::save_button::entry_id;
use crate::browser::address::{decoded, encoded};
use crate::browser::page;

/// The full address of the entry at `position` of the timeline, on the page that shows it; nothing where that has none
/// which others could follow.
pub fn address(announced: &Announced, position: usize) -> Option<String> {
    let index = announced.timeline.entries.get(position)?.index;
    let fragment = fragments(&announced.event).into_iter().nth(index)?;
    Some([&page::address()?, PREFIX, &encoded(&fragment)].concat())
}

/// The `id` of the button of the entry that the fragment of an address points to, that sign included.
pub fn button_of(announced: &Announced, fragment: &str) -> Option<String> {
    let wanted = decoded(fragment.strip_prefix(PREFIX)?);
    let index = fragments(&announced.event)
        .into_iter()
        .position(|name| name == wanted)?;
    let entries = announced.timeline.entries.iter();
    let position = { entries }.position(|timed| timed.index == index)?;
    Some(entry_id(position))
}
