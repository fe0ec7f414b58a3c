//! What a button opens or closes: its panel, with content of its kind. Or it shows a QR code.

use std::rc::Rc;
use std::sync::Arc;

use handbill_core::calendar::Which;
use leptos::task::spawn_local;

use super::panel::{Panel, Panels};
use super::{save, zone_choice};
use crate::browser::page;
use crate::ui::elements::button::PanelKind;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::view::Element;

/// Opens or closes the panel of a button, or shows the QR code of its URL, which `load_code` makes in a chunk of its own.
pub fn press<F>(
    panels: &Rc<Panels>,
    button: &Element,
    was_open: bool,
    load_code: impl FnOnce(String) -> F,
) where
    F: Future<Output = Option<Option<Element>>> + 'static,
{
    if let Some(kind) = PanelKind::from_id(&button.id()) {
        let panel = panels.panel(kind, button);
        return match was_open {
            true => panel.close(),
            false => open(&panel, kind, &panels.loaded),
        };
    }
    let (panels, button) = (panels.clone(), button.clone());
    let code = load_code(button.value());
    spawn_local(async move {
        match code.await {
            Some(code) => show_code(&button, code),
            None => panels.apologise(&button),
        }
    });
}

/// Shows a QR code in the place of its button, or on paper where the button stands in a panel. There is none for a URL that
/// is too long.
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

fn open(panel: &Rc<Panel>, kind: PanelKind, loaded: &Arc<LoadedEvent>) {
    match kind {
        PanelKind::Zones => zone_choice::open(panel, loaded),
        PanelKind::SaveEvent => save::open(panel, loaded, Which::Whole),
        PanelKind::SaveEntry(position) => save::open(panel, loaded, Which::Entry(position)),
    }
}
