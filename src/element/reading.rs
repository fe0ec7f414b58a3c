//! What a document says, before there is a view to show it.

use handbill_core::{Problem, ProblemKind, Timeline, read};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browser::intl::zones::IntlZones;
use crate::browser::stylesheet;
use crate::lazy;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::visitor::visitor;
use crate::ui::reactive;

/// A document that has been read, for a [`Host`](super::Host) to show.
///
/// It takes neither an element nor anything that is shown, so that it can be made while the rest of the program is on its
/// way: `xtask/src/split.rs` puts what it takes in front.
#[wasm_bindgen]
pub struct Reading {
    pub(super) loaded: Option<LoadedEvent>,
    pub(super) problems: Vec<Problem>,
}

#[wasm_bindgen]
impl Reading {
    /// Reads a document of JSON in the language of a BCP 47 tag; nothing where it is none. `address` is where it came from.
    pub fn of(document: String, address: &str, lang: &str) -> Option<Self> {
        let (event, mut problems) = read(&document, lang);
        if let [problem] = &problems[..]
            && matches!(problem.kind, ProblemKind::NotJson { .. })
        {
            return None;
        }
        let loaded = event.map(|event| {
            let (timeline, mut unresolved) = Timeline::resolve(&event, &IntlZones);
            problems.append(&mut unresolved);
            LoadedEvent::new(event, timeline, &IntlZones, address, document)
        });
        if loaded.as_ref().is_some_and(|loaded| loaded.is_conference) {
            // A document may be read before there is an element for it.
            reactive::start();
            spawn_local(async {
                // Whoever needs it is told that it did not come.
                _ = lazy::preload_conference().await;
            });
        }
        // What the view will ask of the browser, asked while that waits for the view.
        visitor();
        stylesheet::prepare();
        Some(Self { loaded, problems })
    }
}
