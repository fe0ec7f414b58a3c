//! The files of the repository.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

/// A text file of the repository.
pub struct File {
    /// Its path from the root, with `/`.
    pub path: String,
    /// All of it.
    pub text: String,
}

impl File {
    /// A file that a test makes up.
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// What follows the last dot.
    pub fn extension(&self) -> &str {
        Path::new(&self.path)
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or("")
    }

    /// Whether the path is that of the module `module` (such as `src/ui`) or of one inside it.
    pub fn is_in(&self, module: &str) -> bool {
        self.path
            .strip_prefix(module)
            .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// Whether the whole file is a test.
    pub fn is_test(&self) -> bool {
        self.path
            .split('/')
            .any(|part| part == "tests" || part == "tests.rs")
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
            .expect("git lists the files; is it installed?");
        assert!(
            output.status.success(),
            "the tidy tests ask git for the files, so they need a checkout"
        );
        let mut paths: Vec<String> = String::from_utf8_lossy(&output.stdout)
            .split_terminator('\0')
            .map(str::to_owned)
            .collect();
        paths.sort();
        paths.dedup();
        // A file that is gone but still tracked, or that is no text, has nothing to say.
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
