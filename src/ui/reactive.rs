//! Leptos' render effects, in the form that this widget uses.
//!
//! An effect runs at once when it is made. Later it runs in the microtask after a change, when every signal and memo
//! knows of it: no effect ever sees half a change, and the browser has not painted yet.

use leptos::prelude::RenderEffect;
use leptos::task::spawn_local;

use super::view::hold;

/// Lets effects run. It is to be called before the first one is made; further calls do nothing.
pub fn start() {
    // It fails only where an executor is set already.
    _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Runs `effect` now, and again whenever a signal or memo that it read has changed, until its owner is cleaned up.
pub fn effect(mut effect: impl FnMut() + 'static) {
    hold(RenderEffect::new(move |_| effect()));
}

/// Calls `then` after the effects of the changes made so far: what they show can be measured and focused by then.
pub fn after_effects(then: impl FnOnce() + 'static) {
    // Tasks run in the order in which they were woken.
    spawn_local(async { then() });
}
