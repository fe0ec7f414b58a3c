//! What `package/` tells editors about the element is what the element has.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

type Names = BTreeSet<String>;

fn root() -> &'static Path {
    let manifest_dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest_dir.parent().expect("a folder of the root")
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Everything under a folder, in one text.
fn read_all(folder: &str) -> String {
    let mut folders = vec![PathBuf::from(folder)];
    let mut all = String::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(folder)).expect("the folder is there") {
            let path = entry.expect("an entry can be named").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                all.push_str(&read(path));
            }
        }
    }
    all
}

/// The names of this kind in the manifest of the element.
fn in_manifest(kind: &str) -> Names {
    let manifest: Value =
        serde_json::from_str(&read("package/custom-elements.json")).expect("the manifest is JSON");
    let declaration = &manifest["modules"][0]["declarations"][0];
    let list = declaration[kind].as_array().expect(kind);
    let names = list.iter().filter_map(|item| item["name"].as_str());
    names.map(str::to_owned).collect()
}

/// What follows each `start`, up to something that is in no name.
fn after(text: &str, start: &str) -> Names {
    let rests = text.split(start).skip(1);
    rests
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_lowercase() && !"-:".contains(c))
                .next()
        })
        .map(str::to_owned)
        .collect()
}

/// What stands between quotes, after `start` and before `end`.
fn quoted(text: &str, start: &str, end: &str) -> Names {
    let part = text
        .split(start)
        .nth(1)
        .and_then(|rest| rest.split(end).next());
    let part = part.unwrap_or_else(|| panic!("{start} is not there"));
    part.split('\'')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The members of an interface of the declarations.
fn declared(interface: &str) -> Names {
    let declarations = read("package/handbill.d.ts");
    let start = format!("export interface {interface} {{");
    let body = declarations
        .split(&start)
        .nth(1)
        .and_then(|rest| rest.split("\n}").next());
    let lines = body.expect("the interface").lines().map(str::trim);
    lines
        .filter(|line| !line.starts_with("/*") && !line.is_empty())
        .filter_map(|line| line.trim_start_matches('\'').split(['\'', '?', ' ']).next())
        .map(|name| name.trim_end_matches(':').to_owned())
        .collect()
}

/// The names of files that are between quotes in a script or page.
fn files_in(text: &str) -> Names {
    let kinds = [".js", ".wasm", ".json", ".html", ".css"];
    let parts = text.split(['\'', '"', '`']);
    let names = parts.map(|part| part.trim_start_matches("./"));
    names
        .filter(|name| kinds.iter().any(|kind| name.ends_with(kind)))
        .filter(|name| !name.contains([' ', '/', '$']))
        .map(str::to_owned)
        .collect()
}

/// From what `exports` names, along whatever each file names in turn.
#[test]
fn the_package_has_every_file_that_its_files_refer_to() {
    let package: Value = serde_json::from_str(&read("package/package.json")).expect("it is JSON");
    let published = package["files"].as_array().expect("a list").iter();
    let published: Names = published
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    let mut met = Names::new();
    let mut next: Vec<String> = files_in(&package["exports"].to_string())
        .into_iter()
        .collect();
    assert!(next.len() >= 6, "`exports` was not understood: {next:?}");
    while let Some(name) = next.pop() {
        if name == "package.json" || !met.insert(name.clone()) {
            continue;
        }
        assert!(published.contains(&name), "package.json lacks {name}");
        let source = ["src", "package"].map(|folder| root().join(folder).join(&name));
        // What the build makes is held against its own list by `cargo xtask test package`.
        if let Some(path) = source.iter().find(|path| path.is_file()) {
            next.extend(files_in(&read(path)));
        }
    }
    assert!(
        met.contains("frame.js"),
        "frame.html was not followed: {met:?}"
    );
}

#[test]
fn attributes_are_those_of_the_element() {
    let known = quoted(&read("src/handbill.js"), "const ATTRIBUTES = [", "]");
    assert!(
        known.len() >= 9,
        "src/handbill.js was not understood: {known:?}"
    );
    assert_eq!(
        in_manifest("attributes"),
        known,
        "package/custom-elements.json"
    );
    assert_eq!(
        declared("HandbillEventAttributes"),
        known,
        "package/handbill.d.ts"
    );
    let introduction = read("package/README.md");
    for name in known {
        assert!(
            introduction.contains(&format!("`{name}`")),
            "package/README.md lacks {name}"
        );
    }
}

#[test]
fn parts_are_those_of_the_view() {
    let known = after(&read_all("src/ui"), ".part(\"");
    assert!(known.len() >= 9, "src/ui was not understood: {known:?}");
    assert_eq!(
        in_manifest("cssParts"),
        known,
        "package/custom-elements.json"
    );
}

#[test]
fn custom_properties_are_those_of_the_style() {
    let known: Names = after(&read_all("style"), "--handbill-")
        .into_iter()
        .map(|name| format!("--handbill-{name}"))
        .collect();
    assert!(known.len() >= 10, "style was not understood: {known:?}");
    assert_eq!(
        in_manifest("cssProperties"),
        known,
        "package/custom-elements.json"
    );
}

#[test]
fn events_are_those_that_are_told() {
    let sources = read_all("src");
    let told: Names = ["load", "error", "phase", "register", "calendar"]
        .iter()
        .map(|name| format!("handbill:{name}"))
        .filter(|name| sources.contains(&format!("\"{name}\"")))
        .collect();
    assert!(told.len() >= 4, "src was not understood: {told:?}");
    let known = in_manifest("events");
    assert!(
        told.is_subset(&known),
        "package/custom-elements.json: {told:?}"
    );
    assert_eq!(declared("HandbillEventMap"), known, "package/handbill.d.ts");
}

#[test]
fn the_script_has_the_version_of_the_package() {
    let version = format!("const VERSION = '{}'", env!("CARGO_PKG_VERSION"));
    assert!(
        read("src/handbill.js").contains(&version),
        "src/handbill.js: {version}"
    );
}
