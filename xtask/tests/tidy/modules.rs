//! The modules of some crates, and which of them defines what a path names.

use std::collections::{HashMap, HashSet};

use crate::syntax::{Content, Use, items};

/// Returns the text of a file, by its path from the root of the repository.
pub type Read<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A crate, by its name in paths and its root file.
pub struct Crate {
    pub name: String,
    pub root: String,
}

/// A module, in a file of its own or inside another's.
pub struct Module {
    /// Its path from its crate: `handbill::ui::when`.
    pub path: String,
    /// Its file, from the root of the repository.
    pub file: String,
    /// The module that declares it; none for the root of a crate.
    pub parent: Option<usize>,
    /// What it imports by `use`.
    pub uses: Vec<Use>,
    /// Paths in its code, with their lines.
    pub paths: Vec<(Vec<String>, usize)>,
    children: HashMap<String, usize>,
    names: HashSet<String>,
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// The module itself.
    Module(usize),
    /// Something that this module defines.
    Item(usize),
    /// A path that begins with the name of another crate.
    External(Vec<String>),
}

/// The modules of some crates.
#[derive(Default)]
pub struct Modules {
    pub all: Vec<Module>,
    roots: HashMap<String, usize>,
}

impl Modules {
    /// Parses crates.
    pub fn parse(crates: &[Crate], read: Read) -> Self {
        let mut modules = Self::default();
        for Crate { name, root } in crates {
            let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
            let content = content_of(root, read);
            let id = modules.add(None, name, (root, folder), content, read);
            modules.roots.insert(name.clone(), id);
        }
        modules
    }

    /// Adds a module and its children, whose files are in `folder`.
    fn add(
        &mut self,
        parent: Option<usize>,
        path: &str,
        (file, folder): (&str, &str),
        content: Content,
        read: Read,
    ) -> usize {
        let id = self.all.len();
        self.all.push(Module {
            path: path.to_owned(),
            file: file.to_owned(),
            parent,
            uses: content.uses,
            paths: content.paths,
            children: HashMap::new(),
            names: content.names.into_iter().collect(),
        });
        for child in content.children {
            let name = child.ident.to_string();
            let path = format!("{path}::{name}");
            let inside = format!("{folder}/{name}");
            let own_file = format!("{inside}.rs");
            let (file, content) = match child.content {
                Some((_, items)) => (file, Content::of(items)),
                None => (&*own_file, content_of(&own_file, read)),
            };
            let child = self.add(Some(id), &path, (file, &inside), content, read);
            self.all[id].children.insert(name, child);
        }
        id
    }

    /// What a path in the module `from` leads to, through imports and re-exports.
    pub fn resolve(&self, from: usize, path: &[String]) -> Target {
        self.follow(from, path, 0)
    }

    fn follow(&self, from: usize, path: &[String], depth: usize) -> Target {
        let mut at = from;
        for (step, name) in path.iter().enumerate() {
            let rest = &path[step + 1..];
            at = match name.as_str() {
                "crate" => self.root_of(at),
                "self" => at,
                "super" => self.all[at].parent.unwrap_or(at),
                _ => {
                    let found = self.find(at, name, rest.is_empty(), depth);
                    let root = || self.roots.get(name).filter(|_| step == 0);
                    match found.or_else(|| root().map(|root| Target::Module(*root))) {
                        Some(Target::Module(module)) => module,
                        // The rest is inside the item: a variant or a method.
                        Some(Target::Item(module)) => return Target::Item(module),
                        Some(Target::External(outside)) => {
                            return Target::External([&outside, rest].concat());
                        }
                        None if step == 0 => return Target::External(path.to_vec()),
                        // A macro may have made it.
                        None => return Target::Item(at),
                    }
                }
            };
        }
        Target::Module(at)
    }

