//! What the page sees: one [`Host`] behind each `<handbill-event>`.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use handbill_core::{Problem, ProblemKind, Timeline, read};
use leptos::prelude::{ArcRwSignal, GetUntracked, Owner, Set};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use crate::browser::intl::zones::IntlZones;
use crate::browser::{address, clock, dispatch, dom, json, stylesheet};
use crate::ui::announcement::{Announced, announcement};
use crate::ui::markup::mount;
use crate::ui::settings::Settings;

pub mod attributes;

use attributes::settings;

/// The Rust half of one element: its signals live as long as the element, its view and the
/// effects in it as long as it is connected.
///
/// `handbill.js` makes it, once there is a document to show, and passes on the callbacks of the custom element.
#[wasm_bindgen]
pub struct Host {
    element: HtmlElement,
    settings: ArcRwSignal<Settings>,
    /// What is wrong with the attributes, and has been told or will be with the first document.
    faults: RefCell<Vec<Problem>>,
    announced: OnceCell<ArcRwSignal<Arc<Announced>>>,
    view: RefCell<Option<Owner>>,
}

// Every method takes `&self`: a callback that re-enters an exclusive borrow would throw.
#[wasm_bindgen]
impl Host {
    /// Takes the attributes as they stand.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement) -> Self {
        let (settings, problems) = settings(&element);
        Self {
            element,
            settings: ArcRwSignal::new(settings),
            faults: RefCell::new(problems),
            announced: OnceCell::new(),
            view: RefCell::default(),
        }
    }

    /// Shows a document that has been parsed, in place of the one before.
    ///
    /// What is good in it is shown; what is wrong is told in one console line and in `handbill:error`. Where nothing
    /// in it can be shown, what stood there before stays.
    /// `served_at` is what the server's clock said when it sent the document, in milliseconds since 1970; `is_fresh`
    /// tells that it was sent just now.
    pub fn show(&self, document: &JsValue, address: &str, served_at: Option<f64>, is_fresh: bool) {
        if let Some(at) = served_at {
            clock::correct(at, is_fresh);
        }
        let (event, mut problems) = match json::node(document) {
            Some(node) => read::read_node(&node),
            None => (None, vec![Problem::whole(ProblemKind::TooDeep)]),
        };
        if self.announced.get().is_none() {
            problems.extend(self.faults.borrow().iter().cloned());
        }
        if let Some(event) = event {
            let (timeline, unresolved) = Timeline::resolve(&event, &IntlZones);
            problems.extend(unresolved);
            let resolve = |url: &handbill_core::url::Url| address::resolve(url, address);
            let announced = Arc::new(Announced::new(event, timeline, &resolve));
            match self.announced.get() {
                Some(shown) => shown.set(announced),
                None => _ = self.announced.set(ArcRwSignal::new(announced)),
            }
            self.connected();
            dispatch::dispatch(&self.element, "handbill:load", false, &JsValue::UNDEFINED);
        }
        self.tell(&problems);
    }

    /// The element is in a page: puts the view into it, unless it is there already.
    pub fn connected(&self) {
        let (Some(announced), true) = (self.announced.get(), self.view.borrow().is_none()) else {
            return;
        };
        let Some(root) = self.root() else { return };
        let target = self.element.clone();
        let notify = Box::new(move |name: &str, url: &str| {
            dispatch::dispatch(&target, name, true, &dispatch::object(&[("url", url)]))
        });
        let view = Owner::new();
        view.with(|| {
            let announcement = announcement(self.settings.clone(), announced.clone(), notify);
            mount(&dom::existing(&root), announcement);
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

    /// An attribute has another value, or none.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self) {
        let (settings, faults) = settings(&self.element);
        if settings != self.settings.get_untracked() {
            self.settings.set(settings);
        }
        // What has been told once is not told again for another attribute.
        if faults != *self.faults.borrow() {
            self.tell(&faults);
            self.faults.replace(faults);
        }
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

    fn tell(&self, problems: &[Problem]) {
        if problems.is_empty() {
            return;
        }
        let sentences: Vec<String> = problems.iter().map(Problem::to_string).collect();
        dispatch::warn(&["Handbill: ", &sentences.join("\n")].concat());
        dispatch::dispatch(
            &self.element,
            "handbill:error",
            false,
            &dispatch::problems(problems),
        );
    }
}
