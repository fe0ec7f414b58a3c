//! Short names between the modules of the program and its glue: 4 KiB of what a visitor downloads.
//!
//! esbuild makes them in the scripts and says which are which; here the modules get the same. Without this step all keep
//! the names that wasm-bindgen and the splitter gave them.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Import, Imports, Parser};

use crate::Result;

/// Which members of objects are short in the scripts: those that wasm-bindgen and the splitter name.
pub const PATTERN: &str = "^(__w|wasm_bindgen_)";

/// The short name of each long one.
pub type Names = HashMap<String, String>;

/// Reads what esbuild wrote down.
pub fn read(cache: &Path) -> Result<Names> {
    Ok(serde_json::from_str(&fs::read_to_string(cache)?)?)
}

/// A module that imports and exports by the short names.
pub fn renamed(module: &[u8], names: &Names) -> Result<Vec<u8>> {
    let mut renamed = Module::new();
    Renamer(names)
        .parse_core_module(&mut renamed, Parser::new(0), module)
        .map_err(|error| format!("a module cannot be renamed: {error}"))?;
    Ok(renamed.finish())
}

struct Renamer<'a>(&'a Names);

impl<'a> Renamer<'a> {
    /// The short name, or the same where there is none.
    fn short<'b>(&self, name: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.0.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Renamer<'_> {
    type Error = Infallible;

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        let name = self.short(export.name);
        utils::parse_export(self, exports, Export { name, ..export })
    }

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        let imports = match imports {
            Imports::Single(at, import) => Imports::Single(
                at,
                Import {
                    module: self.short(import.module),
                    name: self.short(import.name),
                    ..import
                },
            ),
            // A short form that no tool writes so far.
            other => other,
        };
        utils::parse_imports(self, section, imports)
    }
}
