//! What only the linker knows of a program: where the statics are, which of them are never written to, and which numbers
//! are slots of the table, or addresses of constants though they lie outside them.
//!
//! A loop over a table may count from minus its length to zero, and then adds to that the address of the table's end. No
//! such number tells by itself what it is about, but the linker's relocations do.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{DefinedDataSymbol, RelocationType, SymbolInfo};

use super::name::exported;
use crate::Result;

mod sections;

/// What stands in the names of functions that only describe to wasm-bindgen what passes between the program and JavaScript.
const DESCRIBING: [&str; 2] = ["describe", "breaks_if_inlined"];

/// What the names of segments begin with that hold constants; those of variables begin with `.data`, `.tdata` or `.bss`.
const READ_ONLY: &str = ".rodata";

/// What the linker has written besides the program.
#[derive(Default)]
pub struct Linked {
    /// The addresses of statics, by their paths.
    pub statics: BTreeMap<String, u32>,
    /// For each number outside a constant that is about it, the addresses of the constants.
    pub biased: BTreeMap<u32, BTreeSet<u32>>,
    /// The addresses of the constants that nothing ever writes into.
    pub read_only: BTreeSet<u32>,
    /// The slots of the table that each constant holds, by its address: what may be called through a trait, for one.
    pub slots: BTreeMap<u32, BTreeSet<u32>>,
    /// The slots of the table that functions name by themselves, by the names of the functions.
    pub slots_in_code: BTreeMap<String, BTreeSet<u32>>,
}

impl Linked {
    /// Makes sure that whoever names slots of the table by itself is known by its name: what it calls would seem to be for nobody.
    pub fn check(&self, names: &[String]) -> Result {
        let mut all = self.slots_in_code.keys();
        let is_lost = |name: &&String| {
            !names.contains(name) && !DESCRIBING.iter().any(|word| name.contains(word))
        };
        match all.find(is_lost) {
            Some(name) => Err(format!("`{name}` is called otherwise in the program").into()),
            None => Ok(()),
        }
    }

    /// The statics whose path is like this one: what stands for its `*`, and their addresses.
    pub fn like(&self, path: &str) -> Vec<(String, u32)> {
        let Some((before, after)) = path.split_once('*') else {
            return Vec::new();
        };
        let name = |path: &str| Some(path.strip_prefix(before)?.strip_suffix(after)?.to_owned());
        let statics = self.statics.iter();
        statics
            .filter_map(|(path, address)| Some((name(path)?, *address)))
            .collect()
    }
}

/// Reads it out of what the linker wrote, with `--emit-relocs`.
pub fn read(linked: &[u8]) -> Result<Linked> {
    let sections = sections::sections(linked)?;
    if sections.of_code.is_empty() && sections.of_data.is_empty() {
        return Err("the linker has written no relocations".into());
    }
    let mut found = Linked::default();
    for (segment, name) in sections.segments.iter().zip(&sections.segment_names) {
        if name.starts_with(READ_ONLY) {
            found.read_only.insert(segment.start);
        }
    }
    for symbol in &sections.symbols {
        if let SymbolInfo::Data { name, symbol, .. } = symbol
            && let Some(DefinedDataSymbol { index, offset, .. }) = symbol
            && let Some(segment) = sections.segments.get(*index as usize)
        {
            let path = format!("{:#}", rustc_demangle::demangle(name));
            found.statics.insert(path, segment.start + offset);
        }
    }
    for relocation in sections.of_code.iter().chain(&sections.of_data) {
        // What is not defined is not there, and its address is zero.
        if is_address(relocation.ty)
            && let Some(SymbolInfo::Data { symbol, .. }) = sections.about(relocation)
            && let Some(DefinedDataSymbol { index, offset, .. }) = symbol
        {
            let segment = sections
                .segments
                .get(*index as usize)
                .ok_or("a relocation is about a constant that is not there")?;
            let number = i64::from(segment.start) + i64::from(*offset) + relocation.addend;
            let number = number as u32;
            if number.wrapping_sub(segment.start) >= segment.length {
                found
                    .biased
                    .entry(number)
                    .or_default()
                    .insert(segment.start);
            }
        }
    }
    for relocation in &sections.of_code {
        if let Some(slot) = sections.slot(relocation) {
            let name = sections
                .function_at(relocation.offset as usize)
                .ok_or("a relocation is in no function")?;
            // As wasm-bindgen writes names.
            let name = rustc_demangle::demangle(name).to_string();
            let name = exported(&name).to_owned();
            found.slots_in_code.entry(name).or_default().insert(slot);
        }
    }
    for relocation in &sections.of_data {
        if let Some(slot) = sections.slot(relocation) {
            let holder = sections
                .segments
                .iter()
                .find(|segment| segment.within.contains(&(relocation.offset as usize)))
                .ok_or("a relocation is in no constant")?;
            found.slots.entry(holder.start).or_default().insert(slot);
        }
    }
    Ok(found)
}

