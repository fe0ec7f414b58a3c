//! The module graph: which module imports which.
//!
//! A module imports another where a path in it names something of the other: in `use`, in code, or in what it hands to
//! a macro. The edge leads to the module that defines the name, also where another one re-exports it.

use std::collections::BTreeMap;

use crate::modules::{Crate, Modules, Target};

/// One edge.
pub struct Import {
    pub from: usize,
    pub to: Imported,
    /// The line of the first such path, from 1.
    pub line: usize,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub enum Imported {
    /// A module of these crates.
    Module(usize),
    /// A path into another crate, such as `web_sys::Event`. `js_namespace` counts as a path into a crate `js`.
    External(String),
}

/// Modules and the edges between them.
pub struct Graph {
    pub modules: Modules,
    pub imports: Vec<Import>,
}

impl Graph {
    /// The graph of these modules.
    pub fn of(modules: Modules) -> Self {
        let ids = 0..modules.all.len();
        let imports = ids.flat_map(|from| imports(&modules, from)).collect();
        Self { modules, imports }
    }

    /// What is imported, in words.
    pub fn name<'a>(&'a self, imported: &'a Imported) -> &'a str {
        match imported {
            Imported::Module(id) => &self.modules.all[*id].path,
            Imported::External(path) => path,
        }
    }

    /// File, line and both modules of an import.
    pub fn describe(&self, Import { from, to, line }: &Import) -> String {
        let from = &self.modules.all[*from];
        format!(
            "{}:{line}: {} imports {}",
            from.file,
            from.path,
            self.name(to)
        )
    }
}

fn imports(modules: &Modules, from: usize) -> Vec<Import> {
    let mut lines = BTreeMap::new();
    let mut add = |to, line: usize| {
        let first = lines.entry(to).or_insert(line);
        *first = line.min(*first);
    };
    let module = &modules.all[from];
    for one in &module.uses {
        match modules.resolve(from, &one.path) {
            Target::Item(to) => add(Imported::Module(to), one.line),
            Target::Module(to) if one.is_glob => add(Imported::Module(to), one.line),
            // Paths that begin with its name tell what is used of it.
            Target::Module(_) => {}
            Target::External(path) => add(Imported::External(path.join("::")), one.line),
        }
    }
    for (path, line) in &module.paths {
        match modules.resolve(from, path) {
            Target::Item(to) => add(Imported::Module(to), *line),
            Target::External(path) if is_crate(&path[0]) => {
                add(Imported::External(path.join("::")), *line);
            }
            Target::Module(_) | Target::External(_) => {}
        }
    }
    lines.remove(&Imported::Module(from));
    let imports = lines.into_iter();
    imports
        .map(|(to, line)| Import { from, to, line })
        .collect()
}

/// Whether a name at the beginning of a path is that of a crate, and not of a type.
fn is_crate(name: &str) -> bool {
    const PRIMITIVES: [&str; 17] = [
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8",
        "u16", "u32", "u64", "u128", "usize",
    ];
    name.starts_with(|first: char| first.is_ascii_lowercase()) && !PRIMITIVES.contains(&name)
}

/// The graph of made-up files. Each `NAME/lib.rs` is the root of a crate of that name.
pub fn sample(files: &[(&str, &str)]) -> Graph {
    let roots = files.iter().filter_map(|(path, _)| {
        let name = path.strip_suffix("/lib.rs")?.to_owned();
        let root = (*path).to_owned();
        Some(Crate { name, root })
    });
    let crates: Vec<Crate> = roots.collect();
    Graph::of(Modules::parse(&crates, &|path| {
        let file = files.iter().find(|(known, _)| *known == path);
        file.map(|(_, text)| (*text).to_owned())
    }))
}

#[test]
fn an_import_is_what_a_path_names() {
    let graph = sample(&[
        ("a/lib.rs", "mod m; mod n; pub use n::N;"),
        (
            "a/m.rs",
            "use crate::N;\nuse super::n;\nfn f(x: u8) { n::g(u8::MAX, Vec::new()); leptos::mount() }",
        ),
        (
            "a/n.rs",
            "pub struct N;\npub fn g() { m!(crate::m::f) }\n#[cfg(test)] mod tests { use b::X; }",
        ),
        (
            "b/lib.rs",
            "#[wasm_bindgen(js_namespace = Intl)] extern \"C\" {} use a::{m, m::f};",
        ),
    ]);
    let imports = graph.imports.iter().map(|import| graph.describe(import));
    let expected = [
        "a/lib.rs:1: a imports a::n",
        "a/m.rs:1: a::m imports a::n",
        "a/m.rs:3: a::m imports leptos::mount",
        "a/n.rs:2: a::n imports a::m",
        "b/lib.rs:1: b imports a::m",
        "b/lib.rs:1: b imports js::Intl",
    ];
    assert_eq!(imports.collect::<Vec<_>>(), expected);
}
