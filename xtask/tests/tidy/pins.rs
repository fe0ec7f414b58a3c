//! Versions are pinned, so that every build is the same.

use crate::repository;

/// The version of a package in package.json.
fn in_npm<'a>(manifest: &'a str, package: &str) -> Option<&'a str> {
    let after = manifest.split(&format!("\"{package}\": \"")).nth(1)?;
    after.split('"').next()
}

#[test]
fn npm_packages_are_pinned() {
    let manifest = &repository::at("package.json").text;
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
    let requirements = repository::at("tests/calendar/requirements.txt");
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
        in_npm(
            "{ \"devDependencies\": { \"binaryen\": \"132.0.0\" } }",
            "binaryen"
        ),
        Some("132.0.0")
    );
    assert_eq!(in_npm("{}", "binaryen"), None);
}
