//! Splits the program: what every visitor needs, and parts that are loaded on the first use of a feature that few need.
//!
//! It is one Rust program. After wasm-bindgen, the functions of the [deferred modules](crate::deferred), and what only
//! they call and refer to, move into modules of their own, which work on the memory, the table and the globals of the
//! first. The first part calls into them through JavaScript, which has loaded them by then
//! (`src/browser/deferred.rs`). They know nothing of each other: what two of them need, each has.
//!
//! What every visitor needs is in pieces, too, one behind the other in one file: what reads documents, what shows the most of
//! them, and the rest. Each does its work while the next is on its way.

use std::collections::BTreeSet;

use walrus::{FunctionId, Module};

use crate::Result;
use crate::deferred::{PARTS, Part};

mod calls;
mod data;
mod linked;
mod name;
mod parts;
mod references;
mod twins;

use calls::Calls;
pub use data::Constant;
use data::Later;
use linked::Linked;
use references::References;

/// Where the deferred parts take from the first, in their imports.
pub const FIRST: &str = "c";
/// Where the first part calls into the deferred ones, in its imports.
pub const LATER: &str = "b";

/// Statics that come each by itself, before they are looked into: the words of one language. `*` is its tag.
pub const SEPARATE: &str = "handbill_core::text::*::MESSAGES";

/// What comes behind the first piece, one after another, by what the names of exports begin with; each export belongs to the
/// first that fits. A view is made as far as it can be before all that a `Host` can do is there.
const BEHIND: [&[&str]; 2] = [&["host_new", "host_show"], &["host_", "__wbg_host_"]];

/// The most instructions of a function of the first part that the others get a copy of. The names by which they would take it
/// from there are as long, and what others take cannot be inlined.
const SMALL: u64 = 8;

/// The least bytes of a constant that comes behind the first piece. To say where others belong, one after another, is longer than they are.
const LARGE: usize = 64;

