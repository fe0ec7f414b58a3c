//! What only the linker knows of a program: where the statics are, and which numbers are addresses of constants though
//! they lie outside them.
//!
//! A loop over a table may count from minus its length to zero, and then adds to that the address of the table's end. No
//! such number tells by itself what it is about, but the linker's relocations do.

use std::collections::{BTreeMap, BTreeSet};

use wasmparser::{
    DataKind, DefinedDataSymbol, KnownCustom, Linking, Operator, Parser, Payload, RelocationType,
    SymbolInfo,
};

use crate::Result;

/// What the linker has written besides the program.
#[derive(Default)]
pub struct Linked {
    /// The addresses of statics, by their paths.
    pub statics: BTreeMap<String, u32>,
    /// For each number outside a constant that is about it, the addresses of the constants.
    pub biased: BTreeMap<u32, BTreeSet<u32>>,
}

impl Linked {
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
    // Where each constant begins, and how long it is.
    let mut constants = Vec::new();
    let mut symbols = Vec::new();
    let mut relocations = Vec::new();
    for payload in Parser::new(0).parse_all(linked) {
        match payload? {
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    constants.push((address(&data.kind)?, data.data.len() as u32));
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(table) = part? {
                            for symbol in table {
                                symbols.push(match symbol? {
                                    SymbolInfo::Data {
                                        symbol: Some(symbol),
                                        name,
                                        ..
                                    } => Some((symbol, name)),
                                    _ => None,
                                });
                            }
                        }
                    }
                }
                KnownCustom::Reloc(section) => {
                    for relocation in section.entries() {
                        let relocation = relocation?;
                        if is_address(relocation.ty) {
                            relocations.push(relocation);
                        }
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    if relocations.is_empty() {
        return Err("the linker has written no relocations".into());
    }
    let mut found = Linked::default();
    for (DefinedDataSymbol { index, offset, .. }, name) in symbols.iter().flatten() {
        if let Some((start, _)) = constants.get(*index as usize) {
            let path = format!("{:#}", rustc_demangle::demangle(name));
            found.statics.insert(path, start + offset);
        }
    }
    for relocation in relocations {
        // What is not defined is not there, and its address is zero.
        let Some(Some((DefinedDataSymbol { index, offset, .. }, _))) =
            symbols.get(relocation.index as usize)
        else {
            continue;
        };
        let (start, length) = constants
            .get(*index as usize)
            .ok_or("a relocation is about a constant that is not there")?;
        let number = i64::from(*start) + i64::from(*offset) + relocation.addend;
        let number = number as u32;
        if number.wrapping_sub(*start) >= *length {
            found.biased.entry(number).or_default().insert(*start);
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

/// Where a segment lies in the memory.
fn address(kind: &DataKind<'_>) -> Result<u32> {
    let DataKind::Active { offset_expr, .. } = kind else {
        return Err("a constant is in no fixed place".into());
    };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err("a constant is in no fixed place".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, CustomSection, DataSection, LinkingSection, Module, SymbolTable,
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
    fn a_program_without_relocations_is_refused() {
        assert!(read(&Module::new().finish()).is_err());
    }
}
