//! Tools that come from the Rust package registry.

use crate::Result;
use crate::process::{command, find, run_logged, text};
use crate::workspace::tools_dir;

/// The version of Trunk that this project was tried with.
const TRUNK: &str = "0.21.14";

/// The version of geckodriver that the suite was tried with.
const GECKODRIVER: &str = "0.37.1";

/// A package of the registry and the programs it brings.
pub struct Binary {
    package: &'static str,
    version: String,
    /// The first one tells the version.
    programs: &'static [&'static str],
    /// For cargo, if it has to compile the package.
    options: &'static [&'static str],
}

impl Binary {
    /// Trunk, which builds the page around the program.
    pub fn trunk() -> Self {
        Self {
            package: "trunk",
            version: TRUNK.to_owned(),
            programs: &["trunk"],
            // Nothing is ever downloaded by it: that code is a third of the time it takes to compile.
            options: &["--locked", "--no-default-features"],
        }
    }

    /// geckodriver, which steers Firefox: Mozilla publishes it there, and Debian has none.
    pub fn geckodriver() -> Self {
        Self {
            package: "geckodriver",
            version: GECKODRIVER.to_owned(),
            programs: &["geckodriver"],
            options: &["--locked"],
        }
    }

    /// wasm-bindgen, which writes the JavaScript between the program and the browser, and its test runner.
    pub fn wasm_bindgen() -> Result<Self> {
        Ok(Self {
            package: "wasm-bindgen-cli",
            // The program that writes the glue must be of the library's version.
            version: locked("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Not `--locked`: its lock file may name versions that the registry has withdrawn.
            options: &[],
        })
    }

    /// Whether all programs are there in the right version.
    pub fn is_installed(&self) -> bool {
        let version = text(command(self.programs[0]).arg("--version")).unwrap_or_default();
        version.split_whitespace().any(|word| word == self.version)
            && self.programs.iter().all(|program| find(program).is_some())
    }

    /// What is being installed, for people.
    pub fn name(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// Installs the package, ready-made where cargo-binstall is there and finds it.
    pub fn install(&self) -> Result {
        let ready_made = find("cargo-binstall").is_some()
            && run_logged(
                &format!("binstall-{}", self.package),
                command("cargo")
                    .args([
                        "binstall",
                        "--no-confirm",
                        "--disable-strategies",
                        "compile",
                        "--version",
                    ])
                    .args([&self.version, self.package, "--root"])
                    .arg(tools_dir()),
            )
            .is_ok();
        if ready_made && self.is_installed() {
            return Ok(());
        }
        let mut cargo = command("cargo");
        cargo
            .args([
                "install",
                self.package,
                "--version",
                &self.version,
                "--force",
            ])
            .args(self.options)
            .arg("--root")
            .arg(tools_dir())
            .env("CARGO_TARGET_DIR", tools_dir().join("build"))
            // These tools take seconds in a build of minutes: what counts is how fast they are compiled.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run_logged(&format!("install-{}", self.package), &mut cargo)
    }
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> Result<String> {
    let id = text(command("cargo").args(["pkgid", package]));
    let version = id.and_then(|id| Some(id.rsplit_once('@')?.1.to_owned()));
    version.ok_or_else(|| format!("Cargo.lock has no version of {package}").into())
}
