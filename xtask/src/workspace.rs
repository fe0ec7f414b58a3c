//! Where things are in the workspace.

use std::path::{Path, PathBuf};

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

/// Where the linker puts the release build of the program.
pub fn release_dir() -> PathBuf {
    web_target_dir().join("wasm32-unknown-unknown/release")
}
