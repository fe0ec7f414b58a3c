//! The visitor: one signal for all elements of the page.

use std::sync::Arc;

use handbill_core::{TimeZoneId, Zone};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};

use super::settings::ZonePreference;
use super::zone_label::is_utc;
use crate::browser::intl::zones::viewer_zone;
use crate::browser::{page, storage};

/// The storage key of the chosen time zone.
const KEY: &str = "handbill:zone";

/// What is known of the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// The time zone of the device; nothing where the browser names none, or one that cannot be believed.
    pub zone: Option<TimeZoneId>,
    /// The time zone that the visitor has chosen, here or at an earlier visit.
    pub choice: Option<ZonePreference>,
}

impl Visitor {
    /// The visitor's own zone; UTC where it is not known.
    pub fn own_zone(&self) -> Zone {
        self.zone.clone().map_or_else(Zone::utc, Zone::Named)
    }

    /// Whether the zone is known. Browsers that keep the place of their user to themselves say UTC.
    pub fn is_placed(&self) -> bool {
        self.zone.as_ref().is_some_and(|zone| !is_utc(zone))
    }
}

thread_local! {
    // It outlives every element, so it belongs to no owner.
    static VISITOR: ArcRwSignal<Arc<Visitor>> = {
        page::on_return(look_again);
        ArcRwSignal::new(Arc::new(current(None)))
    };
}

/// The visitor, tracked: effects run again when they travel, or choose another time zone.
pub fn visitor() -> Arc<Visitor> {
    VISITOR.with(Get::get)
}

/// Shows all elements of the page in another time zone, and remembers it for the next visit.
pub fn choose(preference: ZonePreference) {
    storage::set(KEY, preference.as_str());
    let known = VISITOR.with(GetUntracked::get_untracked);
    set(Visitor {
        choice: Some(preference),
        ..(*known).clone()
    });
}

fn current(choice: Option<ZonePreference>) -> Visitor {
    Visitor {
        zone: viewer_zone(),
        // A choice made in another window counts as well.
        choice: storage::get(KEY)
            .and_then(|text| ZonePreference::parse(&text))
            .or(choice),
    }
}

fn look_again() {
    let before = VISITOR.with(GetUntracked::get_untracked);
    let now = current(before.choice.clone());
    if now != *before {
        set(now);
    }
}

fn set(visitor: Visitor) {
    let signal = VISITOR.with(Clone::clone);
    signal.set(Arc::new(visitor));
}
