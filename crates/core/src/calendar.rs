//! What a visitor takes along into a calendar: appointments, as a file or as links to calendars on the web.
//!
//! ```text
//! (Event, Timeline) ─▶ Appointment ─┬▶ ics::file: a file for any calendar
//!                                   └▶ Service::link: the form of a calendar on the web, filled in
//! ```

mod address;
mod appointment;
mod description;
pub mod ics;
mod link;
mod location;
mod plain;
mod slot;
mod source;
mod subscription;
mod uid;

pub use appointment::{Appointment, Organizer, Status};
pub use link::{MAX_LINK, Service};
pub use slot::{Form, Slot};
pub use source::{Source, Which};
pub use subscription::webcal;
