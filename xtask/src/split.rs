//! Splits the program at the points of `src/lazy.rs`, by the library that the macro there belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::Result;
use crate::dist::{FEATURES, PROGRAM};
use crate::process::run;
use crate::tools::Tools;

/// The script that the glue of the main module imports to load chunks.
const LOADER: &str = "./__wasm_split.js";

/// What the modules of chunks import from the main one by.
const MAIN: &str = "__wasm_split";

/// Shared code that is smaller is no file of its own: a request weighs more than its bytes.
const SMALL: u64 = 2048;

/// The files that each chunk needs, shared ones among them.
pub struct Chunks(BTreeMap<String, BTreeSet<String>>);

impl Chunks {
    /// Writes the main module and the files of the chunks into a folder.
    ///
    /// The library numbers what several chunks share by its place among all modules. Files that are published want names
    /// that stay: that of the chunk, or those of all chunks that need it.
    pub fn split(linked: &[u8], into: &Path) -> Result<Self> {
        let main = into.join(PROGRAM).with_extension("wasm");
        let mut options = Options::new(linked);
        options.output_dir = into;
        options.main_out_path = &main;
        options.link_name = LOADER;
        let split = transform(options)
            .map_err(|error| format!("the program cannot be split: {error:#}"))?;
        let chunks = split.prefetch_map.keys();
        let mut needs: BTreeMap<_, _> = chunks
            .map(|chunk| (chunk.clone(), BTreeSet::new()))
            .collect();
        for path in split.split_modules {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let needed_by = { split.prefetch_map.iter() }
                .filter(|(_, modules)| modules.iter().any(|own| *own == stem))
                .map(|(chunk, _)| chunk.as_str());
            let needed_by: BTreeSet<&str> = needed_by.collect();
            let name = file_name(&needed_by);
            fs::rename(&path, into.join(&name))?;
            for chunk in needed_by {
                needs
                    .entry(chunk.to_owned())
                    .or_default()
                    .insert(name.clone());
            }
        }
        Ok(Self(needs))
    }

    /// The names of all files.
    pub fn files(&self) -> BTreeSet<&str> {
        self.0.values().flatten().map(String::as_str).collect()
    }

    /// Puts shared files that are next to nothing into the main module, where they lie in one folder.
    pub fn fold_small(&mut self, tools: &Tools, main: &Path) -> Result {
        let mut merge = tools.node("wasm-merge");
        merge.args(FEATURES).arg(main).arg(MAIN);
        let is_shared = |file: &&str| self.0.values().filter(|own| own.contains(*file)).count() > 1;
        let mut folded = BTreeSet::new();
        for file in self.files().into_iter().filter(is_shared) {
            let path = main.with_file_name(file);
            if fs::metadata(&path)?.len() < SMALL {
                merge.arg(path).arg(file);
                folded.insert(file.to_owned());
            }
        }
        run(merge.arg("-o").arg(main))?;
        for files in self.0.values_mut() {
            files.retain(|file| !folded.contains(file));
        }
        Ok(())
    }

    /// Writes what the program calls to load each chunk, in place of what the library wrote for its own names.
    ///
    /// As CommonJS: the glue takes it as one object, and what esbuild makes of the names of another module breaks where a
    /// page has added to `Object.prototype`.
    pub fn write_loader(&self, into: &Path) -> Result {
        let mut script = String::new();
        for (name, files) in &self.0 {
            let files: Vec<_> = files.iter().map(|file| format!("'{file}'")).collect();
            let files = files.join(", ");
            script += &format!(
                "exports.__wasm_split_load_{name} = (...to) => exports.load([{files}], ...to)\n"
            );
        }
        Ok(fs::write(into.join(LOADER), script)?)
    }
}

/// The published name of what these chunks need.
fn file_name(chunks: &BTreeSet<&str>) -> String {
    let names: Vec<&str> = chunks.iter().copied().collect();
    format!("handbill-{}.wasm", names.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_depend_on_the_order_of_modules() {
        assert_eq!(file_name(&["qr"].into()), "handbill-qr.wasm");
        assert_eq!(
            file_name(&["panels", "conference"].into()),
            "handbill-conference-panels.wasm"
        );
    }
}
