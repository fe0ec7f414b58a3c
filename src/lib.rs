//! Handbill: an event announcement on any web page, with the programme in each visitor's own time.
//!
//! In reading order: [`element`] is what the page sees, [`ui`] what the visitor sees, [`browser`] wraps one
//! browser API per file. The domain, which knows none of them, is the crate `handbill_core`.

// A panic would take every element of the page down. What else the widget does not use is in clippy.toml.
#![warn(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable
)]

/// Whoever downloads the widget downloads the allocator as well: this one is small, and takes constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub mod browser;
pub mod element;
pub mod html;
pub mod lazy;
pub mod locale;
pub mod ui;
