//! The content of each kind of panel.

use std::rc::Rc;
use std::sync::Arc;

use handbill_core::calendar::Which;

use super::panel::Panel;
use super::{save, zone_choice};
use crate::ui::elements::button::PanelKind;
use crate::ui::model::loaded_event::LoadedEvent;

/// Opens a panel with the content of its kind.
pub fn open(panel: &Rc<Panel>, kind: PanelKind, loaded: &Arc<LoadedEvent>) {
    match kind {
        PanelKind::Zones => zone_choice::open(panel, loaded),
        PanelKind::SaveEvent => save::open(panel, loaded, Which::Whole),
        PanelKind::SaveEntry(position) => save::open(panel, loaded, Which::Entry(position)),
    }
}
