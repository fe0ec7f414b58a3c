//! What a rule finds, and the two ways to ask it.

use crate::repository::{self, File};

/// A place that breaks a rule.
#[derive(Debug)]
pub struct Finding {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there, and what to do instead.
    pub message: String,
}

/// A finding at this line.
pub fn finding(line: usize, message: impl Into<String>) -> Finding {
    Finding {
        line,
        message: message.into(),
    }
}

/// Holds a rule against every file of the repository.
#[track_caller]
pub fn hold(rule: impl Fn(&File) -> Vec<Finding>) {
    let broken: Vec<String> = repository::all()
        .iter()
        .flat_map(|file| {
            rule(file)
                .into_iter()
                .map(move |found| format!("{}:{}: {}", file.path, found.line, found.message))
        })
        .collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// The lines that a rule finds fault with in a made-up file.
pub fn lines(rule: impl Fn(&File) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
    rule(&File::sample(path, text))
        .iter()
        .map(|found| found.line)
        .collect()
}
