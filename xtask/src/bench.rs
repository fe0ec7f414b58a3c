//! The benchmark: the widget beside a page without script and one written by hand, into `docs/performance.md`.

use crate::Result;
use crate::browser::CHROMIUM;
use crate::process::{command, find, run};
use crate::tools::{Tools, set_up_npm};
use crate::workspace::{dist_dir, root};

/// Puts beside the release build what a harness that compares several widgets needs: the page that embeds this one, with
/// blanks for the programme, and how to tell its rows.
pub fn prepare() -> Result {
    let from = root().join("bench/embed");
    for name in ["bench.html", "bench.json"] {
        std::fs::copy(from.join(name), dist_dir().join(name))?;
    }
    println!("dist/ has bench.html and bench.json besides; it is not for publishing now.");
    Ok(())
}

/// The command: `[OPTION…]`, which the script itself reads. It measures what is in `dist/`, as visitors get it.
pub fn bench(options: &[String]) -> Result {
    if !dist_dir().join("handbill-conference.wasm").is_file() {
        return Err("dist/ has no release build; `cargo xtask dist` makes it".into());
    }
    set_up_npm()?;
    if find("node").is_none() {
        return Err("node is missing; install Node.js 18 or later".into());
    }
    let browser = match CHROMIUM.find() {
        Some(browser) => browser,
        None => {
            let (_, browsers) = Tools::set_up_with_browsers()?;
            { browsers.into_iter() }
                .find(|browser| browser.engine.name == CHROMIUM.name)
                .ok_or("the benchmark needs Chromium or Chrome")?
        }
    };
    run(command("node")
        .arg(root().join("bench/run.mjs"))
        .args(options)
        .env("HANDBILL_DIST", dist_dir())
        .envs(browser.programs))
}
