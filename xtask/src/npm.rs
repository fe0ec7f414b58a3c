//! Tools that come from npm: wasm-opt, the minifier, TypeScript with what its test needs, and what steers the browser of
//! the benchmark.

use std::fs;
use std::path::PathBuf;

use crate::Result;
use crate::process::{command, find, run_logged};
use crate::workspace::{root, tools_dir};

/// Whether `node_modules` is what the lock file says.
pub fn is_installed() -> bool {
    let [lock, stamp] = [lock_file(), stamp()].map(fs::read);
    let unchanged = matches!((lock, stamp), (Ok(lock), Ok(stamp)) if lock == stamp);
    unchanged
        && ["wasm-opt", "esbuild", "tsc"]
            .iter()
            .all(|program| root().join("node_modules/.bin").join(program).exists())
}

/// Installs what the lock file says.
pub fn install() -> Result {
    if find("npm").is_none() {
        return Err("npm is missing; install Node.js 18 or later, which brings it".into());
    }
    run_logged(
        "npm-ci",
        command("npm").args(["ci", "--no-audit", "--no-fund"]),
    )?;
    fs::copy(lock_file(), stamp())?;
    Ok(())
}

fn lock_file() -> PathBuf {
    root().join("package-lock.json")
}

/// A copy of the lock file that was installed.
fn stamp() -> PathBuf {
    tools_dir().join("package-lock.json")
}
