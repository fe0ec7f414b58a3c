//! The visitor, as far as the elements of a page know them: one for all.

use handbill_core::{TimeZoneId, Zone};

use super::context::is_utc;
use super::settings::ZoneWish;
use super::signal::Source;
use crate::browser::intl::zones::viewer_zone;
use crate::browser::{page, storage};

/// Where the choice of a clock is kept.
const KEY: &str = "handbill:zone";

/// What is known of the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// The time zone of the device; nothing where the browser does not say one that can be believed.
    pub zone: Option<TimeZoneId>,
    /// The clock that the visitor has chosen, here or at an earlier visit.
    pub choice: Option<ZoneWish>,
}

impl Visitor {
    /// The zone whose clock is the visitor's own: UTC where it is not known.
    pub fn own_zone(&self) -> Zone {
        self.zone.clone().map_or_else(Zone::utc, Zone::Named)
    }

    /// Whether the zone is known. UTC is what browsers say that keep the place of their user to themselves.
    pub fn is_placed(&self) -> bool {
        self.zone.as_ref().is_some_and(|zone| !is_utc(zone))
    }
}

thread_local! {
    static VISITOR: Source<Visitor> = {
        page::on_return(look);
        Source::new(seen(None))
    };
}

/// What is known of the visitor. It changes when they travel, or choose.
pub fn visitor() -> Source<Visitor> {
    VISITOR.with(Clone::clone)
}

/// Shows all elements of the page by another clock, and remembers it for the next visit.
pub fn choose(wish: ZoneWish) {
    storage::set(KEY, wish.as_str());
    let known = visitor();
    known.set(Visitor {
        choice: Some(wish),
        ..(*known.get_untracked()).clone()
    });
}

fn seen(choice: Option<ZoneWish>) -> Visitor {
    Visitor {
        zone: viewer_zone(),
        // What was chosen in another window counts as well.
        choice: storage::get(KEY)
            .and_then(|text| ZoneWish::read(&text))
            .or(choice),
    }
}

fn look() {
    let known = visitor();
    let before = known.get_untracked();
    let now = seen(before.choice.clone());
    if now != *before {
        known.set(now);
    }
}
