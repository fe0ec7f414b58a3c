//! The toolchain that compiles to WebAssembly.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::debian;
use crate::process::{command, find, run_logged, search_path, text};
use crate::workspace::{tools_dir, web_target_dir};

const TARGET: &str = "wasm32-unknown-unknown";

/// What Debian needs to compile for the web: it has no ready-made library for the target, so the library's
/// source is compiled along with the project.
pub const DEBIAN_PACKAGES: [&str; 6] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
    "lld-22",
];

/// Who compiles to WebAssembly. Native code is always compiled by the cargo that runs this program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Toolchain {
    /// The toolchain of native code, which has the library for the target.
    Own,
    /// Debian's, which compiles the library first.
    Debian,
}

impl Toolchain {
    /// The one that is ready for use.
    pub fn find() -> Option<Self> {
        if own_library().is_some_and(|dir| dir.is_dir()) {
            Some(Self::Own)
        } else if debian::is_here() && debian::missing(&DEBIAN_PACKAGES).is_empty() {
            Some(Self::Debian)
        } else {
            None
        }
    }

    /// Asks rustup for the library, unless rustup was told to fetch nothing by itself.
    pub fn ask_rustup() {
        let may_fetch = env::var_os("RUSTUP_AUTO_INSTALL").is_none_or(|value| value != "0");
        if may_fetch && find("rustup").is_some() {
            println!("  the {TARGET} library: asking rustup");
            // Neither has to succeed: there are Debian's packages for the first, and the second only makes the
            // release build smaller.
            let _ = run_logged(
                "rustup-target",
                command("rustup").args(["target", "add", TARGET]),
            );
            let _ = run_logged(
                "rustup-source",
                command("rustup").args(["component", "add", "rust-src"]),
            );
        }
    }

    /// A program that compiles, or has cargo compile, to WebAssembly.
    pub fn command(self, program: &str) -> Result<Command> {
        let mut command = command(program);
        command.env("CARGO_TARGET_DIR", web_target_dir());
        if self == Self::Debian {
            command
                .env("PATH", search_path(Some(&debian_programs()?)))
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            for name in ["RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN"] {
                command.env_remove(name);
            }
        }
        Ok(command)
    }

    /// What a release build takes besides; `is_small` asks for all that makes it smaller and only some toolchains can do.
    ///
    /// The small stack is 60 KiB of memory on every page in place of 1 MiB; test builds keep the large one, as
    /// unoptimised code needs more. With the source of the standard library, that is compiled for size, and a panic
    /// stops at once instead of printing where it happened: a sixth of everything a visitor downloads.
    pub fn release(self, command: &mut Command, is_small: bool) {
        let mut flags = String::from("-Clink-arg=-zstack-size=61440");
        if is_small && (self == Self::Debian || own_source().is_some_and(|dir| dir.is_dir())) {
            flags += " -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
            command
                // A stable compiler takes these flags only when it is told to.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        } else if is_small {
            println!("note: `rustup component add rust-src` would make this build a sixth smaller");
        }
        // Flags for all targets would win over those for one.
        command
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
}

/// Where the toolchain of native code has, or would have, its library for the target.
fn own_library() -> Option<PathBuf> {
    text(command("rustc").args(["--print", "target-libdir", "--target", TARGET])).map(PathBuf::from)
}

/// Where the toolchain of native code has, or would have, the source of its library.
fn own_source() -> Option<PathBuf> {
    let sysroot = text(command("rustc").args(["--print", "sysroot"]))?;
    Some(Path::new(&sysroot).join("lib/rustlib/src/rust/library/std"))
}

/// A folder with Debian's programs and nothing else: `/usr/bin` itself, put before the rest of the search
/// path, would hide the user's own node and browsers.
fn debian_programs() -> Result<PathBuf> {
    let dir = tools_dir().join("debian");
    fs::create_dir_all(&dir)?;
    for program in ["cargo", "cargo-clippy", "clippy-driver", "rustc", "rustdoc"] {
        let link = dir.join(program);
        if !link.exists() {
            symlink(Path::new("/usr/bin").join(program), link)?;
        }
    }
    Ok(dir)
}
