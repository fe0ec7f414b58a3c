//! Navigations: the page was opened, or its fragment has changed. Of all elements, one may claim each.

use std::cell::Cell;

thread_local! {
    static NAVIGATION: Cell<u32> = const { Cell::new(0) };
    /// The last navigation that was claimed.
    static CLAIMED: Cell<Option<u32>> = const { Cell::new(None) };
}

/// The number of the last navigation.
pub fn last() -> u32 {
    NAVIGATION.get()
}

/// The fragment has changed.
pub fn begin() {
    NAVIGATION.set(NAVIGATION.get() + 1);
}

/// Claims a navigation; false where another element has done so before.
pub fn claim(navigation: u32) -> bool {
    CLAIMED.replace(Some(navigation)) != Some(navigation)
}
