//! What differs between browsers: their drivers, their command lines, and what each can be told and asked.

mod chromium;
mod firefox;
mod webkit;

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::Preferences;

/// A browser engine that the suite can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through ChromeDriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's own small browser, through WebKitWebDriver.
    WebKit,
}

/// How an engine does what WebDriver has no word for.
#[derive(Clone, Debug)]
pub enum Means {
    /// By a command of its driver, and the command's body.
    Command(&'static str, Value),
    /// By a script with the rights of the browser itself, and the script's arguments.
    Privileged(&'static str, Vec<Value>),
    /// Not at all.
    None,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in `HANDBILL_ENGINE`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine that `HANDBILL_ENGINE` names, Chromium without it.
    pub fn chosen() -> Result<Self> {
        let name = env::var("HANDBILL_ENGINE").unwrap_or_default();
        if name.is_empty() {
            return Ok(Self::Chromium);
        }
        let Some(engine) = Self::ALL.into_iter().find(|engine| engine.name() == name) else {
            let names = Self::ALL.map(Self::name).join(", ");
            bail!("HANDBILL_ENGINE is {name:?}; the suite drives: {names}");
        };
        Ok(engine)
    }

    /// The driver's command, which listens on `port` and keeps what it writes under `folder`.
    pub fn driver(self, port: u16, folder: &Path) -> Command {
        let mut command = match self {
            Self::Chromium => chromium::driver(port),
            Self::Firefox => firefox::driver(port, folder),
            Self::WebKit => webkit::driver(port),
        };
        // What a browser keeps for the next time ends with the folder.
        command
            .env("HOME", folder)
            .env("TMPDIR", folder)
            .env("XDG_CONFIG_HOME", folder.join("config"))
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .env("XDG_DATA_HOME", folder.join("data"))
            .env("LC_ALL", "en_US.UTF-8")
            .env_remove("LANGUAGE");
        command
    }

    /// Whether its windows need a display to be on, seen or not.
    pub fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// Writes what the browser reads when it starts into `folder`.
    pub fn furnish(self, folder: &Path) -> Result<()> {
        match self {
            Self::Chromium => Ok(()),
            Self::Firefox => firefox::furnish(folder),
            Self::WebKit => webkit::furnish(folder),
        }
    }

    /// The capabilities of a new session with a fresh profile under `folder` and a window of `size`.
    pub fn capabilities(self, folder: &Path, size: (u32, u32)) -> Value {
        match self {
            Self::Chromium => chromium::capabilities(folder, size),
            Self::Firefox => firefox::capabilities(folder),
            Self::WebKit => webkit::capabilities(),
        }
    }

    /// How its log is read.
    pub fn log(self) -> Means {
        match self {
            Self::Chromium => Means::Command("se/log", json!({"type": "browser"})),
            Self::Firefox => Means::Privileged(firefox::LOG, Vec::new()),
            Self::WebKit => Means::None,
        }
    }

    /// How it is taken to `zone`.
    pub fn travel(self, zone: &str) -> Means {
        match self {
            Self::Chromium => chromium::tool(
                "Emulation.setTimezoneOverride",
                &json!({"timezoneId": zone}),
            ),
            Self::Firefox => Means::Privileged(firefox::TRAVEL, vec![json!(zone)]),
            Self::WebKit => Means::None,
        }
    }

    /// Whether it can be told that it is in another time zone.
    pub fn can_travel(self) -> bool {
        !matches!(self.travel(""), Means::None)
    }

    /// Whether a page leaves by itself between two tests. Chromium then stays in the process it is in: led away by its
    /// driver, it starts two others for each test, which is as much work as the tests' own pages.
    pub fn is_left_from_inside(self) -> bool {
        self == Self::Chromium
    }

    /// How it is made to lay pages out as on paper, or as on a screen again.
    pub fn paper(self, is_paper: bool) -> Means {
        let medium = if is_paper { "print" } else { "" };
        match self {
            Self::Chromium => {
                chromium::tool("Emulation.setEmulatedMedia", &json!({"media": medium}))
            }
            Self::Firefox => Means::Privileged(firefox::PAPER, vec![json!(medium)]),
            Self::WebKit => Means::None,
        }
    }

    /// How it is told to collect garbage.
    pub fn collect(self) -> Means {
        match self {
            Self::Chromium => chromium::tool("HeapProfiler.collectGarbage", &json!({})),
            Self::Firefox => Means::Privileged(firefox::COLLECT, Vec::new()),
            Self::WebKit => Means::None,
        }
    }

    /// How it is told what the visitor prefers.
    pub fn prefer(self, preferences: Preferences) -> Vec<Means> {
        match self {
            Self::Chromium => chromium::prefer(preferences),
            Self::Firefox => vec![firefox::prefer(preferences)],
            Self::WebKit => Vec::new(),
        }
    }

    /// Whether a window that a page opens is a tab in front of it.
    pub fn has_tabs(self) -> bool {
        self != Self::WebKit
    }
}
