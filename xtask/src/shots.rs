//! Pictures of every state of the widget, for people to look at.

use std::env;

use crate::Result;
use crate::browser::CHROMIUM;
use crate::e2e::CHOICE;
use crate::process::{command, run};
use crate::tools::Tools;
use crate::workspace::{dist_dir, root};

/// The command: `[STATE…]`. The pictures are taken by the harness of the end-to-end tests, in one browser.
pub fn shots(states: &[String]) -> Result {
    if !dist_dir().join("demo/gallery.html").is_file() {
        return Err("dist/ has no gallery; `cargo xtask dist` fills it".into());
    }
    let chosen = env::var(CHOICE).ok().filter(|name| !name.is_empty());
    let name = chosen.unwrap_or_else(|| CHROMIUM.name.to_owned());
    let (_, browsers) = Tools::set_up_with_browsers()?;
    let browser = { browsers.into_iter() }
        .find(|browser| browser.engine.name == name)
        .ok_or_else(|| format!("{name} is not here; {CHOICE} may name another"))?;
    let words = "run --quiet --package handbill-e2e --example shots --";
    run(command("cargo")
        .args(words.split(' '))
        .args(states)
        .env("HANDBILL_DIST", dist_dir())
        .env("HANDBILL_SHOTS", root().join("shots"))
        .env(CHOICE, &name)
        .envs(browser.programs))
}
