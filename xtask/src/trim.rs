//! Takes out of the release build what no visitor uses: classes that dependencies export for their own ends, the
//! code behind them, and the long names between the program and its glue.
//!
//! It reads the glue in the form that the pinned wasm-bindgen writes, and fails where that form has changed.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::Result;
use crate::names::{Names, shorten};
use crate::order::by_likeness;
use crate::split::{DEFERRED, split};
use crate::tools::Tools;
use crate::workspace::linked_program;

/// What `handbill.js` uses of the glue; everything else that it exports is a dependency's.
const PUBLIC: [&str; 1] = ["Host"];

/// More rounds on flattened code find what the first has hidden: half a KiB of 60. Large functions that are called once
/// stay functions: more of them are alike, and brotli sees that. Below the first KiB of the memory lies the end of the
/// stack, which no constant offset leads to: a quarter of a KiB.
const PASSES: [&str; 12] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=200",
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

/// The file of the second part, beside the first.
pub const MORE: &str = "handbill-more.wasm";

/// What starts the program, in place of what wasm-bindgen writes for every way in which one may be given.
const START: &str = r#"
const start = async ({ module_or_path }) => {
    const answer = await module_or_path;
    if (!answer.ok) throw new Error(`${answer.url}: status ${answer.status}`);
    const imports = __wbg_get_imports();
    // A server that does not know the type costs a little time, and no more.
    const { instance } = answer.headers.get("content-type") === "application/wasm"
        ? await WebAssembly.instantiateStreaming(answer, imports)
        : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
    __wbg_finalize_init(instance);
};
"#;

/// What the entries of the import object begin with.
const IMPORT_INDENT: &str = "        ";

/// Trims the program and its glue, before the glue is minified, and splits off what comes later.
pub fn trim(tools: &Tools, glue: &Path, program: &Path) -> Result {
    let text = fs::read_to_string(glue)?;
    let foreign: Vec<&str> = classes(&text)
        .filter(|class| !PUBLIC.contains(class))
        .collect();
    let exports = used_exports(&text, &foreign);
    fs::write(program, without_relocations(&fs::read(program)?)?)?;
    let roots = program.with_extension("roots.json");
    fs::write(&roots, graph(&exports).to_string())?;
    let mut sweep = tools.node("wasm-metadce");
    sweep.args(FEATURES).arg("-g").arg("-f").arg(&roots);
    output(sweep.arg(program).arg("-o").arg(program))?;
    fs::remove_file(roots)?;
    let parts = split(&fs::read(program)?, &fs::read(linked_program())?, &DEFERRED)?;
    let (mut names, first, second) = shorten(&parts)?;
    let mut imports = write(tools, program, &first)?;
    if let Some(second) = &second {
        imports.extend(write(tools, &program.with_file_name(MORE), second)?);
    }
    names.imports.retain(|(_, short)| imports.contains(short));
    fs::write(glue, rewritten(&text, &names)?)?;
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
        if name == "linking" || name.starts_with("reloc.") {
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

/// The names of the exported classes.
fn classes(glue: &str) -> impl Iterator<Item = &str> {
    glue.lines()
        .filter_map(|line| line.strip_prefix("export class ")?.split(' ').next())
}

/// What the glue takes from the program, without what belongs to foreign classes.
fn used_exports<'a>(glue: &'a str, foreign: &[&str]) -> Vec<&'a str> {
    let is_foreign = |export: &str| {
        foreign.iter().any(|class| {
            let class = class.to_lowercase();
            export.starts_with(&format!("{class}_")) || export == format!("__wbg_{class}_free")
        })
    };
    let mut exports: Vec<&str> = glue
        .split("wasm.")
        .skip(1)
        .map(leading_name)
        .filter(|name| !is_foreign(name))
        .collect();
    exports.sort_unstable();
    exports.dedup();
    exports
}

fn leading_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$');
    &text[..end.unwrap_or(text.len())]
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

