//! The buttons that open panels: for the event, for an entry, and for the time zone.

use handbill_core::number::decimal;
use handbill_core::strings::concat;

use crate::ui::model::display::Display;
use crate::ui::view::Element;

/// Which panel a button opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelKind {
    /// The choice of a time zone.
    Zones,
    /// Calendars and links for the whole event.
    SaveEvent,
    /// Calendars and links for the entry at this position of the timeline.
    SaveEntry(usize),
}

const ZONES: &str = "zones";
const SAVE: &str = "save";
const SAVE_ENTRY: &str = "save-";

impl PanelKind {
    /// The `id` of the button.
    pub fn id(self) -> String {
        match self {
            Self::Zones => ZONES.into(),
            Self::SaveEvent => SAVE.into(),
            Self::SaveEntry(position) => concat(&[SAVE_ENTRY, &decimal(position as u32)]),
        }
    }

    /// The kind of a button, by its `id`: one listener serves a thousand buttons.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            ZONES => Some(Self::Zones),
            SAVE => Some(Self::SaveEvent),
            id => Some(Self::SaveEntry(id.strip_prefix(SAVE_ENTRY)?.parse().ok()?)),
        }
    }
}

/// A button with a message of the interface.
pub fn button(display: &Display, message: &str) -> Element {
    display.message("button", message).attr("type", "button")
}

/// A button that opens a panel. The listener of the whole view hears its clicks.
pub fn panel_button(display: &Display, kind: PanelKind, message: &str) -> Element {
    button(display, message)
        .attr("id", &kind.id())
        .attr("aria-expanded", "false")
}

/// The button of the entry at `position` of the timeline.
pub fn entry_button(display: &Display, position: usize, name: &str) -> Element {
    let messages = display.messages;
    // Screen readers list buttons without what is around them, so the label names the entry.
    let label = concat(&[messages.save_or_share(), messages.colon(), name]);
    panel_button(display, PanelKind::SaveEntry(position), messages.save())
        .class("switch save")
        .attr("aria-label", &label)
}

/// A button for the QR code of a URL. The listener of the whole view hears its clicks.
pub fn code_button(display: &Display, message: &str, url: &str) -> Element {
    button(display, message)
        .class("switch code")
        .attr("value", url)
}
