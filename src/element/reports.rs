//! Reporting what is wrong with the attributes and the document of an element to its page.

use std::cell::RefCell;

use handbill_core::Problem;
use handbill_core::strings::concat;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use super::report::{Report, report};
use crate::lazy;

/// Reports it once the sentences are here; `is_kept` says that what was loaded before is still shown.
pub fn tell(element: &HtmlElement, what: Report, is_kept: bool) {
    let about = match &what {
        Report::Problems { problems, .. } if problems.is_empty() => return,
        Report::Problems { document, .. } => document,
        Report::Load(problem) => &problem.about,
    };
    let (element, about) = (element.clone(), about.clone());
    spawn_local(async move {
        if lazy::tell(element.clone(), what, is_kept).await.is_err() {
            let fault = "This event has a fault, and what it is could not be loaded. ";
            let message = concat(&[fault, &about]);
            report(&element, &message, &[("", &message)]);
        }
    });
}

/// The attributes that are wrong and have been reported, or will be with the first document.
#[derive(Default)]
pub struct Reported(RefCell<String>);

impl Reported {
    /// What is wrong with the attributes; nothing where the same has been reported before.
    pub fn new_among(&self, element: &HtmlElement, problems: Vec<Problem>) -> Vec<Problem> {
        let mut all = String::new();
        for problem in &problems {
            let value = element.get_attribute(&problem.path);
            all.push_str(&problem.path);
            all.push_str(&value.unwrap_or_default());
        }
        if *self.0.borrow() == all {
            return Vec::new();
        }
        self.0.replace(all);
        problems
    }
}
