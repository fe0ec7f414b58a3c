//! The browser that tests run in.

use std::path::{Path, PathBuf};

use crate::process::find;

/// What Debian calls them.
pub const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const ON_MACOS: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Chromium or Chrome, and the driver that steers it.
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// Its WebDriver server.
    pub driver: PathBuf,
}

impl Browser {
    /// The one that is installed, if there is one: `CHROMIUM` and `CHROMEDRIVER` first, then the search path.
    pub fn find() -> Option<Self> {
        let named = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .filter(|path| path.is_file())
        };
        let on_macos = || Some(PathBuf::from(ON_MACOS)).filter(|path| Path::is_file(path));
        Some(Self {
            program: named("CHROMIUM")
                .or_else(|| NAMES.iter().find_map(|name| find(name)))
                .or_else(on_macos)?,
            driver: named("CHROMEDRIVER").or_else(|| find("chromedriver"))?,
        })
    }
}
