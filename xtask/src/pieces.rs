//! The pieces of what every visitor gets of the program, in one file: what reads documents, and behind it what shows them.
//!
//! A browser compiles no half of a module. One file in place of several is one request, the first piece arrives before
//! anything of the others, and what is alike in them is compressed once.

use std::ops::Range;

use wasm_encoder::{CustomSection, Encode, Section};

/// What the section of each piece behind the first is called.
const NAME: &str = "view";

/// The file with all of them, and where in it each lies: the first is a module, of which the others are sections that mean
/// nothing to it (WebAssembly core specification, appendix on custom sections).
pub fn joined(first: &[u8], behind: &[Vec<u8>]) -> (Vec<u8>, Vec<Range<usize>>) {
    let mut all = first.to_owned();
    let mut places = Vec::new();
    places.push(0..first.len());
    for piece in behind {
        let section = CustomSection {
            name: NAME.into(),
            data: piece.into(),
        };
        all.push(section.id());
        section.encode(&mut all);
        places.push(all.len() - piece.len()..all.len());
    }
    (all, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_is_a_module() {
        let text = |text| wat::parse_str(text).expect("the text is a module");
        let first = text("(module (memory 1))");
        let behind = ["(module (func))", "(module (func) (func))"].map(text);
        let (all, places) = joined(&first, &behind);
        let parts = [&first, &behind[0], &behind[1]];
        for (part, place) in parts.iter().zip(places) {
            assert_eq!(all[place], part[..]);
        }
        let whole = walrus::Module::from_buffer(&all).expect("so are all together");
        let names: Vec<&str> = whole.customs.iter().map(|(_, own)| own.name()).collect();
        assert_eq!(names, [NAME; 2]);
    }
}