/// The parts of a program.
pub struct Parts {
    /// What every visitor loads, in this order: the first reads documents, the others show them.
    pub pieces: Vec<Vec<u8>>,
    /// What comes later, by the names of the parts; without those that nothing belongs to.
    pub later: Vec<(&'static str, Vec<u8>)>,
    /// What the deferred parts export, and JavaScript has to pass on to the first.
    pub entries: Vec<String>,
    /// Statics that come each by itself: what stands for `*` in their path, and their constants.
    pub separate: Vec<(String, Vec<Constant>)>,
}

/// Splits a program that still has its names. `linked` is the program as the linker wrote it.
pub fn split(program: &[u8], linked: &[u8]) -> Result<Parts> {
    let program = twins::merged(program)?;
    split_by(&program, &linked::read(linked)?, &PARTS, SEPARATE, SMALL)
}

fn split_by(
    program: &[u8],
    linked: &Linked,
    parts: &[Part],
    separate: &str,
    small: u64,
) -> Result<Parts> {
    let mut first = read(program)?;
    let mut calls = Calls::of(&first)?;
    let modules: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.modules)
        .copied()
        .collect();
    let (names, addresses): (Vec<_>, Vec<_>) = linked.like(separate).into_iter().unzip();
    let references = References::of(&first, linked, addresses)?;
    let slots = |function| references.slots(function);
    let (live, live_slots) = calls.keep_live(&slots);
    let deferred = calls.deferred(&modules, &slots);
    let entries = calls.entries(&deferred)?;
    let functions: Vec<_> = parts
        .iter()
        .map(|part| calls.part(&deferred, part.modules, &slots))
        .collect();
    let constants = Later::of(&references, &deferred, &functions);
    let own = names.into_iter().zip(&constants.separate);
    let separate = own.map(|(name, own)| {
        let segments = data::segments(&first, &|address| own.contains(&address));
        (name, segments)
    });
    let separate = separate.collect();
    let mut later = Vec::new();
    let mut needed = parts::Needed::new();
    let mut left = entries.clone();
    for ((part, functions), constants) in parts.iter().zip(&functions).zip(&constants.parts) {
        if functions.is_empty() {
            continue;
        }
        let is_named = |entry: &mut usize| calls.is_named(*entry, part.modules);
        let own = left.extract_if(.., is_named);
        let exports: Vec<_> = own
            .map(|entry| (entry_name(&entries, entry), entry))
            .collect();
        let mut module = read(program)?;
        let whole = calls.with_small(functions, &BTreeSet::new(), small);
        needed.extend(parts::keep(
            &mut module,
            functions,
            &whole,
            constants,
            &exports,
            &[],
        )?);
        later.push((part.name, module.emit_wasm()));
    }
    let mut gone: BTreeSet<u32> = constants.gone();
    gone.extend(references.dead_constants(&live));
    // What each piece brings: what its exports and those before lead to, without what is there by then.
    let mut reached = BTreeSet::new();
    let pieces: Vec<BTreeSet<usize>> = (0..=BEHIND.len())
        .map(|piece| {
            let has_come = |name: &str| piece_of(name) <= piece;
            let all = calls.behind(&has_come, &deferred, &slots);
            let is_new = |number: &usize| calls.is_local(*number) && !reached.contains(number);
            let own = all.iter().copied().filter(is_new).collect();
            reached.extend(all);
            own
        })
        .collect();
    let mut stay = gone.clone();
    stay.extend(references.constants_of_globals());
    let constants: Vec<BTreeSet<u32>> = { pieces.iter().enumerate() }
        .map(|(piece, functions)| {
            let mut own = references.constants(functions.iter().copied());
            own.retain(|address| !stay.contains(address));
            stay.extend(&own);
            if piece > 0 {
                own.retain(|address| references.length(*address) >= LARGE);
            }
            own
        })
        .collect();
    let mut behind = Vec::new();
    let mut others = deferred.clone();
    // From the last to the first: each exports what those behind it need.
    for (functions, constants) in pieces.iter().zip(&constants).skip(1).rev() {
        let mut exports = calls.exports_of(functions);
        let is_own = |(kind, number): &(char, usize)| *kind == 'f' && functions.contains(number);
        let (of_this, of_others): (parts::Needed, _) = needed.into_iter().partition(is_own);
        let of_this = of_this.into_iter();
        exports.extend(of_this.map(|(kind, number)| (format!("{kind}{number}"), number)));
        let mut module = read(program)?;
        let whole = calls.with_small(functions, &others, small);
        needed = parts::keep(
            &mut module,
            functions,
            &whole,
            constants,
            &exports,
            &entries,
        )?;
        needed.extend::<parts::Needed>(of_others);
        gone.extend(constants);
        others.extend(functions);
        behind.push(module.emit_wasm());
    }
    parts::drop_others(&mut first, &others, &live_slots, &gone, &entries, &needed)?;
    let pieces = [first.emit_wasm()]
        .into_iter()
        .chain(behind.into_iter().rev());
    Ok(Parts {
        pieces: pieces.collect(),
        later,
        entries: entry_names(&entries),
        separate,
    })
}

/// With which piece an export comes: with the first, unless it is behind.
fn piece_of(export: &str) -> usize {
    let fits = |starts: &&[&str]| starts.iter().any(|start| export.starts_with(start));
    BEHIND.iter().position(fits).map_or(0, |behind| behind + 1)
}

/// Reads a module; all copies of one number their functions alike.
fn read(program: &[u8]) -> Result<Module> {
    Module::from_buffer(program)
        .map_err(|error| format!("the program cannot be read: {error}").into())
}

/// What the deferred functions that the first part calls are called between the parts.
fn entry_names(entries: &[usize]) -> Vec<String> {
    entries
        .iter()
        .map(|entry| entry_name(entries, *entry))
        .collect()
}

fn entry_name(entries: &[usize], function: usize) -> String {
    let place = entries.iter().position(|entry| *entry == function);
    format!("e{}", place.unwrap_or_default())
}

