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
const PROGRAM: [&str; 2] = ["handbill-app.js", "handbill-app_bg.wasm"];

/// Prints the table and fails above the budget.
pub fn check() -> Result {
    let (script, total) = table()?;
    let over = |what: &str, size: usize, budget: usize| {
        format!(
            "{what} is {} bytes above its budget of {} KiB (brotli)",
            size - budget,
            budget / 1024
        )
    };
    if script > SCRIPT_BUDGET {
        Err(over(SCRIPT, script, SCRIPT_BUDGET).into())
    } else if total > BUDGET {
        Err(over("the download", total, BUDGET).into())
    } else {
        Ok(())
    }
}

/// Prints the table.
pub fn print() -> Result {
    table().map(|_| ())
}

/// Prints the table; the compressed sizes of the script and of everything.
fn table() -> Result<(usize, usize)> {
    println!(
        "\n{:<40} {:>9} {:>9} {:>9} {:>9}",
        "one visitor downloads", "raw", "brotli", "goal", "budget"
    );
    let (mut script, mut raw_total, mut total) = (0, 0, 0);
    for path in
        files(&dist_dir()).map_err(|error| format!("{error}; `cargo xtask dist` builds it"))?
    {
        let inside = path.strip_prefix(dist_dir()).unwrap_or(&path);
        if !is_downloaded(inside) {
            continue;
        }
        let bytes = fs::read(&path)?;
        let compressed = compress(&bytes)?;
        raw_total += bytes.len();
        total += compressed;
        let budget = if inside == Path::new(SCRIPT) {
            script = compressed;
            kib(SCRIPT_BUDGET)
        } else {
            String::new()
        };
        row(
            &inside.to_string_lossy(),
            bytes.len(),
            compressed,
            "",
            &budget,
        );
    }
    row("total, in KiB", raw_total, total, &kib(GOAL), &kib(BUDGET));
    if script == 0 || total == script {
        return Err("dist/ is not a whole build; `cargo xtask dist` makes one".into());
    }
    Ok((script, total))
}

/// Whether a visitor of somebody's page gets this file; the demo page and its data are not theirs.
fn is_downloaded(inside: &Path) -> bool {
    let name = inside.to_string_lossy();
    name == SCRIPT || PROGRAM.contains(&name.as_ref()) || inside.starts_with("snippets")
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
