//! Gathers the style sheets into one text for each chunk of the program.
//!
//! The release build has them minified, and says in `HANDBILL_STYLE` where; other builds take them as they are.

use std::{env, error::Error, fs, path::Path};

/// The variable that names a folder with minified sheets.
const MINIFIED: &str = "HANDBILL_STYLE";

/// The sheets of what every visitor sees, in the order in which they stand in the sheet: what is more special comes
/// later.
const SHEETS: [&str; 9] = [
    "host",
    "announcement",
    "announcement/status",
    "announcement/when",
    "announcement/register",
    "panels",
    "programme",
    "programme/entry_row",
    "print",
];

/// The sheets of what comes with panels.
const LATER: [&str; 5] = [
    "panels/zone_choice",
    "panels/zone_search",
    "panels/calendar_menu",
    "panels/sharing",
    "panels/qr",
];

/// The sheets of large programmes.
const CONFERENCE: [&str; 8] = [
    "panels/sharing",
    "panels/qr",
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
    println!("cargo::rerun-if-env-changed={MINIFIED}");
    let folder = env::var(MINIFIED).unwrap_or_else(|_| "style".to_owned());
    let mut all = String::new();
    for name in names {
        let path = format!("{folder}/{name}.css");
        println!("cargo::rerun-if-changed={path}");
        all += &fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join(into), all)?;
    Ok(())
}
