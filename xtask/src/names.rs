//! Short names for what the parts of the program and its glue take from each other: they are a tenth of the glue, and
//! nobody reads them.

use walrus::Module;
use wasm_encoder::{ConstExpr, DataSection, ImportSection, MemoryType};

use crate::Result;
use crate::deferred::{glue_file, program_file};
use crate::split::{Constant, FIRST, LATER, Parts};

/// What JavaScript is called in the imports of all parts.
const JAVASCRIPT: &str = "a";

/// Which name became which.
pub struct Names {
    /// What JavaScript was called in the imports of the program.
    pub module: String,
    /// What the program takes from JavaScript.
    pub imports: Vec<(String, String)>,
    /// What JavaScript takes from the program.
    pub exports: Vec<(String, String)>,
    /// What the first part calls of the deferred ones.
    pub entries: Vec<String>,
    /// What the first part is called in the imports of the others: another name for each build, so that an open page
    /// which meets a newer deferred part is told that they do not fit, and links nothing wrong.
    pub fingerprint: String,
}

/// The parts by their short names.
pub struct Short {
    /// Which name became which.
    pub names: Names,
    /// What every visitor loads, in this order.
    pub pieces: Vec<Vec<u8>>,
    /// What comes later, by the names of the parts.
    pub later: Vec<(&'static str, Vec<u8>)>,
    /// What comes each by itself.
    pub separate: Vec<(String, Vec<u8>)>,
}

/// Gives the parts of a program short names.
pub fn shorten(parts: &Parts) -> Result<Short> {
    let pieces = parts.pieces.iter();
    let mut pieces = pieces
        .map(|piece| read(piece))
        .collect::<Result<Vec<_>>>()?;
    let later = parts.later.iter();
    let mut later = later
        .map(|(name, part)| Ok((*name, read(part)?)))
        .collect::<Result<Vec<_>>>()?;
    let foreign = |module: &str| module != FIRST && module != LATER;
    let module = { pieces.iter() }
        .flat_map(|piece| piece.imports.iter())
        .find(|import| foreign(&import.module));
    let mut names = Names {
        module: module.ok_or("the program imports nothing")?.module.clone(),
        imports: Vec::new(),
        exports: Vec::new(),
        entries: parts.entries.clone(),
        fingerprint: fingerprint(&parts.pieces.concat()),
    };
    for export in pieces.iter_mut().flat_map(|piece| piece.exports.iter_mut()) {
        let short = short(names.exports.len());
        names.exports.push((export.name.clone(), short.clone()));
        export.name = short;
    }
    let fingerprint = names.fingerprint.clone();
    let others = later.iter_mut().map(|(_, part)| (part, &*fingerprint));
    // What comes in one file always fits.
    let pieces_of_first = pieces.iter_mut().map(|piece| (piece, FIRST));
    for (part, whole) in pieces_of_first.chain(others) {
        for import in part.imports.iter_mut() {
            if import.module == FIRST {
                import.name =
                    known(&names.exports, &import.name).ok_or("the parts do not fit together")?;
                whole.clone_into(&mut import.module);
            } else if import.module != LATER {
                import.module = JAVASCRIPT.to_owned();
                import.name = known(&names.imports, &import.name).unwrap_or_else(|| {
                    let short = short(names.imports.len());
                    names.imports.push((import.name.clone(), short.clone()));
                    short
                });
            }
        }
    }
    let exports = pieces.iter().flat_map(|piece| piece.exports.iter());
    let memory = { exports }.find_map(|export| match export.item {
        walrus::ExportItem::Memory(_) => Some(export.name.clone()),
        _ => None,
    });
    let memory = memory.ok_or("the first part exports no memory")?;
    let separate = parts
        .separate
        .iter()
        .map(|(name, constants)| (name.clone(), filled(&names.fingerprint, &memory, constants)));
    Ok(Short {
        separate: separate.collect(),
        pieces: pieces.iter_mut().map(walrus::Module::emit_wasm).collect(),
        later: later
            .into_iter()
            .map(|(name, mut part)| (name, part.emit_wasm()))
            .collect(),
        names,
    })
}

impl Names {
    /// The short names of what a part imports from JavaScript.
    pub fn imports_of(part: &[u8]) -> Result<Vec<String>> {
        let part = read(part)?;
        let imports = part
            .imports
            .iter()
            .filter(|import| import.module == JAVASCRIPT);
        Ok(imports.map(|import| import.name.clone()).collect())
    }

