//! Reading a document: its event, ready to be shown, and what is wrong with it.

use handbill_core::read::read_with;
use handbill_core::{Problem, Timeline};
use leptos::task::spawn_local;

use super::load::Document;
use crate::browser::intl::zones::IntlZones;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::visitor::known;
use crate::{html, lazy};

/// A version of the document that has been read in some language.
pub struct Version {
    /// The event; nothing where the document holds none.
    pub loaded: Option<LoadedEvent>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// What the document is called in sentences about it.
    pub name: String,
    /// The hash of its text.
    pub hash: u64,
    /// The BCP 47 tag of the language that it was read in.
    tag: String,
}

impl Version {
    /// Reads a document, and resolves its times. A large one asks for the conference chunk.
    pub fn read(document: Document, tag: String) -> Self {
        let hash = document.hash();
        let (event, mut problems) = read_with(&document.text, &tag, html::known());
        let loaded = event.map(|event| {
            let visitor = known();
            let (timeline, mut unresolved) =
                Timeline::resolve(&event, &IntlZones, visitor.zone.as_ref());
            problems.append(&mut unresolved);
            LoadedEvent::new(event, timeline, &IntlZones, &document.url, document.text)
        });
        if loaded.as_ref().is_some_and(|loaded| loaded.is_conference) {
            spawn_local(async {
                // Whoever needs it is told that it did not come.
                _ = lazy::preload_conference().await;
            });
        }
        Self {
            loaded,
            problems,
            name: document.name,
            hash,
            tag,
        }
    }

    /// The same in the author's words for another language, where there are any.
    pub fn in_language(self, tag: &str) -> Self {
        match &self.loaded {
            Some(loaded) if self.tag != tag => {
                let translations = &loaded.event.translations;
                if translations.nearest(tag) == translations.used {
                    return self;
                }
                let document = Document::of(loaded);
                Self {
                    name: self.name,
                    ..Self::read(document, tag.to_owned())
                }
            }
            _ => self,
        }
    }
}
