//! Rules for the sources that neither rustc, clippy nor Cargo can check.
//!
//! Each file holds one rule: a function from a file, or from the module graph, to the lines that break it. One test
//! applies it to the repository, and the others show on made-up sources what it finds and what it allows.

mod finding;
mod graph;
mod modules;
mod repository;
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
mod unrun;
