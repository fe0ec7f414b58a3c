//! The DOM events of a view.

use std::sync::{Arc, Mutex};

use web_sys::HtmlElement;

use crate::browser::dispatch::{dispatch, object};
use crate::ui::model::context::Dispatch;
use crate::ui::reactive::after_effects;

/// Dispatches the events of a view on its element: a phase once, and when the view is attached and shows it.
pub fn page_events(element: &HtmlElement) -> Dispatch {
    let (element, last_phase) = (element.clone(), Mutex::new(String::new()));
    Arc::new(move |name, member| {
        let detail = object(&[member]);
        if name != "handbill:phase" {
            return dispatch(&element, name, true, &detail);
        }
        let Ok(mut phase) = last_phase.lock() else {
            return true;
        };
        if *phase != member.1 {
            member.1.clone_into(&mut phase);
            let element = element.clone();
            after_effects(move || _ = dispatch(&element, "handbill:phase", false, &detail));
        }
        true
    })
}
