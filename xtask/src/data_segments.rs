//! Fewer data segments: constants that lie beside each other become one, which saves an address each, 1.2 KiB for every visitor.

use wasm_encoder::{ConstExpr, DataSection, Module, RawSection};
use wasmparser::{Data, DataKind, DataSectionReader, Operator, Parser, Payload};

use crate::Result;

/// The module with its constants joined where at most `gap` bytes lie between them, which become zero. Only the main module,
/// whose memory is still empty, may have gaps.
pub fn joined(module: &[u8], gap: usize) -> Result<Vec<u8>> {
    let mut joined = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::DataSection(constants) = payload {
            joined.section(&join(constants, gap)?);
        } else if let Some((id, range)) = payload.as_section()
            // It announces how many segments there are, which matters only to those that are copied later.
            && !matches!(payload, Payload::DataCountSection { .. })
        {
            let data = &module[range.start as usize..range.end as usize];
            joined.section(&RawSection { id, data });
        }
    }
    Ok(joined.finish())
}

fn join(constants: DataSectionReader<'_>, gap: usize) -> Result<DataSection> {
    let mut all: Vec<(usize, Vec<u8>)> = Vec::new();
    for constant in constants {
        let Data { kind, data, .. } = constant?;
        let DataKind::Active { offset_expr, .. } = kind else {
            return Err("a constant is copied later".into());
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            return Err("a constant has no fixed address".into());
        };
        let address = value as usize;
        match all.last_mut() {
            Some((start, bytes)) if address.wrapping_sub(*start + bytes.len()) <= gap => {
                bytes.resize(address - *start, 0);
                bytes.extend(data);
            }
            _ => all.push((address, data.to_vec())),
        }
    }
    let mut section = DataSection::new();
    for (address, bytes) in all {
        section.active(0, &ConstExpr::i32_const(address as i32), bytes);
    }
    Ok(section)
}
