//! Gathers the style sheets into two texts, without what only their readers need.
//!
//! They stand in the program that every visitor downloads; comments and indentation are a tenth of them.

use std::{env, error::Error, fs, path::Path};

/// The sheets of what every visitor sees, in the order in which they stand in the sheet: what is more special comes
/// later.
const SHEETS: [&str; 9] = [
    "host",
    "announcement",
    "state",
    "when",
    "register",
    "opener",
    "programme",
    "entry",
    "print",
];

/// The sheets of what comes with the deferred part of the program.
const LATER: [&str; 5] = [
    "zone_choice",
    "zone_search",
    "calendar_menu",
    "sharing",
    "qr",
];

/// The sheets of large programmes.
const CONFERENCE: [&str; 8] = [
    "sharing",
    "qr",
    "conference",
    "conference/blocks",
    "conference/tabs",
    "conference/tools",
    "conference/stars",
    "conference/board",
];

/// What stands inside the rules for the room that a timetable needs.
const CELL: [&str; 1] = ["conference/cell"];

fn main() -> Result<(), Box<dyn Error>> {
    gather(&SHEETS, "handbill.css")?;
    gather(&LATER, "later.css")?;
    gather(&CONFERENCE, "conference.css")?;
    gather(&CELL, "cell.css")
}

fn gather(names: &[&str], into: &str) -> Result<(), Box<dyn Error>> {
    let mut all = String::new();
    for name in names {
        let path = format!("style/{name}.css");
        println!("cargo::rerun-if-changed={path}");
        let sheet = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        all.push_str(&shortened(&sheet));
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join(into), all)?;
    Ok(())
}

/// The sheet without comments, indentation, line breaks and needless zeros. No value in it may contain any of these.
fn shortened(sheet: &str) -> String {
    let mut rest = sheet;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let lines: String = bare.lines().map(str::trim).collect();
    lines
        .replace(": ", ":")
        .replace(" {", "{")
        .replace(";}", "}")
        // `0.5em` is `.5em`.
        .replace(":0.", ":.")
        .replace(" 0.", " .")
        .replace("(0.", "(.")
}
