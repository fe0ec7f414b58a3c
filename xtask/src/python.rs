//! Tools that come from PyPI: a reader of calendar files that tests compare with.

use std::fs;
use std::path::PathBuf;

use crate::Result;
use crate::debian;
use crate::process::{command, find, run_logged, text};
use crate::workspace::{root, tools_dir};

/// What Debian calls the part of Python that makes environments.
const DEBIAN_PACKAGES: [&str; 1] = ["python3-venv"];

/// The interpreter of the project's own environment.
pub fn program() -> PathBuf {
    dir().join("bin/python")
}

/// Whether the environment holds what the requirements say, and its interpreter is still there.
pub fn is_installed() -> bool {
    let [wanted, stamp] = [requirements(), stamp()].map(fs::read);
    let unchanged = matches!((wanted, stamp), (Ok(wanted), Ok(stamp)) if wanted == stamp);
    // It is a link to the system's, which may have been replaced.
    unchanged
        && text(command(&program().to_string_lossy()).args(["-c", "import icalendar"])).is_some()
}

/// Makes the environment anew, with what the requirements say.
pub fn install() -> Result {
    if find("python3").is_none() && debian::is_here() {
        debian::install(&DEBIAN_PACKAGES)?;
    }
    if find("python3").is_none() {
        return Err("python3 is missing; install Python 3.10 or later".into());
    }
    let make = || {
        let mut python = command("python3");
        run_logged("venv", python.args(["-m", "venv", "--clear"]).arg(dir()))
    };
    // Debian's Python comes without the module, or with half of it.
    if let Err(error) = make() {
        let missing = debian::missing(&DEBIAN_PACKAGES);
        if missing.is_empty() {
            return Err(error);
        }
        debian::install(&missing)?;
        make()?;
    }
    run_logged(
        "pip",
        command(&program().to_string_lossy())
            .args(["-m", "pip", "install", "--no-input", "--quiet"])
            .args(["--disable-pip-version-check", "--requirement"])
            .arg(requirements()),
    )?;
    fs::copy(requirements(), stamp())?;
    Ok(())
}

fn dir() -> PathBuf {
    tools_dir().join("python")
}

fn requirements() -> PathBuf {
    root().join("tests/calendar/requirements.txt")
}

/// A copy of the requirements that were installed.
fn stamp() -> PathBuf {
    dir().join("requirements.txt")
}
