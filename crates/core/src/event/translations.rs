//! Which languages an event has words in.

use crate::language::nearest;

/// The words of an event in other languages. It was read in one of them where that is nearest to what was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    /// The languages, by BCP 47 tag, in the order of the document.
    pub languages: Vec<String>,
    /// Which of them the event was read in; nothing for the document's own words.
    pub used: Option<usize>,
    /// The texts and paragraphs of that one.
    pub texts: Vec<String>,
}

impl Translations {
    /// Which of the languages an event is read in for a visitor whose language is `tag`. Where that is not the one that was
    /// used, the document has to be read again.
    pub fn nearest(&self, tag: &str) -> Option<usize> {
        let tags: Vec<&str> = self.languages.iter().map(|one| &**one).collect();
        nearest(&tags, tag)
    }
}
