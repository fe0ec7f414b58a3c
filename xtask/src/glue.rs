//! The glue between the program and the browser, in the form that the pinned wasm-bindgen writes; everything here fails
//! where that form has changed.

use std::ops::Range;

use crate::Result;
use crate::names::Names;
use crate::split::FIRST;

/// What `handbill.js` uses of the glue; everything else that it exports is a dependency's.
const PUBLIC: [&str; 2] = ["Host", "Reading"];

/// What starts the program, in place of what wasm-bindgen writes for every way in which one may be given. Its pieces are
/// started one after the other, each as soon as it has come; after each but the last, one of `steps` is taken.
fn start(places: &[Range<usize>]) -> String {
    let end = places.last().map_or(0, |place| place.end);
    let places: Vec<String> = { places.iter() }
        .map(|place| format!("[{}, {}]", place.start, place.end))
        .collect();
    let places = places.join(", ");
    format!(
        r#"
// What of the program has come, before it is whole; and when it has begun, and is whole: what comes later takes from all.
let begun;
let complete;
const ready = new Promise((resolve) => (begun = resolve));
const whole = new Promise((resolve) => (complete = resolve));
const start = async ({{ module_or_path, steps }}) => {{
    const answer = await module_or_path;
    if (!answer.ok) throw new Error(`${{answer.url}}: status ${{answer.status}}`);
    const imports = __wbg_get_imports();
    const reader = answer.body.getReader();
    const bytes = new Uint8Array({end});
    let length = 0;
    for (const [from, to] of [{places}]) {{
        while (length < to) {{
            const {{ done, value }} = await reader.read();
            if (done) throw new Error(`${{answer.url}}: cut short`);
            bytes.set(value, length);
            length += value.length;
        }}
        const {{ instance }} = await WebAssembly.instantiate(bytes.subarray(from, to), imports);
        if (from) wasm = {{ ...wasm, ...instance.exports }};
        else __wbg_finalize_init(instance);
        imports.{FIRST} = wasm;
        begun();
        steps.shift()?.();
    }}
    complete();
}};
"#
    )
}

/// What lists of words are called, of which some functions of browsers take one.
const WORDS: &str = "__wbindgen_enum_";

/// What the entries of the import object begin with.
const IMPORT_INDENT: &str = "        ";

/// The exported classes that are a dependency's.
pub fn foreign_classes(glue: &str) -> Vec<&str> {
    classes(glue)
        .filter(|class| !PUBLIC.contains(class))
        .collect()
}

/// The names of the exported classes.
fn classes(glue: &str) -> impl Iterator<Item = &str> {
    glue.lines()
        .filter_map(|line| line.strip_prefix("export class ")?.split(' ').next())
}

/// What the glue takes from the program, without what belongs to foreign classes.
pub fn used_exports<'a>(glue: &'a str, foreign: &[&str]) -> Vec<&'a str> {
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

/// The glue of all parts.
pub struct Glues {
    /// What comes with the program.
    pub first: String,
    /// What comes with each of its deferred parts, in their order.
    pub later: Vec<String>,
}

/// The glue by the short names, without the imports that nothing needs any more, and in a form whose unused parts a
/// minifier can see to be unused. What only deferred parts import is apart, for each of them.
pub fn rewritten(
    glue: &str,
    names: &Names,
    places: &[Range<usize>],
    needed_first: &[String],
    needed_later: &[Vec<String>],
) -> Result<Glues> {
    let short = |list: &[(String, String)], name: &str| {
        list.iter()
            .find(|(long, _)| long == name)
            .map(|(_, short)| short.clone())
    };
    let mut new = String::new();
    let mut later = vec![String::new(); needed_later.len()];
    let mut found = 0;
    // Where the entry goes that is being read: nowhere, if nothing needs it.
    let mut into = vec![&mut new];
    for line in glue.lines() {
        if let Some(entry) = line.strip_prefix(IMPORT_INDENT)
            && let Some((name, rest)) = entry.split_once(": function(")
        {
            let short = short(&names.imports, name);
            found += usize::from(short.is_some());
            into = match &short {
                Some(short) if needed_first.contains(short) => vec![&mut new],
                Some(short) => {
                    let parts = later.iter_mut().zip(needed_later);
                    let needing = parts.filter(|(_, needed)| needed.contains(short));
                    needing.map(|(part, _)| part).collect()
                }
                None => Vec::new(),
            };
            for (into, short) in into.iter_mut().zip(short.iter().cycle()) {
                into.push_str(&format!("{short}: function({rest}\n"));
            }
        } else if line.starts_with("if (Symbol.dispose)") {
            // It would keep every class alive, and no class here is used in a `using` declaration.
        } else {
            let line = line.replacen("export class ", "class ", 1);
            let line = line.replace(
                "new FinalizationRegistry(",
                "/* @__PURE__ */ new FinalizationRegistry(",
            );
            let line = line.replace(&format!("\"{}\": import0", names.module), &names.modules());
            for into in &mut into {
                into.push_str(&line);
                into.push('\n');
            }
        }
        if line == format!("{IMPORT_INDENT}}},") {
            into = vec![&mut new];
        }
    }
    if found != names.imports.len() {
        return Err(format!(
            "the glue has {found} of the program's {} imports",
            names.imports.len()
        )
        .into());
    }
    let shared = shared(glue, &later.concat());
    let public = format!(
        "{}export {{ {}, start as default }};{}",
        start(places),
        PUBLIC.join(", "),
        names.loader(&shared)
    );
    let new = new.replace("export { initSync, __wbg_init as default };", &public);
    let by_short_names = |glue: &str| {
        let mut parts = glue.split("wasm.");
        let mut renamed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let name = leading_name(part);
            renamed.push_str("wasm.");
            renamed.push_str(&short(&names.exports, name).unwrap_or_else(|| name.to_owned()));
            renamed.push_str(&part[name.len()..]);
        }
        renamed
    };
    let later = later.iter().map(|imports| {
        by_short_names(&format!(
            "{}export default (wasm, length, [{shared}]) => ({{\n{}}});\n",
            words(glue, imports),
            imports.replace("WASM_VECTOR_LEN", "length()")
        ))
    });
    Ok(Glues {
        first: by_short_names(&new),
        later: later.collect(),
    })
}

