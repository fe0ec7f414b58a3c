//! What the visitor sees. Each room has one concern; `model` has the types that they share.
//!
//! Views know the domain and, through [`model::context::Ctx`], the signals of their element. None holds a timer, none
//! compares dates, none touches the document outside its shadow root.

pub mod model;
pub mod reactive;
pub mod signal;
pub mod view;

pub mod outlet;

pub mod elements;

pub mod announcement;
pub mod conference;
pub mod panels;
pub mod programme;
