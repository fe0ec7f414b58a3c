//! The entry that the fragment of the page's URL names: the first element that has it goes there.

use std::cell::Cell;

use handbill_core::fragment::PREFIX;
use leptos::task::spawn_local;

use super::navigation;
use crate::browser::history;
use crate::lazy;
use crate::ui::model::context::Inputs;

/// Follows each navigation once: a document that is loaded again takes nobody back to the entry.
#[derive(Default)]
pub struct LinkedEntry {
    followed: Cell<Option<u32>>,
}

impl LinkedEntry {
    /// Goes to the entry, if this element is the first that has it.
    pub fn follow(&self, inputs: Inputs) {
        let navigation = navigation::last();
        if self.followed.replace(Some(navigation)) == Some(navigation) {
            return;
        }
        let fragment = history::fragment();
        if fragment.starts_with(PREFIX) {
            spawn_local(async move {
                // Without the chunk, the page stays where it is.
                _ = lazy::visit(inputs, fragment, navigation).await;
            });
        }
    }
}
