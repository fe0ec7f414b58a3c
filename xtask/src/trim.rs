//! Takes out of the release build what no visitor uses: classes that dependencies export for their own ends, the
//! code behind them, and the long names between the program and its glue.
//!
//! It reads the glue in the form that the pinned wasm-bindgen writes, and fails where that form has changed.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::Result;
use crate::deferred::{glue_file, program_file};
use crate::glue::{foreign_classes, rewritten, used_exports};
use crate::lean::lean;
use crate::names::{Names, Short, shorten};
use crate::order::by_likeness;
use crate::pieces::joined;
use crate::split::split;
use crate::tools::Tools;
use crate::workspace::linked_program;

/// More rounds on flattened code find what the first has hidden: half a KiB of 60. Large functions that are called once
/// stay functions: more of them are alike, and brotli sees that. Very small ones do not: browsers compile each when it is first
/// called, which takes longer than what is in it. Below the first KiB of the memory lies the end of the
/// stack, which no constant offset leads to: a quarter of a KiB.
const PASSES: [&str; 13] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=200",
    "--always-inline-max-function-size=4",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--strip-producers",
    "--strip-target-features",
];

/// What the program may make use of, as every browser with it has for years.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// Trims the program and its glue, before the glue is minified, and splits off what comes later.
pub fn trim(tools: &Tools, glue: &Path, program: &Path) -> Result {
    let text = lean(&fs::read_to_string(glue)?)?;
    let exports = used_exports(&text, &foreign_classes(&text));
    fs::write(program, without_relocations(&fs::read(program)?)?)?;
    let roots = program.with_extension("roots.json");
    fs::write(&roots, graph(&exports).to_string())?;
    let mut sweep = tools.node("wasm-metadce");
    sweep.args(FEATURES).arg("-g").arg("-f").arg(&roots);
    output(sweep.arg(program).arg("-o").arg(program))?;
    fs::remove_file(roots)?;
    let parts = split(&fs::read(program)?, &fs::read(linked_program())?)?;
    let Short {
        mut names,
        pieces,
        later,
        separate,
    } = shorten(&parts)?;
    for (name, part) in separate {
        fs::write(
            program.with_file_name(format!("handbill-{name}.wasm")),
            part,
        )?;
    }
    let mut needed_first = Vec::new();
    let mut trimmed = Vec::new();
    for piece in &pieces {
        needed_first.extend(write(tools, program, piece)?);
        trimmed.push(fs::read(program)?);
    }
    let (first, behind) = trimmed.split_first().ok_or("there is no program")?;
    let (all, places) = joined(first, behind);
    fs::write(program, all)?;
    let mut needed_later = Vec::new();
    for (name, part) in &later {
        needed_later.push(write(
            tools,
            &program.with_file_name(program_file(name)),
            part,
        )?);
    }
    let needed = needed_later.iter().chain([&needed_first]);
    let is_needed = |short: &String| needed.clone().any(|part| part.contains(short));
    names.imports.retain(|(_, short)| is_needed(short));
    let glues = rewritten(&text, &names, &places, &needed_first, &needed_later)?;
    fs::write(glue, glues.first)?;
    for ((name, _), text) in later.iter().zip(glues.later) {
        fs::write(glue.with_file_name(glue_file(name)), text)?;
    }
    Ok(())
}

/// A program without what the linker wrote for those who link it again: positions that are none any more.
fn without_relocations(program: &[u8]) -> Result<Vec<u8>> {
    let mut module = walrus::Module::from_buffer(program)
        .map_err(|error| format!("the program cannot be read: {error}"))?;
    let names = module
        .customs
        .iter()
        .map(|(_, custom)| custom.name().to_owned());
    for name in names.collect::<Vec<_>>() {
        if name == "linking" || name == "__wasm_split_unstable" || name.starts_with("reloc.") {
            module.customs.remove_raw(&name);
        }
    }
    Ok(module.emit_wasm())
}

/// Writes one part, as small as it gets; the short names of what it still imports from JavaScript.
fn write(tools: &Tools, path: &Path, part: &[u8]) -> Result<Vec<String>> {
    fs::write(path, part)?;
    let mut shrink = tools.node("wasm-opt");
    shrink.args(FEATURES).args(PASSES);
    output(shrink.arg(path).arg("-o").arg(path))?;
    fs::write(path, by_likeness(&fs::read(path)?)?)?;
    Names::imports_of(&fs::read(path)?)
}

/// The graph that `wasm-metadce` starts from: one root that reaches these exports.
fn graph(exports: &[&str]) -> Value {
    let names: Vec<String> = exports
        .iter()
        .map(|export| format!("export {export}"))
        .collect();
    let mut graph = vec![json!({ "name": "page", "root": true, "reaches": names })];
    graph.extend(
        exports
            .iter()
            .zip(&names)
            .map(|(export, name)| json!({ "name": name, "export": export })),
    );
    Value::Array(graph)
}

fn output(command: &mut std::process::Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("{command:?} failed").into())
    }
}
