//! The release build: what is published, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};

use crate::deferred::{PARTS, glue_file};
use crate::process::run;
use crate::tools::Tools;
use crate::trim::trim;
use crate::workspace::dist_dir;
use crate::{Result, package, size};

/// The module that `handbill.js` loads, and those that become part of it: one request, and words that both have once.
///
/// Nearly every function of it is called before the first picture. Chromium compiles what says so while it is on its way,
/// off the main thread, and not one by one when they are called: 15 ms on a slow phone.
const PROGRAM: &str = "handbill-program.js";
const INSIDE: [&str; 2] = ["handbill-app.js", "handbill-source.js"];
const EAGER: &str = "--banner:js=//# allFunctionsCalledOnLoad";

/// The command: set-up, build, and the table of sizes.
pub fn dist() -> Result {
    build(&Tools::set_up()?)?;
    size::print()
}

/// Builds into `dist/`.
pub fn build(tools: &Tools) -> Result {
    let mut trunk = tools.trunk()?;
    tools.toolchain.shrink(&mut trunk);
    run(trunk
        .args(["build", "--release"])
        .arg("--dist")
        .arg(dist_dir()))?;
    let (glue, program) = (
        dist_dir().join("handbill-app.js"),
        dist_dir().join("handbill-app_bg.wasm"),
    );
    trim(tools, &glue, &program)?;
    for path in files(&dist_dir())? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".d.ts") {
            fs::remove_file(&path)?;
        } else if name == "handbill.js" {
            // No format: what authors paste stays a classic script.
            minify(tools, &path, &[])?;
        } else if name == PROGRAM {
            minify(tools, &path, &["--format=esm", "--bundle", EAGER])?;
        } else if is_module(&path) {
            minify(tools, &path, &["--format=esm", "--tree-shaking=true"])?;
        }
    }
    for name in INSIDE {
        fs::remove_file(dist_dir().join(name))?;
    }
    package::assemble()
}

/// The files under a directory, however deep.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(dir).map_err(|error| format!("{} cannot be read: {error}", dir.display()))?
    {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether this is JavaScript that wasm-bindgen wrote or carried along; scripts of the demo stay readable.
fn is_module(path: &Path) -> bool {
    let inside = path.strip_prefix(dist_dir()).unwrap_or(path);
    path.extension().is_some_and(|extension| extension == "js")
        && (inside.starts_with("snippets")
            || PARTS
                .iter()
                .any(|part| inside == Path::new(&glue_file(part.name)))
            || inside == Path::new("handbill-faults.js"))
}

fn minify(tools: &Tools, path: &Path, options: &[&str]) -> Result {
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(path);
    run(tools
        .node("esbuild")
        .arg(path)
        .args([
            "--minify",
            "--allow-overwrite",
            "--log-level=warning",
            "--legal-comments=none",
        ])
        // Nothing newer than what every browser with this WebAssembly understands.
        .args(["--target=es2022", "--charset=utf8"])
        .args(options)
        .arg(outfile))
}
