//! A panel below its button: open or closed.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::Owner;

use crate::browser::dom::key_of;
use crate::browser::later_style;
use crate::ui::model::context::Ctx;
use crate::ui::outlet::Outlet;
use crate::ui::view::{Element, IntoView, View, el};

/// A panel, open or not.
pub struct Panel {
    /// The context of the element.
    pub ctx: Ctx,
    /// The place of its content.
    pub outlet: Outlet,
    button: Element,
    is_open: Cell<bool>,
}

impl Panel {
    /// A closed panel behind a button. It is cleaned up with `owner`.
    pub fn new(ctx: Ctx, button: &Element, owner: &Owner) -> Self {
        let outlet = owner.with(|| Outlet::new(el("div").class("opened")));
        button.after(outlet.element());
        Self {
            ctx,
            outlet,
            button: button.clone(),
            is_open: Cell::new(false),
        }
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.is_open.get()
    }

    /// Opens it with this content.
    pub fn open<V: IntoView>(&self, build: impl FnOnce() -> V) {
        self.set_open(true);
        if let Some(root) = self.outlet.element().root() {
            later_style::adopt(&root);
        }
        self.outlet.fill(build);
    }

    /// Closes it, and gives the focus back to its button.
    pub fn close(&self) {
        self.set_open(false);
        self.outlet.clear();
        self.button.focus();
    }

    /// Lets Escape close the panel from anywhere inside `content`.
    pub fn close_on_escape(self: &Rc<Self>, content: Element) -> View {
        let panel = self.clone();
        content
            .on("keydown", move |event| {
                if key_of(event).as_deref() == Some("Escape") {
                    panel.close();
                }
            })
            .into_view()
    }

    fn set_open(&self, is_open: bool) {
        self.is_open.set(is_open);
        self.button.set_flag("aria-expanded", is_open);
    }
}
