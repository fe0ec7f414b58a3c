//! What a file of Rust declares, imports and names, by `syn`. Code under `#[cfg(test)]` is left out.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Attribute, Ident, Item, ItemMod, ItemUse, Macro, Meta, Path, Token, UseTree, VisRestricted,
};

/// The contents of one module.
#[derive(Default)]
pub struct Content {
    /// The modules that it declares.
    pub children: Vec<ItemMod>,
    /// The names that it defines.
    pub names: Vec<String>,
    /// What it imports by `use`, also inside functions.
    pub uses: Vec<Use>,
    /// Paths of two names or more in its code, with their lines.
    pub paths: Vec<(Vec<String>, usize)>,
}

/// One name that a `use` imports.
pub struct Use {
    /// Its path, without a `self` at the end.
    pub path: Vec<String>,
    /// The name it has from then on; none for `*`.
    pub name: Option<String>,
    /// Whether `*` follows the path.
    pub is_glob: bool,
    /// The line, from 1.
    pub line: usize,
}

/// The items of a file. Panics with file and line where that is no Rust.
pub fn items(path: &str, text: &str) -> Vec<Item> {
    match syn::parse_file(text) {
        Ok(file) => file.items,
        Err(error) => panic!("{path}:{}: {error}", error.span().start().line),
    }
}

impl Content {
    /// Reads the items of a module.
    pub fn of(items: Vec<Item>) -> Self {
        let mut content = Self::default();
        for item in items {
            if is_for_tests(&item) {
                continue;
            }
            if let Item::Mod(module) = item {
                content.children.push(module);
            } else {
                content.names.extend(name(&item));
                content.visit_item(&item);
            }
        }
        content
    }

    fn add_path(&mut self, names: Vec<String>, line: usize) {
        // A single name is defined in the module, or a `use` imports it.
        if names.len() > 1 {
            self.paths.push((names, line));
        }
    }

    fn add_use(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &Ident| [before, &[name.to_string()]].concat();
        let (mut path, mut name) = match tree {
            UseTree::Path(outer) => return self.add_use(&outer.tree, &with(&outer.ident)),
            UseTree::Group(group) => {
                return (group.items.iter()).for_each(|tree| self.add_use(tree, before));
            }
            UseTree::Glob(_) => (before.to_vec(), None),
            UseTree::Name(one) => (with(&one.ident), Some(one.ident.to_string())),
            UseTree::Rename(one) => (with(&one.ident), Some(one.rename.to_string())),
        };
        // `use a::{self}` is `use a`.
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
            name = name.filter(|name| name != "self").or(path.last().cloned());
        }
        self.uses.push(Use {
            path,
            name,
            is_glob: matches!(tree, UseTree::Glob(_)),
            line: tree.span().start().line,
        });
    }

    /// Adds the paths among tokens that `syn` leaves as they are.
    fn search(&mut self, tokens: TokenStream) {
        let (mut names, mut line, mut colons) = (Vec::new(), 0, 0);
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.add_path(std::mem::take(&mut names), line);
                    }
                    if names.is_empty() {
                        line = name.span().start().line;
                    }
                    names.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => {
                    let is_second = colons == 1;
                    colons = match mark.spacing() {
                        _ if is_second => 2,
                        Spacing::Joint => 1,
                        Spacing::Alone => 0,
                    };
                }
                other => {
                    self.add_path(std::mem::take(&mut names), line);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.search(group.stream());
                    }
                }
            }
        }
        self.add_path(names, line);
    }
}

