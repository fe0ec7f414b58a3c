//! Everything about Handbill that is not plain cargo: `cargo xtask COMMAND`.

mod bench;
mod binary;
mod browser;
mod data_segments;
mod debian;
mod dist;
mod e2e;
mod nginx;
mod npm;
mod package;
mod process;
mod python;
mod reproducible;
mod serve;
mod short_names;
mod shots;
mod site;
mod size;
mod split;
mod step;
mod tarball;
mod test;
mod toolchain;
mod tools;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--release]  build the demo page, serve it and follow the sources
  test [STEP…]                  run every test, or only these steps:
                                fmt, tidy, core, calendar, clippy, clippy-web, web, dist, size, package, e2e,
                                plain
  dist [--plain | --twice | --bench]
                                make the release build in dist/, as it is published; with --plain, by public
                                tools alone; with --twice, make it again and compare the bytes; with --bench,
                                add what harnesses need that compare several widgets
  size                          print what one visitor downloads from dist/; fail above the budget
  shots [STATE…]                take pictures of the widget in every state, or only in these, into shots/;
                                HANDBILL_ENGINE names the browser
  bench [OPTION…]               measure the release build beside a page without script and one written by hand,
                                and put the tables into docs/performance.md:
                                --only small,1000,10000, --profiles desktop,phone, --runs N, --idle SECONDS,
                                --shots FOLDER
  setup                         only install what the other commands need
  help                          print this

Each command first installs the tools it lacks: into .tools and node_modules, and a few packages of Debian's
where the machine has no other way. No step is needed before.";

/// What can go wrong is told to a person, in a sentence.
type Result<T = (), E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = words
        .split_first()
        .map_or(("help", &[][..]), |(command, rest)| {
            (command.as_str(), rest)
        });
    let outcome = match (command, rest) {
        ("serve", words) => serve::serve(words),
        ("test", steps) => test::test(steps),
        ("dist", []) => dist::dist(false),
        ("dist", [word]) if word == "--plain" => dist::dist(true),
        ("dist", [word]) if word == "--twice" => reproducible::dist_twice(),
        ("dist", [word]) if word == "--bench" => dist::dist(false).and_then(|()| bench::prepare()),
        ("size", []) => size::check(),
        ("shots", states) => shots::shots(states),
        ("bench", options) => bench::bench(options),
        ("setup", []) => set_up(),
        ("help" | "--help" | "-h", _) => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("there is no command `{}`\n\n{HELP}", words.join(" ")).into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

fn set_up() -> Result {
    tools::Tools::set_up_with_browsers()?;
    tools::set_up_readers()?;
    println!("Everything is set up.");
    Ok(())
}