    /// What a name means in a module. A function and a module may share it: the end of a path is then the function.
    fn find(&self, at: usize, name: &str, is_last: bool, depth: usize) -> Option<Target> {
        // Imports may lead in a circle.
        if depth > 16 {
            return None;
        }
        let module = &self.all[at];
        let child = module.children.get(name).map(|id| Target::Module(*id));
        let own = module.names.contains(name).then_some(Target::Item(at));
        let mut named = module.uses.iter();
        let named = named.find(|one| one.name.as_deref() == Some(name));
        // `use serde;` leads to the crate of that name.
        let named = named.filter(|one| one.path != [name]);
        let item = own.or_else(|| named.map(|one| self.follow(at, &one.path, depth + 1)));
        let found = match is_last {
            true => item.or(child),
            false => child.or(item),
        };
        let globs = module.uses.iter().filter(|one| one.is_glob);
        let mut sources = globs.map(|glob| self.follow(at, &glob.path, depth + 1));
        found.or_else(|| {
            sources.find_map(|source| match source {
                Target::Module(source) => self.find(source, name, is_last, depth + 1),
                _ => None,
            })
        })
    }

    fn root_of(&self, module: usize) -> usize {
        let parent = self.all[module].parent;
        parent.map_or(module, |parent| self.root_of(parent))
    }

    /// Whether one of the two declares the other.
    pub fn are_parent_and_child(&self, one: usize, other: usize) -> bool {
        self.all[one].parent == Some(other) || self.all[other].parent == Some(one)
    }
}

fn content_of(path: &str, read: Read) -> Content {
    let text = read(path).unwrap_or_else(|| panic!("{path}: this module has no file"));
    Content::of(items(path, &text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Graph, sample};

    /// What a path in a module leads to.
    fn target(modules: &Modules, from: &str, path: &str) -> String {
        let from = modules.all.iter().position(|module| module.path == from);
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        match modules.resolve(from.expect("the module is there"), &path) {
            Target::Module(id) => format!("mod {}", modules.all[id].path),
            Target::Item(id) => modules.all[id].path.clone(),
            Target::External(path) => format!("extern {}", path.join("::")),
        }
    }

    #[test]
    fn paths_lead_to_the_module_that_defines_the_name() {
        let Graph { modules, .. } = sample(&[
            (
                "a/lib.rs",
                "pub mod m; mod n { pub mod inner { pub struct I; } } pub use m::deep::D as E; use b::X;",
            ),
            (
                "a/m.rs",
                "pub mod deep; pub fn m() {} use super::n::inner; use deep::*;",
            ),
            (
                "a/m/deep.rs",
                "pub struct D; pub mod deep { pub fn f() {} } pub fn deep() {}",
            ),
            (
                "b/lib.rs",
                "pub enum X { Y } pub use std::mem; pub use self::loop_a as loop_b; use loop_b as loop_a;",
            ),
        ]);
        let of = |from, path| target(&modules, from, path);
        assert_eq!(of("a", "E"), "a::m::deep", "re-exported by another name");
        assert_eq!(of("a::m::deep", "crate::E::new"), "a::m::deep");
        assert_eq!(of("a", "X::Y"), "b", "in another crate");
        assert_eq!(of("a", "b::X"), "b");
        assert_eq!(
            of("a::m", "inner::I"),
            "a::n::inner",
            "in a module inside a file"
        );
        assert_eq!(of("a::m", "super::n"), "mod a::n");
        assert_eq!(of("a::m", "D"), "a::m::deep", "by `*`");
        assert_eq!(of("a::m", "self::m"), "a::m", "a function, not a module");
        assert_eq!(of("a", "m::deep::deep"), "a::m::deep");
        assert_eq!(of("a", "m::deep::deep::f"), "a::m::deep::deep");
        assert_eq!(of("a", "b::mem::take"), "extern std::mem::take");
        assert_eq!(of("a", "leptos::prelude"), "extern leptos::prelude");
        assert_eq!(of("a", "m::made_by_a_macro"), "a::m");
        assert!(of("b", "loop_a").starts_with("extern"), "ends all the same");
    }

    #[test]
    #[should_panic(expected = "a/gone.rs")]
    fn a_module_without_a_file_is_named() {
        sample(&[("a/lib.rs", "mod gone;"), ("b/lib.rs", "")]);
    }

    #[test]
    #[should_panic(expected = "a/lib.rs:2")]
    fn a_file_that_is_no_rust_is_named_with_its_line() {
        sample(&[("a/lib.rs", "fn f() {}\nfn g("), ("b/lib.rs", "")]);
    }
}
