//! What the visitor sees: one visible part per file, with a style sheet of the same name where it has one.
//!
//! Parts know the domain and, through [`context::Ctx`], what is true for this visitor now. None holds a timer,
//! none compares dates, none touches the document.

pub mod announcement;
pub mod context;
pub mod entry;
pub mod heading;
pub mod markup;
pub mod person;
pub mod place;
pub mod programme;
pub mod prose;
pub mod register;
pub mod settings;
pub mod state;
pub mod when;
