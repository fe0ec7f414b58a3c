//! The clock, and one timer for all elements of the page. Nothing else reads the time or waits for it.

use std::cell::{Cell, OnceCell, RefCell};

use chrono::DateTime;
use gloo_timers::callback::Timeout;
use handbill_core::Timestamp;

use super::page;

/// The source of *now*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The clock of the device, corrected where a server has shown it to be wrong.
    System,
    /// Always the same instant, for previews and tests.
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

    /// Calls `wake` when the clock reaches `at`, and earlier when the page becomes visible again or returns from a cache
    /// or from sleep. A fixed clock never calls.
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

/// A call that is due at an instant. Dropping it cancels the call.
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
    /// Milliseconds by which the device's clock is behind; zero as long as no server has shown otherwise.
    static SKEW: Cell<i64> = const { Cell::new(0) };
    static WATCH: OnceCell<()> = const { OnceCell::new() };
}

/// The longest delay of a timer, in milliseconds: beyond 2³¹, 24.8 days, browsers fire at once.
const LONGEST_DELAY: i64 = i32::MAX as i64;

/// How far the device's clock may be off before it is corrected, in milliseconds.
const TOLERANCE: i64 = 2 * 60 * 1000;

/// When a server sent an answer, by its own clock.
pub struct ServerTime {
    /// The header `Date`.
    pub date: String,
    /// The header `Age`: the seconds that the answer has been in caches since.
    pub age: f64,
    /// Whether it came over the network, and not from the browser's cache.
    pub is_fresh: bool,
}

/// Corrects the clock by a server's.
///
/// A cached answer counts only where it lies in the future: the device's clock is behind then.
/// A difference below two minutes may be the network's and is left alone.
pub fn correct(time: &ServerTime) {
    let server_now = js_sys::Date::parse(&time.date) + 1000.0 * time.age;
    if server_now.is_nan() {
        return;
    }
    let skew = server_now as i64 - device_now();
    if time.is_fresh || skew > 0 {
        SKEW.set(if skew.abs() > TOLERANCE { skew } else { 0 });
    }
}

/// The device's clock, in milliseconds since 1970.
fn device_now() -> i64 {
    js_sys::Date::now() as i64
}

fn at(milliseconds: i64) -> Timestamp {
    DateTime::from_timestamp_millis(milliseconds).unwrap_or_default()
}

/// Aims the timer at the first alarm. There is no timer while nothing is due or the page is hidden.
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

/// Calls every alarm, due or not. What it calls sets the next one.
///
/// The clock may have been set, or have stood still while the device slept. A call that finds no change changes nothing.
fn look() {
    // Its delay was right for the clock as it was then.
    TIMER.take();
    let alarms = ALARMS.take();
    alarms.iter().for_each(|alarm| (alarm.wake)());
    arm();
}

/// Calls the alarms when the page becomes visible again.
fn watch_page() {
    page::on_return(|| if page::is_hidden() { arm() } else { look() });
}
