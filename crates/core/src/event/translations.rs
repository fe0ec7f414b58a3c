//! The languages that an event is translated to.

use crate::language::nearest;

/// The translations of an event, and the one that it was read in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    /// The languages, by BCP 47 tag, in the order of the document.
    pub languages: Vec<String>,
    /// The index of the language that the event was read in; `None` for the document's own.
    pub used: Option<usize>,
    /// The texts of that translation, by paragraph.
    pub texts: Vec<String>,
}

impl Translations {
    /// The language that the event was read in, unless that is the document's own.
    pub fn language(&self) -> Option<&str> {
        Some(self.languages.get(self.used?)?)
    }

    /// The index of the language that a visitor with this BCP 47 tag gets. Where it is not the one that was used, read the
    /// document again.
    pub fn nearest(&self, tag: &str) -> Option<usize> {
        let tags: Vec<&str> = self.languages.iter().map(|one| &**one).collect();
        nearest(&tags, tag)
    }
}
