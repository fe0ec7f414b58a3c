//! No file names a folder of one machine or the host of a registry: the repository works everywhere.

use crate::finding::{Finding, finding, hold, lines};
use crate::repository::File;

/// Hosts of registries, in two halves, so that this file passes its own test.
const HOSTS: [(&str, &str); 8] = [
    ("static.crates", "io"),
    ("index.crates", "io"),
    ("registry.npmjs", "org"),
    ("registry.yarnpkg", "com"),
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("deb.debian", "org"),
    ("static.rust-lang", "org"),
];

/// Folders in the root of a file system.
const FOLDERS: [&str; 4] = ["root", "home", "work", "Users"];

fn paths(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        for (name, end) in HOSTS {
            let host = format!("{name}.{end}");
            if line.contains(&host) {
                let message = format!("{host} is a registry's host: name the package alone");
                found.push(finding(number, message));
            }
        }
        for folder in FOLDERS.map(|name| format!("/{name}/")) {
            // Inside a longer path or an address it is something else.
            let begins = |(at, _): (usize, &str)| {
                !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".-_/~}*".contains(c))
            };
            if line.match_indices(&folder).any(begins) {
                let message =
                    format!("{folder} is on one machine: begin at the root of the repository");
                found.push(finding(number, message));
            }
        }
        let is_resolved = line.trim_start().starts_with("\"resolved\": \"http");
        if is_resolved && file.path.ends_with("package-lock.json") {
            let message =
                "npm wrote an address here: use its option omit-lockfile-registry-resolved";
            found.push(finding(number, message));
        }
    }
    found
}

#[test]
fn no_file_names_a_machine_or_a_registry() {
    hold(paths);
}

#[test]
fn finds_hosts_and_folders() {
    let folder = format!("/{}/", FOLDERS[0]);
    let (name, end) = HOSTS[4];
    let text = format!("See {folder}notes.\nfrom https://{name}.{end}/x");
    assert_eq!(lines(paths, "a.md", &text), [1, 2]);
    let text = format!("https://example.org{folder}x and ../src{folder}");
    assert_eq!(lines(paths, "a.md", &text), [0; 0]);
    let text = "\n  \"resolved\": \"https://example.org/a.tgz\",";
    assert_eq!(lines(paths, "package-lock.json", text), [2]);
}
