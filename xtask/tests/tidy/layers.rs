//! Which module may import what: the layers of ARCHITECTURE.md, over the module graph.
//!
//! A path stands for itself and all that is inside: `handbill::ui` is every module of the view. `js` is what
//! `js_namespace` takes from the global object of a script.

use crate::graph::{Graph, Imported, sample};
use crate::repository;

/// What holds for some imports.
enum Rule {
    /// Nothing in this module imports any of these.
    Forbids(&'static str, &'static [&'static str]),
    /// Of the paths that begin like the second (all paths, if that is empty), this module imports only these.
    Limits(&'static str, &'static str, &'static [&'static str]),
    /// Only these modules import what begins so.
    Reserves(&'static str, &'static [&'static str]),
}

use Rule::{Forbids, Limits, Reserves};

/// Each rule, and what to do instead of breaking it.
const RULES: &[(Rule, &str)] = &[
    (
        Limits("handbill_core", "", &["chrono", "serde", "std"]),
        "the domain is pure: let the host pass what it needs",
    ),
    (
        Forbids(
            "handbill_core",
            &["std::time", "std::env", "std::fs", "std::io", "std::thread"],
        ),
        "the domain asks neither clock nor system: take it as an argument",
    ),
    (
        Forbids("handbill::browser", &["leptos", "reactive_graph", "tachys"]),
        "`browser` knows no Leptos: return plain values, and let `ui` or `element` make signals of them",
    ),
    (
        Forbids("handbill::browser", &["handbill::ui", "handbill::element"]),
        "`browser` does not know its callers: take what it needs as an argument",
    ),
    (
        Forbids(
            "handbill::ui",
            &[
                "js",
                "js_sys",
                "wasm_bindgen",
                "wasm_bindgen_futures",
                "gloo_timers",
            ],
        ),
        "`ui` calls no browser API: wrap it in a module of src/browser",
    ),
    (
        Limits(
            "handbill::ui",
            "web_sys",
            &["web_sys::*Event", "web_sys::EventTarget"],
        ),
        "of web_sys, `ui` knows only events: wrap the rest in a module of src/browser",
    ),
    (
        Forbids("handbill::ui", &["handbill::element"]),
        "`ui` does not know where it is mounted: take a callback",
    ),
    (
        Reserves("js_sys::Date", &["handbill::browser::clock"]),
        "one module reads the clock, so that a page can freeze it: take `now` from the context",
    ),
    (
        Reserves("chrono::Utc::now", &["handbill::browser::clock"]),
        "one module reads the clock, so that a page can freeze it: take `now` as an argument",
    ),
    (
        Reserves("chrono::Local", &[]),
        "a program in a browser knows no zone but what Intl tells: take a zone as an argument",
    ),
    (
        Reserves("web_sys::Performance", &["handbill::browser::clock"]),
        "one module reads the clock, so that a page can freeze it: take `now` from the context",
    ),
    (
        Reserves(
            "gloo_timers",
            &["handbill::browser::clock", "handbill::browser::timer"],
        ),
        "one timer serves all views: set an alarm of `browser::clock`",
    ),
    (
        Reserves("js::Intl", &["handbill::browser::intl"]),
        "one module talks to Intl and caches its formatters: ask it",
    ),
    (
        Reserves("js_sys::Intl", &["handbill::browser::intl"]),
        "one module talks to Intl and caches its formatters: ask it",
    ),
    (
        Reserves("web_sys::Storage", &["handbill::browser::storage"]),
        "one module touches storage, which a browser may refuse at any call: ask it",
    ),
];

/// Whether `path` is `prefix` or inside it. A `*` in the last name of `prefix` stands for any letters.
fn is_in(path: &str, prefix: &str) -> bool {
    let names = path.split("::");
    let mut names = names.map(Some).chain(std::iter::repeat(None));
    prefix
        .split("::")
        .filter(|name| !name.is_empty())
        .all(|wanted| {
            let name = names.next().flatten().unwrap_or_default();
            match wanted.split_once('*') {
                Some((start, end)) => name.starts_with(start) && name.ends_with(end),
                None => name == wanted,
            }
        })
}

/// The imports that break a rule, with file, line and what to do instead.
fn broken(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for import in &graph.imports {
        let from = &graph.modules.all[import.from].path;
        let to = graph.name(&import.to);
        let is_external = matches!(import.to, Imported::External(_));
        for (rule, instead) in RULES {
            let any = |paths: &[&str], path| paths.iter().any(|prefix| is_in(path, prefix));
            let is_broken = match rule {
                Forbids(module, paths) => is_in(from, module) && any(paths, to),
                Limits(module, of, paths) => {
                    is_external && is_in(from, module) && is_in(to, of) && !any(paths, to)
                }
                Reserves(path, modules) => is_in(to, path) && !any(modules, from),
            };
            if is_broken {
                found.push(format!("{}: {instead}", graph.describe(import)));
            }
        }
    }
    found
}

#[test]
fn modules_import_what_their_layer_may() {
    let broken = broken(repository::graph());
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn each_rule_is_about_modules_that_exist() {
    let graph = repository::graph();
    let is_there = |path: &str| graph.modules.all.iter().any(|module| module.path == path);
    for (rule, _) in RULES {
        let modules = match rule {
            Forbids(module, _) | Limits(module, ..) => std::slice::from_ref(module),
            Reserves(_, modules) => modules,
        };
        for module in modules {
            assert!(
                is_there(module),
                "{module} is gone: name the module that took its place"
            );
        }
    }
}

#[test]
fn finds_imports_across_layers() {
    let graph = sample(&[
        ("handbill/lib.rs", "mod browser; mod element; mod ui;"),
        (
            "handbill/browser.rs",
            "pub mod clock; use leptos::prelude::*;\nuse crate::ui::View;",
        ),
        (
            "handbill/browser/clock.rs",
            "fn now() { js_sys::Date::now() }",
        ),
        (
            "handbill/element.rs",
            "use crate::ui::View; use web_sys::Node;\nfn now() { js_sys::Date::now() }",
        ),
        (
            "handbill/ui.rs",
            "use web_sys::{KeyboardEvent, EventTarget};\nuse web_sys::Node;\npub struct View;\n\
             #[wasm_bindgen(js_namespace = Intl)] extern \"C\" {}",
        ),
        (
            "handbill_core/lib.rs",
            "use chrono::DateTime;\nuse std::{fmt, time::Instant};\nuse regex::Regex;",
        ),
    ]);
    let places: Vec<String> = broken(&graph)
        .iter()
        .map(|line| line.splitn(3, ':').take(2).collect::<Vec<_>>().join(":"))
        .collect();
    let expected = [
        "handbill/browser.rs:2",
        "handbill/browser.rs:1",
        "handbill/element.rs:2",
        "handbill/ui.rs:4",
        "handbill/ui.rs:4",
        "handbill/ui.rs:2",
        "handbill_core/lib.rs:3",
        "handbill_core/lib.rs:2",
    ];
    assert_eq!(places, expected);
}
