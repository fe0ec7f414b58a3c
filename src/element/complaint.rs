//! What is wrong with a document or with attributes, told to whoever looks after the page. It comes with the deferred
//! part of the program.

use handbill_core::Problem;
use handbill_core::problem::THE_DOCUMENT;
use handbill_core::strings::{concat, join};
use js_sys::{Array, Object, Reflect};
use web_sys::HtmlElement;

use crate::browser::dispatch::{dispatch, object, warn};

/// Tells it in one line of the console, and in `handbill:error`: a list of problems, each with its path and sentence.
pub fn tell(element: &HtmlElement, problems: &[Problem]) {
    let sentences: Vec<String> = problems.iter().map(Problem::to_string).collect();
    warn(&concat(&["Handbill: ", &join(&sentences, "\n")]));
    let list: Array = problems
        .iter()
        .map(|problem| {
            let message = problem.kind.sentence(THE_DOCUMENT);
            object(&[("path", &problem.path), ("message", &message)])
        })
        .collect();
    let detail = Object::new();
    // Setting a plain member of a new object cannot fail.
    _ = Reflect::set(&detail, &"problems".into(), &list);
    dispatch(element, "handbill:error", false, &detail);
}
