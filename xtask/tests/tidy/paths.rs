//! The repository is the same on everybody's machine: it names no folder of one, and no host of a registry.

use std::sync::LazyLock;

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;

/// Put together here, so that this file passes its own test.
static HOSTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    [
        ["static.crates", "io"],
        ["index.crates", "io"],
        ["registry.npmjs", "org"],
        ["registry.yarnpkg", "com"],
        ["pypi", "org"],
        ["pythonhosted", "org"],
        ["deb.debian", "org"],
        ["static.rust-lang", "org"],
    ]
    .iter()
    .map(|parts| parts.join("."))
    .collect()
});

static FOLDERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    ["root", "home", "work", "Users"]
        .iter()
        .map(|name| format!("/{name}/"))
        .collect()
});

fn paths(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        if let Some(host) = HOSTS.iter().find(|host| line.contains(host.as_str())) {
            found.push(finding(
                number,
                format!("{host} is a registry's host: name the package, its client knows where"),
            ));
        }
        for folder in FOLDERS.iter() {
            // In a longer path or an address it is somebody else's folder.
            let begins = |at: usize| {
                !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_/~}*".contains(c))
            };
            if line
                .match_indices(folder.as_str())
                .any(|(at, _)| begins(at))
            {
                found.push(finding(
                    number,
                    format!(
                        "{folder} exists on one machine: start from the root of the repository"
                    ),
                ));
            }
        }
        let is_resolved = line.trim_start().starts_with("\"resolved\": \"http");
        if file.path.ends_with("package-lock.json") && is_resolved {
            found.push(finding(number, "npm wrote down where it had this from; npm's option omit-lockfile-registry-resolved leaves that out"));
        }
    }
    found
}

#[test]
fn the_repository_is_at_home_everywhere() {
    hold(paths);
}

#[test]
fn catches_hosts_and_folders() {
    let folder = &FOLDERS[0];
    assert_eq!(
        lines(
            paths,
            "a.md",
            &format!("See {folder}notes.\nfrom https://{}/x", HOSTS[4])
        ),
        [1, 2]
    );
    assert_eq!(
        lines(
            paths,
            "a.md",
            &format!("https://example.org{folder}x and ../src{folder}")
        ),
        [0; 0]
    );
    assert_eq!(
        lines(
            paths,
            "package-lock.json",
            "\n  \"resolved\": \"https://example.org/a.tgz\","
        ),
        [2]
    );
}
