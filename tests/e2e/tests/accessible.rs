//! For everybody: every state of the widget as axe-core judges it, on narrow screens, with large text and colours of the
//! visitor's own, by keyboard alone, and as it is read aloud.

/// What axe-core says of every state.
mod axe;

/// Narrow windows, large text, and what a finger can hit.
mod size;

/// The announcement as a screen reader reads it.
mod aloud;

/// From one end to the other without a pointer.
mod keyboard;
