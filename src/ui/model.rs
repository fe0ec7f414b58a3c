//! The types that many parts share: the loaded event, the settings, the visitor, and the context of signals.

pub mod conference_state;
pub mod context;
pub mod display;
pub mod entry_link;
pub mod loaded_event;
pub mod settings;
pub mod visitor;
pub mod zone_label;
