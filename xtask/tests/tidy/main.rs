//! The invariants of the architecture, held by tests.
//!
//! Each module states one kind of rule. A rule is a plain function from a file to what it finds there; next to
//! the test that holds it against the repository stand tests that show what it catches and what it lets pass.

mod finding;
mod graph;
mod modules;
mod repository;
mod source;
mod syntax;

mod cycles;
mod layers;
mod lengths;
mod links;
mod names;
mod paths;
mod pins;
mod scripts;
mod sheets;
mod style;
mod tested;
