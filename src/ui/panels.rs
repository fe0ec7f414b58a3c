//! Panels: what a button opens below itself. Their content comes with a lazy chunk.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::{GetUntracked, Owner};
use leptos::task::spawn_local;

use super::elements::button::PanelKind;
use super::model::context::Ctx;
use super::model::loaded_event::LoadedEvent;
use super::view::{Element, el};
use crate::browser::dom::near;
use crate::browser::page;
use crate::lazy;

mod calendar_menu;
pub mod content;
pub mod panel;
pub mod qr;
mod save;
pub mod sharing;
mod zone_choice;
mod zone_search;

use panel::Panel;

/// The panels of one view. They are closed and cleaned up with the owner that was current when it was built.
struct Panels {
    ctx: Ctx,
    loaded: Arc<LoadedEvent>,
    owner: Owner,
    known: RefCell<Vec<(PanelKind, Rc<Panel>)>>,
    apology: Element,
}

/// Lets the buttons inside `whole` open their panels: one listener for all, however many entries there are.
pub fn open_panels_on_click(ctx: Ctx, loaded: &Arc<LoadedEvent>, whole: &Element) {
    let panels = Rc::new(Panels {
        ctx,
        loaded: loaded.clone(),
        owner: Owner::new(),
        known: RefCell::default(),
        apology: el("p").class("note").attr("role", "alert"),
    });
    whole.listen("click", move |event| {
        if let Some(button) = near(event, "button.code").map(Element::from) {
            panels.show_code(&button);
        }
        let button = near(event, "button[aria-expanded]").map(Element::from);
        let button = button.and_then(|button| Some((PanelKind::from_id(&button.id())?, button)));
        if let Some((kind, button)) = button {
            panels.toggle(kind, &button);
        }
    });
}

impl Panels {
    fn toggle(self: &Rc<Self>, kind: PanelKind, button: &Element) {
        let panel = self.panel(kind, button);
        if panel.is_open() {
            return panel.close();
        }
        // The view may be gone before the chunk has come.
        let (panels, button) = (Rc::downgrade(self), button.clone());
        let (panel, loaded) = (Rc::downgrade(&panel), self.loaded.clone());
        spawn_local(async move {
            let opened = lazy::open_panel(panel, kind, loaded).await;
            if let Some(panels) = panels.upgrade() {
                match opened {
                    Ok(()) => panels.apology.remove(),
                    Err(_) => panels.apologise(&button),
                }
            }
        });
    }

    /// The panel of a button. It is made when it is first wanted.
    fn panel(&self, kind: PanelKind, button: &Element) -> Rc<Panel> {
        let mut known = self.known.borrow_mut();
        if let Some((_, panel)) = known.iter().find(|(known, _)| *known == kind) {
            return panel.clone();
        }
        let panel = Rc::new(Panel::new(self.ctx, button, &self.owner));
        known.push((kind, panel.clone()));
        panel
    }

    /// Shows the QR code of a button's URL: in its place, or on paper where the button stands in a panel.
    fn show_code(self: &Rc<Self>, button: &Element) {
        let (panels, button) = (Rc::downgrade(self), button.clone());
        spawn_local(async move {
            match lazy::qr_code(button.value()).await {
                Ok(code) => show_code(&button, code),
                Err(_) => {
                    if let Some(panels) = panels.upgrade() {
                        panels.apologise(&button);
                    }
                }
            }
        });
    }

    fn apologise(&self, button: &Element) {
        let display = self.ctx.display.get_untracked();
        let message = display.message("span", display.messages.not_loaded);
        self.apology.replace(message);
        button.after(&self.apology);
    }
}

/// There is no code for a URL that is too long.
fn show_code(button: &Element, code: Option<Element>) {
    let Some(panel) = button.around(".opened") else {
        if let Some(code) = code {
            button.after(&code.class("qr shown-code"));
            button.remove();
        }
        return;
    };
    // The panel itself is not printed. One code below it is enough.
    if let Some(code) = code.filter(|_| button.around(".calendar:has(.qr)").is_none()) {
        panel.after(&code);
    }
    page::print();
}
