//! All the tools of the project, ready for use.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::Result;
use crate::binary::Binary;
use crate::browser::{self, Browser};
use crate::debian;
use crate::nginx;
use crate::npm;
use crate::process::command;
use crate::python;
use crate::toolchain::{self, Toolchain};
use crate::workspace::tools_dir;

/// The tools that turn the sources into a page.
pub struct Tools {
    /// Who compiles to WebAssembly.
    pub toolchain: Toolchain,
}

impl Tools {
    /// Installs what is missing for building, and says so as it goes. With everything there, it takes no time.
    pub fn set_up() -> Result<Self> {
        install_missing(&[], Vec::new())?;
        let toolchain = Toolchain::find().ok_or(
            "no toolchain compiles to WebAssembly here; on most machines \
             `rustup target add wasm32-unknown-unknown` helps",
        )?;
        Ok(Self { toolchain })
    }

    /// The same with browsers for tests, Chromium first.
    pub fn set_up_with_browsers() -> Result<(Self, Vec<Browser>)> {
        let mut packages = browser::CHROMIUM.missing().to_vec();
        if debian::is_here() {
            packages.extend(browser::FIREFOX.missing());
            packages.extend(browser::WEBKIT.missing());
        }
        let mut drivers = vec![Binary::geckodriver()];
        drivers.retain(|driver| browser::wants_geckodriver() && !driver.is_installed());
        if !packages.is_empty() || !drivers.is_empty() {
            install_missing(&packages, drivers)?;
        }
        let browsers = browser::installed()?;
        if nginx::find().is_none() {
            nginx::offer();
        }
        Ok((Self::set_up()?, browsers))
    }

    /// Cargo, for WebAssembly.
    pub fn cargo(&self) -> Result<Command> {
        self.toolchain.command("cargo")
    }

    /// Trunk, which calls cargo, wasm-bindgen and wasm-opt.
    pub fn trunk(&self) -> Result<Command> {
        let mut trunk = self.toolchain.command("trunk")?;
        // A variable of this name that some systems set means something else to Trunk.
        trunk
            .env_remove("NO_COLOR")
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        Ok(trunk)
    }

    /// A program that npm installed.
    pub fn node(&self, program: &str) -> Command {
        command(program)
    }
}

/// Installs what comes from npm, where it is missing.
pub fn set_up_npm() -> Result {
    if !npm::is_installed() {
        report("npm's packages", npm::install)?;
    }
    Ok(())
}

/// Installs the readers of calendar files that tests compare with, where they are missing.
pub fn set_up_readers() -> Result {
    set_up_npm()?;
    if !python::is_installed() {
        report("Python's icalendar", python::install)?;
    }
    Ok(())
}

/// Installs what is missing, and these: Debian's packages and npm's on one thread, the programs that are compiled on
/// another.
fn install_missing(system_packages: &[&'static str], drivers: Vec<Binary>) -> Result {
    if Toolchain::find().is_none() {
        Toolchain::ask_rustup();
    }
    let mut packages = system_packages.to_vec();
    if Toolchain::find().is_none() {
        packages.extend(toolchain::DEBIAN_PACKAGES);
    }
    let packages = debian::missing(&packages);
    let binaries: Vec<Binary> = [Binary::wasm_bindgen()?, Binary::trunk()]
        .into_iter()
        .filter(|binary| !binary.is_installed())
        .chain(drivers)
        .collect();
    thread::scope(|scope| {
        let others = scope.spawn(|| {
            if !npm::is_installed() {
                report("wasm-opt, esbuild and TypeScript", npm::install)?;
            }
            if !packages.is_empty() {
                let what = format!("Debian's {}", packages.join(", "));
                report(&what, || debian::install(&packages))?;
            }
            Ok(())
        });
        let compiled = binaries
            .iter()
            .try_for_each(|binary| report(&binary.name(), || binary.install()));
        // A thread that panicked has printed why.
        let others: Result = others
            .join()
            .unwrap_or_else(|_| Err("the set-up stopped".into()));
        compiled.and(others)
    })?;
    if !binaries.is_empty() {
        // Half a gigabyte that only a new version of a tool would use again.
        fs::remove_dir_all(tools_dir().join("build")).ok();
    }
    Ok(())
}

/// Says what is being installed, and how long it took.
fn report(what: &str, install: impl FnOnce() -> Result) -> Result {
    println!("  {what}: installing");
    let start = Instant::now();
    install().map_err(|error| format!("{what} could not be installed: {error}"))?;
    println!("  {what}: installed in {} s", start.elapsed().as_secs());
    Ok(())
}
