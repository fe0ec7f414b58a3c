//! What one visitor downloads, and the budgets for it.

use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::Result;
use crate::dist::{GLUE, MODULE, files};
use crate::workspace::dist_dir;

const KIB: usize = 1024;

/// What a visitor of a small event may have to download, in bytes of brotli: the tests fail above it.
const BUDGET: usize = 84 * KIB;
/// The same for the script that authors paste. It runs first and on every page, so it has to be next to nothing.
const SCRIPT_BUDGET: usize = 3 * KIB;

const SCRIPT: &str = "handbill.js";
/// The words of a language, of which a visitor gets one. English is in the program.
const LOCALES: &str = "locales";
const ENGLISH: &str = "locales/en.json";
/// The chunks, and how much each may add for a visitor who has loaded those above it.
const CHUNKS: [(&str, usize); 6] = [
    ("conference", 48 * KIB),
    ("panels", 30 * KIB),
    ("sentences", 4 * KIB),
    ("qr", 6 * KIB),
    ("windows", 3 * KIB),
    ("html", 4 * KIB),
];

/// One line of the table: a file, or several that are downloaded together.
#[derive(Clone, Default)]
struct Row {
    name: String,
    raw: usize,
    brotli: usize,
    budget: Option<usize>,
}

/// Prints the table and fails above the budgets.
pub fn check() -> Result {
    let rows = table()?;
    let is_above = |row: &&Row| row.budget.is_some_and(|budget| row.brotli > budget);
    match rows.iter().find(is_above) {
        Some(Row { name, brotli, .. }) => {
            Err(format!("{name}: {brotli} bytes of brotli are above its budget").into())
        }
        None => Ok(()),
    }
}

/// Prints the table.
pub fn print() -> Result {
    table().map(|_| ())
}

fn table() -> Result<Vec<Row>> {
    println!(
        "\n{:<40} {:>9} {:>9} {:>9}",
        "one visitor downloads, in KiB", "raw", "brotli", "budget"
    );
    let rows = rows(&assets(&dist_dir())?)?;
    for row in &rows {
        let budget = row.budget.map(kib).unwrap_or_default();
        let [raw, brotli] = [row.raw, row.brotli].map(kib);
        println!("{:<40} {raw:>9} {brotli:>9} {budget:>9}", row.name);
    }
    Ok(rows)
}

/// The table: the first load file by file, its sum, then what each chunk adds.
fn rows(assets: &[Row]) -> Result<Vec<Row>> {
    let is_first = |asset: &&Row| [SCRIPT, GLUE, MODULE].contains(&asset.name.as_str());
    let mut rows: Vec<Row> = assets.iter().filter(is_first).cloned().collect();
    if rows.len() < 3 {
        return Err("dist/ is not a whole build; `cargo xtask dist` makes one".into());
    }
    let is_locale = |row: &&Row| row.name.starts_with(LOCALES) && row.name != ENGLISH;
    rows.extend(
        { assets.iter().filter(is_locale) }
            .max_by_key(|row| row.brotli)
            .cloned(),
    );
    let total = sum("small event (goal: 76)", rows.iter(), BUDGET);
    for row in rows.iter_mut().filter(|row| row.name == SCRIPT) {
        row.budget = Some(SCRIPT_BUDGET);
    }
    rows.push(total);
    for (place, (chunk, budget)) in CHUNKS.into_iter().enumerate() {
        let is_counted = |own: &str| CHUNKS[..place].iter().any(|(before, _)| own == *before);
        let added = assets.iter().filter(|asset| {
            let is_in = |wanted: &dyn Fn(&str) -> bool| chunks_in(&asset.name).any(wanted);
            is_in(&|own| own == chunk) && !is_in(&is_counted)
        });
        rows.push(sum(&format!("+ {chunk}"), added, budget));
    }
    Ok(rows)
}

/// All of these as one.
fn sum<'a>(name: &str, rows: impl Iterator<Item = &'a Row>, budget: usize) -> Row {
    let mut sum = Row {
        name: name.to_owned(),
        budget: Some(budget),
        ..Row::default()
    };
    for row in rows {
        sum.raw += row.raw;
        sum.brotli += row.brotli;
    }
    sum
}

/// The chunks that need a module, by its name: `handbill-conference-panels.wasm` is shared by two.
fn chunks_in(name: &str) -> impl Iterator<Item = &str> {
    let names = name
        .strip_prefix("handbill-")
        .and_then(|name| name.strip_suffix(".wasm"));
    names.into_iter().flat_map(|names| names.split('-'))
}

/// What pages load of a build, file by file; the demo page and its data are not theirs.
fn assets(dist: &Path) -> Result<Vec<Row>> {
    let mut assets = Vec::new();
    for path in files(dist).map_err(|error| format!("{error}; `cargo xtask dist` builds it"))? {
        let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
        if !name.starts_with("demo") && !name.ends_with(".html") {
            let bytes = fs::read(&path)?;
            assets.push(Row {
                name,
                raw: bytes.len(),
                brotli: compress(&bytes)?,
                ..Row::default()
            });
        }
    }
    Ok(assets)
}

/// How many bytes are left of these at brotli's best.
fn compress(mut bytes: &[u8]) -> Result<usize> {
    let params = BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &params)?;
    Ok(compressed.len())
}

#[expect(clippy::cast_precision_loss, reason = "for people, to one decimal")]
fn kib(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_counted_once() {
        let asset = |(name, brotli): (&str, usize)| Row {
            name: name.to_owned(),
            brotli,
            ..Row::default()
        };
        let assets = [
            (SCRIPT, 1),
            (GLUE, 2),
            (MODULE, 4),
            ("handbill-conference-panels.wasm", 8),
            ("handbill-conference.wasm", 16),
            ("handbill-panels.wasm", 32),
            ("handbill-qr.wasm", 64),
            ("handbill-sentences.wasm", 128),
            ("locales/de.json", 256),
            ("locales/ru.json", 512),
            ("handbill.d.ts", 1024),
        ]
        .map(asset);
        let rows = rows(&assets).expect("the build is whole");
        let sizes: Vec<_> = rows.iter().map(|row| (&*row.name, row.brotli)).collect();
        assert_eq!(
            sizes[3..9],
            [
                ("locales/ru.json", 512),
                ("small event (goal: 76)", 519),
                ("+ conference", 24),
                ("+ panels", 32),
                ("+ sentences", 128),
                ("+ qr", 64)
            ]
        );
        assert!(super::rows(&assets[1..]).is_err(), "a part is missing");
    }
}
