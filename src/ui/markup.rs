//! The view, written down: elements made at once, and parts that follow the signals they read.
//!
//! Leptos' own views are generic in everything they contain. That costs 2.5 KiB of code per view, measured on this
//! widget: 86 KiB for a visitor to download, where [`Element`] and [`live`], of one type each, need a good half.
//! Owners, which end what a part has begun, are Leptos' own.

use std::any::Any;
use std::rc::Rc;

use leptos::prelude::on_cleanup;
use web_sys::Event;

use super::effect::follow;
use super::kept;
use crate::browser::dom::{self, Dom};

mod field;
mod look;

/// What can stand inside an element.
pub enum Markup {
    /// Nothing.
    Nothing,
    /// An element or a text.
    Node(Dom),
    /// Several, in order.
    Many(Vec<Markup>),
    /// What a function returns, again each time a signal changes that it read.
    Live(Box<dyn Fn() -> Markup>),
}

/// An element that is being made.
#[derive(Clone)]
pub struct Element(Dom);

/// A new element of this tag, with the class that its style goes by.
pub fn element(tag: &str, class: &str) -> Element {
    let element = Element(dom::element(tag));
    if class.is_empty() {
        element
    } else {
        element.attribute("class", class)
    }
}

/// A new element of a drawing (SVG).
pub fn drawing(tag: &str) -> Element {
    Element(dom::drawing(tag))
}

/// A part that is made anew each time a signal changes that `part` reads.
pub fn live<M: Into<Markup>>(part: impl Fn() -> M + 'static) -> Markup {
    Markup::Live(Box::new(move || part().into()))
}

impl Element {
    /// Sets an attribute.
    pub fn attribute(self, name: &str, value: &str) -> Self {
        self.set(name, Some(value));
        self
    }

    /// Names the element for the page's own style sheet, `::part(name)`.
    pub fn part(self, name: &str) -> Self {
        self.attribute("part", name)
    }

    /// Keeps something alive as long as the part lives that the element belongs to.
    pub fn keep(self, kept: Rc<dyn Any>) -> Self {
        keep(kept);
        self
    }

    /// Sets an attribute now, or removes it.
    pub fn set(&self, name: &str, value: Option<&str>) {
        self.0.set(name, value);
    }

    /// Puts something at the end.
    pub fn child(self, child: impl Into<Markup>) -> Self {
        append(&self.0, child.into());
        self
    }

    /// Calls `heard` for every event of this name, as long as the part lives that the element belongs to.
    pub fn on(self, name: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        keep(Rc::new(self.0.listen(name, Box::new(heard))));
        self
    }

    /// The nearest element around it, or itself, that a selector fits.
    pub fn around(&self, selector: &str) -> Option<Element> {
        self.0.around(selector).map(Element)
    }

    /// The first element inside that a selector fits.
    pub fn first(&self, selector: &str) -> Option<Element> {
        self.0.first(selector).map(Element)
    }

    /// Whether it is the same element.
    pub fn is(&self, other: &Element) -> bool {
        self.0.is(&other.0)
    }

    /// Where its upper edge is, in pixels from that of the window.
    pub fn top(&self) -> f64 {
        self.0.top()
    }

    /// Gives it the focus.
    pub fn focus(&self) {
        self.0.focus();
    }

    /// Puts another element after it.
    pub fn after(&self, new: &Element) {
        self.0.after(&new.0);
    }

    /// Takes it out of where it is.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// Its `id`.
    pub fn id(&self) -> String {
        self.0.id()
    }

    /// Whether it is shown.
    pub fn show(&self, is_shown: bool) {
        self.set("hidden", (!is_shown).then_some(""));
    }

    /// Brings it to the middle of the window and gives it the focus.
    pub fn visit(&self) {
        self.set("tabindex", Some("-1"));
        self.0.visit();
    }

    /// Moves as little as is needed to bring it into view.
    pub fn reveal(&self) {
        self.0.reveal();
    }

    /// Takes everything out and puts `content` in.
    pub fn replace(&self, content: impl Into<Markup>) {
        self.0.clear();
        append(&self.0, content.into());
    }
}

/// Puts the view into a node of the page.
pub fn mount(root: &Dom, view: Markup) {
    append(root, view);
}

/// Keeps something alive as long as the part lives that is being made.
fn keep(kept: Rc<dyn Any>) {
    let number = kept::put(kept);
    on_cleanup(move || drop(kept::take(number)));
}

fn append(parent: &Dom, child: Markup) {
    place(child, &|node| parent.append(node));
}

/// Puts the nodes of a part where `put` puts them, in order.
fn place(part: Markup, put: &dyn Fn(&Dom)) {
    match part {
        Markup::Nothing => {}
        Markup::Node(node) => put(&node),
        Markup::Many(parts) => parts.into_iter().for_each(|part| place(part, put)),
        Markup::Live(part) => {
            // Two empty texts mark where the part stands: an element around it would come between it and its style.
            let (start, end) = (dom::text(""), dom::text(""));
            put(&start);
            put(&end);
            follow(Box::new(move || {
                let made = part();
                start.clear_until(&end);
                place(made, &|node| end.insert_before(node));
            }));
        }
    }
}

impl From<Dom> for Element {
    fn from(element: Dom) -> Self {
        Self(element)
    }
}

impl From<Element> for Markup {
    fn from(element: Element) -> Self {
        Self::Node(element.0)
    }
}

impl From<&str> for Markup {
    fn from(text: &str) -> Self {
        Self::Node(dom::text(text))
    }
}

impl From<String> for Markup {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl<M: Into<Markup>> From<Option<M>> for Markup {
    fn from(part: Option<M>) -> Self {
        part.map_or(Self::Nothing, Into::into)
    }
}

impl<M: Into<Markup>> From<Vec<M>> for Markup {
    fn from(parts: Vec<M>) -> Self {
        Self::Many(parts.into_iter().map(Into::into).collect())
    }
}
