use std::cell::{Cell, RefCell};
use std::rc::Rc;

use handbill::ui::effect::follow;
use handbill::ui::signal::{Derived, Source};
use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;

/// Notes what is read, each time the effect runs.
fn notes<T: 'static>(read: impl Fn() -> T + 'static) -> Rc<RefCell<Vec<T>>> {
    let notes = Rc::new(RefCell::new(Vec::new()));
    let noted = notes.clone();
    follow(Box::new(move || {
        let value = read();
        noted.borrow_mut().push(value);
    }));
    notes
}

#[wasm_bindgen_test]
fn nothing_is_derived_from_half_a_change() {
    Owner::new().with(|| {
        let now = Source::new(1);
        let (one, other) = (now.clone(), now.clone());
        let double = Derived::new(move || *one.get() * 2);
        // The effect reads the source before what follows from it.
        let seen = notes(move || (*other.get(), *double.get()));
        now.set(2);
        now.set(5);
        assert_eq!(*seen.borrow(), [(1, 2), (2, 4), (5, 10)]);
    });
}

#[wasm_bindgen_test]
fn what_comes_out_the_same_is_no_news() {
    Owner::new().with(|| {
        let now = Source::new(3);
        let read = now.clone();
        let is_even = Derived::new(move || *read.get() % 2 == 0);
        let further = is_even.clone();
        let word = Derived::new(move || if *further.get() { "even" } else { "odd" });
        let seen = notes(move || *word.get());
        now.set(5);
        now.set(8);
        now.set(10);
        assert_eq!(*seen.borrow(), ["odd", "even"]);
        assert!(*is_even.get_untracked());
    });
}

#[wasm_bindgen_test]
fn what_is_no_longer_read_is_no_longer_followed() {
    Owner::new().with(|| {
        let (which, first, second) = (Source::new(true), Source::new(1), Source::new(2));
        let (choice, one, other) = (which.clone(), first.clone(), second.clone());
        let seen = notes(move || {
            if *choice.get() {
                *one.get()
            } else {
                *other.get()
            }
        });
        second.set(20);
        which.set(false);
        first.set(10);
        second.set(30);
        assert_eq!(*seen.borrow(), [1, 20, 30]);
    });
}

#[wasm_bindgen_test]
fn an_effect_may_write_what_others_follow() {
    Owner::new().with(|| {
        let (now, copy) = (Source::new(1), Source::new(0));
        let (from, to, read) = (now.clone(), copy.clone(), copy.clone());
        let seen = notes(move || *read.get());
        follow(Box::new(move || to.set(*from.get())));
        now.set(2);
        assert_eq!(*seen.borrow(), [0, 1, 2]);
        assert_eq!(*copy.get_untracked(), 2);
    });
}

#[wasm_bindgen_test]
fn an_effect_ends_with_its_owner_and_with_the_part_around_it() {
    let now = Source::new(1);
    let owner = Owner::new();
    let inner = Rc::new(Cell::new(0));
    owner.with(|| {
        let (outer, read, runs) = (now.clone(), now.clone(), inner.clone());
        follow(Box::new(move || {
            outer.get();
            let (read, runs) = (read.clone(), runs.clone());
            follow(Box::new(move || {
                read.get();
                runs.set(runs.get() + 1);
            }));
        }));
    });
    now.set(2);
    assert_eq!(
        inner.get(),
        2,
        "the inner effect of before is gone with the part"
    );
    owner.cleanup();
    now.set(3);
    assert_eq!(inner.get(), 2);
}
