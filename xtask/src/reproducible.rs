//! Whether the same sources make the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::SystemTime;

use crate::dist::{Options, build, files};
use crate::tools::Tools;
use crate::workspace::{dist_dir, root};
use crate::{Result, size};

/// What cargo looks at to tell that everything of ours has to be compiled again.
const TOUCHED: [&str; 4] = [
    "build.rs",
    "src/lib.rs",
    "src/main.rs",
    "crates/core/src/lib.rs",
];

/// Makes the release build two times, and fails where a file comes out otherwise.
pub fn dist_twice() -> Result {
    let tools = Tools::set_up()?;
    let into = &dist_dir();
    let options = Options {
        into,
        is_plain: false,
    };
    build(&tools, options)?;
    let first = contents()?;
    for path in TOUCHED {
        File::options()
            .append(true)
            .open(root().join(path))?
            .set_modified(SystemTime::now())?;
    }
    build(&tools, options)?;
    let second = contents()?;
    let all: BTreeSet<&PathBuf> = first.keys().chain(second.keys()).collect();
    let differs = |path: &&PathBuf| first.get(*path) != second.get(*path);
    let paths: Vec<_> = all.into_iter().filter(differs).collect();
    if !paths.is_empty() {
        return Err(format!("the second build has other bytes in {paths:?}").into());
    }
    println!("{} files are the same in both builds", first.len());
    size::print()
}

/// Every file of `dist/`, by its path in it.
fn contents() -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut contents = BTreeMap::new();
    for path in files(&dist_dir())? {
        let inside = path.strip_prefix(dist_dir())?.to_path_buf();
        contents.insert(inside, fs::read(&path)?);
    }
    Ok(contents)
}
