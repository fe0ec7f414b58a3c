//! An element that is filled and emptied again, with an owner for what is in it.

use leptos::prelude::Owner;

use super::view::{Element, IntoView, View};

/// A place for a view that comes and goes. Emptying it cleans up its effects and listeners.
#[derive(Clone)]
pub struct Outlet {
    element: Element,
    owner: Owner,
}

impl Outlet {
    /// An empty outlet. It is emptied for good when the current owner is cleaned up.
    pub fn new(element: Element) -> Self {
        Self {
            element,
            owner: Owner::new(),
        }
    }

    /// Puts a view in place of the one before.
    pub fn fill<V: IntoView>(&self, build: impl FnOnce() -> V) {
        let mut build = Some(build);
        self.fill_with(&mut || build.take().map(|build| build()).into_view());
    }

    fn fill_with(&self, build: &mut dyn FnMut() -> View) {
        self.clear();
        self.owner.with(|| self.element.replace(build()));
    }

    /// Takes the view out.
    pub fn clear(&self) {
        self.owner.cleanup();
        self.element.replace(View::Empty);
    }

    /// The element that is filled.
    pub fn element(&self) -> &Element {
        &self.element
    }
}
