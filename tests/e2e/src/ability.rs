//! What not every engine can do, or not where a driver steers it: the one list of it, with the reasons.

use std::io::{Write, stderr};
use std::thread;

use crate::Engine;

/// Something that a test needs and an engine may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// To be taken to another time zone while a page is open.
    Travel,
    /// To tell how far what is seen moves by itself.
    Shifts,
    /// To lay a page out as on paper, and show it.
    Paper,
    /// To tell what the browser has written down for itself.
    Log,
    /// To be told when to collect garbage.
    Garbage,
    /// To count what a page holds in memory.
    Memory,
    /// To keep answers of servers for the next page.
    Cache,
    /// To hand what was preloaded to a request that asks the server first.
    Preload,
    /// To notice that an answer ends before its announced length.
    Length,
    /// To be told what the visitor prefers: colours of their own, less motion.
    Preferences,
    /// To be told how large the visitor wants text.
    LargeText,
    /// To point at what stands in an element with `zoom`.
    Zoom,
}

use Engine::{Firefox, WebKit};

/// Who lacks what, and why.
const LACKS: [(Engine, Ability, &str); 16] = [
    (Firefox, Ability::Shifts, "it has no Layout Instability API"),
    (WebKit, Ability::Shifts, "it has no Layout Instability API"),
    (
        WebKit,
        Ability::Paper,
        "it shows no page as it would be printed",
    ),
    (
        WebKit,
        Ability::Travel,
        "its time zone is that of the process, and no command changes it",
    ),
    (WebKit, Ability::Log, "its log goes to the system's journal"),
    (
        WebKit,
        Ability::Garbage,
        "it collects garbage when it pleases",
    ),
    (
        Firefox,
        Ability::Memory,
        "it has no counters of nodes and listeners",
    ),
    (
        WebKit,
        Ability::Memory,
        "it has no counters of nodes and listeners",
    ),
    (
        WebKit,
        Ability::Cache,
        "steered by a driver, it keeps no answers",
    ),
    (
        Firefox,
        Ability::Preload,
        "it asks again for a preloaded document that is fetched with `no-cache`",
    ),
    (
        WebKit,
        Ability::Preload,
        "it asks again for everything that is preloaded and fetched",
    ),
    (
        WebKit,
        Ability::Length,
        "it takes an answer that was cut off for the whole",
    ),
    (
        WebKit,
        Ability::Preferences,
        "it asks the desktop, and there is none",
    ),
    (
        Firefox,
        Ability::LargeText,
        "the size in its settings does not reach a page that is open",
    ),
    (
        WebKit,
        Ability::LargeText,
        "it asks the desktop, and there is none",
    ),
    (
        WebKit,
        Ability::Zoom,
        "its driver looks for what is enlarged where it would be otherwise",
    ),
];

impl Ability {
    /// Whether the chosen engine has it. If not, says so where people see it, since the test goes on without.
    pub fn is_here(self) -> bool {
        // Who names an engine that is none hears of it when the browser starts.
        let Ok(engine) = Engine::chosen() else {
            return true;
        };
        let lack = LACKS
            .iter()
            .find(|(lacking, ability, _)| (*lacking, *ability) == (engine, self));
        let Some((_, _, why)) = lack else {
            return true;
        };
        let test = thread::current();
        let test = test.name().unwrap_or("a test");
        // Not `eprintln!`, which is kept back for tests that fail.
        let _ = writeln!(
            stderr(),
            "{test} passes over a part in {}: {why}",
            engine.name()
        );
        false
    }
}
