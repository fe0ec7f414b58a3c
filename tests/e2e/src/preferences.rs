//! What a visitor has chosen in their system: colours of their own, less motion, larger text.

use anyhow::Result;

use crate::{Browser, Page};

/// What is not as most visitors have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// Whether every page is shown in a few colours of the visitor's.
    pub forced_colours: bool,
    /// Whether nothing should move that need not.
    pub less_motion: bool,
    /// How large text is, in per cent.
    pub text: u32,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            forced_colours: false,
            less_motion: false,
            text: 100,
        }
    }
}

impl Browser {
    /// Has the browser take this for what the visitor prefers, until it is lent to another test.
    pub fn prefer(&self, preferences: Preferences) -> Result<()> {
        for means in self.engine.prefer(preferences) {
            self.by(means)?;
        }
        self.preferences.set(preferences);
        Ok(())
    }
}

impl Page {
    /// Shows the page to a visitor with these preferences.
    #[track_caller]
    pub fn prefer(&self, preferences: Preferences) {
        let told = self.browser.prefer(preferences);
        told.unwrap_or_else(|error| panic!("{preferences:?}: {error:#}"));
    }
}
