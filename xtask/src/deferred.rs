//! The parts of the program that come later: which there are, what belongs to each, and what their files are called.

/// A part that is loaded on the first use of a feature that few need.
pub struct Part {
    /// What it is called in the names of its files, and in `src/browser/deferred.rs`.
    pub name: &'static str,
    /// The modules whose functions it consists of. What the first part calls of them must be plain public functions,
    /// marked `#[inline(never)]`; it must hold no value of their types, which it would have to drop.
    pub modules: &'static [&'static str],
}

/// All of them. A part that nothing belongs to is no file. What several need is in each of them.
pub const PARTS: [Part; 3] = [
    Part {
        name: "more",
        modules: &[
            "handbill_core::calendar",
            "handbill_core::fragment",
            "handbill_core::json_ld",
            "handbill::browser::clipboard",
            "handbill::browser::device",
            "handbill::browser::file",
            "handbill::browser::head",
            "handbill::browser::intl::fold",
            "handbill::browser::intl::zone_list",
            "handbill::browser::later_style",
            "handbill::browser::share",
            "handbill::element::complaint",
            "handbill::element::description",
            "handbill::element::visit",
            "handbill::ui::calendar_menu",
            "handbill::ui::entry_link",
            "handbill::ui::opened",
            "handbill::ui::save_panel",
            "handbill::ui::sharing",
            "handbill::ui::zone_choice",
            "handbill::ui::zone_search",
        ],
    },
    Part {
        name: "code",
        modules: &["handbill::ui::qr"],
    },
    Part {
        name: "conference",
        modules: &[
            "handbill_core::conference",
            "handbill::browser::history",
            "handbill::browser::near_view",
            "handbill::browser::own_style",
            "handbill::browser::printing",
            "handbill::ui::conference",
        ],
    },
];

/// The file of a part, beside the first.
pub fn program_file(part: &str) -> String {
    format!("handbill-{part}.wasm")
}

/// The file with what a part takes from JavaScript and the first part does not.
pub fn glue_file(part: &str) -> String {
    format!("handbill-{part}.js")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_calls_them_by_the_same_names() {
        let path = crate::workspace::root().join("src/browser/deferred.rs");
        let text = std::fs::read_to_string(path).expect("the module is there");
        for Part { name, .. } in PARTS {
            assert!(text.contains(&format!("=> \"{name}\"")), "{name}");
        }
    }
}
