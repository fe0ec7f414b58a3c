use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::rc::Rc;

use handbill::ui::reactive::{after_effects, effect, start};
use handbill::ui::signal::{Memo, RwSignal};
use leptos::prelude::Owner;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::task::microtasks;

/// An owner, with effects that run.
fn owner() -> Owner {
    start();
    Owner::new()
}

/// Every value that an effect has read, in order.
struct Seen<T>(Rc<RefCell<Vec<T>>>);

impl<T: PartialEq + Debug + 'static> Seen<T> {
    fn by(read: impl Fn() -> T + 'static) -> Self {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let noted = seen.clone();
        effect(move || {
            let value = read();
            noted.borrow_mut().push(value);
        });
        Self(seen)
    }

    #[track_caller]
    fn is(&self, expected: &[T]) {
        assert_eq!(*self.0.borrow(), expected);
    }
}

#[wasm_bindgen_test]
async fn an_effect_sees_whole_changes_only() {
    let owner = owner();
    let (now, seen) = owner.with(|| {
        let now = RwSignal::new(1);
        let double = Memo::new(move || now.get() * 2);
        // It reads the signal before the memo that follows from it.
        (now, Seen::by(move || (now.get(), double.get())))
    });
    seen.is(&[(1, 2)]);
    for value in [2, 5] {
        now.set(value);
        microtasks().await;
    }
    seen.is(&[(1, 2), (2, 4), (5, 10)]);
}

#[wasm_bindgen_test]
async fn an_effect_of_several_memos_runs_once_for_a_change_of_all() {
    let owner = owner();
    let (now, seen) = owner.with(|| {
        let now = RwSignal::new(1);
        let one = Memo::new(move || now.get() + 1);
        let other = Memo::new(move || now.get() + 2);
        let sum = Memo::new(move || one.get() + other.get());
        (now, Seen::by(move || (other.get(), sum.get(), one.get())))
    });
    now.set(2);
    microtasks().await;
    seen.is(&[(3, 5, 2), (4, 7, 3)]);
}

#[wasm_bindgen_test]
async fn an_effect_does_not_run_for_a_memo_that_stays_the_same() {
    let owner = owner();
    let (now, seen) = owner.with(|| {
        let now = RwSignal::new(3);
        let is_even = Memo::new(move || now.get() % 2 == 0);
        let word = Memo::new(move || if is_even.get() { "even" } else { "odd" });
        (now, Seen::by(move || word.get()))
    });
    for value in [5, 8, 10] {
        now.set(value);
        microtasks().await;
    }
    seen.is(&["odd", "even"]);
}

#[wasm_bindgen_test]
async fn an_effect_forgets_what_it_no_longer_reads() {
    let owner = owner();
    let (which, first, second, seen) = owner.with(|| {
        let (which, first, second) = (RwSignal::new(true), RwSignal::new(1), RwSignal::new(2));
        let seen = Seen::by(move || match which.get() {
            true => first.get(),
            false => second.get(),
        });
        (which, first, second, seen)
    });
    second.set(20);
    microtasks().await;
    which.set(false);
    microtasks().await;
    first.set(10);
    microtasks().await;
    second.set(30);
    microtasks().await;
    seen.is(&[1, 20, 30]);
}

#[wasm_bindgen_test]
async fn an_effect_may_set_a_signal_that_others_read() {
    let owner = owner();
    let (now, copy, seen) = owner.with(|| {
        let (now, copy) = (RwSignal::new(1), RwSignal::new(0));
        let seen = Seen::by(move || copy.get());
        effect(move || copy.set(now.get()));
        (now, copy, seen)
    });
    now.set(2);
    microtasks().await;
    assert_eq!(copy.get_untracked(), 2);
    assert_eq!(seen.0.borrow().last(), Some(&2));
}

#[wasm_bindgen_test]
async fn what_is_to_run_after_effects_finds_what_they_have_done() {
    let owner = owner();
    let now = owner.with(|| RwSignal::new(1));
    let shown = Rc::new(Cell::new(0));
    owner.with(|| {
        let shown = shown.clone();
        effect(move || shown.set(now.get()));
    });
    now.set(2);
    let found = Rc::new(Cell::new(0));
    let (read, noted) = (shown.clone(), found.clone());
    after_effects(move || noted.set(read.get()));
    microtasks().await;
    assert_eq!(found.get(), 2);
}

#[wasm_bindgen_test]
async fn an_effect_ends_with_its_owner_and_with_the_effect_around_it() {
    let outside = owner();
    let now = outside.with(|| RwSignal::new(1));
    let runs = Rc::new(Cell::new(0));
    let owner = Owner::new();
    owner.with(|| {
        let runs = runs.clone();
        effect(move || {
            now.get();
            let runs = runs.clone();
            effect(move || {
                now.get();
                runs.set(runs.get() + 1);
            });
        });
    });
    let mut counts = vec![runs.get()];
    for value in 2..5 {
        now.set(value);
        microtasks().await;
        counts.push(runs.get());
    }
    let growth: Vec<_> = counts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    // The first change may reach the inner effect before the one around it.
    assert_eq!(growth[1..], [1, 1], "one inner effect is left: {counts:?}");
    owner.cleanup();
    now.set(9);
    microtasks().await;
    assert_eq!(Some(&runs.get()), counts.last(), "it ended with its owner");
}
