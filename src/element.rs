//! What the page sees: one [`Host`] behind each `<handbill-event>`.

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use handbill_core::{Problem, ProblemKind, Timeline, read};
use leptos::mount::mount_to;
use leptos::prelude::{GetUntracked, Owner, RwSignal, Set};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use crate::browser::intl::zones::IntlZones;
use crate::browser::{address, dispatch, dom, json, stylesheet};
use crate::ui::announcement::{Announced, announcement};
use crate::ui::markup::mount;
use crate::ui::settings::Settings;

pub mod attributes;

use attributes::settings;

/// The Rust half of one element: its signals live as long as the element, its view as long as it is connected.
///
/// `handbill.js` makes it, once there is a document to show, and passes on the callbacks of the custom element.
#[wasm_bindgen]
pub struct Host {
    element: HtmlElement,
    owner: Owner,
    settings: RwSignal<Settings>,
    unheeded: RefCell<Vec<Problem>>,
    announced: OnceCell<RwSignal<Arc<Announced>>>,
    view: RefCell<Option<Box<dyn Any>>>,
}

// Every method takes `&self`: a callback that re-enters an exclusive borrow would throw.
#[wasm_bindgen]
impl Host {
    /// Takes the attributes as they stand.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement) -> Self {
        // Signals need an owner that outlives the view.
        let owner = Owner::new();
        let (settings, problems) = settings(&element);
        let settings = owner.with(|| RwSignal::new(settings));
        let unheeded = RefCell::new(problems);
        Self {
            element,
            owner,
            settings,
            unheeded,
            announced: OnceCell::new(),
            view: RefCell::default(),
        }
    }

    /// Shows a document that has been parsed, in place of the one before.
    ///
    /// What is good in it is shown; what is wrong is told in one console line and in `handbill:error`. Where nothing
    /// in it can be shown, what stood there before stays.
    pub fn show(&self, document: &JsValue, address: &str) {
        let (event, mut problems) = match json::node(document) {
            Some(node) => read::read_node(&node),
            None => (None, vec![Problem::whole(ProblemKind::TooDeep)]),
        };
        if let Some(event) = event {
            let (timeline, unresolved) = Timeline::resolve(&event, &IntlZones);
            problems.extend(unresolved);
            let resolve = |url: &handbill_core::url::Url| address::resolve(url, address);
            let announced = Arc::new(Announced::new(event, timeline, &resolve));
            match self.announced.get() {
                Some(shown) => shown.set(announced),
                None => {
                    _ = self
                        .announced
                        .set(self.owner.with(|| RwSignal::new(announced)))
                }
            }
            self.connected();
            dispatch::dispatch(&self.element, "handbill:load", false, &JsValue::UNDEFINED);
        }
        problems.extend(self.unheeded.take());
        self.tell(&problems);
    }

    /// The element is in a page: puts the view into it, unless it is there already.
    pub fn connected(&self) {
        let Some(announced) = self
            .announced
            .get()
            .copied()
            .filter(|_| self.view.borrow().is_none())
        else {
            return;
        };
        let Some(root) = self.root() else { return };
        let (settings, target) = (self.settings, self.element.clone());
        let notify = Box::new(move |name: &str, url: &str| {
            dispatch::dispatch(&target, name, true, &dispatch::object(&[("url", url)]))
        });
        let place = dom::existing(&root);
        // What Leptos mounts is empty: it brings the owner and the executor, and the parts put themselves in place.
        let view = self.owner.with(|| {
            mount_to(root.unchecked_into(), move || {
                mount(&place, announcement(settings, announced, notify))
            })
        });
        self.view.replace(Some(Box::new(view)));
    }

    /// The element has left its page: takes the view down, and keeps what it showed for its return.
    pub fn disconnected(&self) {
        // The view is dropped after the borrow ends: taking it down runs code that may ask for it.
        let view = self.view.take();
        drop(view);
        if let Some(root) = self.element.shadow_root() {
            dom::existing(&root).clear();
        }
    }

    /// An attribute has another value, or none.
    #[wasm_bindgen(js_name = attributeChanged)]
    pub fn attribute_changed(&self) {
        let (settings, problems) = settings(&self.element);
        if settings != self.settings.get_untracked() {
            self.settings.set(settings);
        }
        self.tell(&problems);
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
