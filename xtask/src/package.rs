//! What is published: the release build, and beside it what npm, editors and the authors of pages want.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};

use crate::Result;
use crate::dist::files;
use crate::workspace::root;

/// The manifest of the package, in `package/` and in `dist/`.
pub const MANIFEST: &str = "package.json";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
const INTEGRITY: &str = "integrity.json";
/// What stands in the manifest in place of a version.
const VERSION: &str = "filled by cargo xtask dist";

/// Makes a package for npm of a release build. The demo page stays there too; npm passes over it.
pub fn assemble(dist: &Path) -> Result {
    let sources = root().join("package");
    for source in files(&sources)? {
        if let Ok(inside) = source.strip_prefix(&sources)
            && !inside.ends_with(MANIFEST)
        {
            fs::copy(&source, dist.join(inside))?;
        }
    }
    for licence in LICENCES {
        fs::copy(root().join(licence), dist.join(licence))?;
    }
    // Before the manifest, which names the files that are there.
    fs::write(
        dist.join(INTEGRITY),
        serde_json::to_string_pretty(&integrity(dist)?)? + "\n",
    )?;
    let template = fs::read_to_string(sources.join(MANIFEST))?;
    let is_there = |name: &str| dist.join(name).exists();
    let manifest = manifest(&template, env!("CARGO_PKG_VERSION"), is_there)?;
    fs::write(dist.join(MANIFEST), manifest)?;
    Ok(())
}

/// The manifest with its version, and an error where it lists a file that the build does not have.
fn manifest(template: &str, version: &str, is_there: impl Fn(&str) -> bool) -> Result<String> {
    let filled = template.replace(VERSION, version);
    let listed: Value = serde_json::from_str(&filled)?;
    let names = listed["files"].as_array().into_iter().flatten();
    let absent: Vec<_> = { names.filter_map(Value::as_str) }
        .filter(|name| !is_there(name))
        .collect();
    if absent.is_empty() {
        Ok(filled)
    } else {
        Err(format!("package/{MANIFEST} lists {absent:?}, which the build does not have").into())
    }
}

/// The hash of every file that a page may load, as its `integrity` has it.
pub fn integrity(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut hashes = BTreeMap::new();
    for path in files(dist)? {
        if let Some(name) = loaded(dist, &path) {
            let hash = BASE64_STANDARD.encode(Sha384::digest(fs::read(&path)?));
            hashes.insert(name, format!("sha384-{hash}"));
        }
    }
    Ok(hashes)
}

/// The name of a file, if pages load it; the demo page and its data are nobody's.
fn loaded(dist: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(dist).ok()?;
    let name = inside.to_str()?.replace('\\', "/");
    let is_loaded = matches!(inside.extension()?.to_str()?, "js" | "wasm")
        && !inside.starts_with("demo")
        || inside.starts_with("locales")
        || name == "frame.html";
    is_loaded.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_has_its_version_and_lists_what_is_there() {
        let template = format!(r#"{{"version": "{VERSION}", "files": ["a.js", "b.html"]}}"#);
        let filled = manifest(&template, "1.2.3", |_| true).unwrap_or_default();
        assert_eq!(
            filled,
            r#"{"version": "1.2.3", "files": ["a.js", "b.html"]}"#
        );
        assert!(manifest(&template, "1.2.3", |name| name == "a.js").is_err());
    }
}
