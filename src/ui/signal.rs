//! Values that parts of the view follow: Leptos' signals and memos, of one type.
//!
//! Each type of value in a signal or memo costs visitors half a KiB of code. [`Source`] and [`Derived`] know the type of
//! theirs, and Leptos sees the same one everywhere.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{ArcMemo, ArcRwSignal, Get, GetUntracked, Set, on_cleanup};
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

type Thing = Arc<dyn Any + Send + Sync>;

/// What Leptos keeps: a thing, and how two of its type are compared.
#[derive(Clone)]
struct Value {
    thing: Thing,
    is_equal: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    fn of<T: Send + Sync + 'static>(self) -> Arc<T> {
        match self.thing.downcast() {
            Ok(value) => value,
            // Who makes a source or a memo puts in what its type says.
            Err(_) => unreachable!(),
        }
    }
}

/// A value that has one writer.
pub struct Source<T> {
    signal: ArcRwSignal<Value>,
    kind: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Source<T> {
    /// With this value at first.
    pub fn new(value: T) -> Self {
        Self {
            signal: source(Arc::new(value)),
            kind: PhantomData,
        }
    }

    /// The value; the part that is being made is made again when there is another.
    pub fn get(&self) -> Arc<T> {
        self.signal.get().of()
    }

    /// The value as it is now.
    pub fn get_untracked(&self) -> Arc<T> {
        self.signal.get_untracked().of()
    }

    /// Puts another value in its place.
    pub fn set(&self, value: T) {
        set(&self.signal, Arc::new(value));
    }
}

impl<T> Clone for Source<T> {
    fn clone(&self) -> Self {
        Self {
            signal: self.signal.clone(),
            kind: PhantomData,
        }
    }
}

/// A value that follows from others, and is another one only where it differs.
pub struct Derived<T> {
    memo: ArcMemo<Value>,
    kind: PhantomData<fn() -> T>,
}

impl<T: PartialEq + Send + Sync + 'static> Derived<T> {
    /// What `derive` returns, again each time a value changes that it read.
    pub fn new(derive: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self {
            memo: memo(
                Box::new(move || Arc::new(derive())),
                |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref(),
            ),
            kind: PhantomData,
        }
    }

    /// The value; the part that is being made is made again when there is another.
    pub fn get(&self) -> Arc<T> {
        self.memo.get().of()
    }

    /// The value as it is now.
    pub fn get_untracked(&self) -> Arc<T> {
        self.memo.get_untracked().of()
    }
}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        Self {
            memo: self.memo.clone(),
            kind: PhantomData,
        }
    }
}

/// A source tells of every value that it is given, compared or not.
fn never(_: &dyn Any, _: &dyn Any) -> bool {
    false
}

fn source(thing: Thing) -> ArcRwSignal<Value> {
    ArcRwSignal::new(Value {
        thing,
        is_equal: never,
    })
}

fn set(signal: &ArcRwSignal<Value>, thing: Thing) {
    signal.set(Value {
        thing,
        is_equal: never,
    });
}

fn memo(
    derive: Box<dyn Fn() -> Thing + Send + Sync>,
    is_equal: fn(&dyn Any, &dyn Any) -> bool,
) -> ArcMemo<Value> {
    let derive = move |_: Option<&Value>| Value {
        thing: derive(),
        is_equal,
    };
    let memo = ArcMemo::new_with_compare(derive, |before, now| match (before, now) {
        (Some(before), Some(now)) => !(now.is_equal)(&*before.thing, &*now.thing),
        _ => true,
    });
    let follower = memo.clone();
    // Leptos leaves it on the lists of what it has read, and the visitor outlives every element.
    on_cleanup(move || {
        let subscriber = follower.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    });
    memo
}
