//! The pure domain of Handbill: from an event document to what a visitor sees at a given moment.
//!
//! ```text
//! text ─▶ Node ─▶ (Event, problems) ─▶ (Timeline, problems) ─▶ Snapshot at an instant
//!                                              ├─────────────▶ Agenda by day in a zone
//!                                              └─────────────▶ Appointment in a calendar
//! ```
//!
//! Nothing here asks what time it is or knows the rules of a time zone.
//! The host passes *now*, and one function through [`TimeZones`]: the offset of a zone at an instant.
//!
//! ```
//! let document = r#"{"name": "Open day", "startDate": "2024-02-14T12:30Z"}"#;
//! let (event, problems) = handbill_core::read(document, "en");
//! assert_eq!(event.map(|event| event.name), Some("Open day".to_owned()));
//! assert!(problems.is_empty());
//! ```

// Visitors download this: it panics on no document, and uses nothing that clippy.toml lists.
#![cfg_attr(
    not(test),
    warn(
        clippy::disallowed_macros,
        clippy::disallowed_methods,
        clippy::disallowed_types,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable
    )
)]

pub mod agenda;
pub mod calendar;
pub mod conference;
pub mod countdown;
pub mod event;
#[cfg(feature = "serde")]
mod exchange;
pub mod fragment;
mod hash;
pub mod json;
pub mod json_ld;
pub mod language;
pub mod messages;
pub mod node;
pub mod number;
mod percent_encoding;
pub mod problem;
pub mod read;
pub mod snapshot;
pub mod strings;
pub mod time;
pub mod timeline;
pub mod url;

pub use agenda::Agenda;
pub use countdown::Countdown;
pub use event::Event;
pub use json_ld::json_ld;
pub use node::Node;
pub use problem::{Problem, ProblemKind};
pub use read::read;
pub use snapshot::Snapshot;
pub use time::{CivilDate, CivilDateTime, EventTime, Span, TimeZoneId, TimeZones, Timestamp, Zone};
pub use timeline::Timeline;
