//! The glue without what it has for browsers that could not run the program anyway, and for pages that pass it gigabytes.

use crate::Result;

/// What stands in the glue from one text to another, the second not included, and what takes its place.
const SHORTER: [(&str, &str, &str); 10] = [
    // It copies letter by letter first, in case all of them are plain, which takes more time than it saves.
    (
        "function passStringToWasm0(",
        "let cachedTextDecoder",
        "function passStringToWasm0(arg, malloc) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr = malloc(buf.length, 1) >>> 0;
    getUint8ArrayMemory0().set(buf, ptr);
    WASM_VECTOR_LEN = buf.length;
    return ptr;
}
",
    ),
    // A decoder fails in some browsers after the second gigabyte. A widget that says so much has other troubles.
    (
        "let cachedTextDecoder",
        "const cachedTextEncoder",
        "const cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
function decodeText(bytes) {
    return cachedTextDecoder.decode(bytes);
}
",
    ),
    // All browsers with reference types have both.
    (
        "if (!('encodeInto' in cachedTextEncoder))",
        "let WASM_VECTOR_LEN",
        "",
    ),
    // Nobody frees it by hand.
    (
        "export class Host {\n    __destroy_into_raw() {",
        "    /**",
        "export class Host {\n",
    ),
    (
        "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : ",
        "new FinalizationRegistry",
        "",
    ),
    (
        "    free() {\n        const ptr = this.__destroy_into_raw();\n        wasm.__wbg_reading_free",
        "    /**",
        "",
    ),
    // Only a browser without memory could not pass on two texts. Then they need not be freed either.
    (
        "        let ptr0, len0, ptr1, len1;\n        try {",
        "        const ret = wasm.reading_of",
        "        const ptr0 = passStringToWasm0(document, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ptr1 = passStringToWasm0(address, wasm.__wbindgen_malloc);
        const len1 = WASM_VECTOR_LEN;
",
    ),
    // One script passes it, and that has it from here.
    ("        _assertClass(", "        var ptr0", ""),
    (
        "function handleError(f, args) {",
        "        const idx",
        "function handleError(e) {\n    {\n",
    ),
    // A memory that has grown has another buffer.
    (
        "cachedDataViewMemory0.buffer.detached ===",
        ") {",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
];

/// What the glue makes of each function that may throw, before its parameters and at its end.
const WRAPPED: [&str; 2] = [
    "function() { return handleError(function (",
    "}, arguments); },",
];

/// The glue of the program, shorter. It fails where its form has changed.
pub fn lean(glue: &str) -> Result<String> {
    let mut lean = caught(&glue.replace(", wasm.__wbindgen_realloc)", ")"));
    for (from, to, new) in SHORTER {
        let mut begin = 0;
        let mut found = false;
        while let Some(start) = lean[begin..].find(from).map(|start| begin + start) {
            let end = lean[start..].find(to);
            let end =
                end.ok_or_else(|| format!("the glue has `{from}`, and no `{to}` behind it"))?;
            lean.replace_range(start..start + end, new);
            begin = start + new.len();
            found = true;
        }
        if !found {
            return Err(format!("the glue has no `{from}`").into());
        }
    }
    Ok(lean)
}

/// The glue with functions that catch what they may throw: to make another one for each call, and to apply that, takes longer
/// than most of what they do.
fn caught(glue: &str) -> String {
    let [before, behind] = WRAPPED;
    let mut parts = glue.split(before);
    let mut caught = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        caught.push_str("function(");
        caught.push_str(&part.replacen(") {", ") { try {", 1));
    }
    caught.replace(behind, "} catch (e) { handleError(e); }\n        },")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_form_is_told() {
        let error = lean("class Host {}").expect_err("there is nothing to replace");
        assert_eq!(
            error.to_string(),
            "the glue has no `function passStringToWasm0(`"
        );
    }

    #[test]
    fn what_may_throw_is_caught_without_a_function_for_each_call() {
        let glue = "        a: function() { return handleError(function (arg0, arg1) {
            return arg0.appendChild(arg1);
        }, arguments); },
        b: function(arg0) {
        },";
        let caught = caught(glue);
        let caught: Vec<&str> = caught.lines().map(str::trim).collect();
        assert_eq!(
            caught,
            [
                "a: function(arg0, arg1) { try {",
                "return arg0.appendChild(arg1);",
                "} catch (e) { handleError(e); }",
                "},",
                "b: function(arg0) {",
                "},"
            ]
        );
    }

    #[test]
    fn each_is_replaced_wherever_it_stands() {
        let all = SHORTER
            .map(|(from, to, _)| [from, "old", to].concat())
            .concat();
        let lean = lean(
            &[
                &all,
                "pass(a, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)",
            ]
            .concat(),
        );
        let lean = lean.expect("all is there");
        assert!(!lean.contains("old") && !lean.contains("realloc"), "{lean}");
        assert!(
            lean.contains("getUint8ArrayMemory0().set(buf, ptr)"),
            "{lean}"
        );
    }
}
