//! Which constants of a program come later: texts, tables and style sheets that only deferred functions refer to.
//!
//! The linker is told to keep every constant in a segment of its own. What refers to one is found by its address: in
//! the code, in the offset of a load or a store, or in another constant; and by [other numbers](super::bias) that the
//! linker says are about it. A number that is an address by chance keeps a
//! constant in the first part, where it does no harm; what nobody refers to stays there as well.

use std::collections::BTreeSet;

use walrus::ir::{Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, MemoryId, Module};

use super::bias::Biased;
use super::functions;

/// Fewer bytes than this between two constants are cheaper as zeros than as another segment.
const SMALL_GAP: u32 = 8;

/// One constant: where it lies in the memory, and its bytes.
struct Constant {
    address: u32,
    bytes: Vec<u8>,
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

/// The addresses of the constants that only these functions refer to, directly or through other constants.
pub fn deferred(
    module: &Module,
    functions_of_second: &BTreeSet<usize>,
    biased: &Biased,
) -> BTreeSet<u32> {
    let mut constants = constants(module);
    constants.sort_by_key(|constant| constant.address);
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
    let kept = reached(&constants, &first.0, biased);
    let moved = reached(&constants, &second.0, biased);
    let moved = moved.difference(&kept);
    moved.map(|index| constants[*index].address).collect()
}

/// Which constants these numbers lead to, from one to the next.
fn reached(constants: &[Constant], numbers: &BTreeSet<u32>, biased: &Biased) -> BTreeSet<usize> {
    let at = |address: u32| {
        let after = constants.partition_point(|constant| constant.address <= address);
        let constant = constants.get(after.checked_sub(1)?)?;
        let inside = address - constant.address;
        ((inside as usize) < constant.bytes.len()).then_some(after - 1)
    };
    let mut reached = BTreeSet::new();
    let mut left: Vec<u32> = numbers.iter().copied().collect();
    while let Some(number) = left.pop() {
        let about = biased.get(&number).into_iter().flatten().copied();
        for index in about.chain([number]).filter_map(at) {
            if reached.insert(index) {
                left.extend(pointers(&constants[index]));
            }
        }
    }
    reached
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
    let mut constants = constants(module);
    constants.sort_by_key(|constant| constant.address);
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    ids.into_iter().for_each(|id| module.data.delete(id));
    let mut segments: Vec<Constant> = Vec::new();
    // Where the last constant ends, if it is kept: only what nobody else's constant lies in may be filled with zeros.
    let mut end = None;
    for constant in constants {
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
    let mut added = BTreeSet::new();
    for segment in segments {
        let offset = ConstExpr::Value(Value::I32(segment.address.cast_signed()));
        added.insert(
            module
                .data
                .add(DataKind::Active { memory, offset }, segment.bytes),
        );
    }
    module.memories.get_mut(memory).data_segments = added.into_iter().collect();
}

/// The constants of a program, each as the linker has placed it.
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
    module.data.iter().filter_map(constant).collect()
}
