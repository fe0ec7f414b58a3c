//! Versions that are written in two places are the same in both.

use crate::file;

/// The version of a tool in Trunk.toml.
fn in_trunk<'a>(trunk: &'a str, tool: &str) -> Option<&'a str> {
    let (_, value) = trunk
        .lines()
        .filter_map(|line| line.split_once('='))
        .find(|(name, _)| name.trim() == tool)?;
    Some(value.trim().trim_matches('"'))
}

/// The version of a package in Cargo.lock.
fn in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// The version of a package in package.json.
fn in_npm<'a>(manifest: &'a str, package: &str) -> Option<&'a str> {
    let after = manifest.split(&format!("\"{package}\": \"")).nth(1)?;
    after.split('"').next()
}

#[test]
fn wasm_bindgen_is_the_locked_one() {
    let [trunk, lock] = ["Trunk.toml", "Cargo.lock"].map(|path| &file::at(path).text);
    let locked = in_lock(lock, "wasm-bindgen");
    assert!(locked.is_some(), "Cargo.lock was not understood");
    assert_eq!(
        in_trunk(trunk, "wasm_bindgen"),
        locked,
        "the program that writes the glue must be of the library's version: \
         write the one of Cargo.lock as wasm_bindgen under [tools] in Trunk.toml"
    );
}

#[test]
fn wasm_opt_is_the_one_of_npm() {
    let [trunk, manifest] = ["Trunk.toml", "package.json"].map(|path| &file::at(path).text);
    let major = in_npm(manifest, "binaryen").and_then(|version| version.split('.').next());
    assert!(
        major.is_some_and(|major| major.parse::<u32>().is_ok()),
        "package.json pins no binaryen"
    );
    assert_eq!(
        in_trunk(trunk, "wasm_opt").and_then(|version| version.strip_prefix("version_")),
        major,
        "Trunk takes wasm-opt from npm's binaryen: write its major version as wasm_opt under [tools] in Trunk.toml"
    );
}

#[test]
fn npm_packages_are_pinned() {
    let manifest = &file::at("package.json").text;
    for package in [
        "@types/react",
        "binaryen",
        "esbuild",
        "ical.js",
        "puppeteer-core",
        "typescript",
    ] {
        let version = in_npm(manifest, package).unwrap_or_default();
        assert!(
            version.starts_with(|c: char| c.is_ascii_digit()),
            "package.json:1: {package} is \"{version}\"; write one exact version, so that every build is the same"
        );
    }
}

#[test]
fn python_packages_are_pinned() {
    let requirements = file::at("tests/calendar/requirements.txt");
    for line in requirements
        .text
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        assert!(
            line.contains("=="),
            "{}: {line}; write one exact version, so that every run is the same",
            requirements.path
        );
    }
}

#[test]
fn reads_versions() {
    assert_eq!(
        in_trunk(
            "[tools]\n# Must equal.\nwasm_bindgen = \"0.2.130\"",
            "wasm_bindgen"
        ),
        Some("0.2.130")
    );
    let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"2\"\n";
    assert_eq!(in_lock(lock, "wasm-bindgen"), Some("2"));
    assert_eq!(
        in_npm(
            "{ \"devDependencies\": { \"binaryen\": \"132.0.0\" } }",
            "binaryen"
        ),
        Some("132.0.0")
    );
    assert_eq!(in_npm("{}", "binaryen"), None);
}
