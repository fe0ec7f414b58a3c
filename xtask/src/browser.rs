//! The browsers that tests run in.

use std::env;
use std::path::PathBuf;

use crate::Result;
use crate::debian;
use crate::process::find;

/// A program that a browser is made of, or that steers it.
struct Part {
    /// The variable of the environment that names it, for this project and for its tests.
    variable: &'static str,
    /// What it is called on the search path.
    names: &'static [&'static str],
    /// Where else it may be.
    places: &'static [&'static str],
}

/// A kind of browser.
pub struct Engine {
    /// Its name in `HANDBILL_ENGINE`.
    pub name: &'static str,
    /// What to install, for people.
    wanted: &'static str,
    /// What Debian calls it.
    debian: &'static [&'static str],
    parts: &'static [Part],
}

/// Chromium or Chrome: what no test does without.
pub const CHROMIUM: Engine = Engine {
    name: "chromium",
    wanted: "Chromium or Chrome, and the chromedriver of the same version on the search path",
    debian: &["chromium", "chromium-driver"],
    parts: &[
        Part {
            variable: "CHROMIUM",
            names: &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
                "chrome",
            ],
            places: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
        },
        Part {
            variable: "CHROMEDRIVER",
            names: &["chromedriver"],
            places: &[],
        },
    ],
};

/// Firefox. Debian has no driver of it: see [`Binary`](crate::binary::Binary).
pub const FIREFOX: Engine = Engine {
    name: "firefox",
    wanted: "Firefox",
    debian: &["firefox-esr"],
    parts: &[
        Part {
            variable: "FIREFOX",
            names: &["firefox-esr", "firefox"],
            places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
        },
        GECKODRIVER,
    ],
};

const GECKODRIVER: Part = Part {
    variable: "GECKODRIVER",
    names: &["geckodriver"],
    places: &[],
};

/// WebKit, whose driver brings a small browser along, and the display that this one cannot do without.
pub const WEBKIT: Engine = Engine {
    name: "webkit",
    wanted: "WebKitGTK's WebKitWebDriver and Xvfb",
    debian: &["webkit2gtk-driver", "xvfb"],
    parts: &[
        Part {
            variable: "WEBKITDRIVER",
            names: &["WebKitWebDriver"],
            places: &[],
        },
        Part {
            variable: "XVFB",
            names: &["Xvfb"],
            places: &[],
        },
    ],
};

/// All of them, in the order in which tests run.
pub const ENGINES: [&Engine; 3] = [&CHROMIUM, &FIREFOX, &WEBKIT];

/// A browser that is installed.
pub struct Browser {
    /// What kind it is.
    pub engine: &'static Engine,
    /// Its programs, and the variables by which tests are told of them.
    pub programs: Vec<(&'static str, PathBuf)>,
}

impl Part {
    /// The one that the environment names, otherwise the first that is there.
    fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        let on_path = self.names.iter().find_map(|name| find(name));
        let elsewhere = self.places.iter().map(PathBuf::from);
        named
            .into_iter()
            .chain(on_path)
            .chain(elsewhere)
            .find(|path| path.is_file())
    }
}

impl Engine {
    /// The one that is installed, if there is one.
    pub fn find(&'static self) -> Option<Browser> {
        let program = |part: &Part| Some((part.variable, part.find()?));
        let programs = self.parts.iter().map(program).collect::<Option<_>>()?;
        Some(Browser {
            engine: self,
            programs,
        })
    }

    /// What Debian has of it, where it is missing.
    pub fn missing(&self) -> &'static [&'static str] {
        // What Debian does not have is not missing in its package.
        let of_debian = |part: &&Part| part.variable != GECKODRIVER.variable;
        let is_there = self
            .parts
            .iter()
            .filter(of_debian)
            .all(|part| part.find().is_some());
        if is_there { &[] } else { self.debian }
    }
}

impl Browser {
    /// The program that this variable is for.
    pub fn program(&self, variable: &str) -> Option<&PathBuf> {
        let mut programs = self.programs.iter();
        programs
            .find(|(own, _)| *own == variable)
            .map(|(_, path)| path)
    }
}

/// Whether Firefox is there or comes from Debian, and nobody has named a driver for it.
pub fn wants_geckodriver() -> bool {
    env::var_os(GECKODRIVER.variable).is_none()
        && (debian::is_here() || FIREFOX.missing().is_empty())
}

/// The browsers that are installed, Chromium first. What is missing is named; on Debian and for Chromium, that is a
/// failure, since it could have been installed.
pub fn installed() -> Result<Vec<Browser>> {
    let mut browsers = Vec::new();
    for engine in ENGINES {
        let wanted = engine.wanted;
        match engine.find() {
            Some(browser) => browsers.push(browser),
            None if engine.name == CHROMIUM.name || debian::is_here() => {
                return Err(format!("tests need {wanted}").into());
            }
            None => println!(
                "  {}: passed over, since this machine has no {wanted}",
                engine.name
            ),
        }
    }
    Ok(browsers)
}
