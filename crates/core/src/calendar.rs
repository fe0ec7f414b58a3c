//! Appointments for the visitor's calendar: as an iCalendar file, or as links that open a web calendar.
//!
//! ```text
//! (Event, Timeline) ─▶ Appointment ─┬▶ ics::file: a file for any calendar
//!                                   └▶ Service::link: the form of a web calendar, filled in
//! ```

mod appointment;
mod description;
pub mod ics;
mod link;
mod location;
mod plain_text;
mod slot;
mod source;
mod subscription;
mod uid;
mod urls;

pub use appointment::{Appointment, Organizer, Status};
pub use link::{MAX_LINK, Service};
pub use slot::{Form, Slot};
pub use source::{Source, Which};
pub use subscription::webcal;
