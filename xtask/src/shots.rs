//! Pictures of every state of the widget, for people to look at.

use std::env;

use crate::Result;
use crate::browser::{CHROMIUM, ENGINES};
use crate::e2e::CHOICE;
use crate::process::{command, run};
use crate::tools::Tools;
use crate::workspace::{dist_dir, root};

/// The command: `[STATE…]`. The pictures are taken by the harness of the end-to-end tests, in one browser.
pub fn shots(states: &[String]) -> Result {
    if !dist_dir().join("demo/gallery.html").is_file() {
        return Err("dist/ has no gallery; `cargo xtask dist` fills it".into());
    }
    let name = env::var(CHOICE).unwrap_or_default();
    let name = if name.is_empty() {
        CHROMIUM.name
    } else {
        &name
    };
    let known = ENGINES.map(|engine| engine.name).join(", ");
    let engine = { ENGINES.into_iter() }
        .find(|engine| engine.name == name)
        .ok_or_else(|| format!("{CHOICE} is `{name}`; pictures are taken in {known}"))?;
    let browser = match engine.find() {
        Some(browser) => browser,
        None => {
            let (_, browsers) = Tools::set_up_with_browsers()?;
            { browsers.into_iter() }
                .find(|browser| browser.engine.name == name)
                .ok_or_else(|| format!("{name} is not here; {CHOICE} may name another: {known}"))?
        }
    };
    let words = "run --quiet --package handbill-e2e --example shots --";
    run(command("cargo")
        .args(words.split(' '))
        .args(states)
        .env("HANDBILL_DIST", dist_dir())
        .env("HANDBILL_SHOTS", root().join("shots"))
        .env(CHOICE, name)
        .envs(browser.programs))
}
