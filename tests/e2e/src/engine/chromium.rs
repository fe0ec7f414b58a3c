//! Chromium.

use std::env;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::Means;
use crate::Preferences;

/// ChromeDriver.
pub fn driver(port: u16) -> Command {
    let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let mut command = Command::new(program);
    command.args([&format!("--port={port}"), "--log-level=SEVERE"]);
    command
}

/// Without a window, and without a word to anybody but this machine.
pub fn capabilities(folder: &Path, (width, height): (u32, u32)) -> Value {
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

/// What media queries are told, and how large `medium` is.
pub fn prefer(preferences: Preferences) -> Vec<Means> {
    let Preferences {
        forced_colours,
        less_motion,
        text,
    } = preferences;
    let features = json!([
        {"name": "forced-colors", "value": if forced_colours { "active" } else { "none" }},
        {"name": "prefers-reduced-motion", "value": if less_motion { "reduce" } else { "" }},
    ]);
    let sizes = json!({"standard": 16 * text / 100, "fixed": 13 * text / 100});
    vec![
        tool("Emulation.setEmulatedMedia", &json!({"features": features})),
        tool("Page.setFontSizes", &json!({"fontSizes": sizes})),
    ]
}

/// A command of the tools for developers.
pub fn tool(name: &str, parameters: &Value) -> Means {
    Means::Command(
        "goog/cdp/execute",
        json!({"cmd": name, "params": parameters}),
    )
}
