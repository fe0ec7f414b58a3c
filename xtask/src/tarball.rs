//! The package as those meet it who install it: exactly the files they should have, and types that hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::Result;
use crate::package::{MANIFEST, integrity};
use crate::process::{command, run, text};
use crate::site::copy_dir;
use crate::tools::Tools;
use crate::workspace::{dist_dir, root};

/// What the package consists of, besides what pages load.
const FILES: [&str; 8] = [
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "custom-elements.json",
    "event.schema.json",
    "handbill.d.ts",
    "integrity.json",
    MANIFEST,
];

/// What the types have to hold under: without a library in two ways of finding modules, and with React.
const CHECKS: [(&str, &[&str]); 3] = [
    (
        "--module esnext --moduleResolution bundler --jsx preserve",
        &["page.ts", "page.tsx"],
    ),
    ("--module nodenext --jsx preserve", &["page.ts", "page.tsx"]),
    (
        "--module esnext --moduleResolution bundler --jsx react-jsx",
        &["page.ts", "react.tsx"],
    ),
];

/// Packs what is in `dist/`, without writing anything, and uses it in a project of its own.
pub fn check(tools: &Tools) -> Result {
    let packed = packed()?;
    let mut expected: BTreeSet<String> = FILES.map(str::to_owned).into();
    // All that the build has made for pages, by its own list.
    expected.extend(integrity(&dist_dir())?.into_keys());
    if packed != expected {
        let missing: Vec<_> = expected.difference(&packed).collect();
        let odd: Vec<_> = packed.difference(&expected).collect();
        return Err(format!("the package lacks {missing:?} and should not have {odd:?}").into());
    }
    // Far from this project's own node_modules, where TypeScript would find React before it is put there.
    let project = std::env::temp_dir().join(format!("handbill-package-{}", std::process::id()));
    let outcome = use_in(&project, &packed, tools);
    fs::remove_dir_all(&project).ok();
    outcome
}

/// The files that npm would publish.
fn packed() -> Result<BTreeSet<String>> {
    let list = text(
        command("npm")
            .args([
                "pack",
                "--dry-run",
                "--json",
                "--ignore-scripts",
                "--offline",
            ])
            .current_dir(dist_dir()),
    )
    .ok_or("`npm pack` cannot pack dist/; `cargo xtask dist` makes it")?;
    let list: Value = serde_json::from_str(&list)?;
    // A list of packages or, of a newer npm, an object with them by their names.
    let package = match &list {
        Value::Array(packages) => packages.first(),
        Value::Object(packages) => packages.values().next(),
        _ => None,
    };
    let files = package.and_then(|package| package["files"].as_array());
    let files = files.ok_or("`npm pack` has told nothing of files")?;
    let paths = files.iter().filter_map(|file| file["path"].as_str());
    Ok(paths.map(str::to_owned).collect())
}

/// Installs the package in a project and checks its types there.
fn use_in(project: &Path, packed: &BTreeSet<String>, tools: &Tools) -> Result {
    let installed = project.join("node_modules/handbill");
    fs::create_dir_all(installed.join("locales"))?;
    for name in packed {
        fs::copy(dist_dir().join(name), installed.join(name))?;
    }
    copy_dir(&root().join("tests/types"), project)?;
    fs::write(project.join(MANIFEST), "{\"type\": \"module\"}\n")?;
    // On a server there is no page, and importing the package must do no harm.
    run(command("node")
        .args(["--input-type=module", "--eval", "import 'handbill'"])
        .current_dir(project))?;
    for (options, sources) in CHECKS {
        if sources.contains(&"react.tsx") {
            for name in ["@types/react", "csstype"] {
                let inside = PathBuf::from("node_modules").join(name);
                copy_dir(&root().join(&inside), &project.join(&inside))?;
            }
        }
        run(tools
            .node("tsc")
            .args(["--noEmit", "--strict", "--target", "es2022"])
            .args(["--lib", "es2022,dom,dom.iterable", "--types", ""])
            .args(options.split(' '))
            .args(sources)
            .current_dir(project))
        .map_err(|error| format!("the types of package/handbill.d.ts do not hold: {error}"))?;
    }
    println!("{} files are packed; their types hold", packed.len());
    Ok(())
}
