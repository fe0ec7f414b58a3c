use std::cell::{Cell, RefCell};
use std::rc::Rc;

use handbill::browser::dom::existing;
use handbill::ui::outlet::Outlet;
use handbill::ui::reactive::{effect, hold, start};
use handbill::ui::signal::RwSignal;
use handbill::ui::view::{Element, IntoView, View, el, mount};
use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, HtmlElement};

use crate::task::microtasks;

fn document() -> Document {
    let document = web_sys::window().and_then(|window| window.document());
    document.expect("tests run in a page")
}

/// A `<main>` with this view in it, and the owner that the view was built under.
fn page<V: IntoView>(build: impl FnOnce() -> V) -> (HtmlElement, Owner) {
    start();
    let main = document().create_element("main").expect("a tag of HTML");
    let owner = Owner::new();
    owner.with(|| mount(&existing(&main), build()));
    (main.unchecked_into(), owner)
}

#[wasm_bindgen_test]
fn an_element_has_its_attributes_and_children_in_order() {
    let none: Option<&str> = None;
    let (main, _owner) = page(|| {
        el("p")
            .class("note")
            .attr("lang", "fr")
            .attr_if("dir", None)
            .child("a")
            .child(none)
            .child(vec![el("b").child("b"), el("i").child("c")])
            .child(View::Empty)
            .child(String::from("<d>"))
    });
    let p = main.first_element_child().expect("the paragraph");
    assert_eq!(p.get_attribute("class").as_deref(), Some("note"));
    assert_eq!(p.get_attribute("lang").as_deref(), Some("fr"));
    assert!(!p.has_attribute("dir"));
    assert_eq!(p.text_content().as_deref(), Some("abc<d>"));
    assert_eq!(
        p.child_nodes().length(),
        4,
        "nothing stands for what is empty"
    );
}

#[wasm_bindgen_test]
async fn a_reactive_child_is_built_again_in_its_place() {
    let signals = Owner::new();
    let signal = signals.with(|| RwSignal::new(1));
    let (main, _owner) = page(|| {
        el("p")
            .child("a")
            .child(move || {
                let all = (0..signal.get()).map(|_| el("b").child("b"));
                all.collect::<Vec<_>>()
            })
            .child("c")
    });
    let text = || main.text_content().unwrap_or_default();
    assert_eq!(text(), "abc");
    for (number, expected) in [(3, "abbbc"), (0, "ac"), (2, "abbc")] {
        signal.set(number);
        microtasks().await;
        assert_eq!(text(), expected);
    }
}

#[wasm_bindgen_test]
async fn an_inner_reactive_child_is_built_again_alone() {
    let signals = Owner::new();
    let (outer, inner) = signals.with(|| (RwSignal::new("o"), RwSignal::new("i")));
    let built = Rc::new(Cell::new(0));
    let counted = built.clone();
    let (main, _owner) = page(move || {
        move || {
            counted.set(counted.get() + 1);
            el("p").child(outer.get()).child(move || inner.get())
        }
    });
    microtasks().await;
    inner.set("j");
    microtasks().await;
    assert_eq!(main.text_content().as_deref(), Some("oj"));
    assert_eq!(built.get(), 1);
    outer.set("p");
    microtasks().await;
    assert_eq!(main.text_content().as_deref(), Some("pj"));
    assert_eq!(built.get(), 2);
}

#[wasm_bindgen_test]
async fn a_listener_ends_with_its_owner_and_may_cancel_the_event() {
    let heard = Rc::new(Cell::new(0));
    let counter = heard.clone();
    let (main, owner) = page(move || {
        el("a").attr("href", "#nowhere").on("click", move |event| {
            counter.set(counter.get() + 1);
            event.prevent_default();
        })
    });
    let link: HtmlElement = main
        .first_element_child()
        .expect("the link")
        .unchecked_into();
    document()
        .body()
        .expect("a body")
        .append_child(&main)
        .expect("it goes there");
    let hash = || document().location().and_then(|at| at.hash().ok());
    let before = hash();
    link.click();
    assert_eq!(heard.get(), 1);
    assert_eq!(hash(), before, "the link was not followed");
    main.remove();
    owner.cleanup();
    microtasks().await;
    link.click();
    assert_eq!(heard.get(), 1);
}

/// Notes when it is dropped.
struct Noted(Rc<RefCell<Vec<&'static str>>>, &'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

#[wasm_bindgen_test]
async fn an_outlet_cleans_up_what_it_shows_no_longer() {
    let signals = Owner::new();
    let now = signals.with(|| RwSignal::new(0));
    let dropped: Rc<RefCell<Vec<&'static str>>> = Rc::default();
    let runs = Rc::new(Cell::new(0));
    let place = el("div");
    let view: Element = place.clone();
    let (main, owner) = page(move || view);
    let outlet = owner.with(|| Outlet::new(place));
    let fill = |name: &'static str| {
        let (dropped, runs) = (dropped.clone(), runs.clone());
        outlet.fill(move || {
            hold(Noted(dropped, name));
            effect(move || {
                now.get();
                runs.set(runs.get() + 1);
            });
            name
        });
    };
    fill("one");
    fill("two");
    assert_eq!(main.text_content().as_deref(), Some("two"));
    microtasks().await;
    assert_eq!(*dropped.borrow(), ["one"]);
    runs.set(0);
    now.set(1);
    microtasks().await;
    assert_eq!(runs.get(), 1, "one effect is left");
    owner.cleanup();
    microtasks().await;
    assert_eq!(
        *dropped.borrow(),
        ["one", "two"],
        "it ends with the owner around it"
    );
}
