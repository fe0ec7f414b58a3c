//! No cycle of modules, but that of a module and its own child.
//!
//! A module and one of its children may import each other. Every other cycle fails, also that of a parent with two
//! children: where `read` imports `read::entry`, that imports `read::place`, and that imports `read`, nobody
//! understands one of the three alone. What mostly helps is to move what they share into a module of its own.

use std::collections::{HashMap, VecDeque};
use std::ptr;

use crate::graph::{Graph, Import, Imported, sample};
use crate::repository;

/// The imports by which one comes back to the first module, in order.
type Cycle<'a> = Vec<&'a Import>;

/// The shortest cycle; then, as if its first import were gone, the shortest that is left; and so on.
fn cycles(graph: &Graph) -> Vec<Cycle<'_>> {
    let mut left: Vec<&Import> = graph.imports.iter().collect();
    let mut found = Vec::new();
    while let Some(cycle) = shortest(graph, &left) {
        left.retain(|import| !ptr::eq(*import, cycle[0]));
        found.push(cycle);
    }
    found
}

/// The shortest cycle that has an import between others than parent and child. That comes first in it.
fn shortest<'a>(graph: &Graph, imports: &[&'a Import]) -> Option<Cycle<'a>> {
    let mut by_module: HashMap<usize, Vec<(usize, &Import)>> = HashMap::new();
    for import in imports {
        if let Imported::Module(to) = import.to {
            by_module.entry(import.from).or_default().push((to, import));
        }
    }
    let edges = by_module.values().flatten();
    let suspects =
        edges.filter(|(to, import)| !graph.modules.are_parent_and_child(import.from, *to));
    let cycles = suspects.filter_map(|(to, import)| {
        let back = path(&by_module, *to, import.from)?;
        Some([&[*import], &*back].concat())
    });
    cycles.min_by_key(|cycle| (cycle.len(), cycle[0].from, cycle[0].line))
}

/// The shortest path from one module to another.
fn path<'a>(
    by_module: &HashMap<usize, Vec<(usize, &'a Import)>>,
    from: usize,
    to: usize,
) -> Option<Vec<&'a Import>> {
    let mut reached_by: HashMap<usize, &Import> = HashMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(module) = queue.pop_front() {
        if module == to {
            let mut path = Vec::new();
            let mut at = to;
            while at != from {
                path.insert(0, reached_by[&at]);
                at = reached_by[&at].from;
            }
            return Some(path);
        }
        for (next, import) in by_module.get(&module).into_iter().flatten() {
            if *next != from && !reached_by.contains_key(next) {
                reached_by.insert(*next, import);
                queue.push_back(*next);
            }
        }
    }
    None
}

/// A line for each import of each cycle.
fn report(graph: &Graph) -> Vec<String> {
    let cycles = cycles(graph);
    let describe = |cycle: &Cycle| {
        let lines = cycle.iter().map(|import| graph.describe(import));
        lines.collect::<Vec<_>>().join("\n  ")
    };
    cycles.iter().map(describe).collect()
}

#[test]
fn modules_do_not_import_each_other_in_a_cycle() {
    let report = report(repository::graph());
    let count = report.len();
    assert!(
        count == 0,
        "{count} cycles of modules:\n\n  {}\n",
        report.join("\n\n  ")
    );
}

#[test]
fn finds_a_cycle_of_siblings() {
    let graph = sample(&[
        ("app/lib.rs", "mod a; mod b;"),
        ("app/a.rs", "use crate::b::B;\npub struct A;"),
        ("app/b.rs", "pub struct B;\nfn f() { super::a::A }"),
    ]);
    let expected = "app/a.rs:1: app::a imports app::b\n  app/b.rs:2: app::b imports app::a";
    assert_eq!(report(&graph), [expected]);
}

#[test]
fn finds_a_cycle_of_three_and_a_shorter_one_first() {
    let graph = sample(&[
        ("app/lib.rs", "mod a; mod b; mod c;"),
        ("app/a.rs", "use crate::b::B; pub struct A;"),
        ("app/b.rs", "use crate::c::C; pub struct B;"),
        ("app/c.rs", "use crate::a::A; pub struct C; mod d; mod e;"),
        ("app/c/d.rs", "use super::e::E; pub struct D;"),
        ("app/c/e.rs", "use super::d::D; pub struct E;"),
    ]);
    let lengths = cycles(&graph).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(lengths, [2, 3]);
}

#[test]
fn finds_a_cycle_through_a_re_export() {
    let graph = sample(&[
        ("app/lib.rs", "mod a; mod b; mod c; pub use b::Name;"),
        ("app/a.rs", "use crate::Name; pub struct A;"),
        ("app/b.rs", "pub use crate::c::C as Name;"),
        ("app/c.rs", "use crate::a::A; pub struct C;"),
    ]);
    assert_eq!(cycles(&graph).len(), 1);
}

#[test]
fn finds_a_cycle_of_a_parent_and_two_children() {
    let graph = sample(&[
        (
            "app/lib.rs",
            "mod a; mod b; pub struct App; fn f() { a::A }",
        ),
        ("app/a.rs", "use crate::b::B; pub struct A;"),
        ("app/b.rs", "use crate::App; pub struct B;"),
    ]);
    assert_eq!(cycles(&graph).len(), 1);
}

#[test]
fn finds_a_cycle_with_a_child_of_another_module() {
    let graph = sample(&[
        ("app/lib.rs", "mod a; mod b;"),
        ("app/a.rs", "mod inner; fn f() { inner::I } pub struct A;"),
        ("app/a/inner.rs", "use crate::b::B; pub struct I;"),
        ("app/b.rs", "use crate::a::A; pub struct B;"),
    ]);
    assert_eq!(cycles(&graph).len(), 1);
}

#[test]
fn allows_parent_and_child_and_what_has_no_way_back() {
    let graph = sample(&[
        (
            "app/lib.rs",
            "mod a; mod b; pub struct App; use a::A; fn f() { b::B }",
        ),
        (
            "app/a.rs",
            "use super::App; mod inner { use super::A; pub struct I; } use inner::I; pub struct A;",
        ),
        (
            "app/b.rs",
            "pub struct B;\n#[cfg(test)] mod tests { use crate::{App, a::A}; }",
        ),
    ]);
    assert_eq!(report(&graph), [""; 0]);
}