/// The glue by the short names, without the imports that nothing needs any more, and in a form whose unused parts a
/// minifier can see to be unused.
fn rewritten(glue: &str, names: &Names) -> Result<String> {
    let short = |list: &[(String, String)], name: &str| {
        list.iter()
            .find(|(long, _)| long == name)
            .map(|(_, short)| short.clone())
    };
    let mut new = String::new();
    let mut is_unneeded = false;
    let mut found = 0;
    for line in glue.lines() {
        if let Some(entry) = line.strip_prefix(IMPORT_INDENT)
            && let Some((name, rest)) = entry.split_once(": function(")
        {
            is_unneeded = true;
            if let Some(short) = short(&names.imports, name) {
                is_unneeded = false;
                found += 1;
                new.push_str(&format!("{short}: function({rest}\n"));
            }
        } else if line.starts_with("if (Symbol.dispose)") {
            // It would keep every class alive, and no class here is used in a `using` declaration.
        } else if !is_unneeded {
            let line = line.replacen("export class ", "class ", 1);
            let line = line.replace(
                "new FinalizationRegistry(",
                "/* @__PURE__ */ new FinalizationRegistry(",
            );
            let line = line.replace(&format!("\"{}\": import0", names.module), &names.modules());
            new.push_str(&line);
            new.push('\n');
        }
        if line == format!("{IMPORT_INDENT}}},") {
            is_unneeded = false;
        }
    }
    if found != names.imports.len() {
        return Err(format!(
            "the glue has {found} of the program's {} imports",
            names.imports.len()
        )
        .into());
    }
    let public = format!(
        "{START}export {{ {}, start as default }};{}",
        PUBLIC.join(", "),
        names.loader()
    );
    let new = new.replace("export { initSync, __wbg_init as default };", &public);
    let mut parts = new.split("wasm.");
    let mut glue = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = leading_name(part);
        glue.push_str("wasm.");
        glue.push_str(&short(&names.exports, name).unwrap_or_else(|| name.to_owned()));
        glue.push_str(&part[name.len()..]);
    }
    Ok(glue)
}

fn output(command: &mut std::process::Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("{command:?} failed").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Host {
    show() { wasm.host_show(); }
}
export class Foreign {
    pull() { wasm.foreign_pull(); }
}
if (Symbol.dispose) Foreign.prototype[Symbol.dispose] = Foreign.prototype.free;
        __wbg_a_1: function(arg0) {
            return wasm.memory;
        },
        __wbg_ab_2: function(arg0) {
            return 2;
        },
        \"./app_bg.js\": import0,
export { initSync, __wbg_init as default };
";

    fn glue(entries: &[&str]) -> String {
        let pair = |long: &str, short: &str| (long.to_owned(), short.to_owned());
        let names = Names {
            module: "./app_bg.js".to_owned(),
            imports: vec![pair("__wbg_a_1", "b")],
            exports: vec![pair("host_show", "c"), pair("memory", "d")],
            entries: entries.iter().map(|entry| (*entry).to_owned()).collect(),
            fingerprint: "f".to_owned(),
        };
        rewritten(GLUE, &names).expect("the form is known")
    }

    #[test]
    fn exports_of_foreign_classes_are_not_used() {
        assert_eq!(used_exports(GLUE, &["Foreign"]), ["host_show", "memory"]);
    }

    #[test]
    fn names_become_short_and_unneeded_imports_go() {
        let glue = glue(&[]);
        assert!(
            glue.contains("wasm.c()") && glue.contains("wasm.d;"),
            "{glue}"
        );
        assert!(
            glue.contains("b: function(arg0)")
                && !glue.contains("ab_2")
                && !glue.contains("return 2"),
            "{glue}"
        );
        assert!(
            glue.contains("\"a\": import0") && !glue.contains("Symbol.dispose"),
            "{glue}"
        );
        assert!(
            glue.contains("export { Host, start as default };"),
            "{glue}"
        );
        assert!(
            !glue.contains("loadHandbillMore"),
            "there is no second part: {glue}"
        );
    }

    #[test]
    fn calls_are_passed_on_to_the_second_part() {
        let glue = glue(&["e7"]);
        assert!(
            glue.contains("e7: (...values) => second.e7(...values)"),
            "{glue}"
        );
        assert!(glue.contains("const loadHandbillMore ="), "{glue}");
    }
}
