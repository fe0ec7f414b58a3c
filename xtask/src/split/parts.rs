//! Makes one part out of a copy of the whole program.

use std::collections::BTreeSet;

use walrus::{
    ConstExpr, Element, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind,
    GlobalKind, ImportId, ImportKind, ImportedFunction, MemoryId, Module, TableId, ir::Value,
    passes::gc,
};

use super::{FIRST, LATER, data, entry_names, functions};
use crate::Result;

/// What a part needs of the first: kind and number.
pub type Needed = BTreeSet<(char, usize)>;

/// The slots of the table that a segment fills, and with what.
pub fn slots(element: &Element) -> Result<Vec<(i32, FunctionId)>> {
    match (&element.kind, &element.items) {
        (
            ElementKind::Active {
                offset: ConstExpr::Value(Value::I32(first)),
                ..
            },
            ElementItems::Functions(items),
        ) => Ok((*first..).zip(items.iter().copied()).collect()),
        (ElementKind::Active { .. }, _) => {
            Err("a segment of the table is of a kind that cannot be split".into())
        }
        _ => Ok(Vec::new()),
    }
}

/// Leaves the functions of one part in a program, and imports the rest from the first part: what is not in `whole`,
/// which has copies of what the first has, too. What it calls of `later` comes with other parts. Returns what of the first
/// is needed.
pub fn keep(
    module: &mut Module,
    part: &BTreeSet<usize>,
    whole: &BTreeSet<usize>,
    constants: &BTreeSet<u32>,
    exports: &[(String, usize)],
    later: &[usize],
) -> Result<Needed> {
    let ids = functions(module);
    module.start = None;
    let all: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    all.into_iter().for_each(|id| module.exports.delete(id));
    for (name, function) in exports {
        module.exports.add(name, ids[*function]);
    }
    for (entry, name) in later.iter().zip(entry_names(later)) {
        import_function(module, ids[*entry], LATER, &name);
    }
    for (number, id) in ids.iter().enumerate() {
        if !whole.contains(&number) && matches!(module.funcs.get(*id).kind, FunctionKind::Local(_))
        {
            import_function(module, *id, FIRST, &format!("f{number}"));
        }
    }
    if let Some(memory) = only_memory(module)? {
        data::keep(module, memory, &|address| constants.contains(&address));
    }
    let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
    for (number, id) in memories.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("m{number}"), id);
        module.memories.get_mut(id).import = Some(import);
    }
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for (number, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("g{number}"), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let is_own = |_: i32, id: FunctionId| {
        ids.iter()
            .position(|known| *known == id)
            .is_some_and(|number| part.contains(&number))
    };
    refill(module, &is_own)?;
    let tables: Vec<_> = module.tables.iter().map(|table| table.id()).collect();
    for (number, id) in tables.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("t{number}"), id);
        module.tables.get_mut(id).import = Some(import);
    }
    gc::run(module);
    let needed = module
        .imports
        .iter()
        .filter(|import| import.module == FIRST);
    let parse = |name: &str| Some((name.chars().next()?, name.get(1..)?.parse().ok()?));
    Ok(needed.filter_map(|import| parse(&import.name)).collect())
}

/// Takes these functions, their exports, and these constants out of a program, imports what it calls of them, and exports what
/// its other parts need. Of the table, it fills these slots.
pub fn drop_others(
    module: &mut Module,
    others: &BTreeSet<usize>,
    slots: &BTreeSet<u32>,
    constants: &BTreeSet<u32>,
    entries: &[usize],
    needed: &Needed,
) -> Result {
    let ids = functions(module);
    if let Some(memory) = only_memory(module)? {
        data::keep(module, memory, &|address| !constants.contains(&address));
    }
    for number in others {
        if let Some(export) = module.exports.get_exported_func(ids[*number]) {
            module.exports.delete(export.id());
        }
    }
    for (entry, name) in entries.iter().zip(entry_names(entries)) {
        import_function(module, ids[*entry], LATER, &name);
    }
    let is_kept = |slot: i32, id: FunctionId| {
        slots.contains(&slot.cast_unsigned())
            && ids
                .iter()
                .position(|known| *known == id)
                .is_some_and(|number| !others.contains(&number))
    };
    refill(module, &is_kept)?;
    for (kind, number) in needed {
        let item = match kind {
            'f' => ids.get(*number).copied().map(ExportItem::Function),
            'm' => module
                .memories
                .iter()
                .nth(*number)
                .map(|memory| ExportItem::Memory(memory.id())),
            'g' => module
                .globals
                .iter()
                .nth(*number)
                .map(|global| ExportItem::Global(global.id())),
            _ => module
                .tables
                .iter()
                .nth(*number)
                .map(|table| ExportItem::Table(table.id())),
        };
        let item = item.ok_or("the two copies of the program differ")?;
        module.exports.add(&format!("{kind}{number}"), item);
    }
    gc::run(module);
    Ok(())
}

/// The memory of a program, if it has one.
fn only_memory(module: &Module) -> Result<Option<MemoryId>> {
    let memories: Vec<MemoryId> = module.memories.iter().map(|memory| memory.id()).collect();
    match memories.as_slice() {
        [] => Ok(None),
        [memory] => Ok(Some(*memory)),
        _ => Err("a program with several memories cannot be split".into()),
    }
}

fn import_function(module: &mut Module, id: FunctionId, from: &str, name: &str) {
    let import: ImportId = module.imports.add(from, name, ImportKind::Function(id));
    let ty = module.funcs.get(id).ty();
    module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
}

/// Fills the table with those functions only, each in its own slot.
fn refill(module: &mut Module, is_kept: &dyn Fn(i32, FunctionId) -> bool) -> Result {
    let mut runs: Vec<(TableId, i32, Vec<FunctionId>)> = Vec::new();
    let mut filled = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table, .. } = element.kind else {
            continue;
        };
        filled.push((element.id(), table));
        for (slot, function) in slots(element)? {
            if !is_kept(slot, function) {
                continue;
            }
            match runs.last_mut() {
                Some((last, first, run)) if *last == table && *first + run.len() as i32 == slot => {
                    run.push(function)
                }
                _ => runs.push((table, slot, vec![function])),
            }
        }
    }
    for (id, table) in filled {
        module.elements.delete(id);
        module.tables.get_mut(table).elem_segments.remove(&id);
    }
    for (table, first, run) in runs {
        let offset = ConstExpr::Value(Value::I32(first));
        let id = module.elements.add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(run),
        );
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    Ok(())
}
