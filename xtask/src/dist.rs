//! The release build: cargo, the splitter, wasm-bindgen, wasm-opt, esbuild, each as its documentation says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{run, run_logged};
use crate::split::Chunks;
use crate::tools::Tools;
use crate::workspace::{dist_dir, release_dir, root, web_target_dir};
use crate::{Result, data_segments, package, short_names, site, size};

/// The program's names: of the binary, and of wasm-bindgen's module and glue, which `handbill.js` imports.
pub const PROGRAM: &str = "handbill-app";
pub const MODULE: &str = "handbill-app_bg.wasm";
pub const GLUE: &str = "handbill-app.js";

/// What becomes part of the glue: it fetches chunks, and nobody imports it where there are none.
const CHUNKS: &str = "handbill-chunks.js";

/// What is made one file of them. `handbill.js` needs no other name of the glue.
const ENTRY: &str =
    "export { default, Host } from './handbill-app.js'\nimport './handbill-chunks.js'\n";

/// What the program may make use of, as every browser with it has for years. The chunks do not say it by themselves.
pub const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the splitter asks of the linker: relocations, and each constant by itself, so that it moves with its functions.
const LINK: [&str; 2] = [
    "-Clink-arg=--emit-relocs",
    "-Clink-arg=--no-merge-data-segments",
];

/// How to build.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The folder that is filled, and emptied before.
    pub into: &'a Path,
    /// Without the project's own steps and without what only some toolchains can do.
    pub is_plain: bool,
}

/// The command: set-up, build, and the table of sizes.
pub fn dist(is_plain: bool) -> Result {
    let into = &dist_dir();
    build(&Tools::set_up()?, Options { into, is_plain })?;
    size::print()
}

/// Builds what is published.
pub fn build(tools: &Tools, options: Options) -> Result {
    let stage = web_target_dir().join("stage");
    empty(&stage)?;
    empty(options.into)?;
    compile(tools, options.is_plain)?;
    let linked = fs::read(release_dir().join(PROGRAM).with_extension("wasm"))?;
    let mut chunks = Chunks::split(&linked, &stage)?;
    let main = stage.join(MODULE);
    bind(tools, &stage)?;
    for file in chunks.files() {
        optimise(tools, &stage.join(file), options)?;
    }
    if !options.is_plain {
        chunks.fold_small(tools, &main)?;
    }
    optimise(tools, &main, options)?;
    chunks.write_loader(&stage)?;
    let names = bundle(tools, &stage, options)?;
    for file in chunks.files().into_iter().chain([MODULE]) {
        let mut module = fs::read(stage.join(file))?;
        if let Some(names) = &names {
            let gap = if file == MODULE { 8 } else { 0 };
            module = data_segments::joined(&short_names::renamed(&module, names)?, gap)?;
        }
        fs::write(options.into.join(file), module)?;
    }
    site::copy(tools, options.into)?;
    package::assemble(options.into)
}

/// Compiles the program, with style sheets that are minified already.
fn compile(tools: &Tools, is_plain: bool) -> Result {
    let style = web_target_dir().join("style");
    empty(&style)?;
    let sheets = files(&root().join("style"))?;
    run(minifier(tools)
        .args(sheets)
        .arg("--outbase=style")
        .arg(flag("--outdir=", &style)))?;
    let mut cargo = tools.cargo()?;
    tools.toolchain.release(&mut cargo, !is_plain);
    let words = "rustc --release --target wasm32-unknown-unknown --features split --bin";
    run(cargo
        .args(words.split(' '))
        .arg(PROGRAM)
        .arg("--")
        .args(LINK)
        .env("HANDBILL_STYLE", style))
}

/// Has wasm-bindgen write the glue of the main module.
fn bind(tools: &Tools, stage: &Path) -> Result {
    let words = "--target web --no-typescript --keep-lld-exports --out-name";
    run(tools
        .node("wasm-bindgen")
        .args(words.split(' '))
        .args([PROGRAM, "--out-dir"])
        .arg(stage)
        .arg(stage.join(PROGRAM).with_extension("wasm")))
}

/// Makes a module as small as it gets.
fn optimise(tools: &Tools, module: &Path, options: Options) -> Result {
    let words = match options.is_plain {
        true => "-Oz",
        // Structured anew, control flow is shorter. The end of the stack lies below the first KiB of the memory, which no
        // address plus a constant leads to.
        false => "--flatten --rereloop -Oz -Oz --converge --low-memory-unused",
    };
    let words = format!("{words} --strip-producers --strip-target-features");
    run_logged(
        "wasm-opt",
        tools
            .node("wasm-opt")
            .args(FEATURES)
            .args(words.split(' '))
            .arg(module)
            .arg("-o")
            .arg(module),
    )
}

/// Makes one file of the glue and what fetches chunks; the short names, where there are any.
fn bundle(tools: &Tools, stage: &Path, options: Options) -> Result<Option<short_names::Names>> {
    fs::copy(root().join("src").join(CHUNKS), stage.join(CHUNKS))?;
    let entry = stage.join("entry.js");
    fs::write(&entry, ENTRY)?;
    let cache = stage.join("names.json");
    let mut esbuild = minifier(tools);
    esbuild
        .args(["--bundle", "--format=esm"])
        // Nearly every function is called before the first picture. Chromium compiles what says so off the main thread.
        .arg("--banner:js=//# allFunctionsCalledOnLoad")
        // The glue sets a member twice, to the same.
        .arg("--log-override:duplicate-object-key=silent");
    if !options.is_plain {
        esbuild.arg(format!("--mangle-props={}", short_names::PATTERN));
        esbuild.arg(flag("--mangle-cache=", &cache));
    }
    run(esbuild
        .arg(entry)
        .arg(flag("--outfile=", &options.into.join(GLUE))))?;
    (!options.is_plain)
        .then(|| short_names::read(&cache))
        .transpose()
}

/// esbuild, for scripts and sheets: nothing newer than what every browser with this WebAssembly understands.
pub fn minifier(tools: &Tools) -> Command {
    let mut esbuild = tools.node("esbuild");
    esbuild.args([
        "--minify",
        "--log-level=warning",
        "--legal-comments=none",
        "--target=es2022",
        "--charset=utf8",
    ]);
    esbuild
}

/// An option of one word that ends in a path.
pub fn flag(name: &str, path: &Path) -> std::ffi::OsString {
    let mut flag = std::ffi::OsString::from(name);
    flag.push(path);
    flag
}

/// The files under a directory, however deep.
pub fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in
        fs::read_dir(dir).map_err(|error| format!("{} cannot be read: {error}", dir.display()))?
    {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// An empty folder.
fn empty(dir: &Path) -> Result {
    if dir.exists() {
        fs::remove_dir_all(dir)?;
    }
    Ok(fs::create_dir_all(dir)?)
}
