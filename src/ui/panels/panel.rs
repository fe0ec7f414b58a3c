//! A panel below its button: open or closed.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::Owner;

use crate::browser::dom::key_of;
use crate::browser::later_style;
use crate::ui::elements::button::PanelKind;
use crate::ui::model::context::Ctx;
use crate::ui::model::loaded_event::LoadedEvent;
use crate::ui::outlet::Outlet;
use crate::ui::view::{Element, IntoView, View, el};

/// The panels of one view. They are closed and cleaned up with the owner that was current when it was built.
pub struct Panels {
    ctx: Ctx,
    /// The event.
    pub loaded: Arc<LoadedEvent>,
    /// What stands below a button for which no chunk could be loaded.
    pub apology: Element,
    owner: Owner,
    known: RefCell<Vec<(PanelKind, Rc<Panel>)>>,
}

impl Panels {
    /// Those of a view that is being built.
    pub fn new(ctx: Ctx, loaded: Arc<LoadedEvent>) -> Self {
        Self {
            ctx,
            loaded,
            apology: el("p").class("note").attr("role", "alert"),
            owner: Owner::new(),
            known: RefCell::default(),
        }
    }

    /// Says below a button that no chunk could be loaded for it.
    pub fn apologise(&self, button: &Element) {
        let display = self.ctx.display.get_untracked();
        let message = display.message("span", display.messages.not_loaded());
        self.apology.replace(message);
        button.after(&self.apology);
    }

    /// The panel of a button. It is made when it is first wanted.
    pub fn panel(&self, kind: PanelKind, button: &Element) -> Rc<Panel> {
        let mut known = self.known.borrow_mut();
        if let Some((_, panel)) = known.iter().find(|(known, _)| *known == kind) {
            return panel.clone();
        }
        let panel = Rc::new(Panel::new(self.ctx, button, &self.owner));
        known.push((kind, panel.clone()));
        panel
    }
}

/// A panel, open or not.
pub struct Panel {
    /// The context of the element.
    pub ctx: Ctx,
    /// The place of its content.
    pub outlet: Outlet,
    button: Element,
}

impl Panel {
    /// A closed panel behind a button. It is cleaned up with `owner`.
    fn new(ctx: Ctx, button: &Element, owner: &Owner) -> Self {
        let outlet = owner.with(|| Outlet::new(el("div").class("opened")));
        button.after(outlet.element());
        Self {
            ctx,
            outlet,
            button: button.clone(),
        }
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
        self.button.set_flag("aria-expanded", is_open);
    }
}
