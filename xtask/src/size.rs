//! What one visitor downloads, and the budget for it.

use std::fs;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::Result;
use crate::deferred::{PARTS, glue_file, program_file};
use crate::dist::files;
use crate::workspace::dist_dir;

/// What a visitor may have to download, in bytes of brotli: the tests fail above it.
const BUDGET: usize = 64 * 1024;
/// What it ought to be: every KiB below the budget is a page that is complete sooner on a slow phone.
const GOAL: usize = 48 * 1024;
/// The same for the script that authors paste. It runs first and on every page, so it has to be next to nothing.
const SCRIPT_BUDGET: usize = 2 * 1024;

const SCRIPT: &str = "handbill.js";
const PROGRAM: [&str; 2] = ["handbill-program.js", "handbill-app_bg.wasm"];
/// The files with the words of a language; a visitor gets one of them at most, since English is in the program.
const WORDS: &str = "locales/*.json";
/// What comes when something is wrong, as the first of the deferred parts does.
const FAULTS: &str = "handbill-faults.js";
/// What each of the parts may be that come later, and only to those who need them.
const LATER_BUDGET: usize = 32 * 1024;
/// The same for the part that large programmes need: it works alone, and has calendar files and zones in it, too.
const CONFERENCE_BUDGET: usize = 44 * 1024;

/// How many bytes there are of what, in brotli.
struct Sizes {
    script: usize,
    total: usize,
    /// Of each deferred part.
    later: [usize; PARTS.len()],
}

/// Prints the table and fails above the budgets.
pub fn check() -> Result {
    let sizes = table()?;
    let mut checked = vec![
        (SCRIPT, sizes.script, SCRIPT_BUDGET),
        ("the download", sizes.total, BUDGET),
    ];
    for (part, size) in PARTS.iter().zip(sizes.later) {
        checked.push((part.name, size, budget_of(part.name)));
    }
    for (what, size, budget) in checked {
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

/// How large a part may be.
fn budget_of(part: &str) -> usize {
    match part {
        "conference" => CONFERENCE_BUDGET,
        _ => LATER_BUDGET,
    }
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
        later: [0; PARTS.len()],
    };
    let mut raw_total = 0;
    let mut raw_later = [0; PARTS.len()];
    // Raw and compressed: of the languages, the largest.
    let mut words = (0, 0);
    for path in
        files(&dist_dir()).map_err(|error| format!("{error}; `cargo xtask dist` builds it"))?
    {
        let inside = path.strip_prefix(dist_dir()).unwrap_or(&path);
        let part = part(inside);
        let is_words = is_words(inside);
        if !is_downloaded(inside) && part.is_none() && !is_words {
            continue;
        }
        let bytes = fs::read(&path)?;
        let compressed = compress(&bytes)?;
        if is_words {
            words = words.max((bytes.len(), compressed));
            continue;
        }
        if let Some(part) = part {
            sizes.later[part] += compressed;
            raw_later[part] += bytes.len();
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
    println!("\nand on the first use of what few need");
    for ((number, part), raw) in PARTS.iter().enumerate().zip(raw_later) {
        if raw > 0 {
            let mut name = format!("handbill-{}.*", part.name);
            if number == 0 {
                name = format!("{name}, {FAULTS}");
            }
            let budget = kib(budget_of(part.name));
            row(&name, raw, sizes.later[number], "", &budget);
        }
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

/// Which of the deferred parts this file comes with.
fn part(inside: &Path) -> Option<usize> {
    if inside == Path::new(FAULTS) {
        return Some(0);
    }
    PARTS.iter().position(|part| {
        [glue_file(part.name), program_file(part.name)]
            .contains(&inside.to_string_lossy().into_owned())
    })
}

/// Whether this is the file with the words of a language.
fn is_words(inside: &Path) -> bool {
    inside.starts_with("locales") && inside != Path::new("locales/en.json")
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
