//! The view of an element, mounted in its shadow root.

use std::sync::Arc;

use leptos::prelude::Owner;
use leptos::task::spawn_local;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::page_events::page_events;
use crate::browser::{dom, stylesheet};
use crate::lazy;
use crate::ui::announcement::announcement;
use crate::ui::model::context::Inputs;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::model::settings::Settings;
use crate::ui::reactive::effect;
use crate::ui::signal::RwSignal;
use crate::ui::view::mount;

/// A mounted view, and the signals that it follows.
pub struct Mount {
    /// The signals that are written here.
    pub inputs: Inputs,
    owner: Owner,
    root: ShadowRoot,
}

impl Mount {
    /// Builds the view off-document and attaches it once. Nothing where the element can have no shadow root.
    pub fn new(element: &HtmlElement, settings: Settings, loaded: LoadedEvent) -> Option<Self> {
        let root = attach_root(element)?;
        let owner = Owner::new();
        let (inputs, view) = owner.with(|| {
            let inputs = Inputs {
                loaded: RwSignal::new(Arc::new(loaded)),
                settings: RwSignal::new(Arc::new(settings)),
                linked_entry: RwSignal::new(None),
            };
            let view = announcement(inputs, page_events(element));
            describe(inputs);
            (inputs, view)
        });
        let place = dom::existing(&root);
        // The author's content may be slotted there.
        place.clear();
        mount(&place, view);
        Some(Self {
            inputs,
            owner,
            root,
        })
    }

    /// The document that is shown.
    pub fn loaded(&self) -> Arc<LoadedEvent> {
        self.inputs.loaded.get_untracked()
    }

    /// Shows another document, with the settings as they are now.
    pub fn show(&self, settings: Settings, loaded: LoadedEvent) {
        self.apply(settings);
        self.inputs.linked_entry.set(None);
        self.inputs.loaded.set(Arc::new(loaded));
    }

    /// Applies the settings.
    pub fn apply(&self, settings: Settings) {
        if settings != *self.inputs.settings.get_untracked() {
            self.inputs.settings.set(Arc::new(settings));
        }
    }

    /// Takes the view down. The author's content is slotted in its place.
    pub fn unmount(&self) {
        self.owner.cleanup();
        let place = dom::existing(&self.root);
        place.clear();
        place.append(&dom::element("slot"));
    }
}

/// The shadow root, attached only when there is something to show, so that the author's content survives.
fn attach_root(element: &HtmlElement) -> Option<ShadowRoot> {
    let open = ShadowRootInit::new(ShadowRootMode::Open);
    let attached = element.shadow_root();
    let root = attached.or_else(|| element.attach_shadow(&open).ok())?;
    stylesheet::adopt(&root);
    Some(root)
}

/// Keeps the page's description of the event for search engines, where its author asks for one. Few do, so a chunk
/// writes it.
fn describe(inputs: Inputs) {
    let written = RwSignal::new(None);
    effect(move || {
        let (asked, loaded) = (inputs.settings.get().json_ld, inputs.loaded.get());
        written.set(None);
        if !asked {
            return;
        }
        spawn_local(async move {
            // Without the chunk, the page is not described.
            _ = lazy::describe(loaded, written).await;
        });
    });
}
