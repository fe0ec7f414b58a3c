//! The element as visitors meet it, in a real browser.

/// The suite itself: does it see what a reader sees?
mod harness;

/// The announcement is complete and exact.
mod seed;

/// The programme in the time of seven places.
mod zones;

/// Whose clock is shown.
mod zone_switch;

/// What a programme reads as.
mod programme;

/// What times without a zone, in UTC or for whole days mean to a visitor.
mod times;

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

/// Where an event comes from, and when it is read again.
mod sources;

/// Of the size of a conference.
mod conference;

/// Of a thousand entries.
mod thousand;

/// Into a calendar.
mod calendar;

/// To an entry, and from one to others.
mod entry_links;

/// While it comes.
mod shift;

/// In the hand.
mod phone;

/// As it is printed.
mod paper;

/// What search engines are told.
mod json_ld;

/// The words of the interface.
mod languages;

/// For everybody.
mod accessible;

/// What stays when something is wrong.
mod faults;

/// In pages of every kind, coming and going.
mod lifecycle;

/// What an editor hears about a mistake.
mod editor;

/// In pages that are not made for it.
mod hostile;

/// A thousand times there and gone.
mod soak;

/// What arrives late, in part, wrong or not at all.
mod spoilt;

/// While the program is being loaded.
mod on_its_way;

/// In a frame of its own.
mod frame;

/// From a real web server.
mod deploy;
