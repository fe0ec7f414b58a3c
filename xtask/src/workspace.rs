//! Where things are in the workspace, and which versions of its tools it pins.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;

/// The root of the workspace.
pub fn root() -> &'static Path {
    let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest_dir.parent().unwrap_or(manifest_dir)
}

/// Where tools are installed. Git ignores it; deleting it costs a few minutes and nothing else.
pub fn tools_dir() -> PathBuf {
    root().join(".tools")
}

/// The release build, as it is published.
pub fn dist_dir() -> PathBuf {
    root().join("dist")
}

/// The target directory of everything that is compiled to WebAssembly.
///
/// It is apart from the native one since the two may be built by different toolchains, which would wait for
/// each other's locks; an editor's cargo then never blocks `cargo xtask serve` either.
pub fn web_target_dir() -> PathBuf {
    root().join("target/web")
}

/// The release build of the program as the linker wrote it.
pub fn linked_program() -> PathBuf {
    web_target_dir().join("wasm32-unknown-unknown/release/handbill-app.wasm")
}

/// The version of a tool in the `[tools]` table of Trunk.toml.
///
/// Trunk downloads a tool whose version on the search path is another one, so this is the one place to ask.
pub fn pinned(tool: &str) -> Result<String> {
    let text = fs::read_to_string(root().join("Trunk.toml"))?;
    text.lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == tool)
        .map(|(_, version)| version.trim().trim_matches('"').to_owned())
        .ok_or_else(|| format!("Trunk.toml names no version of {tool} under [tools]").into())
}