    /// The modules that the first part imports from, as members of an object.
    pub fn modules(&self) -> String {
        let javascript = format!("\"{JAVASCRIPT}\": import0");
        if self.entries.is_empty() {
            return javascript;
        }
        let pass_on = |entry: &String| format!("{entry}: (...values) => later.{entry}(...values)");
        let entries: Vec<String> = self.entries.iter().map(pass_on).collect();
        format!("{javascript}, \"{LATER}\": {{ {} }}", entries.join(", "))
    }

    /// What loads a deferred part by its name, once, or again where it did not come; and what takes in a part that comes
    /// by itself. `shared` is what of the first part's glue the others' use.
    pub fn loader(&self, shared: &str) -> String {
        if self.entries.is_empty() {
            return String::new();
        }
        let fingerprint = &self.fingerprint;
        let [glue, program] = [glue_file, program_file].map(|file| file("${name}"));
        format!(
            r#"
export const learn = async (answer, started) => {{
    if (!answer.ok) throw new Error(`${{answer.url}}: status ${{answer.status}}`);
    const words = await WebAssembly.compile(await answer.arrayBuffer());
    // They go into the memory, which is there before all of the program is.
    await Promise.race([ready, started]);
    new WebAssembly.Instance(words, {{ "{fingerprint}": wasm }});
}};
// The parts that have been asked for, by their names, and what those are called by that have come.
const later = {{}};
let attempts = 0;
// By a new address each time: a module that could not be fetched once is not fetched again.
const at = (name) => new URL(`${{name}}?{fingerprint}${{attempts ? "." + attempts : ""}}`, import.meta.url).href;
const loadHandbillPart = (name) => {{
    const part = later[name] ??= Promise.all([import(at(`{glue}`)), fetch(at(`{program}`)).then((answer) => answer.arrayBuffer()), whole])
    .then(([glue, bytes]) => WebAssembly.instantiate(bytes, {{
        {JAVASCRIPT}: {{ ...__wbg_get_imports().{JAVASCRIPT}, ...glue.default(wasm, () => WASM_VECTOR_LEN, [{shared}]) }},
        "{fingerprint}": wasm,
    }}))
    .then((part) => Object.assign(later, part.instance.exports))
    .catch((error) => {{ delete later[name]; attempts++; throw error; }});
    // Who asks for it before it is needed does not wait for it.
    part.catch(() => {{}});
    return part;
}};
"#
        )
    }
}

/// A module that does nothing but fill a memory with constants.
fn filled(module: &str, memory: &str, constants: &[Constant]) -> Vec<u8> {
    let mut imports = ImportSection::new();
    let any = MemoryType {
        minimum: 0,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    };
    imports.import(module, memory, any);
    let mut data = DataSection::new();
    for Constant { address, bytes } in constants {
        let at = ConstExpr::i32_const(address.cast_signed());
        data.active(0, &at, bytes.iter().copied());
    }
    let mut filled = wasm_encoder::Module::new();
    filled.section(&imports).section(&data);
    filled.finish()
}

/// A short text that differs between builds (FNV-1a, 32 bits).
fn fingerprint(part: &[u8]) -> String {
    let hash = part.iter().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

fn known(names: &[(String, String)], name: &str) -> Option<String> {
    let found = names.iter().find(|(long, _)| long == name);
    found.map(|(_, short)| short.clone())
}

/// The name with this number: `a` to `z`, then `aa` and so on.
fn short(number: usize) -> String {
    let letter = |number: usize| char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => letter(number).to_string(),
        rest => short(rest - 1) + &letter(number).to_string(),
    }
}

fn read(part: &[u8]) -> Result<Module> {
    Module::from_buffer(part)
        .map_err(|error| format!("a part of the program cannot be read: {error}").into())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn names_are_short_and_differ() {
        assert_eq!(
            [0, 25, 26, 27, 701, 702].map(short),
            ["a", "z", "aa", "ab", "zz", "aaa"]
        );
    }
}
