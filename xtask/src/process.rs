//! Child processes: a clean environment for them, and their outcome as a [`Result`].

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::Result;
use crate::workspace::{root, tools_dir};

/// A command at the root of the workspace, with the project's own tools before the system's.
///
/// What `cargo run` and rustup left in the environment is taken out: a child cargo of another toolchain
/// would otherwise find the compiler and the libraries of this one.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", search_path(None));
    for (name, value) in env::vars_os() {
        let text = name.to_string_lossy();
        let left_by_cargo = matches!(
            text.as_ref(),
            "CARGO" | "CARGO_MANIFEST_DIR" | "CARGO_MANIFEST_PATH"
        ) || ["CARGO_PKG_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
            .iter()
            .any(|prefix| text.starts_with(prefix));
        if left_by_cargo {
            command.env_remove(&name);
        } else if text == "LD_LIBRARY_PATH" || text == "DYLD_FALLBACK_LIBRARY_PATH" {
            let kept = env::split_paths(&value).filter(|dir| !left_by_rustup(dir));
            match env::join_paths(kept) {
                Ok(kept) if !kept.is_empty() => command.env(&name, kept),
                _ => command.env_remove(&name),
            };
        }
    }
    command
}

/// The search path of every child: `first`, the project's tools, what npm installed, then the system's.
pub fn search_path(first: Option<&Path>) -> OsString {
    let own = [tools_dir().join("bin"), root().join("node_modules/.bin")];
    let system = env::var_os("PATH").unwrap_or_default();
    let dirs = first
        .map(Path::to_path_buf)
        .into_iter()
        .chain(own)
        .chain(env::split_paths(&system));
    // Joining fails only for a directory with the separator in its name, and these came from splitting.
    env::join_paths(dirs).unwrap_or(system)
}

/// The full path of a program on the search path of the children.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path(None))
        .map(|dir| dir.join(program))
        .find(|path| path.is_file())
}

/// Runs to the end, with everything the child prints going straight through.
pub fn run(command: &mut Command) -> Result {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` ended with {status}", shown(command)).into())
    }
}

/// Runs to the end, with everything the child prints going straight through, and hands on what went to its standard
/// output.
pub fn run_aloud(command: &mut Command) -> (String, Result) {
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return (String::new(), Err(cannot_start(command, &error).into())),
    };
    let mut text = String::new();
    for line in child
        .stdout
        .take()
        .into_iter()
        .flat_map(|output| BufReader::new(output).lines())
    {
        let Ok(line) = line else { break };
        println!("{line}");
        text.push_str(&line);
        text.push('\n');
    }
    let outcome = match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` ended with {status}", shown(command)).into()),
        Err(error) => Err(error.into()),
    };
    (text, outcome)
}

/// Runs to the end, with everything the child prints going into `.tools/log/NAME.txt`.
pub fn run_logged(name: &str, command: &mut Command) -> Result {
    let dir = tools_dir().join("log");
    fs::create_dir_all(&dir)?;
    let path = dir.join(format!("{name}.txt"));
    let log = File::create(&path)?;
    command
        .stdin(Stdio::null())
        .stderr(log.try_clone()?)
        .stdout(log);
    run(command).map_err(|error| {
        let log = fs::read_to_string(&path).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        let end = lines[lines.len().saturating_sub(20)..].join("\n");
        format!("{error}. The end of {}:\n{end}", path.display()).into()
    })
}

/// What the child printed, if it ran and succeeded.
pub fn text(command: &mut Command) -> Option<String> {
    let Output { status, stdout, .. } = command.stdin(Stdio::null()).output().ok()?;
    status
        .success()
        .then(|| String::from_utf8_lossy(&stdout).trim().to_owned())
}

fn left_by_rustup(dir: &Path) -> bool {
    dir.starts_with(root())
        || dir
            .components()
            .any(|part| part.as_os_str() == "toolchains")
}

fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    format!("`{program}` could not be started ({error}); is it installed?")
}
