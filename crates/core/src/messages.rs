//! The words of the interface.
//!
//! Each language has a file in `locales/`: an object of JSON with a text for each field of [`Messages`], and under
//! `conference` one for each of [`ConferenceMessages`]. English is inside; a page fetches the others.

mod conference;
mod interface;
mod locale;

pub use conference::ConferenceMessages;
pub use interface::Messages;
pub use locale::{ENGLISH, LANGUAGES, language};
