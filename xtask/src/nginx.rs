//! The web server that `deploy/nginx.conf` is for; one test wants it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::debian;
use crate::process::{command, find as find_program, run_logged, text};
use crate::workspace::tools_dir;

/// The one that is there: `NGINX` first, then the search path, then the project's own.
pub fn find() -> Option<PathBuf> {
    let named = std::env::var_os("NGINX").map(PathBuf::from);
    named
        .into_iter()
        .chain(find_program("nginx"))
        // Debian's place for it, which is on the search path of root alone.
        .chain([
            PathBuf::from("/usr/sbin/nginx"),
            dir().join("usr/sbin/nginx"),
        ])
        .find(|path| path.is_file())
}

/// Gets it where that takes nothing but a download, and says so where it does not: the test then passes over it.
pub fn offer() {
    println!("  nginx, for one test: looking for Debian's");
    if let Err(error) = install() {
        println!("  nginx is not to be had ({error}); its test is passed over");
    }
}

/// Unpacks Debian's package into the project's own folder. Installed, it would start a server on this machine.
fn install() -> Result {
    if !debian::is_here() {
        return Err("this machine has no apt-get".into());
    }
    fs::create_dir_all(dir())?;
    run_logged(
        "nginx-download",
        command("apt-get")
            .args(["download", "nginx"])
            .current_dir(dir()),
    )?;
    let archive = fs::read_dir(dir())?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
        .ok_or("nothing was downloaded")?;
    run_logged(
        "nginx-unpack",
        command("dpkg-deb")
            .arg("--extract")
            .arg(&archive)
            .arg(dir()),
    )?;
    fs::remove_file(archive)?;
    let program = dir().join("usr/sbin/nginx");
    if runs(&program) {
        Ok(())
    } else {
        fs::remove_dir_all(dir())?;
        Err("it needs libraries that are not here".into())
    }
}

fn runs(program: &Path) -> bool {
    program
        .to_str()
        .is_some_and(|program| text(command(program).arg("-v")).is_some())
}

fn dir() -> PathBuf {
    tools_dir().join("nginx")
}