/// The functions of a module by number.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    const PROGRAM: &str = r#"(module
        (import "js" "log" (func $log (param i32)))
        (import "js" "rare" (func $rare))
        (memory (export "memory") 1)
        (global $stack (mut i32) (i32.const 1024))
        (table 5 5 funcref)
        (elem (i32.const 1) func $app::shown $app::later::listener $app::shown $described)
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
        (func $described (drop (i32.const 2072)))
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
        (func $start (export "start") (result i32)
            (drop (call $shared))
            (call $app::later::open (i32.const 7))))"#;

    const LATER_PART: [Part; 1] = [part("later", &["app::later"])];

    const fn part(name: &'static str, modules: &'static [&'static str]) -> Part {
        Part { name, modules }
    }

    /// The slots of the table that these functions name.
    fn named(slots: &[(&str, &[u32])]) -> BTreeMap<String, BTreeSet<u32>> {
        let slots = slots.iter();
        slots
            .map(|(name, slots)| ((*name).to_owned(), slots.iter().copied().collect()))
            .collect()
    }

    /// What the linker says of it.
    fn linked() -> Linked {
        Linked {
            biased: [(4000, BTreeSet::from([2080]))].into(),
            statics: [("app::words::fr::WORDS".to_owned(), 3000)].into(),
            slots_in_code: named(&[("start", &[1, 3]), ("app::later::open", &[2])]),
            ..Linked::default()
        }
    }

    fn parts() -> (Module, Module, Parts) {
        let program = wat::parse_str(PROGRAM).expect("the text is a module");
        let parts = split_by(&program, &linked(), &LATER_PART, "app::words::*::WORDS", 0)
            .expect("it can be split");
        let [(_, later)] = parts.later.as_slice() else {
            panic!("there is a second part");
        };
        let first = read(&parts.pieces[0]).expect("the first part is a module");
        let second = read(later).expect("so is the second");
        (first, second, parts)
    }

    fn names(module: &Module) -> BTreeSet<String> {
        let local = module.funcs.iter_local();
        local
            .filter_map(|(id, _)| module.funcs.get(id).name.clone())
            .collect()
    }

    fn texts(module: &Module) -> Vec<(u32, String)> {
        let constants = data::constants(module).into_iter();
        constants
            .map(|Constant { address, bytes }| {
                (address, String::from_utf8_lossy(&bytes).into_owned())
            })
            .collect()
    }

    fn slots(module: &Module) -> Vec<i32> {
        let filled = |element| parts::slots(element).expect("it is plain");
        let slots = module.elements.iter().flat_map(filled);
        let mut slots: Vec<i32> = slots.map(|(slot, _)| slot).collect();
        slots.sort_unstable();
        slots
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
        assert_eq!(imports(&first, LATER), parts.entries);
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
        let own = |at, text: &str| (at, text.to_owned());
        assert_eq!(
            texts(&first),
            [own(2048, "shownshared"), own(2080, "counted")],
            "what nothing leads to is in no part"
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
        assert!(
            !names(&first).contains("described"),
            "what is in the table and never called is in no part"
        );
        assert_eq!(slots(&first), [1, 3]);
        assert_eq!(slots(&second), [2]);
    }

    const PROGRAM_WITH_A_VIEW: &str = r#"(module
        (import "js" "tell" (func $tell))
        (memory (export "memory") 1)
        (table 8 8 funcref)
        (elem (i32.const 1) func $app::reader $app::listener $app::below)
        (data (i32.const 2048) "told while reading")
        (data (i32.const 2080) "a style sheet of sixty-four bytes or more is not needed to read it")
        (data (i32.const 2160) "a title")
        (func $app::parse (drop (i32.const 2048)) (call_indirect (i32.const 1)))
        (func $app::reader (call $tell))
        (func $app::listener)
        (func $app::tag (result i32) (i32.const 7))
        (func $app::view (drop (i32.const 2080)) (drop (i32.const 2160)) (call $app::parse) (drop (call $app::tag)))
        (func $app::later::open (call $app::show))
        (func $app::show (call $app::view) (call $tell))
        (func $other (export "reading_of") (call $app::parse) (drop (call $app::tag)))
        (func $app::below (drop (i32.const 2224)) (call $app::show) (call $app::parse))
        (data (i32.const 2224) "what only the last piece says, in sixty-four bytes or a few more")
        (func (export "host_show") (call $app::show) (call $app::later::open))
        (func $reveal (export "host_reveal") (call $app::later::open)))"#;

    #[test]
    fn a_piece_needs_nothing_of_those_behind_it() {
        let program = wat::parse_str(PROGRAM_WITH_A_VIEW).expect("the text is a module");
        let linked = Linked {
            slots_in_code: named(&[("app::parse", &[1]), ("app::view", &[2]), ("reveal", &[3])]),
            ..Linked::default()
        };
        let parts = split_by(&program, &linked, &LATER_PART, "", 0).expect("it splits");
        let [first, view, last] = [0, 1, 2].map(|piece| &parts.pieces[piece]);
        let [first, view, last, later] =
            [first, view, last, &parts.later[0].1].map(|part| read(part).expect("it is a module"));
        assert_eq!(
            names(&first),
            ["app::parse", "app::reader", "app::tag", "other"]
                .map(str::to_owned)
                .into()
        );
        assert!(names(&view).contains("app::show") && names(&view).is_disjoint(&names(&first)));
        assert_eq!(
            names(&last),
            ["app::below", "reveal"].map(str::to_owned).into()
        );
        assert_eq!([slots(&first), slots(&view), slots(&last)], [[1], [2], [3]]);
        let exported = |module: &Module| -> Vec<String> {
            let exports = module.exports.iter();
            exports.map(|export| export.name.clone()).collect()
        };
        assert!(exported(&first).contains(&"reading_of".to_owned()));
        assert!(exported(&view).contains(&"host_show".to_owned()));
        assert_eq!(exported(&last), ["host_reveal"]);
        // What a deferred part takes may be in any of them.
        for (part, before) in [
            (&view, vec![&first]),
            (&last, vec![&first, &view]),
            (&later, vec![&first, &view, &last]),
        ] {
            for name in imports(part, FIRST) {
                let has = |piece: &&&Module| exported(piece).contains(&name);
                assert!(before.iter().any(|piece| has(&piece)), "{name}");
            }
        }
        assert_eq!(imports(&last, LATER), parts.entries);
        assert_eq!(imports(&view, LATER), parts.entries);
        // Small constants stay together.
        let has =
            |module: &Module, text: &str| texts(module).iter().any(|(_, own)| own.contains(text));
        assert!(has(&view, "style sheet") && !has(&first, "style sheet"));
        assert!(has(&first, "a title"));
        assert!(has(&last, "the last piece") && !has(&first, "the last piece"));
    }

    #[test]
    fn a_value_of_a_deferred_type_in_the_first_part_is_refused() {
        let program = wat::parse_str(
            r#"(module (func $drop_in_place<app::later::Search>) (func (export "start") (call $drop_in_place<app::later::Search>)))"#,
        );
        let program = program.expect("the text is a module");
        let refused = split_by(&program, &Linked::default(), &LATER_PART, "", 0);
        let message = refused.err().expect("it is refused").to_string();
        assert!(message.contains("app::later::Search"), "{message}");
    }

    #[test]
    fn a_program_with_nothing_to_defer_stays_whole() {
        let program = wat::parse_str(PROGRAM).expect("the text is a module");
        let never = [part("never", &["app::never"])];
        let parts = split_by(&program, &linked(), &never, "", 0).expect("it is left alone");
        assert!(parts.later.is_empty());
        let first = read(&parts.pieces[0]).expect("it is a module");
        assert!(names(&first).contains("app::later::listener"));
    }

    const PROGRAM_OF_SEVERAL: &str = r#"(module
        (import "js" "rare" (func $rare))
        (import "js" "of_a" (func $of_a))
        (memory (export "memory") 1)
        (table 8 8 funcref)
        (elem (i32.const 1) func $app::shown $app::a::listener $app::b::listener $app::b::listener::inner $app::b::alone)
        (data (i32.const 2048) "text of both")
        (data (i32.const 2080) "variable of both")
        (data (i32.const 2112) "variable of a")
        (data (i32.const 2144) "table of b\00\00\04\00\00\00")
        (data (i32.const 2176) "nobody knows")
        (func $app::shown)
        (func $shared
            (drop (i32.const 2048))
            (drop (i32.const 2080))
            (call $rare))
        (func $app::a::open (drop (i32.const 2112)) (call $of_a) (call $shared) (call $app::b::part))
        (func $app::a::listener)
        (func $app::b::open (call $shared) (call $app::b::part) (call $app::b::own))
        (func $app::b::part (drop (i32.const 2144)) (drop (i32.const 3)))
        (func $app::b::own (drop (i32.const 2176)))
        (func $app::b::listener)
        (func $app::b::listener::inner)
        (func $app::b::alone)
        (func $start (export "start") (call $app::a::open) (call $app::b::open)))"#;

    /// The first part of a program, and those called `a` and `b`.
    fn several() -> ([Module; 3], Vec<String>) {
        let program = wat::parse_str(PROGRAM_OF_SEVERAL).expect("the text is a module");
        let linked = Linked {
            read_only: [2048, 2144, 2176].into(),
            slots: [(2144, BTreeSet::from([4]))].into(),
            slots_in_code: named(&[
                ("start", &[1]),
                ("app::a::open", &[2]),
                ("app::b::part", &[3]),
                ("app::b::own", &[5]),
            ]),
            ..Linked::default()
        };
        let both = [
            part("a", &["app::a"]),
            part("never", &["app::never"]),
            part("b", &["app::b"]),
        ];
        let parts = split_by(&program, &linked, &both, "", 0).expect("it can be split");
        let [("a", a), ("b", b)] = parts.later.as_slice() else {
            panic!("there are these two");
        };
        let modules = [&parts.pieces[0], a, b].map(|part| read(part).expect("it is a module"));
        (modules, parts.entries)
    }

    #[test]
    fn what_several_parts_call_is_in_each_of_them() {
        let ([first, a, b], entries) = several();
        assert!(!names(&first).contains("shared"));
        assert!(names(&a).contains("shared") && names(&b).contains("shared"));
        assert!(names(&a).contains("app::b::part") && !names(&a).contains("app::b::own"));
        let exported = |module: &Module| -> Vec<String> {
            let exports = module.exports.iter();
            exports.map(|export| export.name.clone()).collect()
        };
        assert_eq!([exported(&a), exported(&b)].concat(), entries);
        assert_eq!(imports(&first, LATER), entries);
    }

    #[test]
    fn a_part_has_copies_of_small_functions_of_the_first() {
        let program = wat::parse_str(PROGRAM).expect("the text is a module");
        let parts = split_by(&program, &linked(), &LATER_PART, "", 4).expect("it splits");
        let [first, second] =
            [&parts.pieces[0], &parts.later[0].1].map(|part| read(part).expect("it is a module"));
        assert!(names(&first).contains("shared") && names(&second).contains("shared"));
        assert!(
            imports(&second, FIRST)
                .iter()
                .all(|name| !name.starts_with('f'))
        );
        // What the table holds of the first part stays as the first part has filled it.
        assert_eq!(slots(&second), [2]);
    }

    #[test]
    fn what_a_part_calls_through_the_table_is_in_it() {
        let ([first, a, b], _) = several();
        // By a slot in the code (3), and by one in a constant (4); but not what only the other part knows of.
        assert_eq!(slots(&first), [1]);
        assert_eq!(slots(&a), [2, 3, 4]);
        assert_eq!(slots(&b), [3, 4, 5]);
    }

    #[test]
    fn constants_of_several_parts_are_in_each_and_variables_are_filled_once() {
        let ([first, a, b], _) = several();
        let has = |module: &Module, text: &str| texts(module).iter().any(|(_, own)| own == text);
        for (text, where_it_is) in [
            ("text of both", [false, true, true]),
            ("variable of both", [true, false, false]),
            ("variable of a", [false, true, false]),
            ("table of b\0\0\u{4}\0\0\0", [false, true, true]),
            ("nobody knows", [false, false, true]),
        ] {
            let found = [&first, &a, &b].map(|module| has(module, text));
            assert_eq!(found, where_it_is, "{text}");
        }
    }

    #[test]
    fn each_part_imports_what_it_calls_of_javascript() {
        let ([first, a, b], _) = several();
        assert_eq!(imports(&first, "js"), [""; 0]);
        assert_eq!(imports(&a, "js"), ["rare", "of_a"]);
        assert_eq!(imports(&b, "js"), ["rare"]);
    }
}
