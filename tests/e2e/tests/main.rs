//! The element as visitors meet it, in a real browser.

/// The suite itself: does it see what a reader sees?
mod harness;

/// The announcement is complete and exact.
mod seed;

/// The programme in the time of seven places.
mod zones;

/// What a programme reads as.
mod programme;

/// Where clocks change.
mod dst;

/// Where days change.
mod days;

/// One timer, and only when something changes.
mod timers;

/// The way to register.
mod register;

/// Every way to put the element on a page.
mod embed;

/// What stays when something is wrong.
mod faults;

/// In pages of every kind, coming and going.
mod lifecycle;

/// What an editor hears about a mistake.
mod editor;
