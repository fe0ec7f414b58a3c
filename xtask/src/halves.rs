//! The two halves of what every visitor gets of the program, in one file: what reads documents, and behind it what shows them.
//!
//! A browser compiles no half of a module. One file in place of two is one request less, the first half arrives before
//! anything of the second, and what is alike in both is compressed once.

use wasm_encoder::{CustomSection, Encode, Section};

/// What the section of the second half is called.
const NAME: &str = "view";

/// Where the halves lie in their file, in bytes.
#[derive(Default)]
pub struct Halves {
    /// Where the first ends.
    pub first: usize,
    /// Where the second begins.
    pub view: usize,
    /// Where the file ends.
    pub end: usize,
}

/// The file with both: the first is a module, of which the second is a section that means nothing to it (WebAssembly core
/// specification, appendix on custom sections).
pub fn joined(first: &[u8], view: &[u8]) -> (Vec<u8>, Halves) {
    let section = CustomSection {
        name: NAME.into(),
        data: view.into(),
    };
    let mut both = first.to_owned();
    both.push(section.id());
    section.encode(&mut both);
    let halves = Halves {
        first: first.len(),
        view: both.len() - view.len(),
        end: both.len(),
    };
    (both, halves)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_half_is_a_module() {
        let text = |text| wat::parse_str(text).expect("the text is a module");
        let (first, view) = (text("(module (memory 1))"), text("(module (func))"));
        let (both, halves) = joined(&first, &view);
        assert_eq!(both[..halves.first], first);
        assert_eq!(both[halves.view..halves.end], view);
        assert_eq!(halves.end, both.len());
        let whole = walrus::Module::from_buffer(&both).expect("so are both together");
        let names: Vec<&str> = whole.customs.iter().map(|(_, own)| own.name()).collect();
        assert_eq!(names, [NAME]);
    }
}