fn is_address(ty: RelocationType) -> bool {
    matches!(
        ty,
        RelocationType::MemoryAddrLeb
            | RelocationType::MemoryAddrSleb
            | RelocationType::MemoryAddrI32
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, Elements, Function,
        FunctionSection, LinkingSection, Module, NameMap, NameSection, SymbolTable, TypeSection,
    };

    #[test]
    fn a_number_outside_a_constant_is_about_it_where_the_linker_says_so() {
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(2000), [7; 24]);
        data.active(0, &ConstExpr::i32_const(2024), [8; 8]);
        let mut table = SymbolTable::new();
        for (index, name) in [(0, "first"), (1, "second")] {
            let whole = wasm_encoder::DataSymbolDefinition {
                index,
                offset: 0,
                size: 8,
            };
            table.data(0, name, Some(whole));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&table);
        // Of the code, an address to load from (3): at byte 9 of it, about constant 0, 24 bytes after its beginning; and
        // at byte 20, about constant 1, four bytes after its beginning, which lies inside.
        let relocations = [10, 2, 3, 9, 0, 24, 3, 20, 1, 4];
        let mut module = Module::new();
        module
            .section(&data)
            .section(&linking)
            .section(&CustomSection {
                name: "reloc.CODE".into(),
                data: relocations[..].into(),
            });
        let linked = read(&module.finish()).expect("it can be read");
        let biased = BTreeMap::from([(2024, BTreeSet::from([2000]))]);
        assert_eq!(linked.biased, biased);
        assert_eq!(linked.statics.get("second"), Some(&2024));
    }

    #[test]
    fn variables_are_told_from_constants_and_slots_from_numbers() {
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(7),
            Elements::Functions([1, 0][..].into()),
        );
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(2000), [7; 4]);
        data.active(0, &ConstExpr::i32_const(2004), [8; 8]);
        // Version 2. The segments (5), each with its alignment and flags; one symbol (8), function 0.
        let mut linking = vec![2, 5, 23, 2];
        for name in [".rodata.a", ".data.b"] {
            linking.push(name.len() as u8);
            linking.extend(name.bytes().chain([0, 0]));
        }
        linking.extend(b"\x08\x06\x01\x00\x00\x00\x01f");
        let custom = |name: &'static str, data: Vec<u8>| CustomSection {
            name: name.into(),
            data: data.into(),
        };
        // Two functions without anything in them: the body of the second is bytes 5 and 6 of the section.
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut names = NameMap::new();
        for (index, name) in [(0, "f"), (1, "g")] {
            let mut empty = Function::new([]);
            empty.instructions().end();
            functions.function(0);
            code.function(&empty);
            names.append(index, name);
        }
        let mut naming = NameSection::new();
        naming.functions(&names);
        // Slots of function 0: in the code (1) at byte 6, and as a number (2) at byte 21 of the data, which is in the
        // second one.
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&data)
            .section(&naming)
            .section(&custom("linking", linking))
            .section(&custom("reloc.CODE", vec![10, 1, 1, 6, 0]))
            .section(&custom("reloc.DATA", vec![11, 1, 2, 21, 0]));
        let linked = read(&module.finish()).expect("it can be read");
        assert_eq!(linked.read_only, [2000].into());
        assert_eq!(linked.slots_in_code, [("g".to_owned(), [8].into())].into());
        assert_eq!(linked.slots, [(2004, [8].into())].into());
    }

    #[test]
    fn whoever_names_slots_has_to_be_in_the_program() {
        let names = ["f", "g", "f as Describe>::describe"].map(str::to_owned);
        let slots_in_code = [0, 2].map(|name: usize| (names[name].clone(), [8].into()));
        let linked = Linked {
            slots_in_code: slots_in_code.into(),
            ..Linked::default()
        };
        assert!(linked.check(&names[..1]).is_ok());
        let error = linked.check(&names[1..2]).expect_err("one is lost");
        assert_eq!(error.to_string(), "`f` is called otherwise in the program");
    }

    #[test]
    fn a_program_without_relocations_is_refused() {
        assert!(read(&Module::new().finish()).is_err());
    }
}
