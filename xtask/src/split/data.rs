//! Which constants of a program come later: texts, tables and style sheets that only deferred functions
//! [refer to](super::references). What nobody refers to stays in the first part.

use std::collections::BTreeSet;

use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, MemoryId, Module};

use super::references::References;

/// Fewer bytes than this between two constants are cheaper as zeros than as another segment.
const SMALL_GAP: u32 = 8;

/// One constant, or several in a row.
pub struct Constant {
    /// Where it lies in the memory.
    pub address: u32,
    /// What it is.
    pub bytes: Vec<u8>,
}

/// What comes later, by the addresses of constants.
pub struct Later {
    /// For each of the deferred parts, what it brings along.
    pub parts: Vec<BTreeSet<u32>>,
    /// For each of the separate statics, itself and what only it refers to.
    pub separate: Vec<BTreeSet<u32>>,
}

impl Later {
    /// What can come later with these parts, each by its functions, and with the separate statics. `deferred` are all
    /// functions that the first part does not have.
    ///
    /// What several parts refer to is in each of them, unless something may have written into it when the second of
    /// them comes: that stays in the first part.
    pub fn of(
        references: &References<'_>,
        deferred: &BTreeSet<usize>,
        parts: &[BTreeSet<usize>],
    ) -> Self {
        let stay = (0..references.functions()).filter(|number| !deferred.contains(number));
        let mut first = references.constants(stay);
        first.extend(references.constants_of_globals());
        let parts: Vec<BTreeSet<u32>> = parts
            .iter()
            .map(|part| references.constants(part.iter().copied()))
            .collect();
        let separate = references.behind_statics();
        let holders = |of: &[BTreeSet<u32>], address: &u32| {
            of.iter().filter(|holder| holder.contains(address)).count()
        };
        let own = |of: &[BTreeSet<u32>], can_move: &dyn Fn(&u32) -> bool| {
            let own = |holder: &BTreeSet<u32>| {
                let later = holder.difference(&first).copied();
                later.filter(|address| can_move(address)).collect()
            };
            of.iter().map(own).collect()
        };
        Self {
            parts: own(&parts, &|address| {
                let is_one_parts = holders(&parts, address) == 1;
                holders(&separate, address) == 0
                    && (is_one_parts || references.is_read_only(*address))
            }),
            separate: own(&separate, &|address| {
                holders(&separate, address) == 1 && holders(&parts, address) == 0
            }),
        }
    }

    /// All of it: what the first part does without.
    pub fn gone(&self) -> BTreeSet<u32> {
        let all = self.parts.iter().chain(&self.separate);
        all.flatten().copied().collect()
    }
}

/// Leaves only those constants in a module whose address is wanted, in as few segments as that takes.
pub fn keep(module: &mut Module, memory: MemoryId, is_kept: &dyn Fn(u32) -> bool) {
    let segments = segments(module, is_kept);
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    ids.into_iter().for_each(|id| module.data.delete(id));
    let mut added = BTreeSet::new();
    for Constant { address, bytes } in segments {
        let offset = ConstExpr::Value(Value::I32(address.cast_signed()));
        added.insert(module.data.add(DataKind::Active { memory, offset }, bytes));
    }
    module.memories.get_mut(memory).data_segments = added.into_iter().collect();
}

/// The constants whose address is wanted, in as few segments as that takes.
pub fn segments(module: &Module, is_kept: &dyn Fn(u32) -> bool) -> Vec<Constant> {
    let mut segments: Vec<Constant> = Vec::new();
    // Where the last constant ends, if it is kept: only what nobody else's constant lies in may be filled with zeros.
    let mut end = None;
    for constant in constants(module) {
        let previous_end = end.take();
        if !is_kept(constant.address) {
            continue;
        }
        end = Some(constant.address + constant.bytes.len() as u32);
        let gap = previous_end.and_then(|end| constant.address.checked_sub(end));
        match (segments.last_mut(), gap) {
            (Some(last), Some(gap)) if gap < SMALL_GAP => {
                last.bytes.resize(last.bytes.len() + gap as usize, 0);
                last.bytes.extend(constant.bytes);
            }
            _ => segments.push(constant),
        }
    }
    segments
}

/// The constants of a program, each as the linker has placed it, by their addresses.
pub fn constants(module: &Module) -> Vec<Constant> {
    let constant = |data: &walrus::Data| match data.kind {
        DataKind::Active {
            offset: ConstExpr::Value(Value::I32(address)),
            ..
        } => Some(Constant {
            address: address.cast_unsigned(),
            bytes: data.value.clone(),
        }),
        _ => None,
    };
    let mut constants: Vec<Constant> = module.data.iter().filter_map(constant).collect();
    constants.sort_by_key(|constant| constant.address);
    constants
}
