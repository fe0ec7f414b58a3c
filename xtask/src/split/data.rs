//! Which constants of a program come later: texts, tables and style sheets that only deferred functions refer to.
//!
//! The linker is told to keep every constant in a segment of its own. What refers to one is found by its address: in
//! the code, in the offset of a load or a store, or in another constant; and by [other numbers](super::linked) that the
//! linker says are about it. A number that is an address by chance keeps a
//! constant in the first part, where it does no harm; what nobody refers to stays there as well.

use std::collections::BTreeSet;

use walrus::ir::{Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, MemoryId, Module};

use super::functions;
use super::linked::Linked;

/// Fewer bytes than this between two constants are cheaper as zeros than as another segment.
const SMALL_GAP: u32 = 8;

/// One constant, or several in a row.
pub struct Constant {
    /// Where it lies in the memory.
    pub address: u32,
    /// What it is.
    pub bytes: Vec<u8>,
}

/// Addresses, or what could be some.
#[derive(Default)]
struct Numbers(BTreeSet<u32>);

impl Visitor<'_> for Numbers {
    fn visit_value(&mut self, value: &Value) {
        if let Value::I32(value) = value {
            self.0.insert(value.cast_unsigned());
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }
}

/// What comes later, by the addresses of constants.
pub struct Later {
    /// What only the functions of the second part refer to, directly or through other constants.
    pub second: BTreeSet<u32>,
    /// For each of the separate statics, itself and what only it refers to.
    pub separate: Vec<BTreeSet<u32>>,
}

/// What can come later with these functions, and with these statics, which are looked into only once they have come.
pub fn later(
    module: &Module,
    functions_of_second: &BTreeSet<usize>,
    linked: &Linked,
    statics: &[u32],
) -> Later {
    let (mut first, mut second) = (Numbers::default(), Numbers::default());
    for (number, id) in functions(module).into_iter().enumerate() {
        let walrus::FunctionKind::Local(function) = &module.funcs.get(id).kind else {
            continue;
        };
        let numbers = if functions_of_second.contains(&number) {
            &mut second
        } else {
            &mut first
        };
        dfs_in_order(numbers, function, function.entry_block());
    }
    for global in module.globals.iter() {
        if let walrus::GlobalKind::Local(ConstExpr::Value(Value::I32(value))) = global.kind {
            first.0.insert(value.cast_unsigned());
        }
    }
    let search = Search {
        constants: constants(module),
        linked,
        statics,
    };
    let first = search.reached(&first.0);
    let mut parts = vec![search.reached(&second.0)];
    parts.extend(statics.iter().map(|address| search.behind(*address)));
    let is_shared = |address: &u32| {
        let holders = parts.iter().filter(|part| part.contains(address)).count();
        holders > 1 || first.contains(address)
    };
    let mut own = parts.iter().map(|part| {
        part.iter()
            .copied()
            .filter(|address| !is_shared(address))
            .collect()
    });
    Later {
        second: own.next().unwrap_or_default(),
        separate: own.collect(),
    }
}

/// Follows references from constant to constant.
struct Search<'a> {
    constants: Vec<Constant>,
    linked: &'a Linked,
    statics: &'a [u32],
}

impl Search<'_> {
    /// The addresses of the constants that these numbers lead to, but for the separate statics.
    fn reached(&self, numbers: &BTreeSet<u32>) -> BTreeSet<u32> {
        let mut reached = BTreeSet::new();
        let mut left: Vec<u32> = numbers.iter().copied().collect();
        while let Some(number) = left.pop() {
            let biased = self.linked.biased.get(&number);
            let about = biased.into_iter().flatten().copied().chain([number]);
            for constant in about.filter_map(|address| self.at(address)) {
                if !self.statics.contains(&constant.address) && reached.insert(constant.address) {
                    left.extend(pointers(constant));
                }
            }
        }
        reached
    }

    /// A separate static, and what it leads to.
    fn behind(&self, address: u32) -> BTreeSet<u32> {
        let numbers = self.at(address).into_iter().flat_map(pointers).collect();
        let mut behind = self.reached(&numbers);
        behind.insert(address);
        behind
    }

    fn at(&self, address: u32) -> Option<&Constant> {
        let after = self
            .constants
            .partition_point(|constant| constant.address <= address);
        let constant = self.constants.get(after.checked_sub(1)?)?;
        let inside = (address - constant.address) as usize;
        (inside < constant.bytes.len()).then_some(constant)
    }
}

/// What could be addresses in a constant: its aligned words.
fn pointers(constant: &Constant) -> impl Iterator<Item = u32> {
    let start = constant.address.wrapping_neg() as usize % 4;
    let words = constant.bytes.get(start..).unwrap_or_default();
    words
        .chunks_exact(4)
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
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
fn constants(module: &Module) -> Vec<Constant> {
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
