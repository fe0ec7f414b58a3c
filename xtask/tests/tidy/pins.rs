//! Packages from npm and PyPI have exact versions, so that every build is the same.

use serde_json::Value;

use crate::repository;

/// Packages and versions that package.json asks for.
fn npm(manifest: &str) -> Vec<(String, String)> {
    let manifest: Value = serde_json::from_str(manifest).expect("package.json is JSON");
    let packages = manifest["devDependencies"]
        .as_object()
        .into_iter()
        .flatten();
    let version = |version: &Value| version.as_str().unwrap_or_default().to_owned();
    packages
        .map(|(name, value)| (name.clone(), version(value)))
        .collect()
}

/// Packages and versions of a list for pip.
fn pip(list: &str) -> Vec<(String, String)> {
    let lines = list.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parts = lines.map(|line| line.split_once("==").unwrap_or((line, "")));
    parts
        .map(|(name, version)| (name.to_owned(), version.to_owned()))
        .collect()
}

fn is_exact(version: &str) -> bool {
    version.split('.').all(|part| part.parse::<u32>().is_ok())
}

#[test]
fn packages_have_exact_versions() {
    let mut packages = npm(&repository::at("package.json").text);
    for file in repository::all() {
        if file.path.ends_with("requirements.txt") {
            packages.extend(pip(&file.text));
        }
    }
    assert!(packages.len() > 5, "no packages were found: {packages:?}");
    for (package, version) in packages {
        assert!(
            is_exact(&version),
            "{package} has no exact version: {version:?}"
        );
    }
}

#[test]
fn finds_versions_that_are_not_exact() {
    let packages = npm("{ \"devDependencies\": { \"a\": \"1.2.0\", \"b\": \"^1.2.0\" } }");
    let exact = packages.iter().map(|(_, version)| is_exact(version));
    assert_eq!(exact.collect::<Vec<_>>(), [true, false]);
    let packages = pip("# Why.\nc==3.4.5\nd>=3\n");
    let exact = packages.iter().map(|(_, version)| is_exact(version));
    assert_eq!(exact.collect::<Vec<_>>(), [true, false]);
}
