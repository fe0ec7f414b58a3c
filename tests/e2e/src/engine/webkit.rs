//! WebKit, as GTK has it.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Its toolbar would otherwise keep the window as wide as a small desktop.
const STYLE: &str = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; \
     -gtk-icon-transform: scale(0) }";

/// WebKitWebDriver.
pub fn driver(port: u16) -> Command {
    let program = env::var_os("WEBKITDRIVER").unwrap_or_else(|| "WebKitWebDriver".into());
    let mut command = Command::new(program);
    command
        .arg(format!("--port={port}"))
        // There is no screen to draw for, and no accessibility bus to tell.
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env("NO_AT_BRIDGE", "1")
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
    command
}

/// The style above.
pub fn furnish(folder: &Path) -> Result<()> {
    let style = folder.join("config/gtk-3.0");
    fs::create_dir_all(&style).context("cannot make a folder for GTK's style")?;
    fs::write(style.join("gtk.css"), STYLE).context("cannot write GTK's style")
}

/// A browser that keeps nothing, and without a word to anybody but this machine.
pub fn capabilities() -> Value {
    let mut options = json!({"args": [
        "--automation",
        "--javascript-can-open-windows-automatically=true",
        // What the widget asks of another host must fail here as in a train: nobody listens on this port.
        "--proxy=http://127.0.0.1:9",
        "--ignore-host=127.0.0.1",
    ]});
    if let Ok(program) = env::var("WEBKIT") {
        options["binary"] = json!(program);
    }
    json!({
        "browserName": "MiniBrowser",
        // Its driver sets a timer in the page for the end of its patience. Tests count timers.
        "timeouts": {"script": null},
        "webkitgtk:browserOptions": options,
    })
}
