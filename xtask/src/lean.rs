//! The glue without what it has for browsers that could not run the program anyway, and for pages that pass it gigabytes.

use crate::Result;

/// What stands in the glue from one text to another, the second not included, and what takes its place.
const SHORTER: [(&str, &str, &str); 5] = [
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
];

/// The glue of the program, shorter. It fails where its form has changed.
pub fn lean(glue: &str) -> Result<String> {
    let mut lean = glue.replace(", wasm.__wbindgen_realloc)", ")");
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
