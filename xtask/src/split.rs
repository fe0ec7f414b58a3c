//! Splits the program in two: what every visitor needs, and what is loaded on the first use of a feature that few need.
//!
//! It is one Rust program. After wasm-bindgen, the functions of the [deferred modules](DEFERRED), and what only they
//! call and refer to, move into a module of their own, which works on the memory, the table and the globals of the first.
//! The first part calls into it through JavaScript, which has loaded it by then (`src/browser/deferred.rs`).

use std::collections::BTreeSet;

use walrus::{FunctionId, Module};

use crate::Result;

mod calls;
mod data;
mod linked;
mod parts;

use calls::Calls;
pub use data::Constant;
use linked::Linked;

/// The modules whose functions come later. What the first part calls of them must be plain public functions, marked
/// `#[inline(never)]`; it must hold no value of their types, which it would have to drop.
pub const DEFERRED: [&str; 21] = [
    "handbill_core::calendar",
    "handbill_core::fragment",
    "handbill_core::json_ld",
    "handbill::browser::clipboard",
    "handbill::browser::device",
    "handbill::browser::file",
    "handbill::browser::head",
    "handbill::browser::intl::fold",
    "handbill::browser::intl::zone_list",
    "handbill::browser::later_style",
    "handbill::browser::share",
    "handbill::element::complaint",
    "handbill::element::description",
    "handbill::element::visit",
    "handbill::ui::calendar_menu",
    "handbill::ui::entry_link",
    "handbill::ui::opened",
    "handbill::ui::save_panel",
    "handbill::ui::sharing",
    "handbill::ui::zone_choice",
    "handbill::ui::zone_search",
];

/// Where the second part takes from the first, in its imports.
pub const FIRST: &str = "c";
/// Where the first part calls into the second, in its imports.
pub const SECOND: &str = "b";

/// Statics that come each by itself, before they are looked into: the words of one language. `*` is its tag.
pub const SEPARATE: &str = "handbill_core::text::*::MESSAGES";

/// The parts of a program.
pub struct Parts {
    /// What every visitor loads.
    pub first: Vec<u8>,
    /// What comes later; nothing where there is nothing to defer.
    pub second: Option<Vec<u8>>,
    /// What the second part exports, and JavaScript has to pass on to the first.
    pub entries: Vec<String>,
    /// Statics that come each by itself: what stands for `*` in their path, and their constants.
    pub separate: Vec<(String, Vec<Constant>)>,
}

/// Splits a program that still has its names. `linked` is the program as the linker wrote it.
pub fn split(program: &[u8], linked: &[u8]) -> Result<Parts> {
    split_by(program, &linked::read(linked)?, &DEFERRED, SEPARATE)
}

fn split_by(
    program: &[u8],
    linked: &Linked,
    deferred_modules: &[&str],
    separate: &str,
) -> Result<Parts> {
    let mut first = read(program)?;
    let statics = linked.like(separate);
    let calls = Calls::of(&first);
    let deferred = calls.deferred(deferred_modules);
    if deferred.is_empty() && statics.is_empty() {
        return Ok(Parts {
            first: program.to_owned(),
            second: None,
            entries: Vec::new(),
            separate: Vec::new(),
        });
    }
    let entries = calls.entries(&deferred)?;
    let addresses: Vec<u32> = statics.iter().map(|(_, address)| *address).collect();
    let later = data::later(&first, &deferred, linked, &addresses);
    let names = statics.into_iter().map(|(name, _)| name);
    let separate = names
        .zip(&later.separate)
        .map(|(name, own)| {
            (
                name,
                data::segments(&first, &|address| own.contains(&address)),
            )
        })
        .collect();
    let mut second = read(program)?;
    let needed = parts::keep_deferred(&mut second, &deferred, &later.second, &entries)?;
    let gone: BTreeSet<u32> = later
        .separate
        .iter()
        .chain([&later.second])
        .flatten()
        .copied()
        .collect();
    parts::drop_deferred(&mut first, &deferred, &gone, &entries, &needed)?;
    Ok(Parts {
        first: first.emit_wasm(),
        second: Some(second.emit_wasm()),
        entries: entries.iter().map(|entry| entry_name(*entry)).collect(),
        separate,
    })
}

