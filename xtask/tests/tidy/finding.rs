//! What a rule finds in a file, and how a test asks for it.

use crate::repository::{self, File};

/// A line that breaks a rule.
#[derive(Debug)]
pub struct Finding {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and what to do instead.
    pub message: String,
}

/// A finding at this line.
pub fn finding(line: usize, message: impl Into<String>) -> Finding {
    let message = message.into();
    Finding { line, message }
}

/// Fails with every line of the repository that breaks the rule.
#[track_caller]
pub fn hold(rule: impl Fn(&File) -> Vec<Finding>) {
    let mut broken = String::new();
    for file in repository::all() {
        for Finding { line, message } in rule(file) {
            broken += &format!("\n{}:{line}: {message}", file.path);
        }
    }
    assert!(broken.is_empty(), "{broken}\n");
}

/// The lines of a made-up file that break the rule.
pub fn lines(rule: impl Fn(&File) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
    let file = File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    rule(&file).iter().map(|found| found.line).collect()
}
