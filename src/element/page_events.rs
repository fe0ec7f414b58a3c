//! The DOM events of a mounted view. The phase waits until the view is attached.

use leptos::prelude::{StoredValue, UpdateValue};
use web_sys::HtmlElement;

use crate::browser::dispatch::{dispatch, object};

const PHASE: &str = "handbill:phase";

/// Dispatches the events of a view on its element.
#[derive(Clone)]
pub struct PageEvents {
    element: HtmlElement,
    state: StoredValue<State>,
}

#[derive(Default)]
struct State {
    is_attached: bool,
    /// The phase that was dispatched last, or waits.
    phase: String,
    is_waiting: bool,
}

impl PageEvents {
    /// For a view that is not attached yet. It belongs to the current owner.
    pub fn new(element: &HtmlElement) -> Self {
        Self {
            element: element.clone(),
            state: StoredValue::default(),
        }
    }

    /// Dispatches an event of this name with one member of `detail`; false where the page has cancelled it.
    pub fn dispatch(&self, name: &str, member: (&str, &str)) -> bool {
        if name != PHASE {
            return dispatch(&self.element, name, true, &object(&[member]));
        }
        _ = self.state.try_update_value(|state| {
            if state.phase != member.1 {
                state.phase = member.1.to_owned();
                state.is_waiting = true;
            }
        });
        self.dispatch_phase();
        true
    }

    /// The view is attached.
    pub fn open(&self) {
        _ = self
            .state
            .try_update_value(|state| state.is_attached = true);
        self.dispatch_phase();
    }

    fn dispatch_phase(&self) {
        let phase = self.state.try_update_value(|state| {
            let is_due = state.is_attached && std::mem::take(&mut state.is_waiting);
            is_due.then(|| state.phase.clone())
        });
        if let Some(phase) = phase.flatten() {
            let detail = object(&[("phase", &phase)]);
            dispatch(&self.element, PHASE, false, &detail);
        }
    }
}
