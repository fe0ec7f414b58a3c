//! Leptos' render effects, in the form that this widget uses.
//!
//! An effect runs at once when it is made. Later it runs in the microtask after a change, when every signal and memo
//! knows of it: no effect ever sees half a change, and the browser has not painted yet.

use std::future::poll_fn;
use std::task::Poll;

use leptos::prelude::{RenderEffect, on_cleanup};
use leptos::task::spawn_local;

/// Lets effects run. It is to be called before the first one is made; further calls do nothing.
pub fn start() {
    // It fails only where an executor is set already.
    _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Runs `effect` now, and again whenever a signal or memo that it read has changed, until its owner is cleaned up.
pub fn effect(effect: impl FnMut() + 'static) {
    // Boxed first, so that Leptos' part of it is compiled once, and not for each effect.
    run(Box::new(effect));
}

fn run(mut effect: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| effect());
    on_cleanup(move || drop(effect));
}

/// Keeps a listener, observer or file until its owner is cleaned up; it is dropped in the microtask after that.
///
/// It is an effect that reads no signal. Leptos' `StoredValue` for what cannot leave its thread asks which thread it is on,
/// and the code for that is 2 KiB more of what visitors download.
pub fn hold(resource: impl Sized + 'static) {
    effect(move || _ = &resource);
}

/// Calls `then` after the effects of the changes made so far: what they show can be measured and focused by then.
pub fn after_effects(then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    // Tasks run in the order in which they were woken.
    spawn_local(async { then() });
}

/// Waits for the effects of the changes made so far.
pub async fn effects_done() {
    let mut is_woken = false;
    poll_fn(|context| match std::mem::replace(&mut is_woken, true) {
        true => Poll::Ready(()),
        false => {
            context.waker().wake_by_ref();
            Poll::Pending
        }
    })
    .await;
}
