//! The only place that reads the clock, and the only one that sets a timer: one for all elements of a page.

use std::cell::{Cell, OnceCell, RefCell};

use chrono::DateTime;
use gloo_timers::callback::Timeout;
use handbill_core::Timestamp;

use super::page;

/// Where *now* comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The visitor's own clock, corrected where it is known to be wrong.
    System,
    /// Always the same instant: previews and tests.
    Fixed(Timestamp),
}

impl Clock {
    /// The present instant, to the millisecond.
    pub fn now(self) -> Timestamp {
        match self {
            Self::System => at(device_now() + SKEW.get()),
            Self::Fixed(at) => at,
        }
    }

    /// Calls `wake` once the clock has reached `at`, or when a look at the clock is due for another reason: the page
    /// is visible again, or has come back from a cache or from sleep. A fixed clock never calls.
    pub fn wake_at(self, at: Timestamp, wake: impl Fn() + 'static) -> Option<Alarm> {
        let Self::System = self else { return None };
        WATCH.with(|watch| _ = watch.get_or_init(watch_page));
        let id = NEXT_ID.replace(NEXT_ID.get() + 1);
        ALARMS.with_borrow_mut(|alarms| {
            alarms.push(Pending {
                id,
                at,
                wake: Box::new(wake),
            })
        });
        arm();
        Some(Alarm { id })
    }
}

/// A call that is due at an instant; dropping it calls it off.
#[must_use = "an alarm that is dropped never rings"]
pub struct Alarm {
    id: u32,
}

impl Drop for Alarm {
    fn drop(&mut self) {
        ALARMS.with_borrow_mut(|alarms| alarms.retain(|alarm| alarm.id != self.id));
        arm();
    }
}

struct Pending {
    id: u32,
    at: Timestamp,
    wake: Box<dyn Fn()>,
}

thread_local! {
    static ALARMS: RefCell<Vec<Pending>> = const { RefCell::new(Vec::new()) };
    static TIMER: RefCell<Option<(Timestamp, Timeout)>> = const { RefCell::new(None) };
    static NEXT_ID: Cell<u32> = const { Cell::new(0) };
    /// Milliseconds by which the visitor's clock is behind; zero where it is right, or nothing is known of it.
    static SKEW: Cell<i64> = const { Cell::new(0) };
    static WATCH: OnceCell<()> = const { OnceCell::new() };
}

/// The longest delay a browser keeps: beyond 2³¹ milliseconds, 24.8 days, it would fire at once.
const LONGEST_DELAY: i64 = i32::MAX as i64;

/// How far the visitor's clock may be off before it is corrected.
const TOLERANCE: i64 = 2 * 60 * 1000;

/// Corrects the clock by what a server said the time was, in milliseconds since 1970.
///
/// What was said long ago and kept tells nothing, unless it lies in the future: then the visitor's clock is behind.
/// A difference of less than two minutes may be the network's and is left alone.
pub fn correct(server_time: f64, is_fresh: bool) {
    let skew = server_time as i64 - device_now();
    if is_fresh || skew > 0 {
        SKEW.set(if skew.abs() > TOLERANCE { skew } else { 0 });
    }
}

/// What the visitor's own clock shows, in milliseconds since 1970.
fn device_now() -> i64 {
    js_sys::Date::now() as i64
}

fn at(milliseconds: i64) -> Timestamp {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Aims the timer at the first alarm. There is none while nothing is due or nobody looks.
fn arm() {
    let first = ALARMS.with_borrow(|alarms| alarms.iter().map(|alarm| alarm.at).min());
    let due = first.filter(|_| !page::is_hidden());
    if TIMER.with_borrow(|timer| timer.as_ref().map(|(at, _)| *at)) == due {
        return;
    }
    let timer = due.map(|at| {
        let left = at.timestamp_millis() - Clock::System.now().timestamp_millis();
        let delay = left.clamp(0, LONGEST_DELAY);
        (at, Timeout::new(delay as u32, look))
    });
    TIMER.replace(timer);
}

/// Looks at the clock: every alarm is called, due or not, and is set anew by what it calls.
///
/// A clock may have been set, or have stood still while the device slept: only a look tells, and one that finds
/// nothing changed changes nothing.
fn look() {
    // The delay of the old timer was right for the clock as it was then.
    TIMER.take();
    let alarms = ALARMS.take();
    alarms.iter().for_each(|alarm| (alarm.wake)());
    arm();
}

/// Looks at the clock again when the page comes back into view, out of a cache, or to a device that slept.
fn watch_page() {
    page::on_return(|| if page::is_hidden() { arm() } else { look() });
}
