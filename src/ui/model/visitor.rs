//! The visitor: the same for all elements of the page.

use std::cell::RefCell;
use std::sync::Arc;

use handbill_core::{TimeZoneId, Zone};
use leptos::prelude::on_cleanup;

use super::settings::ZonePreference;
use super::zone_label::is_utc;
use crate::browser::intl::zones::viewer_zone;
use crate::browser::{page, storage};
use crate::ui::signal::RwSignal;

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
    static VISITOR: RefCell<Arc<Visitor>> = {
        page::on_return(look_again);
        RefCell::new(Arc::new(current(None)))
    };
    /// One signal for each view. A single one would keep a part of every memo and effect that has ever read it.
    static SIGNALS: RefCell<Vec<RwSignal<Arc<Visitor>>>> = const { RefCell::new(Vec::new()) };
}

/// A signal of the visitor, which changes when they travel or choose another time zone, until its owner is cleaned up.
pub fn visitor() -> RwSignal<Arc<Visitor>> {
    let signal = RwSignal::new(known());
    SIGNALS.with_borrow_mut(|signals| signals.push(signal));
    on_cleanup(move || SIGNALS.with_borrow_mut(|signals| signals.retain(|other| *other != signal)));
    signal
}

/// Shows all elements of the page in another time zone, and remembers it for the next visit.
pub fn choose(preference: ZonePreference) {
    storage::set(KEY, preference.as_str());
    set(Visitor {
        choice: Some(preference),
        ..(*known()).clone()
    });
}

/// What is known of the visitor, untracked.
pub fn known() -> Arc<Visitor> {
    VISITOR.with_borrow(Clone::clone)
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
    let before = known();
    let now = current(before.choice.clone());
    if now != *before {
        set(now);
    }
}

fn set(visitor: Visitor) {
    let visitor = Arc::new(visitor);
    VISITOR.set(visitor.clone());
    let signals = SIGNALS.with_borrow(Clone::clone);
    signals
        .iter()
        .for_each(|signal| signal.set(visitor.clone()));
}
