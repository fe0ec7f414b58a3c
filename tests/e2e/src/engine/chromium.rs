//! Chromium.

use std::env;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::Means;

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

/// A command of the tools for developers.
pub fn tool(name: &str, parameters: &Value) -> Means {
    Means::Command(
        "goog/cdp/execute",
        json!({"cmd": name, "params": parameters}),
    )
}
