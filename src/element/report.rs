//! One report to the page: a line on the console, and `handbill:error`.

use handbill_core::Problem;
use handbill_core::strings::concat;
use js_sys::{Array, Object, Reflect};
use web_sys::HtmlElement;

use super::load_problem::LoadProblem;
use crate::browser::dispatch::{dispatch, object, warn};

/// Something to report.
pub enum Report {
    /// A document could not be loaded.
    Load(LoadProblem),
    /// Something is wrong in a document, or with the attributes.
    Problems {
        /// What the document is called.
        document: String,
        /// What is wrong.
        problems: Vec<Problem>,
    },
}

/// Writes a line on the console, and dispatches `handbill:error` with a list of problems: each a path and a sentence.
pub fn report(element: &HtmlElement, line: &str, problems: &[(&str, &str)]) {
    warn(&concat(&["Handbill: ", line]));
    let problems = problems.iter();
    let problems = problems.map(|(path, message)| object(&[("path", path), ("message", message)]));
    let detail = Object::new();
    // Setting a plain member of a new object cannot fail.
    _ = Reflect::set(&detail, &"problems".into(), &problems.collect::<Array>());
    dispatch(element, "handbill:error", false, &detail);
}
