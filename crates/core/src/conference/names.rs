//! The names of entries in URL fragments, in the order of the timeline.

use crate::event::Event;
use crate::fragment::fragments;
use crate::timeline::Timeline;

/// The names of all entries, in the order of [`Timeline::entries`].
pub fn names(event: &Event, timeline: &Timeline) -> Vec<String> {
    let mut fragments = fragments(event);
    let name = |index: usize| fragments.get_mut(index).map(std::mem::take);
    let indices = timeline.entries.iter().map(|timed| timed.index);
    indices.map(name).map(Option::unwrap_or_default).collect()
}
