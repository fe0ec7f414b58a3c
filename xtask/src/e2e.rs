//! The end-to-end tests: the same suite in every browser that is there, one after the other.

use std::env;
use std::path::Path;
use std::thread;
use std::time::Instant;

use crate::Result;
use crate::browser::{Browser, ENGINES};
use crate::nginx;
use crate::process::{command, run_aloud};
use crate::workspace::dist_dir;

/// The variable that names the one engine that is wanted.
pub const CHOICE: &str = "HANDBILL_ENGINE";

/// What no engine makes a difference to, and the first one runs for all: the sentences about mistakes in a document,
/// which the core writes, the configuration of a web server, axe's rules, and a soak whose counters only that one has.
/// Two minutes of each run.
const ONCE: [&str; 4] = ["accessible::axe", "deploy::", "editor::", "soak::"];

/// What shows that a build works which differs from the published one in how it was made: the ways in, pages with strict
/// policies, and every chunk.
const ESSENTIAL: [&str; 6] = [
    "calendar::",
    "conference::",
    "embed::",
    "hostile::",
    "json_ld::",
    "zone_switch::",
];

/// The variable by which the test runner is told how many tests run at once.
const THREADS: &str = "RUST_TEST_THREADS";

/// Runs the suite in all of these, or in the one that the environment names, and says how each did.
pub fn e2e(browsers: &[Browser]) -> Result {
    if !dist_dir().join("index.html").is_file() {
        return Err("dist/ is empty; `cargo xtask dist` fills it".into());
    }
    let chosen = env::var(CHOICE).unwrap_or_default();
    let is_chosen = |browser: &&Browser| chosen.is_empty() || browser.engine.name == chosen;
    let wanted: Vec<&Browser> = browsers.iter().filter(is_chosen).collect();
    if wanted.is_empty() {
        let known = ENGINES.map(|engine| engine.name).join(", ");
        return Err(
            format!("{CHOICE} is `{chosen}`, which is not here; the suite drives {known}").into(),
        );
    }
    let mut lines = Vec::new();
    let mut failed = Vec::new();
    for (place, browser) in wanted.into_iter().enumerate() {
        let name = browser.engine.name;
        println!("━━ e2e in {name}");
        let start = Instant::now();
        let skipped: &[&str] = if place > 0 { &ONCE } else { &[] };
        let skipped = skipped.iter().flat_map(|group| ["--skip", group]);
        let (count, outcome) = suite(browser, &dist_dir(), skipped.collect());
        let seconds = start.elapsed().as_secs_f64();
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        lines.push(format!(
            "  {name:<9} {count:>4} tests {seconds:>7.1} s  {verdict}"
        ));
        if let Err(error) = outcome {
            failed.push(format!(
                "in {name}: {error}; `{CHOICE}={name}` chooses this one alone"
            ));
        }
    }
    println!("{}", lines.join("\n"));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(failed.join("\n").into())
    }
}

/// Runs the essential part of the suite in one browser, on another build than the published one.
pub fn essential(browser: &Browser, dist: &Path) -> Result {
    suite(browser, dist, ESSENTIAL.to_vec()).1
}

/// Runs the suite in one browser: how many tests passed, and whether all did. `words` are for the test runner.
fn suite(browser: &Browser, dist: &Path, words: Vec<&str>) -> (usize, Result) {
    let mut cargo = command("cargo");
    if let Some(nginx) = nginx::find() {
        cargo.env("NGINX", nginx);
    }
    cargo
        .args(["test", "--package", "handbill-e2e"])
        .env("HANDBILL_DIST", dist)
        .env(CHOICE, browser.engine.name)
        .env(THREADS, threads())
        .envs(
            browser
                .programs
                .iter()
                .map(|(variable, path)| (variable, path)),
        )
        .arg("--")
        .args(words);
    let (text, outcome) = run_aloud(&mut cargo);
    (passed(&text), outcome)
}

/// How many tests run at once: as the environment has it, otherwise one more than there are processors, since tests wait
/// for pages and for time to pass.
fn threads() -> String {
    let own = || thread::available_parallelism().map_or(2, |count| count.get() + 1);
    env::var(THREADS).unwrap_or_else(|_| own().to_string())
}

/// How many tests passed, by the closing lines of the test runner.
fn passed(text: &str) -> usize {
    text.lines()
        .filter_map(|line| line.strip_prefix("test result: "))
        .filter_map(|line| {
            line.split_once(". ")?
                .1
                .split_once(" passed")?
                .0
                .parse::<usize>()
                .ok()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn what_passed_is_counted() {
        let text = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 0 ignored\n\
            test result: FAILED. 10 passed; 2 failed; 0 ignored\n";
        assert_eq!(passed(text), 13);
        assert_eq!(passed("nothing"), 0);
    }
}
