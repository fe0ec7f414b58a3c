//! Panels: what a button opens below itself. All but the listener comes with a lazy chunk.

use std::rc::Rc;
use std::sync::Arc;

use leptos::task::spawn_local;

use super::model::context::Ctx;
use super::model::loaded_event::LoadedEvent;
use super::view::Element;
use crate::browser::dom::near;
use crate::lazy;

mod calendar_menu;
pub mod content;
pub mod panel;
pub mod qr;
mod save;
pub mod sharing;
mod zone_choice;
mod zone_search;

use panel::Panels;

/// Lets the buttons inside `whole` open their panels: one listener for all, however many entries there are.
pub fn open_panels_on_click(ctx: Ctx, loaded: &Arc<LoadedEvent>, whole: &Element) {
    let panels = Rc::new(Panels::new(ctx, loaded.clone()));
    whole.listen("click", move |event| {
        let Some(button) = near(event, "button[aria-expanded], button.code") else {
            return;
        };
        let button = Element::from(button);
        let was_open = near(event, "button[aria-expanded=true]").is_some();
        // The view may be gone before the chunk has come.
        let panels = Rc::downgrade(&panels);
        spawn_local(async move {
            let pressed = lazy::press(panels.clone(), button.clone(), was_open).await;
            if let Some(panels) = panels.upgrade() {
                match pressed {
                    Ok(()) => panels.apology.remove(),
                    Err(_) => panels.apologise(&button),
                }
            }
        });
    });
}