impl Visit<'_> for Content {
    fn visit_item_use(&mut self, item: &ItemUse) {
        self.add_use(&item.tree, &[]);
        visit::visit_item_use(self, item);
    }

    fn visit_path(&mut self, path: &Path) {
        let names = path.segments.iter().map(|one| one.ident.to_string());
        self.add_path(names.collect(), path.span().start().line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &Macro) {
        self.search(called.tokens.clone());
        visit::visit_macro(self, called);
    }

    fn visit_attribute(&mut self, attribute: &Attribute) {
        const LINTS: [&str; 5] = ["allow", "deny", "expect", "forbid", "warn"];
        let Meta::List(list) = &attribute.meta else {
            return;
        };
        // `clippy::…` is a lint and no path.
        if LINTS.iter().any(|level| list.path.is_ident(level)) {
            return;
        }
        self.search(list.tokens.clone());
        if let Some(namespace) = js_namespace(&list.tokens.to_string()) {
            self.add_path(
                vec!["js".to_owned(), namespace],
                attribute.span().start().line,
            );
        }
        visit::visit_attribute(self, attribute);
    }

    /// Who may see an item is no import.
    fn visit_vis_restricted(&mut self, _: &VisRestricted) {}
}

/// `Intl` in `#[wasm_bindgen(js_namespace = Intl)]`.
fn js_namespace(arguments: &str) -> Option<String> {
    let (_, value) = arguments.split_once("js_namespace = ")?;
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let value = value.trim_start_matches(|c| !is_name(c));
    value.split(|c| !is_name(c)).next().map(str::to_owned)
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Whether `#[cfg(test)]` stands before the item, alone or as one of several conditions that all must hold.
pub fn is_for_tests(item: &Item) -> bool {
    fn wants_test(meta: &Meta) -> bool {
        match meta {
            Meta::Path(path) => path.is_ident("test"),
            Meta::List(list) if list.path.is_ident("all") => list
                .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
                .is_ok_and(|all| all.iter().any(wants_test)),
            _ => false,
        }
    }
    let attributes: &[Attribute] = match item {
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    };
    attributes.iter().any(|attribute| {
        let condition = attribute.parse_args::<Meta>();
        attribute.path().is_ident("cfg") && condition.is_ok_and(|meta| wants_test(&meta))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str) -> Content {
        Content::of(items("a.rs", text))
    }

    #[test]
    fn uses_are_taken_apart() {
        let text = "use a::{self, b::{C as D, *}};\nuse super::e;\nfn f() { use g::H; }";
        let uses = content(text).uses;
        let written = uses.iter().map(|one| {
            let name = one.name.as_deref().unwrap_or("*");
            format!("{} {name} {}", one.path.join("::"), one.line)
        });
        let expected = [
            "a a 1",
            "a::b::C D 1",
            "a::b * 1",
            "super::e e 2",
            "g::H H 3",
        ];
        assert_eq!(written.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn paths_are_found_in_code_macros_and_attributes() {
        let text = "
            #[derive(serde::Serialize)] #[expect(clippy::x)]
            pub(in crate::hidden) struct S(a::T<b::U>);
            fn f(x: u8) -> <c::V as d::W>::X {
                e::f(y, |z| z.g::<h::I>());
                m!(\"{}\", ::j::K::new(), l: n, o: $crate::p!(q::R))
            }
            #[wasm_bindgen]
            extern \"C\" {
                #[wasm_bindgen(js_namespace = [\"Intl\", \"x\"])]
                fn g();
            }
            #[cfg(test)]
            mod tests { fn f() { t::u() } }";
        let mut paths: Vec<String> = content(text)
            .paths
            .iter()
            .map(|(path, line)| format!("{} {line}", path.join("::")))
            .collect();
        paths.sort();
        let expected = [
            "a::T 3",
            "b::U 3",
            "c::V 4",
            "crate::p 6",
            "d::W::X 4",
            "e::f 5",
            "h::I 5",
            "j::K::new 6",
            "js::Intl 10",
            "q::R 6",
            "serde::Serialize 2",
        ];
        assert_eq!(paths, expected);
    }

    #[test]
    fn tests_are_left_out() {
        let text = "#[cfg(test)] use a::B; #[cfg(all(test, unix))] mod c; #[cfg(not(test))] mod d;
            #[cfg(any(test, unix))] fn e() {}";
        let content = content(text);
        assert_eq!(content.uses.len(), 0);
        assert_eq!(content.children.len(), 1);
        assert_eq!(content.names, ["e"]);
    }
}
