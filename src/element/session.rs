//! One element while it is in a page: it loads its document, shows it, and keeps it up to date.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use handbill_core::problem::THE_DOCUMENT;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use super::attributes::settings;
use super::linked_entry::LinkedEntry;
use super::load::{Document, kept};
use super::mount::Mount;
use super::reading::Version;
use super::report::Report;
use super::reports::{Reported, tell};
use super::schedule::Schedule;
use crate::browser::dispatch::dispatch;
use crate::browser::loader::Loader;
use crate::ui::reactive::after_effects;

mod refresh;

/// One element while it is in a page.
pub struct Session {
    element: HtmlElement,
    loader: Loader,
    /// What is known of the document before it is loaded for the first time.
    known: RefCell<JsValue>,
    /// The hash of the document that was loaded last; nothing before there is one from the present source.
    hash: Cell<Option<u64>>,
    /// What is shown.
    mount: RefCell<Option<Rc<Mount>>>,
    /// Whether that is from the present source.
    is_current: Cell<bool>,
    reported: Reported,
    schedule: Schedule,
    linked_entry: LinkedEntry,
    /// Counts what has begun: an answer that another one has overtaken is not shown.
    turn: Cell<u32>,
}

impl Session {
    /// Begins with what is known of the document.
    pub fn new(element: HtmlElement, loader: Loader, known: JsValue) -> Self {
        Self {
            element,
            loader,
            known: RefCell::new(known),
            hash: Cell::default(),
            mount: RefCell::default(),
            is_current: Cell::default(),
            reported: Reported::default(),
            schedule: Schedule::default(),
            linked_entry: LinkedEntry::default(),
            turn: Cell::default(),
        }
    }

    /// An attribute has another value or none; `src` stands for the property `event` as well.
    pub fn change(self: &Rc<Self>, name: &str) {
        match name {
            "src" => {
                self.begin();
                self.known.take();
                self.hash.take();
                self.is_current.set(false);
                spawn_local(self.clone().refresh());
            }
            "refresh" => self.plan(),
            _ => self.follow(),
        }
    }

    /// The element is at another place of the page.
    pub fn moved(self: &Rc<Self>) {
        match self.mount() {
            Some(_) => self.follow(),
            None => spawn_local(self.clone().refresh()),
        }
    }

    /// Somebody looks at the page again, or nobody does; or the network is back.
    pub fn look(self: &Rc<Self>) {
        if self.schedule.is_due() {
            spawn_local(self.clone().refresh());
        }
    }

    /// The page's address points to something else.
    pub fn navigate(&self) {
        if let Some(mount) = self.mount() {
            self.linked_entry.follow(mount.inputs);
        }
    }

    /// Shows the document by the attributes, and in the language, as they are now; as before while the locale cannot be had.
    pub fn follow(self: &Rc<Self>) {
        let session = self.clone();
        spawn_local(async move {
            let tag = session.localised().await;
            if let (Ok(tag), Some(mount)) = (tag, session.mount()) {
                session.apply(&mount, &tag);
            }
        });
    }

    /// The element has left the page. Takes the view down, and returns what can be shown when it is back.
    pub fn end(&self) -> JsValue {
        self.begin();
        let shown = self.mount().map(|mount| mount.loaded());
        self.unmount();
        match shown {
            Some(shown) if self.is_current.get() => kept(&shown),
            Some(_) => JsValue::UNDEFINED,
            None => self.known.take(),
        }
    }

    /// Begins something new: what is on its way is not shown any more, and nothing is planned. Returns its turn.
    fn begin(&self) -> u32 {
        self.schedule.cancel();
        self.turn.set(self.turn.get() + 1);
        self.turn.get()
    }

    fn apply(&self, mount: &Mount, tag: &str) {
        let shown = mount.loaded();
        let translations = &shown.event.translations;
        if translations.nearest(tag) != translations.used {
            let version = Version::read(Document::of(&shown), tag.to_owned());
            return self.show(version, tag);
        }
        let (settings, problems) = settings(&self.element, tag);
        mount.apply(settings);
        let report = Report::Problems {
            problems: self.reported.new_among(&self.element, problems),
            document: THE_DOCUMENT.into(),
        };
        tell(&self.element, report, false);
    }

    /// Shows what is good in a document, and reports what is not. Where nothing in it can be shown, what is shown stays.
    fn show(&self, version: Version, tag: &str) {
        let Version {
            loaded,
            mut problems,
            name,
            ..
        } = version.in_language(tag);
        let (settings, wrong) = settings(&self.element, tag);
        problems.append(&mut self.reported.new_among(&self.element, wrong));
        let report = Report::Problems {
            problems,
            document: name,
        };
        let is_kept = loaded.is_none() && self.is_kept();
        if let Some(loaded) = loaded {
            self.is_current.set(true);
            match self.mount() {
                Some(mount) => mount.show(settings, loaded),
                None => {
                    let mount = Mount::new(&self.element, settings, loaded);
                    self.mount.replace(mount.map(Rc::new));
                }
            }
            // By then the page finds the new document in the view.
            let element = self.element.clone();
            after_effects(move || {
                _ = dispatch(&element, "handbill:load", false, &JsValue::UNDEFINED)
            });
            self.navigate();
        }
        tell(&self.element, report, is_kept);
    }

    fn mount(&self) -> Option<Rc<Mount>> {
        self.mount.borrow().clone()
    }

    fn unmount(&self) {
        if let Some(mount) = self.mount.take() {
            mount.unmount();
        }
    }

    /// Whether something from the present source is shown.
    fn is_kept(&self) -> bool {
        self.is_current.get() && self.mount.borrow().is_some()
    }
}
