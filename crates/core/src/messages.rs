//! The messages of the interface.
//!
//! Each language has a file in `locales/`: a JSON object with a text for each field of [`Messages`], and under `conference`
//! one for each field of [`ConferenceMessages`]. English is compiled in; a page fetches other languages.

mod conference;
mod interface;
mod locale;

pub use conference::ConferenceMessages;
pub use interface::Messages;
pub use locale::{ENGLISH, LANGUAGES, language};
