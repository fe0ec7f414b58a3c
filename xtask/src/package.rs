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
use crate::workspace::{dist_dir, root};

/// The manifest of the package, in `package/` and in `dist/`.
pub const MANIFEST: &str = "package.json";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
const INTEGRITY: &str = "integrity.json";

/// Makes a package for npm of the build in `dist/`. The demo page stays there too; npm passes over it.
pub fn assemble() -> Result {
    let sources = root().join("package");
    for source in files(&sources)? {
        if let Ok(inside) = source.strip_prefix(&sources)
            && !inside.ends_with(MANIFEST)
        {
            fs::copy(&source, dist_dir().join(inside))?;
        }
    }
    for licence in LICENCES {
        fs::copy(root().join(licence), dist_dir().join(licence))?;
    }
    // Before the manifest, which names the files that are there.
    fs::write(
        dist_dir().join(INTEGRITY),
        serde_json::to_string_pretty(&integrity()?)? + "\n",
    )?;
    let template = fs::read_to_string(sources.join(MANIFEST))?;
    let is_there = |name: &str| dist_dir().join(name).exists();
    let manifest = manifest(&template, env!("CARGO_PKG_VERSION"), is_there)?;
    fs::write(dist_dir().join(MANIFEST), manifest)?;
    Ok(())
}

/// The manifest with its version, without the files that this build does not have.
///
/// The lines stay in their order: of the conditions of an export, the first that holds counts.
fn manifest(template: &str, version: &str, is_there: impl Fn(&str) -> bool) -> Result<String> {
    let listed: Value = serde_json::from_str(template)?;
    let absent: Vec<&str> = listed["files"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|name| !is_there(name))
        .collect();
    let mut manifest = String::with_capacity(template.len());
    for line in template.lines() {
        let names = |name: &&str| {
            line.contains(&format!("\"{name}\"")) || line.contains(&format!("\"./{name}\""))
        };
        if line.trim_start().starts_with("\"version\":") {
            manifest.push_str(&format!("  \"version\": \"{version}\",\n"));
        } else if !absent.iter().any(names) {
            manifest.push_str(line);
            manifest.push('\n');
        }
    }
    serde_json::from_str::<Value>(&manifest)
        .map_err(|error| format!("package/{MANIFEST} without {absent:?} is no JSON: {error}"))?;
    Ok(manifest)
}

/// The hash of every file that a page may load, as its `integrity` has it.
fn integrity() -> Result<BTreeMap<String, String>> {
    let mut hashes = BTreeMap::new();
    for path in files(&dist_dir())? {
        if let Some(name) = loaded(&path) {
            let hash = BASE64_STANDARD.encode(Sha384::digest(fs::read(&path)?));
            hashes.insert(name, format!("sha384-{hash}"));
        }
    }
    Ok(hashes)
}

/// The name of a file, if pages load it; the demo page and its data are nobody's.
fn loaded(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(dist_dir()).ok()?;
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
    fn a_manifest_names_its_version_and_what_is_there() {
        let template = "{\n  \"version\": \"?\",\n  \"exports\": {\n    \"./b.html\": \"./b.html\",\n    \"./a.js\": \"./a.js\"\n  },\n  \"files\": [\n    \"b.html\",\n    \"a.js\"\n  ]\n}";
        let filled = manifest(template, "1.2.3", |name| name == "a.js");
        assert_eq!(
            filled.unwrap_or_default(),
            "{\n  \"version\": \"1.2.3\",\n  \"exports\": {\n    \"./a.js\": \"./a.js\"\n  },\n  \"files\": [\n    \"a.js\"\n  ]\n}\n"
        );
    }

    #[test]
    fn a_manifest_that_would_be_broken_is_refused() {
        let template =
            "{\n  \"version\": \"?\",\n  \"files\": [\n    \"a.js\",\n    \"b.html\"\n  ]\n}";
        assert!(manifest(template, "1.2.3", |name| name == "a.js").is_err());
    }
}
