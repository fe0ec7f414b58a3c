//! The browser adapters and the element in a real browser, whose zone the test runner sets to `Asia/Dubai`.
#![cfg(target_family = "wasm")]

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

// What several of them wait with.
mod task;

// Does `Intl` say what the core takes it to say?
mod format;
mod zones;

// Does it agree with chrono-tz on every zone?
mod oracle;

// Are several texts one in every script?
mod people;

// Does a document of JavaScript become the same nodes as one of text?
mod json;

// Do effects run at once, never on half a change, and no longer than their owner lives?
mod reactive;

// Are views built, followed and cleaned up?
mod view;

// Does the element follow its attributes, its removal and its return?
mod element;
