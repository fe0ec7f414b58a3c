//! Who calls whom, and what of it can come later.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ExportItem, FunctionId, Module};

use super::functions;
use super::name::bare;
use super::parts::slots;
use crate::Result;

/// The functions of a program by number, with their names and those that refer to them.
pub struct Calls {
    names: Vec<String>,
    is_local: Vec<bool>,
    /// Exported, or the start of the program.
    is_public: Vec<bool>,
    /// What is exported, by its name.
    exports: Vec<(String, usize)>,
    /// What the program starts with.
    start: Option<usize>,
    /// What is called through the table, by its slots.
    table: BTreeMap<u32, usize>,
    callers: Vec<BTreeSet<usize>>,
    callees: Vec<BTreeSet<usize>>,
    /// How many instructions each has.
    sizes: Vec<u64>,
}

#[derive(Default)]
struct Mentioned(BTreeSet<FunctionId>);

impl Visitor<'_> for Mentioned {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(*function);
    }
}

impl Calls {
    /// Reads them out of a program.
    pub fn of(module: &Module) -> Result<Self> {
        let ids = functions(module);
        let number: BTreeMap<FunctionId, usize> = ids
            .iter()
            .enumerate()
            .map(|(number, id)| (*id, number))
            .collect();
        let mut calls = Self {
            names: ids
                .iter()
                .map(|id| bare(module.funcs.get(*id).name.as_deref().unwrap_or_default()))
                .collect(),
            is_local: vec![false; ids.len()],
            is_public: vec![false; ids.len()],
            exports: Vec::new(),
            start: module.start.map(|start| number[&start]),
            table: BTreeMap::new(),
            callers: vec![BTreeSet::new(); ids.len()],
            callees: vec![BTreeSet::new(); ids.len()],
            sizes: vec![0; ids.len()],
        };
        for (id, function) in module.funcs.iter_local() {
            calls.is_local[number[&id]] = true;
            calls.sizes[number[&id]] = function.size();
            let mut mentioned = Mentioned::default();
            dfs_in_order(&mut mentioned, function, function.entry_block());
            for callee in mentioned.0 {
                calls.callers[number[&callee]].insert(number[&id]);
                calls.callees[number[&id]].insert(number[&callee]);
            }
        }
        for export in module.exports.iter() {
            if let ExportItem::Function(id) = export.item {
                calls.is_public[number[&id]] = true;
                calls.exports.push((export.name.clone(), number[&id]));
            }
        }
        if let Some(start) = calls.start {
            calls.is_public[start] = true;
        }
        for element in module.elements.iter() {
            for (slot, id) in slots(element)? {
                calls.table.insert(slot.cast_unsigned(), number[&id]);
            }
        }
        Ok(calls)
    }

    /// What is ever called, by the exports of the program: these functions, and the slots of the table that any of them knows
    /// of. The linker fills the table with whatever has been pointed at once, as by the descriptions that wasm-bindgen has
    /// taken out again. From now on, nothing else is in the table.
    pub fn keep_live(
        &mut self,
        slots: &dyn Fn(usize) -> BTreeSet<u32>,
    ) -> (BTreeSet<usize>, BTreeSet<u32>) {
        let all = 0..self.is_public.len();
        let public: Vec<usize> = all.filter(|number| self.is_public[*number]).collect();
        let (live, live_slots) = self.reached(public, &BTreeSet::new(), slots);
        self.table.retain(|slot, _| live_slots.contains(slot));
        (live, live_slots)
    }

    /// What is called by these functions, themselves included, and the slots of the table by which: but for what comes later.
    fn reached(
        &self,
        mut left: Vec<usize>,
        later: &BTreeSet<usize>,
        slots: &dyn Fn(usize) -> BTreeSet<u32>,
    ) -> (BTreeSet<usize>, BTreeSet<u32>) {
        let (mut reached, mut reached_slots) = (BTreeSet::new(), BTreeSet::new());
        while let Some(number) = left.pop() {
            if !later.contains(&number) && reached.insert(number) {
                left.extend(&self.callees[number]);
                let slots = slots(number);
                left.extend(slots.iter().filter_map(|slot| self.table.get(slot)));
                reached_slots.extend(slots);
            }
        }
        (reached, reached_slots)
    }

