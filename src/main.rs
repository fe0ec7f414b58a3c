//! The program that a page loads. It starts nothing by itself: `handbill.js` makes a [`handbill::element::Host`] per element.

// A `main` that does nothing would be 0.3 KiB of what visitors download.
#![cfg_attr(target_family = "wasm", no_main)]

pub use handbill::element::Host;

#[cfg(not(target_family = "wasm"))]
fn main() {}
