//! The program that a page loads. It starts nothing: a script makes a [`handbill::element::Host`] per element, and a
//! [`handbill::element::Reading`] per document.

// A `main` that does nothing would be 0.3 KiB of what visitors download.
#![cfg_attr(target_family = "wasm", no_main)]

pub use handbill::element::{Host, Reading};
pub use handbill::locale::learn;

#[cfg(not(target_family = "wasm"))]
fn main() {}
