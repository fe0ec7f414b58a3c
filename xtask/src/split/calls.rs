//! Who calls whom, and what of it can come later.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ElementItems, ExportItem, FunctionId, Module};

use super::functions;
use crate::Result;

/// The functions of a program by number, with their names and those that refer to them.
pub struct Calls {
    names: Vec<String>,
    is_local: Vec<bool>,
    /// Exported, or the start of the program.
    is_public: Vec<bool>,
    /// Called through the table.
    is_pointed_at: Vec<bool>,
    callers: Vec<BTreeSet<usize>>,
    callees: Vec<BTreeSet<usize>>,
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
    pub fn of(module: &Module) -> Self {
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
            is_pointed_at: vec![false; ids.len()],
            callers: vec![BTreeSet::new(); ids.len()],
            callees: vec![BTreeSet::new(); ids.len()],
        };
        for (id, function) in module.funcs.iter_local() {
            calls.is_local[number[&id]] = true;
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
            }
        }
        if let Some(start) = module.start {
            calls.is_public[number[&start]] = true;
        }
        for element in module.elements.iter() {
            if let ElementItems::Functions(items) = &element.items {
                items
                    .iter()
                    .for_each(|id| calls.is_pointed_at[number[id]] = true);
            }
        }
        calls
    }

    /// What can come later: what is named after a deferred module, and what nothing else leads to.
    pub fn deferred(&self, modules: &[&str]) -> BTreeSet<usize> {
        let paths: Vec<String> = modules.iter().map(|module| format!("{module}::")).collect();
        let is_named = |number: usize| {
            let name = self.names[number].as_str();
            paths.iter().any(|path| name.contains(path.as_str()))
        };
        let can_move = |number: usize| self.is_local[number] && !self.is_public[number];
        let is_root = |number: usize| !can_move(number) || self.is_pointed_at[number];
        let all = 0..self.names.len();
        let mut left: Vec<usize> = all
            .clone()
            .filter(|number| is_root(*number) && !(can_move(*number) && is_named(*number)))
            .collect();
        let mut first = BTreeSet::new();
        while let Some(number) = left.pop() {
            if first.insert(number) {
                let stays = |callee: &&usize| !can_move(**callee) || !is_named(**callee);
                left.extend(self.callees[number].iter().filter(stays));
            }
        }
        all.filter(|number| can_move(*number) && !first.contains(number))
            .collect()
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

/// A name without the hashes of its crates.
pub fn bare(name: &str) -> String {
    let mut rest = name;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once('[') {
        bare.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, after))
                if hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                after
            }
            _ => {
                bare.push('[');
                after
            }
        };
    }
    bare.push_str(rest);
    bare
}
