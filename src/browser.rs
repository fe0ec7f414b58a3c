//! Everything here wraps one browser API and knows no Leptos.

pub mod address;
pub mod clock;
pub mod deferred;
pub mod dispatch;
pub mod dom;
pub mod head;
pub mod idle;
pub mod intl;
pub mod json;
pub mod language;
pub mod page;
pub mod storage;
pub mod stylesheet;
