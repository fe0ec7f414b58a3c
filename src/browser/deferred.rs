//! The deferred parts of the program: what is loaded on the first use of a feature that few visitors need.
//!
//! Only the release build has them (`xtask/src/split.rs`); everywhere else the program is whole.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::promise::settled;

#[wasm_bindgen]
extern "C" {
    /// Loads the part of this name, once; the release build puts it beside the program. Where there is no such function,
    /// calling it is an error, and nothing is missing.
    #[wasm_bindgen(catch, js_name = loadHandbillPart)]
    fn load_part(name: &str) -> Result<JsValue, JsValue>;
}

/// A part that comes later. Which modules belong to it says `xtask/src/deferred.rs`.
#[derive(Clone, Copy)]
pub enum Part {
    /// What a visitor of any event may ask for: a calendar, a link, another clock.
    More,
    /// What makes a square for cameras of an address.
    Code,
    /// What only programmes of the size of a conference need.
    Conference,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Code => "code",
            Self::Conference => "conference",
        }
    }
}

thread_local! {
    /// A bit for each part that has come.
    static HERE: Cell<u8> = const { Cell::new(0) };
}

/// Asks for a part that will be needed soon. That it cannot be had is told to who needs it.
pub fn ask(part: Part) {
    _ = load_part(part.name());
}

/// Calls `then` once a part is here, with false where it cannot be had now.
pub fn load(part: Part, then: Box<dyn FnOnce(bool)>) {
    let bit = 1 << part as u8;
    if HERE.get() & bit != 0 {
        return then(true);
    }
    let Ok(loading) = load_part(part.name()) else {
        return then(true);
    };
    settled(
        &loading,
        Box::new(move |is_here| {
            if is_here {
                HERE.set(HERE.get() | bit);
            }
            then(is_here);
        }),
    );
}
