//! What differs between browsers: their drivers, their command lines and their capabilities.

use std::env;
use std::ffi::OsString;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Value, json};

/// A browser engine that the suite can drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through ChromeDriver.
    Chromium,
}

impl Engine {
    /// The engine that `HANDBILL_ENGINE` names, Chromium without it.
    pub fn chosen() -> Result<Self> {
        match env::var("HANDBILL_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok(other) => bail!("HANDBILL_ENGINE is {other:?}; the suite drives: chromium"),
        }
    }

    /// The driver's program: a path from the environment, otherwise a name for the search path.
    pub fn driver(self) -> OsString {
        let (variable, name) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
        };
        env::var_os(variable).unwrap_or_else(|| name.into())
    }

    /// The driver's arguments for listening on `port`.
    pub fn driver_arguments(self, port: u16) -> Vec<String> {
        match self {
            Self::Chromium => vec![format!("--port={port}"), "--log-level=SEVERE".to_owned()],
        }
    }

    /// The capabilities of a new session with a fresh profile under `folder` and a window of `size`.
    pub fn capabilities(self, folder: &Path, (width, height): (u32, u32)) -> Value {
        match self {
            Self::Chromium => {
                let mut options = json!({"args": [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // What the widget asks of another host must fail here as in a train.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    format!("--user-data-dir={}", folder.join("profile").display()),
                    format!("--window-size={width},{height}"),
                ]});
                if let Ok(program) = env::var("CHROMIUM") {
                    options["binary"] = json!(program);
                }
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": {"browser": "ALL"},
                    "goog:chromeOptions": options,
                })
            }
        }
    }

    /// The command and body that read the browser's own log, where the engine has one.
    pub fn log_request(self) -> Option<(&'static str, Value)> {
        match self {
            Self::Chromium => Some(("se/log", json!({"type": "browser"}))),
        }
    }

    /// The command and body that take the device to another time zone while its pages are open, where the engine
    /// has one.
    pub fn travel_request(self, zone: &str) -> Option<(&'static str, Value)> {
        match self {
            Self::Chromium => Some((
                "goog/cdp/execute",
                json!({"cmd": "Emulation.setTimezoneOverride", "params": {"timezoneId": zone}}),
            )),
        }
    }
}
