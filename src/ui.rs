//! What the visitor sees: one visible part per file, with a style sheet of the same name where it has one.
//!
//! Parts know the domain and, through [`context::Ctx`], what is true for this visitor now. None holds a timer,
//! none compares dates, none touches the document.

mod anchor;
pub mod announcement;
pub mod below;
mod calendar_menu;
mod conference;
pub mod context;
pub mod effect;
pub mod entry;
pub mod entry_link;
mod graph;
pub mod heading;
mod kept;
pub mod lines;
pub mod markup;
mod opened;
mod opener;
pub mod person;
pub mod place;
pub mod programme;
pub mod prose;
mod qr;
pub mod register;
mod room;
pub mod save_button;
mod save_panel;
pub mod settings;
mod sharing;
pub mod signal;
pub mod state;
pub mod visitor;
pub mod when;
pub mod zone_choice;
pub mod zone_search;
pub mod zone_switch;