/// Reads a module; both copies of one number their functions alike.
fn read(program: &[u8]) -> Result<Module> {
    Module::from_buffer(program)
        .map_err(|error| format!("the program cannot be read: {error}").into())
}

/// What a function is called between the parts.
fn entry_name(function: usize) -> String {
    format!("e{function}")
}

/// The functions of a module by number.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::calls::bare;
    use super::*;

    const PROGRAM: &str = r#"(module
        (import "js" "log" (func $log (param i32)))
        (import "js" "rare" (func $rare))
        (memory (export "memory") 1)
        (global $stack (mut i32) (i32.const 1024))
        (table 4 4 funcref)
        (elem (i32.const 1) func $app::shown $app::later::listener $app::shown)
        (data (i32.const 2048) "shown")
        (data (i32.const 2053) "shared")
        (data (i32.const 2060) "\70\08\00\00")
        (data (i32.const 2064) "x")
        (data (i32.const 2065) "later")
        (data (i32.const 2072) "nobody's")
        (data (i32.const 2080) "counted")
        (data (i32.const 2160) "pointed at")
        (data (i32.const 3000) "\c8\0b\00\00\05\08\00\00")
        (data (i32.const 3016) "bonjour")
        (func $app::shown (result i32) (drop (i32.load8_u offset=4000 (i32.const 0))) (drop (i32.load offset=3000 (i32.const 0))) (i32.const 2048))
        (func $shared (result i32) (drop (i32.const 2053)) (global.get $stack))
        (func $only_later (if (i32.const 0) (then (call $only_later)))
            (drop (i32.load8_u offset=2065 (i32.const 0)))
            (drop (i32.const 2053))
            (drop (i32.const 2080))
            (drop (i32.const 2060))
            (call $rare))
        (func $app::later::listener (result i32) (call $only_later) (call $shared))
        (func $app::later::open (param i32) (result i32)
            (call $log (local.get 0))
            (call_indirect (result i32) (i32.const 2)))
        (func (export "start") (result i32)
            (drop (call $shared))
            (call $app::later::open (i32.const 7))))"#;

    fn parts() -> (Module, Module, Parts) {
        let program = wat::parse_str(PROGRAM).expect("the text is a module");
        let linked = Linked {
            biased: [(4000, BTreeSet::from([2080]))].into(),
            statics: [("app::words::fr::WORDS".to_owned(), 3000)].into(),
        };
        let parts = split_by(&program, &linked, &["app::later"], "app::words::*::WORDS")
            .expect("it can be split");
        let first = read(&parts.first).expect("the first part is a module");
        let second = read(parts.second.as_deref().expect("there is a second part"))
            .expect("so is the second");
        (first, second, parts)
    }

    fn names(module: &Module) -> BTreeSet<String> {
        let local = module.funcs.iter_local();
        local
            .filter_map(|(id, _)| module.funcs.get(id).name.clone())
            .collect()
    }

    fn imports(module: &Module, from: &str) -> Vec<String> {
        let imports = module.imports.iter().filter(|import| import.module == from);
        imports.map(|import| import.name.clone()).collect()
    }

    #[test]
    fn each_function_is_in_one_part() {
        let (first, second, _) = parts();
        assert!(names(&first).contains("app::shown") && names(&first).contains("shared"));
        let later: BTreeSet<String> = ["app::later::open", "app::later::listener", "only_later"]
            .map(str::to_owned)
            .into();
        assert_eq!(names(&second), later);
        assert!(names(&first).is_disjoint(&later));
    }

    #[test]
    fn the_parts_fit_together() {
        let (first, second, parts) = parts();
        assert_eq!(imports(&first, SECOND), parts.entries);
        let exported: Vec<String> = second
            .exports
            .iter()
            .map(|export| export.name.clone())
            .collect();
        assert_eq!(exported, parts.entries);
        for name in imports(&second, FIRST) {
            assert!(
                first.exports.iter().any(|export| export.name == name),
                "the first part has {name}"
            );
        }
        assert_eq!(
            imports(&first, "js"),
            [""; 0],
            "what only the second part calls is none of the first's"
        );
        assert_eq!(imports(&second, "js").len(), 2);
    }

    #[test]
    fn a_constant_is_in_the_part_that_refers_to_it() {
        let (first, second, _) = parts();
        let texts = |module: &Module| -> Vec<(i32, String)> {
            let text = |data: &walrus::Data| {
                let walrus::DataKind::Active {
                    offset: walrus::ConstExpr::Value(walrus::ir::Value::I32(at)),
                    ..
                } = data.kind
                else {
                    return None;
                };
                Some((at, String::from_utf8_lossy(&data.value).into_owned()))
            };
            let mut texts: Vec<_> = module.data.iter().filter_map(text).collect();
            texts.sort();
            texts
        };
        let own = |at, text: &str| (at, text.to_owned());
        assert_eq!(
            texts(&first),
            [
                own(2048, "shownshared"),
                own(2064, "x"),
                own(2072, "nobody'scounted")
            ]
        );
        // Its own constants only: a zero on the way from one to the next would erase what the first part has there.
        assert_eq!(
            texts(&second),
            [
                own(2060, "p\u{8}\0\0"),
                own(2065, "later"),
                own(2160, "pointed at")
            ]
        );
    }

    #[test]
    fn a_separate_static_takes_along_what_only_it_refers_to() {
        let (_, _, parts) = parts();
        let [(name, constants)] = parts.separate.as_slice() else {
            panic!("there is one");
        };
        assert_eq!(name, "fr");
        let addresses: Vec<u32> = constants.iter().map(|constant| constant.address).collect();
        assert_eq!(addresses, [3000, 3016]);
        assert_eq!(constants[1].bytes, b"bonjour");
    }

    #[test]
    fn the_table_is_filled_by_both() {
        let (first, second, _) = parts();
        let slots = |module: &Module| -> Vec<i32> {
            let mut slots = Vec::new();
            for element in module.elements.iter() {
                slots.extend(
                    parts::slots(element)
                        .expect("plain")
                        .into_iter()
                        .map(|(slot, _)| slot),
                );
            }
            slots.sort_unstable();
            slots
        };
        assert_eq!(slots(&first), [1, 3]);
        assert_eq!(slots(&second), [2]);
    }

    #[test]
    fn a_value_of_a_deferred_type_in_the_first_part_is_refused() {
        let program = wat::parse_str(
            r#"(module (func $drop_in_place<app::later::Search>) (func (export "start") (call $drop_in_place<app::later::Search>)))"#,
        );
        let program = program.expect("the text is a module");
        let refused = split_by(&program, &Linked::default(), &["app::later"], "");
        let message = refused.err().expect("it is refused").to_string();
        assert!(message.contains("app::later::Search"), "{message}");
    }

    #[test]
    fn a_program_with_nothing_to_defer_stays_whole() {
        let program = wat::parse_str(PROGRAM).expect("the text is a module");
        let parts =
            split_by(&program, &Linked::default(), &["app::never"], "").expect("it is left alone");
        assert!(parts.second.is_none() && parts.first == program);
    }

    #[test]
    fn names_are_compared_without_their_hashes() {
        assert_eq!(
            bare("<a[0123456789abcdef]::b::C>::d::<&[u8]>"),
            "<a::b::C>::d::<&[u8]>"
        );
    }
}
