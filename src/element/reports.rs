//! What is wrong with the attributes and the document of an element, as its page is told.

use std::cell::RefCell;

use handbill_core::Problem;
use handbill_core::strings::concat;
use web_sys::HtmlElement;

use super::report::{Report, report};
use crate::lazy;

/// The reports of one element.
pub struct Reports {
    element: HtmlElement,
    /// The attributes that are wrong and have been reported, or will be with the first document.
    reported: RefCell<String>,
}

impl Reports {
    /// Nothing has been reported yet.
    pub fn new(element: &HtmlElement) -> Self {
        Self {
            element: element.clone(),
            reported: RefCell::default(),
        }
    }

    /// What is wrong with the attributes. What has been reported once is not reported again for another attribute.
    pub fn new_among(&self, problems: Vec<Problem>) -> Vec<Problem> {
        let mut all = String::new();
        for problem in &problems {
            let value = self.element.get_attribute(&problem.path);
            all.push_str(&problem.path);
            all.push_str(&value.unwrap_or_default());
        }
        if self.reported.replace(all.clone()) == all {
            return Vec::new();
        }
        problems
    }

    /// Tells the page, once the sentences are here; `is_kept` says that something else is still shown.
    pub async fn tell(&self, what: Report, is_kept: bool) {
        let about = match &what {
            Report::Problems { problems, .. } if problems.is_empty() => return,
            Report::Problems { .. } => None,
            Report::Load(problem) => Some(problem.about().to_owned()),
        };
        if lazy::tell(self.element.clone(), what, is_kept)
            .await
            .is_ok()
        {
            return;
        }
        let message = match about {
            Some(about) => concat(&["This event cannot be shown (", &about, ")."]),
            None => "This event has a fault, and what it is could not be loaded.".into(),
        };
        report(&self.element, &message, &[("", &message)]);
    }
}
