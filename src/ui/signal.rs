//! Leptos' signals and memos. Inside, all have the same type of value.
//!
//! Leptos' code for them is compiled again for each type of value; this way it is there once, and every visitor downloads
//! 1.8 KiB less.
#![expect(
    clippy::disallowed_types,
    reason = "the one place that makes signals and memos"
)]

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{self, Get, GetUntracked, IsDisposed, Set};

/// The value of any signal or memo.
type Value = Arc<dyn Any + Send + Sync>;

#[expect(clippy::unreachable, reason = "only the methods below put values in")]
fn typed<T: Clone + 'static>(value: &Value) -> T {
    match value.downcast_ref::<T>() {
        Some(value) => value.clone(),
        None => unreachable!("a signal has one type for life"),
    }
}

/// Leptos' `RwSignal`. It belongs to the owner that was current when it was made.
pub struct RwSignal<T>(prelude::RwSignal<Value>, PhantomData<fn() -> T>);

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self(prelude::RwSignal::new(Arc::new(value)), PhantomData)
    }

    /// The value. What reads it runs again when it changes.
    pub fn get(self) -> T {
        typed(&self.0.get())
    }

    /// The value, for once.
    pub fn get_untracked(self) -> T {
        typed(&self.0.get_untracked())
    }

    /// The value for once, unless the signal is disposed of.
    pub fn try_get_untracked(self) -> Option<T> {
        self.0.try_get_untracked().as_ref().map(typed)
    }

    /// Writes another value.
    pub fn set(self, value: T) {
        self.0.set(Arc::new(value));
    }

    /// Whether its owner was cleaned up.
    pub fn is_disposed(self) -> bool {
        self.0.is_disposed()
    }
}

/// Leptos' `Memo`. It belongs to the owner that was current when it was made.
pub struct Memo<T>(prelude::Memo<Value>, PhantomData<fn() -> T>);

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// A value that follows from signals and other memos.
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Self {
        type Derive = Box<dyn Fn(Option<&Value>) -> Value + Send + Sync>;
        let derive: Derive = Box::new(move |_| Arc::new(derive()));
        let is_other = |before: Option<&Value>, now: Option<&Value>| {
            let [before, now] = [before, now].map(|value| value?.downcast_ref::<T>());
            before != now
        };
        Self(
            prelude::Memo::new_with_compare(derive, is_other),
            PhantomData,
        )
    }

    /// The value. What reads it runs again when it changes.
    pub fn get(self) -> T {
        typed(&self.0.get())
    }

    /// The value, for once.
    pub fn get_untracked(self) -> T {
        typed(&self.0.get_untracked())
    }
}

// Derived, these would ask the same of the type of the value.
impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> PartialEq for RwSignal<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}
