//! What the page sees: one [`Host`] behind each `<handbill-event>`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use handbill_core::Problem;
use js_sys::Function;
use leptos::prelude::Owner;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use crate::browser::deferred::{self, Part};
use crate::browser::{clock, dispatch, dom, stylesheet};
use crate::ui::announcement::{Announced, announcement};
use crate::ui::effect::follow;
use crate::ui::markup::mount;
use crate::ui::settings::Settings;
use crate::ui::signal::Source;

pub mod attributes;
mod complaint;
mod description;
mod reading;
mod visit;

use attributes::settings;
pub use reading::Reading;

/// The Rust half of one element: its signals live as long as the element, its view and the
/// effects in it as long as it is connected.
///
/// `handbill.js` makes it, once there is a document to show, and passes on the callbacks of the custom element.
#[wasm_bindgen]
pub struct Host {
    element: HtmlElement,
    settings: Source<Settings>,
    /// The attributes that are wrong and have been told, or will be with the first document.
    faults: RefCell<String>,
    announced: OnceCell<Source<Announced>>,
    view: RefCell<Option<Owner>>,
    /// The phase that the page was told last.
    told: Rc<RefCell<String>>,
}

// Every method takes `&self`: a callback that re-enters an exclusive borrow would throw.
#[wasm_bindgen]
impl Host {
    /// Takes the attributes as they stand. `lang` is the BCP 47 tag of the language to show it in, whose words have
    /// come by then; so is every later one.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement, lang: String) -> Self {
        Self {
            settings: Source::new(settings(&element, &lang).0),
            element,
            faults: RefCell::default(),
            announced: OnceCell::new(),
            view: RefCell::default(),
            told: Rc::default(),
        }
    }

    /// Shows a document, in place of the one before.
    ///
    /// What is good in it is shown; what is wrong is told in one console line and in `handbill:error`. Where nothing
    /// in it can be shown, what stood there before stays.
    /// `served_at` is what the server's clock said when it sent the document, in milliseconds since 1970; `is_fresh`
    /// tells that it was sent just now.
    pub fn show(&self, reading: Reading, served_at: Option<f64>, is_fresh: bool) {
        let mut problems = reading.problems;
        if let Some(at) = served_at {
            clock::correct(at, is_fresh);
        }
        if self.announced.get().is_none() {
            problems.append(&mut self.new_faults(settings(&self.element, "").1));
        }
        if let Some(announced) = reading.announced {
            match self.announced.get() {
                Some(shown) => shown.set(announced),
                None => _ = self.announced.set(Source::new(announced)),
            }
            self.connected();
            dispatch::dispatch(&self.element, "handbill:load", false, &JsValue::UNDEFINED);
        }
        self.tell(problems);
    }

    /// The text of the document that is shown, if it is kept for what is read of it later; else an empty one.
    pub fn document(&self) -> JsValue {
        let announced = self.announced.get().map(Source::get_untracked);
        JsValue::from_str(announced.as_ref().map_or("", |shown| &shown.document))
    }

    /// The element is in a page: puts the view into it, unless it is there already.
    pub fn connected(&self) {
        let (Some(announced), true) = (self.announced.get(), self.view.borrow().is_none()) else {
            return;
        };
        let Some(root) = self.root() else { return };
        let target = self.element.clone();
        let told = self.told.clone();
        let notify = Box::new(move |name: &str, member: (&str, &str)| {
            let is_phase = name == "handbill:phase";
            // An element that is moved shows the same phase again, and it is no news.
            if is_phase && told.replace(member.1.to_owned()) == member.1 {
                return true;
            }
            dispatch::dispatch(&target, name, !is_phase, &dispatch::object(&[member]))
        });
        let view = Owner::new();
        view.with(|| {
            let announcement = announcement(self.settings.clone(), announced.clone(), notify);
            describe(self.settings.clone(), announced.clone());
            let root = dom::existing(&root);
            // The author's content may have had its place there.
            root.clear();
            mount(&root, announcement);
        });
        self.view.replace(Some(view));
    }

    /// The element has left its page: takes the view down, and keeps what it showed for its return.
    pub fn disconnected(&self) {
        // The view is taken down after the borrow ends: that runs code which may ask for it.
        let view = self.view.take();
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
        let (Some(root), Some(announced)) = (self.element.shadow_root(), self.announced.get())
        else {
            return;
        };
        let announced = announced.get_untracked();
        deferred::load(
            Part::More,
            Box::new(move |is_here| {
                if is_here {
                    visit::visit(&root, &announced, &fragment, &claim);
                }
            }),
        );
    }

    /// An attribute has another value or none, or the language around the element is another one.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self, lang: &str) {
        let (settings, faults) = settings(&self.element, lang);
        if settings != *self.settings.get_untracked() {
            self.settings.set(settings);
        }
        self.tell(self.new_faults(faults));
    }
}

impl Host {
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

    /// What is wrong with the attributes. What has been told once is not told again for another attribute.
    fn new_faults(&self, faults: Vec<Problem>) -> Vec<Problem> {
        let mut all = String::new();
        for fault in &faults {
            let value = self.element.get_attribute(&fault.path);
            all.push_str(&fault.path);
            all.push_str(&value.unwrap_or_default());
        }
        if self.faults.replace(all.clone()) == all {
            return Vec::new();
        }
        faults
    }

    /// Tells the page what is wrong. The sentences come with the deferred part: most documents need none.
    fn tell(&self, problems: Vec<Problem>) {
        if problems.is_empty() {
            return;
        }
        let element = self.element.clone();
        deferred::load(
            Part::More,
            Box::new(move |is_here| {
                if is_here {
                    complaint::tell(&element, &problems);
                } else {
                    dispatch::warn(
                        "Handbill: this event has a fault, and what it is could not be loaded.",
                    );
                }
            }),
        );
    }
}

/// Keeps the page's description of the event for search engines, where its author asks for one. It comes with the
/// deferred part: few do.
fn describe(settings: Source<Settings>, announced: Source<Announced>) {
    let written = Rc::new(RefCell::new(None));
    follow(Box::new(move || {
        let (asked, announced) = (settings.get().json_ld, announced.get());
        drop(written.take());
        if !asked {
            return;
        }
        // Gone with the element: then there is nothing to write any more.
        let place = Rc::downgrade(&written);
        deferred::load(
            Part::More,
            Box::new(move |is_here| {
                if let Some(written) = place.upgrade().filter(|_| is_here) {
                    drop(written.take());
                    written.replace(description::write(&announced));
                }
            }),
        );
    }));
}
