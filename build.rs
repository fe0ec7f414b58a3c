//! Gathers the style sheets into one text, without what only their readers need.
//!
//! They stand in the program that every visitor downloads; comments and indentation are a tenth of them.

use std::{env, error::Error, fs, path::Path};

/// In the order in which they stand in the sheet: what is more special comes later.
const SHEETS: [&str; 10] = [
    "host",
    "announcement",
    "state",
    "when",
    "zone_switch",
    "zone_choice",
    "zone_search",
    "register",
    "programme",
    "entry",
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = String::new();
    for name in SHEETS {
        let path = format!("style/{name}.css");
        println!("cargo::rerun-if-changed={path}");
        let sheet = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        all.push_str(&shortened(&sheet));
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("handbill.css"), all)?;
    Ok(())
}

/// The sheet without comments, indentation and line breaks. No value in it may contain any of these.
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
}
