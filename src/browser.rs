//! Everything here wraps one browser API and knows no Leptos.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod device;
pub mod dispatch;
pub mod dom;
pub mod failure;
pub mod file;
pub mod head;
pub mod history;
pub mod idle;
pub mod in_view;
pub mod intl;
pub mod json;
pub mod later_style;
pub mod loader;
pub mod near_view;
pub mod own_style;
pub mod page;
pub mod printing;
pub mod share;
pub mod storage;
pub mod stylesheet;
pub mod timer;
