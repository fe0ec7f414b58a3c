//! Functions that are there more than once: the compiler makes a copy of a small generic function for each crate that uses it.
//! What is in one part is merged when that part is optimised; here, what would come with several of them is.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CustomSection, Module};
use wasmparser::{CustomSectionReader, KnownCustom, Name, Parser, Payload, TypeRef};

use super::name::{bare, unnumbered};
use crate::Result;

/// The same program, in which nothing leads to the second of two functions that do the same and are called the same. Others
/// that are alike may belong to different parts.
pub fn merged(program: &[u8]) -> Result<Vec<u8>> {
    let mut program = program.to_owned();
    loop {
        let same = twins(&program)?;
        if same.is_empty() {
            return Ok(program);
        }
        let mut module = Module::new();
        Merge(same)
            .parse_core_module(&mut module, Parser::new(0), &program)
            .map_err(|error| format!("functions of the program cannot be merged: {error}"))?;
        program = module.finish();
    }
}

/// For each function that something leads to although there is the same before it, the number of that.
fn twins(program: &[u8]) -> Result<BTreeMap<u32, u32>> {
    let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
    let mut names = HashMap::new();
    let mut called = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => {
                types = section.into_iter().collect::<std::result::Result<_, _>>()?;
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    if let wasmparser::Operator::Call { function_index } = operator? {
                        called.push(function_index);
                    }
                }
                bodies.push(&program[body.range()]);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        if let Name::Function(all) = part? {
                            for name in all {
                                let name = name?;
                                names.insert(name.index, unnumbered(&bare(name.name)).to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut first = HashMap::new();
    let mut twins = BTreeMap::new();
    for ((number, body), ty) in (imported..).zip(bodies).zip(types) {
        let Some(name) = names.get(&number) else {
            continue;
        };
        let one = *first.entry((name, ty, body)).or_insert(number);
        if one != number && called.contains(&number) {
            twins.insert(number, one);
        }
    }
    Ok(twins)
}

/// Leads to the first of those that are the same.
struct Merge(BTreeMap<u32, u32>);

impl Reencode for Merge {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> std::result::Result<u32, reencode::Error> {
        Ok(self.0.get(&number).copied().unwrap_or(number))
    }

    // Each keeps its name.
    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> std::result::Result<(), reencode::Error> {
        module.section(&CustomSection {
            name: section.name().into(),
            data: section.data().into(),
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_called_once() {
        let program = wat::parse_str(
            r#"(module
                (func $"next[0123456789abcdef]" (result i32) (i32.const 7))
                (func $next.2 (result i32) (i32.const 7))
                (func $alike (result i32) (i32.const 7))
                (func $next.4 (result i32) (i32.const 8))
                (func $each (result i32) (call $next.2))
                (func $each.1 (result i32) (call $"next[0123456789abcdef]"))
                (func (export "start") (result i32)
                    (drop (call $each)) (drop (call $each.1)) (drop (call $next.4)) (call $alike)))"#,
        );
        let merged = merged(&program.expect("the text is a module")).expect("it can be merged");
        let mut calls = Vec::new();
        for payload in Parser::new(0).parse_all(&merged) {
            if let Payload::CodeSectionEntry(body) = payload.expect("it is a module") {
                for operator in body.get_operators_reader().expect("there is code") {
                    if let Ok(wasmparser::Operator::Call { function_index }) = operator {
                        calls.push(function_index);
                    }
                }
            }
        }
        // The second `each` calls the same as the first once that calls the first `next`.
        assert_eq!(calls, [0, 0, 4, 4, 3, 2]);
    }
}
