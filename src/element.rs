//! What the page sees: one [`Host`] behind each `<handbill-event>`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use handbill_core::Problem;
use js_sys::Function;
use leptos::prelude::{Get, GetUntracked, GetValue, Owner, RwSignal, Set, SetValue, StoredValue};
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use crate::browser::{clock, dispatch, dom, stylesheet};
use crate::lazy;
use crate::ui::announcement::announcement;
use crate::ui::model::context::Inputs;
use crate::ui::model::settings::Settings;
use crate::ui::reactive::{self, after_effects, effect};
use crate::ui::view::{Element, mount};

pub mod attributes;
pub mod complaint;
pub mod description;
mod faults;
mod reading;
mod to_page;
pub mod visit;

use attributes::settings;
use faults::Faults;
pub use reading::Reading;
use to_page::ToPage;

/// The Rust half of one element: its signals live as long as the element, its view and the
/// effects in it as long as it is connected.
///
/// `handbill.js` makes it, once there is a document to show, and passes on the callbacks of the custom element.
#[wasm_bindgen]
pub struct Host {
    element: HtmlElement,
    /// The owner of the inputs.
    owner: Owner,
    settings: RwSignal<Arc<Settings>>,
    faults: Faults,
    /// The signals that the view follows, once there is a document.
    inputs: OnceCell<Inputs>,
    view: RefCell<Option<Owner>>,
    /// The view, until it is in the page.
    whole: RefCell<Option<Element>>,
    /// Whether the document that came last is an event, and what is wrong with it, until it is in the page.
    news: RefCell<Option<(bool, Vec<Problem>)>>,
    to_page: Rc<ToPage>,
}

// Every method takes `&self`: a callback that re-enters an exclusive borrow would throw.
#[wasm_bindgen]
impl Host {
    /// Takes the attributes as they stand. `lang` is the BCP 47 tag of the language to show it in, whose words have
    /// come by then; so is every later one.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement, lang: String) -> Self {
        reactive::start();
        let owner = Owner::new();
        let settings = Arc::new(settings(&element, &lang).0);
        Self {
            settings: owner.with(|| RwSignal::new(settings)),
            owner,
            to_page: Rc::new(ToPage::new(&element)),
            faults: Faults::new(&element),
            element,
            inputs: OnceCell::new(),
            view: RefCell::default(),
            whole: RefCell::default(),
            news: RefCell::default(),
        }
    }

    /// Takes a document in place of the one before, to be [revealed](Self::reveal). It is shown at once where there is a view
    /// of the one before.
    ///
    /// `served_at` is what the server's clock said when it sent the document, in milliseconds since 1970; `is_fresh`
    /// tells that it was sent just now.
    pub fn show(&self, reading: Reading, served_at: Option<f64>, is_fresh: bool) {
        let mut problems = reading.problems;
        if let Some(at) = served_at {
            clock::correct(at, is_fresh);
        }
        if self.inputs.get().is_none() {
            problems.append(&mut self.faults.new_among(settings(&self.element, "").1));
        }
        let is_event = reading.loaded.is_some();
        if let Some(loaded) = reading.loaded {
            let loaded = Arc::new(loaded);
            match self.inputs.get() {
                Some(inputs) => {
                    inputs.linked_entry.set(None);
                    inputs.loaded.set(loaded);
                }
                None => {
                    let inputs = self.owner.with(|| Inputs {
                        loaded: RwSignal::new(loaded),
                        settings: self.settings,
                        linked_entry: RwSignal::new(None),
                    });
                    _ = self.inputs.set(inputs);
                }
            }
            self.make();
        }
        self.news.replace(Some((is_event, problems)));
    }

    /// Puts the document that came last into the page, and tells that of it.
    ///
    /// What is good in it is shown; what is wrong is told in one console line and in `handbill:error`. Where nothing
    /// in it can be shown, what stood there before stays.
    pub fn reveal(&self) {
        let Some((is_event, problems)) = self.news.take() else {
            return;
        };
        if is_event {
            self.connected();
            let element = self.element.clone();
            after_effects(move || {
                dispatch::dispatch(&element, "handbill:load", false, &JsValue::UNDEFINED);
            });
        }
        self.faults.tell(problems);
    }

    /// The text of the document that is shown, if it is kept for what is read of it later; else an empty one.
    pub fn document(&self) -> JsValue {
        let loaded = self
            .inputs
            .get()
            .map(|inputs| inputs.loaded.get_untracked());
        JsValue::from_str(loaded.as_ref().map_or("", |loaded| &loaded.document))
    }

    /// The element is in a page: puts the view into it, unless it is there already.
    pub fn connected(&self) {
        self.make();
        let whole = self.whole.take();
        if let Some(whole) = whole
            && let Some(root) = self.root()
        {
            let root = dom::existing(&root);
            // The author's content may have had its place there.
            root.clear();
            mount(&root, whole);
            self.to_page.open();
        }
    }

    /// The element has left its page: takes the view down, and keeps what it showed for its return.
    pub fn disconnected(&self) {
        // The view is taken down after the borrow ends: that runs code which may ask for it.
        let (view, _) = (self.view.take(), self.whole.take());
        if let Some(view) = view {
            view.cleanup();
        }
        if let Some(root) = self.element.shadow_root() {
            dom::existing(&root).clear();
        }
    }

    /// Goes to the entry that the fragment of the page's address points to, `#` included. Where there is one, `claim` is
    /// asked first: of several elements that have it, one is enough.
    pub fn visit(&self, fragment: String, claim: Function) {
        let Some(inputs) = self.inputs.get().copied() else {
            return;
        };
        spawn_local(async move {
            // Without the chunk, the page stays where it is.
            _ = lazy::visit(inputs, fragment, claim).await;
        });
    }

    /// An attribute has another value or none, or the language around the element is another one.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, lang: &str) {
        let (settings, faults) = settings(&self.element, lang);
        if settings != *self.settings.get_untracked() {
            self.settings.set(Arc::new(settings));
        }
        self.faults.tell(self.faults.new_among(faults));
    }
}

impl Host {
    /// Makes the view, which is nowhere in the page yet, unless there is one or nothing to show.
    fn make(&self) {
        let (Some(inputs), true) = (self.inputs.get(), self.view.borrow().is_none()) else {
            return;
        };
        let inputs = *inputs;
        let view = Owner::new();
        view.with(|| {
            let to_page = StoredValue::new_local(self.to_page.clone());
            let dispatch = move |name: &str, member: (&str, &str)| {
                let to_page = to_page.try_get_value();
                to_page.is_none_or(|to_page| to_page.tell(name, member))
            };
            self.whole
                .replace(Some(announcement(inputs, Box::new(dispatch))));
            describe(inputs);
        });
        self.view.replace(Some(view));
    }

    /// The shadow root, attached only when there is something to show, so that the author's content survives.
    fn root(&self) -> Option<ShadowRoot> {
        let root = match self.element.shadow_root() {
            Some(root) => root,
            None => self
                .element
                .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
                .ok()?,
        };
        stylesheet::adopt(&root);
        Some(root)
    }
}

/// Keeps the page's description of the event for search engines, where its author asks for one. Few do, so a chunk
/// writes it.
fn describe(inputs: Inputs) {
    let written = StoredValue::new_local(None);
    effect(move || {
        let (asked, loaded) = (inputs.settings.get().json_ld, inputs.loaded.get());
        written.set_value(None);
        if !asked {
            return;
        }
        spawn_local(async move {
            // Without the chunk, the page is not described.
            _ = lazy::describe(loaded, written).await;
        });
    });
}
