//! Going to the entry that the fragment of the page's URL names. It is in a chunk: few pages are opened at an entry.

use super::navigation;
use crate::ui::model::context::Inputs;
use crate::ui::model::entry_link::linked_entry;

/// Goes to the entry, if there is one and no other element has claimed this navigation.
pub fn visit(inputs: Inputs, fragment: &str, navigation: u32) {
    // The element may have left the page meanwhile.
    let loaded = inputs.loaded.try_get_untracked();
    let entry = loaded.and_then(|loaded| linked_entry(&loaded, fragment));
    if entry.is_some() && navigation::claim(navigation) {
        inputs.linked_entry.set(entry);
    }
}
