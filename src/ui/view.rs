//! The view builder: elements, texts and reactive children, in the manner of Leptos' builder syntax.
//!
//! Leptos' own views are generic in everything they contain, and `view!` writes static markup by `innerHTML`.
//! ARCHITECTURE.md has the numbers, and why pages with Trusted Types rule that out.

use web_sys::Event;

use super::reactive::{effect, hold};
use crate::browser::dom::{self, Dom};

/// What can stand inside an element.
pub enum View {
    /// Nothing.
    Empty,
    /// An element or a text.
    Node(Dom),
    /// Several views, in order.
    List(Vec<View>),
    /// A view that is built again whenever a signal that it read has changed.
    Reactive(Box<dyn Fn() -> View>),
}

/// Whatever [`Element::child`] takes.
pub trait IntoView {
    /// The view of it.
    fn into_view(self) -> View;
}

/// An element of the shadow tree. A clone is the same element.
#[derive(Clone)]
pub struct Element(Dom);

/// A new HTML element.
pub fn el(tag: &str) -> Element {
    Element(dom::element(tag))
}

/// A new SVG element.
pub fn svg(tag: &str) -> Element {
    Element(dom::svg_element(tag))
}

/// Puts a view into a node of the page.
pub fn mount(parent: &Dom, view: impl IntoView) {
    append(parent, view.into_view());
}

/// Building: each takes the element and returns it.
impl Element {
    /// Sets the classes that the style sheet goes by.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Names the element for the page's own style sheet, `::part(name)`.
    pub fn part(self, name: &str) -> Self {
        self.attr("part", name)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set_attr(name, Some(value));
        self
    }

    /// Sets an attribute, or leaves it out.
    pub fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        self.set_attr(name, value);
        self
    }

    /// Puts a child at the end. A closure is a reactive child: its view is built again when a signal changes.
    pub fn child(self, child: impl IntoView) -> Self {
        self.append(child);
        self
    }

    /// Calls `handler` for every event of this name, until the current owner is cleaned up.
    pub fn on(self, name: &'static str, handler: impl FnMut(&Event) + 'static) -> Self {
        self.listen(name, handler);
        self
    }
}

/// Changing what stands there.
impl Element {
    /// Sets an attribute, or removes it.
    pub fn set_attr(&self, name: &str, value: Option<&str>) {
        self.0.set(name, value);
    }

    /// Sets an attribute whose value is `true` or `false`, as ARIA has them.
    pub fn set_flag(&self, name: &str, is_on: bool) {
        self.set_attr(name, Some(if is_on { "true" } else { "false" }));
    }

    /// Shows the element, or hides it.
    pub fn set_shown(&self, is_shown: bool) {
        self.set_attr("hidden", (!is_shown).then_some(""));
    }

    /// Puts a view at the end.
    pub fn append(&self, child: impl IntoView) {
        append(&self.0, child.into_view());
    }

    /// Puts a view in place of all children.
    pub fn replace(&self, content: impl IntoView) {
        self.0.clear();
        self.append(content);
    }

    /// The same as [`Self::on`], for an element that stands there already.
    pub fn listen(&self, name: &'static str, handler: impl FnMut(&Event) + 'static) {
        hold(self.0.listen(name, Box::new(handler)));
    }

    /// The node itself, for the adapters in [`browser`](crate::browser).
    pub fn dom(&self) -> &Dom {
        &self.0
    }
}

fn append(parent: &Dom, view: View) {
    insert(view, &|node| parent.append(node));
}

/// Inserts the nodes of a view one by one, in order.
fn insert(view: View, put: &dyn Fn(&Dom)) {
    match view {
        View::Empty => {}
        View::Node(node) => put(&node),
        View::List(views) => views.into_iter().for_each(|view| insert(view, put)),
        View::Reactive(build) => {
            // Two empty texts mark its place: an element around it would come between its parent and its style.
            let (start, end) = (dom::text(""), dom::text(""));
            put(&start);
            put(&end);
            effect(move || {
                let view = build();
                start.clear_until(&end);
                insert(view, &|node| end.insert_before(node));
            });
        }
    }
}

impl std::ops::Deref for Element {
    type Target = Dom;

    fn deref(&self) -> &Dom {
        &self.0
    }
}

impl From<Dom> for Element {
    fn from(node: Dom) -> Self {
        Self(node)
    }
}

impl IntoView for View {
    fn into_view(self) -> View {
        self
    }
}

impl IntoView for Element {
    fn into_view(self) -> View {
        View::Node(self.0)
    }
}

impl IntoView for &str {
    fn into_view(self) -> View {
        View::Node(dom::text(self))
    }
}

impl IntoView for String {
    fn into_view(self) -> View {
        self.as_str().into_view()
    }
}

impl<V: IntoView> IntoView for Option<V> {
    fn into_view(self) -> View {
        self.map_or(View::Empty, V::into_view)
    }
}

impl<V: IntoView> IntoView for Vec<V> {
    fn into_view(self) -> View {
        View::List(self.into_iter().map(V::into_view).collect())
    }
}

impl<V: IntoView, const N: usize> IntoView for [V; N] {
    fn into_view(self) -> View {
        View::List(self.into_iter().map(V::into_view).collect())
    }
}

/// A reactive child.
impl<F: Fn() -> V + 'static, V: IntoView + 'static> IntoView for F {
    fn into_view(self) -> View {
        View::Reactive(Box::new(move || self().into_view()))
    }
}
