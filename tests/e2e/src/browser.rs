//! A browser in one time zone, lent to one test at a time.

use std::cell::Cell;
use std::collections::VecDeque;
use std::ops::Deref;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::engine::Means;
use crate::page::HOME;
use crate::session::Session;
use crate::{Engine, Preferences};

/// The window that a test gets unless it asks for another.
pub const DESKTOP: (u32, u32) = (1280, 900);

/// Browsers that wait for another test of their zone; starting one costs seconds of work.
static IDLE: Mutex<VecDeque<Browser>> = Mutex::new(VecDeque::new());

/// How many wait at most: the zone of most tests on every thread, and a few more.
const MOST_IDLE: usize = 6;

/// A running browser with a fresh profile.
#[derive(Debug)]
pub struct Browser {
    /// The session that steers it.
    pub session: Session,
    zone: String,
    /// Whether it has been told of another zone than the one it was started in.
    is_away: Cell<bool>,
    /// What it has been told of its visitor.
    pub(crate) preferences: Cell<Preferences>,
    /// What kind of browser it is.
    pub engine: Engine,
    _driver: Driver,
}

/// A browser on loan; it goes back for the next test, or ends if this one failed.
#[derive(Debug)]
pub struct Loan {
    browser: Option<Browser>,
    /// The zone that the test began in.
    home: String,
}

impl Browser {
    /// Starts a browser that takes `zone` for the visitor's time zone.
    pub fn start(engine: Engine, zone: &str) -> Result<Self> {
        let driver = Driver::start(engine, zone)?;
        let capabilities = engine.capabilities(&driver.folder, DESKTOP);
        let session =
            Session::start(&driver.address, &capabilities).context("cannot open a browser")?;
        Ok(Self {
            session,
            zone: zone.to_owned(),
            is_away: Cell::new(false),
            preferences: Cell::default(),
            engine,
            _driver: driver,
        })
    }

    /// A browser in `zone` with one empty window: an idle one, otherwise a new one.
    ///
    /// Where an engine can be told of another zone, no browser is started for that. A zone that there is not can only
    /// be started in.
    pub fn borrow(zone: &str) -> Result<Loan> {
        let engine = Engine::chosen()?;
        if zone != HOME && engine.can_travel() {
            let mut loan = Self::borrow_at(engine, HOME)?;
            if loan.knows(zone)? {
                zone.clone_into(&mut loan.home);
                loan.travel("")?;
                return Ok(loan);
            }
        }
        Self::borrow_at(engine, zone)
    }

    /// A browser that was started in `zone`.
    fn borrow_at(engine: Engine, zone: &str) -> Result<Loan> {
        let waiting = {
            let mut idle = idle();
            let place = idle.iter().position(|browser| browser.zone == zone);
            place.and_then(|place| idle.remove(place))
        };
        let browser = match waiting {
            Some(browser) => {
                browser.empty()?;
                browser.log()?;
                if browser.preferences.get() != Preferences::default() {
                    browser.prefer(Preferences::default())?;
                }
                if browser.is_away.get() {
                    browser.tell_zone("")?;
                }
                browser
            }
            None => Self::start(engine, zone)?,
        };
        if browser.session.size() != Some(DESKTOP) {
            browser.session.resize(DESKTOP)?;
        }
        Ok(Loan {
            browser: Some(browser),
            home: zone.to_owned(),
        })
    }

    /// Leaves one window, with nothing in it.
    fn empty(&self) -> Result<()> {
        self.session.close_others()?;
        if self.engine.is_left_from_inside() {
            self.session.leave()
        } else {
            self.session.go_to("about:blank")
        }
    }

    /// Whether there is a time zone of this name.
    fn knows(&self, zone: &str) -> Result<bool> {
        let script = "try { return !!new Intl.DateTimeFormat('en', { timeZone: arguments[0] }) } catch { return false }";
        Ok(self.session.run(script, &[json!(zone)])? == json!(true))
    }

    /// Tells the browser that it is in `zone`, or with no zone in the one it was started in.
    fn tell_zone(&self, zone: &str) -> Result<()> {
        self.by(self.engine.travel(zone))?;
        self.is_away.set(!zone.is_empty());
        Ok(())
    }

    /// Lays pages out as on paper, or as on a screen again.
    pub fn paper(&self, is_paper: bool) -> Result<()> {
        self.by(self.engine.paper(is_paper)).map(drop)
    }

    /// Has the browser forget what nothing holds on to.
    pub fn collect(&self) -> Result<()> {
        self.by(self.engine.collect()).map(drop)
    }

    /// The lines of the browser's own log since the last call: also what no script can see, such as
    /// a refused request. Empty where the engine keeps none.
    pub fn log(&self) -> Result<Vec<String>> {
        let Value::Array(entries) = self.by(self.engine.log())? else {
            return Ok(Vec::new());
        };
        let part = |entry: &Value, key| entry[key].as_str().unwrap_or_default().to_owned();
        Ok(entries
            .iter()
            .map(|entry| format!("{}: {}", part(entry, "level"), part(entry, "message")))
            .collect())
    }

    /// Does what WebDriver has no word for, where there is a way.
    pub(crate) fn by(&self, means: Means) -> Result<Value> {
        match means {
            Means::Command(command, body) => self.session.post(command, body),
            Means::Privileged(script, arguments) => self.session.run_privileged(script, &arguments),
            Means::None => Ok(Value::Null),
        }
    }
}

impl Loan {
    /// Takes the device to another time zone while its pages are open; home again with no zone.
    pub fn travel(&self, zone: &str) -> Result<()> {
        let zone = if zone.is_empty() { &self.home } else { zone };
        self.tell_zone(if zone == self.zone { "" } else { zone })
    }
}

impl Deref for Loan {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.browser
            .as_ref()
            .expect("a loan holds its browser until it is dropped")
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        let Some(browser) = self.browser.take() else {
            return;
        };
        if thread::panicking() {
            return;
        }
        let mut idle = idle();
        idle.push_back(browser);
        let ended = if idle.len() > MOST_IDLE {
            // The oldest, but the zone of most tests is wanted again.
            let oldest = idle.iter().position(|browser| browser.zone != HOME);
            idle.remove(oldest.unwrap_or_default())
        } else {
            None
        };
        drop(idle);
        drop(ended);
    }
}

fn idle() -> MutexGuard<'static, VecDeque<Browser>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}
