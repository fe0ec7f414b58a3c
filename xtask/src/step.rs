//! Steps that run one after the other, and how long each took.

use std::time::{Duration, Instant};

use crate::Result;

/// The times of the steps so far.
#[derive(Default)]
pub struct Steps {
    times: Vec<(&'static str, Duration)>,
}

impl Steps {
    /// Runs one step. Its name stands above what it prints, and its time below.
    pub fn run<T>(
        &mut self,
        name: &'static str,
        what: &str,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        println!("\n━━ {name}: {what}");
        let start = Instant::now();
        let outcome = work();
        let time = start.elapsed();
        self.times.push((name, time));
        let verdict = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("━━ {name}: {verdict} after {:.1} s", time.as_secs_f64());
        outcome
    }

    /// Prints a table of the times.
    pub fn print(&self) {
        println!("\n{:<10} {:>8}", "step", "seconds");
        for (name, time) in &self.times {
            println!("{name:<10} {:>8.1}", time.as_secs_f64());
        }
        let total: Duration = self.times.iter().map(|(_, time)| *time).sum();
        println!("{:<10} {:>8.1}", "total", total.as_secs_f64());
    }
}
