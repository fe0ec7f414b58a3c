//! Links to single entries: `#handbill-NAME` in the address of the page.

use handbill_core::fragment::{PREFIX, fragments};
use handbill_core::strings::concat;

use super::loaded_event::LoadedEvent;
use crate::browser::address::{decoded, encoded};
use crate::browser::page;

/// The absolute link to the entry at `position` of the timeline; nothing on a page that has no address for others.
pub fn entry_url(loaded: &LoadedEvent, position: usize) -> Option<String> {
    let index = loaded.timeline.entries.get(position)?.index;
    let fragment = fragments(&loaded.event).into_iter().nth(index)?;
    Some(concat(&[&page::address()?, PREFIX, &encoded(&fragment)]))
}

/// The position in the timeline of the entry that a fragment, `#` included, points to.
pub fn linked_entry(loaded: &LoadedEvent, fragment: &str) -> Option<usize> {
    let wanted = decoded(fragment.strip_prefix(PREFIX)?);
    let index = fragments(&loaded.event)
        .into_iter()
        .position(|name| name == wanted)?;
    let mut entries = loaded.timeline.entries.iter();
    entries.position(|timed| timed.index == index)
}
