//! The program that a page loads. It starts nothing: `handbill.js` makes a [`handbill::element::Host`] per element.

pub use handbill::element::Host;

fn main() {}
