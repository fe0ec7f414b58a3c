//! What the linker's own sections say, as they stand there.

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::{
    ConstExpr, DataKind, Element, ElementItems, ElementKind, KnownCustom, Linking, Name, Operator,
    Parser, Payload, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

use crate::Result;

type Read<T> = wasmparser::Result<T>;

/// A segment of the memory, which holds one constant.
pub struct Segment {
    /// Where it lies in the memory.
    pub start: u32,
    pub length: u32,
    /// Where it stands in the section, from whose beginning relocations count.
    pub within: Range<usize>,
}

/// The sections that tell of constants and of what refers to them.
#[derive(Default)]
pub struct Sections<'a> {
    pub segments: Vec<Segment>,
    /// The kind and the path of what is in each segment.
    pub segment_names: Vec<&'a str>,
    pub symbols: Vec<SymbolInfo<'a>>,
    pub of_code: Vec<RelocationEntry>,
    pub of_data: Vec<RelocationEntry>,
    /// The slots of functions in the table.
    pub slots: BTreeMap<u32, u32>,
    /// Where the bodies of functions stand in the section, from whose beginning relocations count.
    bodies: Vec<Range<usize>>,
    /// How many functions come before the first that has a body.
    imported: usize,
    function_names: BTreeMap<u32, &'a str>,
}

impl<'a> Sections<'a> {
    /// What a relocation is about.
    pub fn about(&self, relocation: &RelocationEntry) -> Option<&SymbolInfo<'a>> {
        self.symbols.get(relocation.index as usize)
    }

    /// The name of the function whose body is at an offset.
    pub fn function_at(&self, offset: usize) -> Option<&'a str> {
        let after = self.bodies.partition_point(|body| body.start <= offset);
        let number = after.checked_sub(1)?;
        let function = (self.imported + number) as u32;
        self.function_names.get(&function).copied()
    }

    /// The slot of the table that a relocation is about.
    pub fn slot(&self, relocation: &RelocationEntry) -> Option<u32> {
        match self.about(relocation)? {
            SymbolInfo::Func { index, .. } if is_slot(relocation.ty) => {
                self.slots.get(index).copied()
            }
            _ => None,
        }
    }
}

/// Reads them out of a program.
pub fn sections(linked: &[u8]) -> Result<Sections<'_>> {
    let mut sections = Sections::default();
    let mut code = 0;
    for payload in Parser::new(0).parse_all(linked) {
        match payload? {
            Payload::ElementSection(section) => {
                for element in section {
                    if let Element {
                        kind: ElementKind::Active { offset_expr, .. },
                        items: ElementItems::Functions(functions),
                        ..
                    } = element?
                    {
                        for (slot, function) in (number(&offset_expr)?..).zip(functions) {
                            sections.slots.insert(function?, slot);
                        }
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    sections.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionStart { range, .. } => code = range.start,
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sections.bodies.push(range.start - code..range.end - code);
            }
            Payload::DataSection(section) => {
                let start = section.range().start;
                for data in section {
                    let data = data?;
                    let DataKind::Active { offset_expr, .. } = &data.kind else {
                        return Err("a constant is in no fixed place".into());
                    };
                    sections.segments.push(Segment {
                        start: number(offset_expr)?,
                        length: data.data.len() as u32,
                        within: data.range.start - start..data.range.end - start,
                    });
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        match part? {
                            Linking::SymbolTable(table) => {
                                sections.symbols = table.into_iter().collect::<Read<_>>()?;
                            }
                            Linking::SegmentInfo(infos) => {
                                let infos = infos.into_iter().collect::<Read<Vec<_>>>()?;
                                sections.segment_names =
                                    infos.iter().map(|info| info.name).collect();
                            }
                            _ => {}
                        }
                    }
                }
                KnownCustom::Name(names) => {
                    for name in names {
                        if let Name::Function(names) = name? {
                            for naming in names {
                                let naming = naming?;
                                sections.function_names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    let into = match section.name() {
                        "reloc.CODE" => &mut sections.of_code,
                        "reloc.DATA" => &mut sections.of_data,
                        _ => continue,
                    };
                    *into = relocations.entries().into_iter().collect::<Read<_>>()?;
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(sections)
}

fn is_slot(ty: RelocationType) -> bool {
    matches!(
        ty,
        RelocationType::TableIndexSleb | RelocationType::TableIndexI32
    )
}

/// Where a segment of the memory or of the table begins.
fn number(offset: &ConstExpr<'_>) -> Result<u32> {
    match offset.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err("a segment is in no fixed place".into()),
    }
}
