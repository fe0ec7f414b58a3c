//! Every test of the project, one step after the other.

use crate::Result;
use crate::browser::Browser;
use crate::e2e::{e2e, essential};
use crate::process::{command, run};
use crate::step::Steps;
use crate::tools::{Tools, set_up_readers};
use crate::workspace::{dist_dir, web_target_dir};
use crate::{dist, python, size, tarball};

/// What a step needs before it can run.
enum Work {
    /// Nothing but cargo.
    Plain(fn() -> Result),
    /// Everything that is set up.
    Web(fn(&Tools, &[Browser]) -> Result),
}

use Work::{Plain, Web};

/// Name, what it tells, and the work; the quick ones first.
const STEPS: [(&str, &str, Work); 12] = [
    ("fmt", "the sources are formatted", Plain(format)),
    (
        "tidy",
        "the invariants of the architecture",
        Plain(|| cargo(&["test", "-p", "xtask"])),
    ),
    (
        "core",
        "the domain",
        Plain(|| cargo(&["test", "-p", "handbill-core", "--all-features"])),
    ),
    (
        "calendar",
        "calendar files, as others read them",
        Plain(calendar),
    ),
    ("clippy", "lints of all that runs natively", Plain(clippy)),
    (
        "clippy-web",
        "lints of all that runs in the browser",
        Web(clippy_web),
    ),
    ("web", "the parts, in a browser", Web(web)),
    (
        "dist",
        "the release build",
        Web(|tools, _| {
            dist::build(
                tools,
                dist::Options {
                    into: &dist_dir(),
                    is_plain: false,
                },
            )
        }),
    ),
    ("size", "what one visitor downloads", Plain(size::check)),
    (
        "package",
        "what npm would publish, and its types",
        Web(|tools, _| tarball::check(tools)),
    ),
    (
        "e2e",
        "the whole, as visitors meet it",
        Web(|_, browsers| e2e(browsers)),
    ),
    (
        "plain",
        "the release build by public tools alone",
        Web(plain),
    ),
];

/// Runs the steps of these names, or all of them.
pub fn test(names: &[String]) -> Result {
    for name in names {
        if !STEPS.iter().any(|(known, ..)| known == name) {
            let known: Vec<&str> = STEPS.iter().map(|(known, ..)| *known).collect();
            return Err(format!(
                "there is no step `{name}`; the steps are {}",
                known.join(", ")
            )
            .into());
        }
    }
    let mut steps = Steps::default();
    let outcome = run_steps(names, &mut steps);
    steps.print();
    outcome
}

fn run_steps(names: &[String], steps: &mut Steps) -> Result {
    let chosen = |name: &str| names.is_empty() || names.iter().any(|chosen| chosen == name);
    let mut tools = None;
    for (name, what, work) in &STEPS {
        if !chosen(name) {
            continue;
        }
        let outcome = match work {
            Plain(work) => steps.run(name, what, work),
            Web(work) => {
                if tools.is_none() {
                    tools = Some(steps.run("set-up", "the tools", Tools::set_up_with_browsers)?);
                }
                let Some((tools, browsers)) = &tools else {
                    continue;
                };
                steps.run(name, what, || work(tools, browsers))
            }
        };
        outcome.map_err(|error| {
            format!("{error}\n`cargo xtask test {name}` repeats this step alone")
        })?;
    }
    Ok(())
}

fn cargo(words: &[&str]) -> Result {
    run(command("cargo").args(words))
}

fn format() -> Result {
    cargo(&["fmt", "--all", "--check"])
        .map_err(|error| format!("{error}; `cargo fmt --all` puts it right").into())
}

fn calendar() -> Result {
    set_up_readers()?;
    let words = "test --package handbill-core --test round_trip -- --ignored";
    run(command("cargo")
        .args(words.split(' '))
        .env("HANDBILL_PYTHON", python::program()))
}

/// All but the widget itself, which only ever runs in a browser: `clippy-web` looks at that, and to compile
/// Leptos once more for a machine where nobody runs it costs minutes.
fn clippy() -> Result {
    let words = "clippy --workspace --exclude handbill --all-features --all-targets -- -D warnings";
    cargo(&words.split(' ').collect::<Vec<_>>())
}

fn clippy_web(tools: &Tools, _: &[Browser]) -> Result {
    let words = "clippy --package handbill --target wasm32-unknown-unknown --lib --bins --tests -- -D warnings";
    run(tools.cargo()?.args(words.split(' ')))
}

/// Apart from `dist/`, which stays what is published.
fn plain(tools: &Tools, browsers: &[Browser]) -> Result {
    let into = &web_target_dir().join("plain");
    dist::build(
        tools,
        dist::Options {
            into,
            is_plain: true,
        },
    )?;
    let first = browsers.first().ok_or("there is no browser")?;
    essential(first, into)
}

fn web(tools: &Tools, browsers: &[Browser]) -> Result {
    let driver = browsers
        .iter()
        .find_map(|browser| browser.program("CHROMEDRIVER"))
        .ok_or("there is no chromedriver")?;
    let words = "test --package handbill --target wasm32-unknown-unknown --test web";
    run(tools
        .cargo()?
        .args(words.split(' '))
        .env("CHROMEDRIVER", driver)
        // A zone that is nobody's default: without summer time, and not a whole day from either side of the date line.
        .env("TZ", "Asia/Dubai")
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}
