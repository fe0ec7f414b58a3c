//! What functions refer to by number: constants by their addresses, and through the table other functions by their slots.
//!
//! The linker is told to keep every constant in a segment of its own. What refers to one is found by its address: in
//! the code, in the offset of a load or a store, or in another constant; and by [other numbers](super::linked) that the
//! linker says are about it. A number that is an address by chance keeps a constant in a part where it does no harm.

use std::collections::BTreeSet;

use walrus::ir::{Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, FunctionKind, GlobalKind, Module};

use super::data::{Constant, constants};
use super::functions;
use super::linked::Linked;
use crate::Result;

/// Addresses and slots, or what could be some.
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

/// Follows references from functions to constants, and from constant to constant.
pub struct References<'a> {
    linked: &'a Linked,
    constants: Vec<Constant>,
    /// The addresses of statics that are looked into only once they have come.
    statics: Vec<u32>,
    /// What each function mentions.
    mentioned: Vec<BTreeSet<u32>>,
    /// What each function is called.
    names: Vec<String>,
    /// What the globals begin with.
    globals: BTreeSet<u32>,
}

impl<'a> References<'a> {
    /// Reads them out of a program. It fails where that is not the one that was linked.
    pub fn of(module: &Module, linked: &'a Linked, statics: Vec<u32>) -> Result<Self> {
        let mentioned = |id| {
            let mut numbers = Numbers::default();
            if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
                dfs_in_order(&mut numbers, function, function.entry_block());
            }
            numbers.0
        };
        let name = |id| module.funcs.get(id).name.clone().unwrap_or_default();
        let globals = module
            .globals
            .iter()
            .filter_map(|global| match global.kind {
                GlobalKind::Local(ConstExpr::Value(Value::I32(value))) => {
                    Some(value.cast_unsigned())
                }
                _ => None,
            });
        let names: Vec<String> = functions(module).into_iter().map(name).collect();
        linked.check(&names)?;
        Ok(Self {
            linked,
            constants: constants(module),
            statics,
            mentioned: functions(module).into_iter().map(mentioned).collect(),
            names,
            globals: globals.collect(),
        })
    }

    /// How many functions there are.
    pub fn functions(&self) -> usize {
        self.mentioned.len()
    }

    /// The addresses of the constants that these functions lead to, but for the separate statics.
    pub fn constants(&self, functions: impl Iterator<Item = usize>) -> BTreeSet<u32> {
        self.reached(functions.flat_map(|function| self.mentioned[function].iter().copied()))
    }

    /// The addresses of the constants that nothing leads to, neither one of these functions nor anything else.
    pub fn dead_constants(&self, live: &BTreeSet<usize>) -> BTreeSet<u32> {
        let mut reached = self.constants(live.iter().copied());
        reached.extend(self.constants_of_globals());
        reached.extend(self.behind_statics().into_iter().flatten());
        let all = self.constants.iter().map(|constant| constant.address);
        all.filter(|address| !reached.contains(address)).collect()
    }

    /// The same for the globals.
    pub fn constants_of_globals(&self) -> BTreeSet<u32> {
        self.reached(self.globals.iter().copied())
    }

    /// Each separate static, and what it leads to.
    pub fn behind_statics(&self) -> Vec<BTreeSet<u32>> {
        let behind = |address: &u32| {
            let mut behind = self.reached(self.at(*address).into_iter().flat_map(pointers));
            behind.insert(*address);
            behind
        };
        self.statics.iter().map(behind).collect()
    }

    /// The slots of the table that a function knows of, by itself or from constants.
    pub fn slots(&self, function: usize) -> BTreeSet<u32> {
        let in_code = self.linked.slots_in_code.get(&self.names[function]);
        let constants = self.constants([function].into_iter());
        let in_constants = constants
            .iter()
            .filter_map(|address| self.linked.slots.get(address));
        let all = in_code.into_iter().chain(in_constants).flatten();
        all.copied().collect()
    }

    /// How long the constant at this address is.
    pub fn length(&self, address: u32) -> usize {
        self.at(address).map_or(0, |constant| constant.bytes.len())
    }

    /// Whether nothing ever writes into the constant at this address.
    pub fn is_read_only(&self, address: u32) -> bool {
        self.linked.read_only.contains(&address)
    }

    fn reached(&self, numbers: impl Iterator<Item = u32>) -> BTreeSet<u32> {
        let mut reached = BTreeSet::new();
        let mut left: Vec<u32> = numbers.collect();
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
