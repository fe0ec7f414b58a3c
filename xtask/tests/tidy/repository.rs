//! The files of the repository, and its module graph.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

use crate::graph::Graph;
use crate::modules::{Crate, Modules};

/// A text file of the repository.
pub struct File {
    /// Its path from the root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl File {
    /// What follows the last dot.
    pub fn extension(&self) -> &str {
        Path::new(&self.path)
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or("")
    }
}

/// The root of the repository.
pub fn root() -> &'static Path {
    let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest_dir
        .parent()
        .expect("the manifest stands in a folder of the root")
}

/// Every text file that git tracks or would track.
pub fn all() -> &'static [File] {
    static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
        let output = Command::new("git")
            .args([
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
            ])
            .current_dir(root())
            .output()
            .expect("git runs");
        assert!(
            output.status.success(),
            "git lists the files of a checkout only"
        );
        let mut paths: Vec<String> = String::from_utf8_lossy(&output.stdout)
            .split_terminator('\0')
            .map(str::to_owned)
            .collect();
        paths.sort();
        paths.dedup();
        // Deleted files are still listed, and pictures are no text.
        paths
            .into_iter()
            .filter_map(|path| {
                Some(File {
                    text: fs::read_to_string(root().join(&path)).ok()?,
                    path,
                })
            })
            .collect()
    });
    &FILES
}

/// The file at this path from the root.
#[track_caller]
pub fn at(path: &str) -> &'static File {
    all()
        .iter()
        .find(|file| file.path == path)
        .unwrap_or_else(|| panic!("the repository has no file {path}"))
}

/// The crates of the widget, and those beside it under `crates`.
fn crates() -> Vec<Crate> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let targets = packages.flat_map(|package| package["targets"].as_array().into_iter().flatten());
    targets
        .filter_map(|target| {
            let path = Path::new(target["src_path"].as_str()?);
            let path = path.strip_prefix(root()).ok()?.to_str()?;
            let is_ours = path.starts_with("src/") || path.starts_with("crates/");
            let is_root = path.ends_with("src/lib.rs") || path.ends_with("src/main.rs");
            (is_ours && is_root).then(|| Crate {
                name: target["name"]
                    .as_str()
                    .unwrap_or_default()
                    .replace('-', "_"),
                root: path.to_owned(),
            })
        })
        .collect()
}

/// The module graph of the widget and of the crates beside it.
pub fn graph() -> &'static Graph {
    static GRAPH: LazyLock<Graph> = LazyLock::new(|| {
        let read = |path: &str| fs::read_to_string(root().join(path)).ok();
        Graph::of(Modules::parse(&crates(), &read))
    });
    &GRAPH
}