    /// What some exports lead to, and what the program starts with; without what comes later.
    pub fn behind(
        &self,
        exports: &dyn Fn(&str) -> bool,
        later: &BTreeSet<usize>,
        slots: &dyn Fn(usize) -> BTreeSet<u32>,
    ) -> BTreeSet<usize> {
        let kept = self.exports.iter().filter(|(name, _)| exports(name));
        let from = kept.map(|(_, number)| *number).chain(self.start);
        self.reached(from.collect(), later, slots).0
    }

    /// What of these functions is exported, by its name.
    pub fn exports_of(&self, functions: &BTreeSet<usize>) -> Vec<(String, usize)> {
        let all = self.exports.iter();
        all.filter(|(_, number)| functions.contains(number))
            .cloned()
            .collect()
    }

    /// Whether a function is one of the program's own, not one of JavaScript's.
    pub fn is_local(&self, number: usize) -> bool {
        self.is_local[number]
    }

    /// Whether a function is named after one of these modules.
    pub fn is_named(&self, number: usize, modules: &[&str]) -> bool {
        let name = self.names[number].as_str();
        let mut paths = modules.iter().map(|module| format!("{module}::"));
        paths.any(|path| name.contains(&path))
    }

    /// What can come later: what is named after a deferred module, and what nothing else leads to, by calls or by slots of the
    /// table.
    pub fn deferred(
        &self,
        modules: &[&str],
        slots: &dyn Fn(usize) -> BTreeSet<u32>,
    ) -> BTreeSet<usize> {
        let can_move = |number: usize| self.is_local[number] && !self.is_public[number];
        let stays = |number: &usize| !can_move(*number) || !self.is_named(*number, modules);
        let all = 0..self.names.len();
        let mut left: Vec<usize> = all.clone().filter(|number| !can_move(*number)).collect();
        let mut first = BTreeSet::new();
        while let Some(number) = left.pop() {
            if first.insert(number) {
                left.extend(self.callees[number].iter().filter(|callee| stays(callee)));
                let slots = slots(number);
                let pointed_at = slots.iter().filter_map(|slot| self.table.get(slot));
                left.extend(pointed_at.filter(|function| stays(function)));
            }
        }
        all.filter(|number| can_move(*number) && !first.contains(number))
            .collect()
    }

    /// Of the deferred functions those that one part consists of: what the first part calls of its modules or the table
    /// holds of them, and everything that leads to. `slots` are those of the table that a function knows of.
    ///
    /// Each part is whole by itself, whichever comes first: what several lead to is in each of them.
    pub fn part(
        &self,
        deferred: &BTreeSet<usize>,
        modules: &[&str],
        slots: &dyn Fn(usize) -> BTreeSet<u32>,
    ) -> BTreeSet<usize> {
        let called = deferred
            .iter()
            .filter(|number| !self.callers[**number].is_subset(deferred));
        let mut left: Vec<usize> = called.chain(self.table.values()).copied().collect();
        left.retain(|number| self.is_named(*number, modules));
        let mut part = BTreeSet::new();
        while let Some(number) = left.pop() {
            if deferred.contains(&number) && part.insert(number) {
                left.extend(&self.callees[number]);
                let slots = slots(number);
                left.extend(slots.iter().filter_map(|slot| self.table.get(slot)));
            }
        }
        part
    }

    /// A part, and what it calls of others that has so few instructions, of which it gets a copy; but nothing of what comes
    /// later than the part.
    pub fn with_small(
        &self,
        part: &BTreeSet<usize>,
        later: &BTreeSet<usize>,
        small: u64,
    ) -> BTreeSet<usize> {
        let is_small = |number: &usize| {
            self.is_local[*number] && self.sizes[*number] <= small && !later.contains(number)
        };
        let mut whole = part.clone();
        let mut left: Vec<usize> = part.iter().copied().collect();
        while let Some(number) = left.pop() {
            for callee in self.callees[number].iter().copied().filter(is_small) {
                if whole.insert(callee) {
                    left.push(callee);
                }
            }
        }
        whole
    }

    /// The deferred functions that the first part calls. They must be plain functions: anything else means that the
    /// first part holds a value of a deferred type.
    pub fn entries(&self, deferred: &BTreeSet<usize>) -> Result<Vec<usize>> {
        let mut entries = Vec::new();
        for number in deferred {
            let name = &self.names[*number];
            let Some(caller) = self.callers[*number].difference(deferred).next() else {
                continue;
            };
            if name.contains(['<', '{']) {
                return Err(format!(
                    "`{}` calls `{name}`, which comes later: keep values of deferred types out of what is loaded first",
                    self.names[*caller]
                )
                .into());
            }
            entries.push(*number);
        }
        Ok(entries)
    }
}
