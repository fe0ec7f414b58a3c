//! When an element loads its document again.

use std::cell::{Cell, RefCell};

use crate::browser::page;
use crate::browser::timer::Timer;

/// How long to wait after the first failure, in milliseconds; after each further one twice as long, at most 64 times.
const FIRST_WAIT: u32 = 5000;

/// The next time to load: at once when somebody looks at the page again or the network is back, and never while nobody looks.
#[derive(Default)]
pub struct Schedule {
    /// How often in a row loading has failed for a reason that may pass.
    failures: Cell<u32>,
    is_set: Cell<bool>,
    timer: RefCell<Option<Timer>>,
}

impl Schedule {
    /// Loading has failed for a reason that may pass: whether for the first time in a row.
    pub fn fail(&self) -> bool {
        let before = self.failures.get();
        self.failures.set(before + 1);
        before == 0
    }

    /// Loading has not failed, or it is no use to try again soon.
    pub fn settle(&self) {
        self.failures.set(0);
    }

    /// Calls `run` soon after a failure, else after `interval` milliseconds, if ever; in place of what was set before.
    pub fn set(&self, interval: Option<u32>, run: Box<dyn FnOnce()>) {
        self.cancel();
        let wait = match self.failures.get() {
            0 => interval,
            failures => Some(FIRST_WAIT << (failures - 1).min(6)),
        };
        if let Some(wait) = wait {
            self.is_set.set(true);
            if !page::is_hidden() {
                self.timer.replace(Some(Timer::new(wait, run)));
            }
        }
    }

    /// Calls it off.
    pub fn cancel(&self) {
        self.is_set.set(false);
        self.timer.take();
    }

    /// The page is hidden or shown, or the network is back: whether it is time now.
    pub fn is_due(&self) -> bool {
        if page::is_hidden() {
            self.timer.take();
            return false;
        }
        self.is_set.get()
    }
}
