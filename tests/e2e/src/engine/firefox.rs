//! Firefox.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::Means;
use crate::Preferences;

/// A window of Firefox is otherwise at least half a desktop wide.
const STYLE: &str = ":root { min-width: 0 !important; min-height: 0 !important }";

/// The messages since the last time that speak of pages, with Chromium's words for how bad each is.
pub const LOG: &str = r#"
    const lines = [];
    for (const message of Services.console.getMessageArray()) {
        if (!(message instanceof Ci.nsIScriptError) || message.isFromChromeContext) continue;
        const { flags, errorMessage, sourceName } = message;
        if (/^(chrome|resource|moz-extension):/.test(sourceName)) continue;
        const level = flags & message.infoFlag ? "INFO" : flags & message.warningFlag ? "WARNING" : "SEVERE";
        lines.push({ level, message: `${sourceName} ${errorMessage}` });
    }
    Services.console.reset();
    return lines"#;

/// Takes every open page to the zone of the first argument.
pub const TRAVEL: &str = r#"
    for (const { linkedBrowser } of gBrowser.tabs) linkedBrowser.browsingContext.timezoneOverride = arguments[0]"#;

/// Lays out the pages of all tabs for a medium.
pub const PAPER: &str = r#"
    for (const { linkedBrowser } of gBrowser.tabs) linkedBrowser.browsingContext.mediumOverride = arguments[0]"#;

/// Collects garbage in the processes of all pages.
pub const COLLECT: &str = r#"
    for (const topic of ["child-gc-request", "child-cc-request"]) Services.obs.notifyObservers(null, topic)"#;

/// Writes what the visitor prefers where the system would have it written.
const PREFER: &str = r#"
    const [colours, motion] = arguments;
    Services.prefs.setIntPref("browser.display.document_color_use", colours ? 2 : 0);
    Services.prefs.setIntPref("ui.prefersReducedMotion", motion ? 1 : 0)"#;

/// How it is told what the visitor prefers, but for the size of text.
pub fn prefer(preferences: Preferences) -> Means {
    let Preferences {
        forced_colours,
        less_motion,
        ..
    } = preferences;
    Means::Privileged(PREFER, vec![json!(forced_colours), json!(less_motion)])
}

/// geckodriver, which lets the suite ask the browser itself.
pub fn driver(port: u16, folder: &Path) -> Command {
    let program = env::var_os("GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
    let mut command = Command::new(program);
    command
        .args([&format!("--port={port}"), "--websocket-port=0"])
        .arg("--log=fatal")
        .args(["--allow-system-access", "--profile-root"])
        .arg(folder);
    command
}

/// A profile with the style above.
pub fn furnish(folder: &Path) -> Result<()> {
    let style = profile(folder).join("chrome");
    fs::create_dir_all(&style).context("cannot make a profile for Firefox")?;
    fs::write(style.join("userChrome.css"), STYLE).context("cannot write Firefox's style")
}

/// Without a window, and without a word to anybody but this machine.
pub fn capabilities(folder: &Path) -> Value {
    let mut options = json!({
        "args": ["-headless", "-profile", profile(folder)],
        "prefs": preferences(),
    });
    if let Ok(program) = env::var("FIREFOX") {
        options["binary"] = json!(program);
    }
    json!({"browserName": "firefox", "moz:firefoxOptions": options})
}

fn profile(folder: &Path) -> PathBuf {
    folder.join("profile")
}

/// What is not as visitors have it. geckodriver has switched off much already; not all.
fn preferences() -> Value {
    let off = [
        "app.normandy.enabled",
        "app.shield.optoutstudies.enabled",
        "app.update.auto",
        "browser.contentblocking.report.monitor.enabled",
        "browser.newtabpage.activity-stream.feeds.system.topstories",
        "browser.newtabpage.enabled",
        "browser.region.update.enabled",
        "browser.safebrowsing.blockedURIs.enabled",
        "browser.safebrowsing.downloads.enabled",
        "browser.safebrowsing.malware.enabled",
        "browser.safebrowsing.phishing.enabled",
        "browser.safebrowsing.update.enabled",
        "browser.search.update",
        "browser.topsites.contile.enabled",
        "browser.urlbar.quicksuggest.enabled",
        "browser.urlbar.suggest.searches",
        "datareporting.healthreport.uploadEnabled",
        "datareporting.policy.dataSubmissionEnabled",
        "dom.push.connection.enabled",
        "extensions.blocklist.enabled",
        "extensions.getAddons.cache.enabled",
        "extensions.systemAddon.update.enabled",
        "extensions.update.enabled",
        "geo.enabled",
        "media.gmp-manager.updateEnabled",
        "messaging-system.rsexperimentloader.enabled",
        "network.captive-portal-service.enabled",
        "network.connectivity-service.enabled",
        "network.prefetch-next",
        "privacy.trackingprotection.enabled",
        "services.settings.poll_enabled",
        "signon.management.page.breach-alerts.enabled",
        "toolkit.telemetry.enabled",
        "toolkit.telemetry.unified",
    ];
    let mut preferences: Map<String, Value> = off
        .iter()
        .map(|name| ((*name).to_owned(), json!(false)))
        .collect();
    let others = json!({
        // What the widget asks of another host must fail here as in a train: nobody listens on this port, and names
        // are left to the proxy.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": 9,
        "network.proxy.no_proxies_on": "127.0.0.1",
        "network.proxy.failover_direct": false,
        "network.dns.disablePrefetch": true,
        "network.trr.mode": 5,
        "network.http.speculative-parallel-limit": 0,
        "services.settings.server": "data:,",
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "intl.accept_languages": "en-US, en",
        // Tests open windows without a visitor's hand on the page.
        "dom.disable_open_during_load": false,
        // Half the memory and a third less work to start with four processes for twelve: tests start dozens.
        "browser.newtab.preload": false,
        "browser.tabs.remote.separatePrivilegedContentProcess": false,
        "dom.ipc.processCount": 1,
        "dom.ipc.processCount.webIsolated": 1,
        "dom.ipc.processPrelaunch.enabled": false,
        "extensions.webextensions.remote": false,
        "media.rdd-process.enabled": false,
        "media.utility-process.enabled": false,
    });
    if let Value::Object(others) = others {
        preferences.extend(others);
    }
    Value::Object(preferences)
}