/// The lists of words that these imports use. They are plain constants: each part has its own.
fn words(glue: &str, imports: &str) -> String {
    let lists = glue.lines().filter(|line| {
        let name = line.strip_prefix("const ").map(leading_name);
        name.is_some_and(|name| name.starts_with(WORDS) && imports.contains(name))
    });
    lists.map(|line| format!("{line}\n")).collect()
}

/// What these imports use of the functions and constants of the glue, as a list.
fn shared(glue: &str, imports: &str) -> String {
    let names = glue.lines().filter_map(|line| {
        let rest = line
            .strip_prefix("function ")
            .or_else(|| line.strip_prefix("const "))?;
        Some(leading_name(rest))
    });
    let words: Vec<&str> = imports
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')
        .collect();
    let is_used = |name: &&str| words.contains(name) && !name.starts_with(WORDS);
    let used: Vec<&str> = names.filter(is_used).collect();
    used.join(", ")
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

    fn glue(entries: &[&str]) -> Glues {
        let pair = |long: &str, short: &str| (long.to_owned(), short.to_owned());
        let names = Names {
            module: "./app_bg.js".to_owned(),
            imports: vec![pair("__wbg_a_1", "b")],
            exports: vec![pair("host_show", "c"), pair("memory", "d")],
            entries: entries.iter().map(|entry| (*entry).to_owned()).collect(),
            fingerprint: "f".to_owned(),
        };
        rewritten(GLUE, &names, &[], &["b".to_owned()], &[]).expect("the form is known")
    }

    #[test]
    fn exports_of_foreign_classes_are_not_used() {
        assert_eq!(used_exports(GLUE, &["Foreign"]), ["host_show", "memory"]);
    }

    #[test]
    fn names_become_short_and_unneeded_imports_go() {
        let glue = glue(&[]).first;
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
            glue.contains("export { Host, Reading, start as default };"),
            "{glue}"
        );
        assert!(
            !glue.contains("loadHandbillPart"),
            "nothing comes later: {glue}"
        );
    }

    #[test]
    fn what_only_deferred_parts_import_is_apart() {
        let names = Names {
            module: "./app_bg.js".to_owned(),
            imports: [("__wbg_a_1", "b"), ("__wbg_ab_2", "e")]
                .map(|(long, short)| (long.to_owned(), short.to_owned()))
                .into(),
            exports: vec![("malloc".to_owned(), "f".to_owned())],
            entries: vec!["e7".to_owned()],
            fingerprint: "f".to_owned(),
        };
        let text = GLUE.replace("return 2;", "return pass(wasm.malloc, WASM_VECTOR_LEN);")
            + "function pass(x) {\n}\nfunction other() {\n}\n";
        let needed = [
            vec!["e".to_owned()],
            Vec::new(),
            vec!["b".to_owned(), "e".to_owned()],
        ];
        let glues =
            rewritten(&text, &names, &[], &["b".to_owned()], &needed).expect("the form is known");
        assert!(!glues.first.contains("e: function"), "{}", glues.first);
        let later = glues.later.iter();
        let later: Vec<String> = later
            .map(|glue| glue.replace(char::is_whitespace, ""))
            .collect();
        let own = "exportdefault(wasm,length,[pass])=>({e:function(arg0){returnpass(wasm.f,length());},});";
        let none = "exportdefault(wasm,length,[pass])=>({});";
        assert_eq!(later, [own, none, own]);
        assert!(
            glues
                .first
                .contains("glue.default(wasm, () => WASM_VECTOR_LEN, [pass])"),
            "{}",
            glues.first
        );
    }

    #[test]
    fn a_part_has_the_lists_of_words_that_it_uses() {
        let glue =
            "const __wbindgen_enum_Mode = [\"open\"];\nconst __wbindgen_enum_Place = [\"end\"];\n";
        let imports = "set(__wbindgen_enum_Place[arg1])";
        assert_eq!(
            words(glue, imports),
            "const __wbindgen_enum_Place = [\"end\"];\n"
        );
        assert_eq!(shared(glue, imports), "");
    }

    #[test]
    fn the_pieces_are_started_where_they_lie() {
        let start = start(&[0..8, 15..23, 30..40]);
        for part in ["Uint8Array(40)", "[0, 8], [15, 23], [30, 40]"] {
            assert!(start.contains(part), "{part}: {start}");
        }
    }

    #[test]
    fn calls_are_passed_on_to_the_deferred_parts() {
        let glue = glue(&["e7"]).first;
        assert!(
            glue.contains("e7: (...values) => later.e7(...values)"),
            "{glue}"
        );
        assert!(glue.contains("const loadHandbillPart ="), "{glue}");
    }
}
