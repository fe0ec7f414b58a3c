//! Puts functions that are alike beside each other: a compressor finds again what it has just seen. The order of
//! functions means nothing to a program.

use std::collections::{BTreeMap, HashSet};
use std::convert::Infallible;
use std::ops::Range;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use crate::Result;

/// What of two functions is compared: runs of so many bytes, which is what a compressor looks for.
const RUN: usize = 5;
/// With how many functions before it the next one is compared.
const NEAR: usize = 3;
/// Makes small functions, which are like everything by chance, count a little less.
const DAMPING: usize = 2;

/// The same program, with another order of its functions.
pub fn by_likeness(program: &[u8]) -> Result<Vec<u8>> {
    let (imported, bodies) = functions(program)?;
    let runs: Vec<HashSet<&[u8]>> = bodies
        .iter()
        .map(|body| program[body.clone()].windows(RUN).collect())
        .collect();
    let order = order(&runs);
    let mut numbers = BTreeMap::new();
    for (new, old) in order.iter().enumerate() {
        numbers.insert(imported + *old as u32, imported + new as u32);
    }
    let mut reorder = Reorder { order, numbers };
    let mut module = Module::new();
    reorder
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| format!("the program cannot be put in order: {error}"))?;
    Ok(module.finish())
}

/// How many functions a program imports, and where the bodies of its own are.
fn functions(program: &[u8]) -> Result<(u32, Vec<Range<usize>>)> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// From each function on to the one that has most in common with the last few.
fn order(runs: &[HashSet<&[u8]>]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..runs.len()).collect();
    let mut order: Vec<usize> = Vec::new();
    while !left.is_empty() {
        let near: HashSet<&[u8]> = order
            .iter()
            .rev()
            .take(NEAR)
            .flat_map(|function| runs[*function].iter().copied())
            .collect();
        // As a fraction: shared runs of all runs. The first of several equals is taken, so that builds are alike.
        let mut best = (0, (0, 1));
        for (place, function) in left.iter().enumerate() {
            let own = &runs[*function];
            let shared = own.iter().filter(|run| near.contains(*run)).count();
            let fraction = (shared, own.len() + DAMPING);
            if fraction.0 * best.1.1 > best.1.0 * fraction.1 {
                best = (place, fraction);
            }
        }
        order.push(left.remove(best.0));
    }
    order
}

/// Writes functions in another order, and their numbers wherever they are called.
struct Reorder {
    order: Vec<usize>,
    numbers: BTreeMap<u32, u32>,
}

impl Reencode for Reorder {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> std::result::Result<u32, reencode::Error> {
        Ok(self.numbers.get(&number).copied().unwrap_or(number))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> std::result::Result<(), reencode::Error> {
        let types = section
            .into_iter()
            .collect::<std::result::Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            functions.function(self.type_index(types[old])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> std::result::Result<(), reencode::Error> {
        let bodies = section
            .into_iter()
            .collect::<std::result::Result<Vec<_>, _>>()?;
        for old in self.order.clone() {
            self.parse_function_body(code, bodies[old].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers that a function pushes, and those of the functions that it calls.
    fn says(module: &walrus::Module, id: walrus::FunctionId) -> String {
        struct Said<'a>(&'a walrus::Module, String);
        impl walrus::ir::Visitor<'_> for Said<'_> {
            fn visit_value(&mut self, value: &walrus::ir::Value) {
                self.1.push_str(&format!("{value} "));
            }
            fn visit_function_id(&mut self, id: &walrus::FunctionId) {
                self.1.push_str(&format!("({})", says(self.0, *id)));
            }
        }
        let walrus::FunctionKind::Local(function) = &module.funcs.get(id).kind else {
            return "log".to_owned();
        };
        let mut said = Said(module, String::new());
        walrus::ir::dfs_in_order(&mut said, function, function.entry_block());
        said.1
    }

    #[test]
    fn functions_that_are_alike_come_together_and_are_still_called() {
        let program = wat::parse_str(
            r#"(module
                (import "a" "log" (func $log (param i32)))
                (table 2 funcref)
                (elem (i32.const 0) func $other $alike)
                (func $one (call $log (i32.const 1)) (call $log (i32.const 2)) (call $log (i32.const 3)))
                (func $other (drop (i64.mul (i64.const 99999999999) (i64.const 77777777777))))
                (func $alike (call $log (i32.const 1)) (call $log (i32.const 2)) (call $log (i32.const 4)))
                (func (export "all") (call $one) (call $other) (call $alike)))"#,
        )
        .expect("the text is a module");
        let ordered = by_likeness(&program).expect("it is put in order");
        let [before, after] = [&program, &ordered]
            .map(|bytes| walrus::Module::from_buffer(bytes).expect("it is a module"));
        let all = |module: &walrus::Module| {
            let id = module.exports.get_func("all").expect("it is exported");
            says(module, id)
        };
        assert_eq!(all(&before), all(&after));
        let elements = |module: &walrus::Module| {
            let items = module.elements.iter().map(|element| match &element.items {
                walrus::ElementItems::Functions(ids) => ids.clone(),
                walrus::ElementItems::Expressions(..) => Vec::new(),
            });
            let said = items.flatten().map(|id| says(module, id));
            said.collect::<Vec<_>>()
        };
        assert_eq!(elements(&before), elements(&after));
        let order = |module: &walrus::Module| {
            let local = module.funcs.iter_local().map(|(id, _)| says(module, id));
            local.collect::<Vec<_>>()
        };
        let [one, alike] = ["1 (log)2 (log)3 (log)", "1 (log)2 (log)4 (log)"];
        assert_ne!(order(&before)[..2], [one, alike]);
        assert_eq!(order(&after)[..2], [one, alike]);
    }
}
