//! Debian's packages, for what a machine has no other way to get.

use crate::Result;
use crate::process::{command, find, run_logged, text};

/// Whether this machine installs packages with apt.
pub fn is_here() -> bool {
    find("apt-get").is_some() && find("dpkg-query").is_some()
}

/// Which of these packages are not installed.
pub fn missing(packages: &[&'static str]) -> Vec<&'static str> {
    let installed = command("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\n"])
        .args(packages)
        .output()
        // The command fails as soon as one package is unknown, and still prints the others.
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let is_installed = |package: &str| {
        installed
            .lines()
            .any(|line| line == format!("{package} installed"))
    };
    packages
        .iter()
        .copied()
        .filter(|package| !is_installed(package))
        .collect()
}

/// Installs packages, as root or through a `sudo` that asks no password.
pub fn install(packages: &[&str]) -> Result {
    let by_hand = format!("run `apt-get install {}` as root", packages.join(" "));
    if !is_here() {
        return Err(format!("this machine has no apt-get; on Debian, {by_hand}").into());
    }
    let as_root = text(command("id").arg("-u")).as_deref() == Some("0");
    if !as_root && text(command("sudo").args(["-n", "true"])).is_none() {
        return Err(format!("{by_hand}, then this again").into());
    }
    let apt = |log: &str, words: &[&str]| {
        let mut apt = if as_root {
            command("apt-get")
        } else {
            command("sudo")
        };
        if !as_root {
            apt.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        // Another installation may be under way; waiting for it beats failing.
        apt.args(["-o", "DPkg::Lock::Timeout=300", "--quiet", "--yes"])
            .args(words);
        run_logged(log, &mut apt)
    };
    apt("apt-update", &["update"])
        .map_err(|error| format!("{by_hand}; `apt-get update` failed here: {error}"))?;
    apt(
        "apt-install",
        &[&["install", "--no-install-recommends"], packages].concat(),
    )
    .map_err(|error| format!("{by_hand}; it failed here: {error}").into())
}
