//! What one visitor downloads, and the budget for it.

use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::Result;
use crate::dist::files;
use crate::workspace::dist_dir;

/// What a visitor may have to download, in bytes of brotli: the tests fail above it.
const BUDGET: usize = 64 * 1024;
/// What it ought to be: every KiB below the budget is a page that is complete sooner on a slow phone.
const GOAL: usize = 48 * 1024;
/// The same for the script that authors paste. It runs first and on every page, so it has to be next to nothing.
const SCRIPT_BUDGET: usize = 2 * 1024;

const SCRIPT: &str = "handbill.js";
const PROGRAM: [&str; 3] = [
    "handbill-app.js",
    "handbill-app_bg.wasm",
    "handbill-source.js",
];
/// What each of the files with the words of a language is called; a visitor gets one of them.
const WORDS: &str = "handbill-??.wasm";
/// What comes later, and only to those who need it; its budget is its own.
const LATER: [&str; 3] = [
    "handbill-faults.js",
    "handbill-more.js",
    "handbill-more.wasm",
];
const LATER_BUDGET: usize = 32 * 1024;

/// How many bytes there are of what, in brotli.
struct Sizes {
    script: usize,
    total: usize,
    later: usize,
}

/// Prints the table and fails above the budgets.
pub fn check() -> Result {
    let sizes = table()?;
    for (what, size, budget) in [
        (SCRIPT, sizes.script, SCRIPT_BUDGET),
        ("the download", sizes.total, BUDGET),
        ("what comes later", sizes.later, LATER_BUDGET),
    ] {
        if size > budget {
            return Err(format!(
                "{what} is {} bytes above its budget of {} KiB (brotli)",
                size - budget,
                budget / 1024
            )
            .into());
        }
    }
    Ok(())
}

/// Prints the table.
pub fn print() -> Result {
    table().map(|_| ())
}

/// Prints the table; the compressed sizes.
fn table() -> Result<Sizes> {
    println!(
        "\n{:<40} {:>9} {:>9} {:>9} {:>9}",
        "one visitor downloads", "raw", "brotli", "goal", "budget"
    );
    let mut sizes = Sizes {
        script: 0,
        total: 0,
        later: 0,
    };
    let mut raw_total = 0;
    let mut later = 0;
    // Raw and compressed: of the languages, the largest.
    let mut words = (0, 0);
    for path in
        files(&dist_dir()).map_err(|error| format!("{error}; `cargo xtask dist` builds it"))?
    {
        let inside = path.strip_prefix(dist_dir()).unwrap_or(&path);
        let is_later = LATER.iter().any(|name| inside == Path::new(name));
        let is_words = is_words(inside);
        if !is_downloaded(inside) && !is_later && !is_words {
            continue;
        }
        let bytes = fs::read(&path)?;
        let compressed = compress(&bytes)?;
        if is_words {
            words = words.max((bytes.len(), compressed));
            continue;
        }
        if is_later {
            sizes.later += compressed;
            later += bytes.len();
            continue;
        }
        raw_total += bytes.len();
        sizes.total += compressed;
        let budget = if inside == Path::new(SCRIPT) {
            sizes.script = compressed;
            kib(SCRIPT_BUDGET)
        } else {
            String::new()
        };
        let name = inside.to_string_lossy();
        row(&name, bytes.len(), compressed, "", &budget);
    }
    if words.1 > 0 {
        raw_total += words.0;
        sizes.total += words.1;
        row(&format!("{WORDS}, the largest"), words.0, words.1, "", "");
    }
    row(
        "total, in KiB",
        raw_total,
        sizes.total,
        &kib(GOAL),
        &kib(BUDGET),
    );
    if later > 0 {
        println!("\nand on the first use of what few need");
        row(
            "handbill-more.*, handbill-faults.js",
            later,
            sizes.later,
            "",
            &kib(LATER_BUDGET),
        );
    }
    if sizes.script == 0 || sizes.total == sizes.script {
        return Err("dist/ is not a whole build; `cargo xtask dist` makes one".into());
    }
    Ok(sizes)
}

/// Whether a visitor of somebody's page gets this file; the demo page and its data are not theirs.
fn is_downloaded(inside: &Path) -> bool {
    let name = inside.to_string_lossy();
    name == SCRIPT || PROGRAM.contains(&name.as_ref()) || inside.starts_with("snippets")
}

/// Whether this is the file with the words of a language.
fn is_words(inside: &Path) -> bool {
    let name = inside.to_string_lossy();
    let language = name
        .strip_prefix("handbill-")
        .and_then(|rest| rest.strip_suffix(".wasm"));
    language.is_some_and(|language| language.len() == 2)
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

fn row(name: &str, raw: usize, compressed: usize, goal: &str, budget: &str) {
    println!(
        "{name:<40} {:>9} {:>9} {goal:>9} {budget:>9}",
        kib(raw),
        kib(compressed)
    );
}

#[expect(clippy::cast_precision_loss, reason = "for people, to one decimal")]
fn kib(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1024.0)
}
