//! What every part may know about this visitor and this moment.

use std::cell::RefCell;

use handbill_core::event::AttendanceMode;
use handbill_core::parts::concat;
use handbill_core::snapshot::{Phase, RegistrationPhase, awaited, next_visible_change};
use handbill_core::text::{Messages, language};
use handbill_core::{Countdown, Snapshot, TimeZoneId, Timeline, Timestamp, Zone};

use super::announcement::Announced;
use super::effect::follow;
use super::markup::{Element, element};
use super::settings::{Settings, ZoneWish};
use super::signal::{Derived, Source};
use super::visitor::{Visitor, visitor};
use crate::browser::intl::format::{self, Locale};
use crate::browser::intl::zones::{IntlZones, abbreviation};

/// Tells the page, by the name of an event and one member of its detail, what happens; false where the page takes that
/// over.
pub type Notify = Box<dyn Fn(&str, (&str, &str)) -> bool>;

/// What every part may know. Made once per element, by the announcement.
pub struct Ctx {
    /// How the event stands. Derived from the document and the clock.
    pub snapshot: Derived<Snapshot>,
    /// Where it is in its course, and whether one can register: what seldom changes. Derived from the snapshot.
    pub standing: Derived<(Phase, RegistrationPhase)>,
    /// What is left until its start, and until registration opens or closes. Derived from the clock.
    pub countdowns: Derived<[Option<Countdown>; 2]>,
    /// In which zone and language it is shown. Derived from the document, the settings and the visitor.
    pub shown: Derived<Shown>,
    /// In which language, and how deep in the page: what the view as a whole is made anew for. Derived from the former.
    pub frame: Derived<(Locale, u8)>,
    /// What the author of the page wants.
    pub settings: Source<Settings>,
    /// The way to the page.
    pub notify: Notify,
}

impl Ctx {
    /// Derives what every part may know, and keeps *now* going.
    pub fn new(settings: Source<Settings>, announced: Source<Announced>, notify: Notify) -> Self {
        let now = Source::new(settings.get_untracked().clock.now());
        keep_time(settings.clone(), announced.clone(), now.clone());
        let (timed, present) = (announced.clone(), now.clone());
        let snapshot = Derived::new(move || Snapshot::at(&timed.get().timeline, *present.get()));
        let whole = snapshot.clone();
        let standing = Derived::new(move || {
            let snapshot = whole.get();
            (snapshot.phase, snapshot.registration)
        });
        let (timed, whole) = (announced.clone(), snapshot.clone());
        let countdowns = Derived::new(move || {
            let awaited = awaited(&timed.get().timeline, &whole.get());
            awaited.map(|at| Countdown::until(at?, *now.get()))
        });
        let wanted = settings.clone();
        let shown = Derived::new(move || {
            let settings = wanted.get();
            let announced = announced.get();
            let visitor = visitor().get();
            let wish = visitor.choice.as_ref().unwrap_or(&settings.zone);
            let zone = zone(wish, announced.event.mode, &announced.timeline, &visitor);
            let locale = Locale {
                tag: settings.lang.clone(),
                hour_cycle: settings.hour_cycle,
            };
            Shown::new(zone, locale, settings.heading_level)
        });
        let whole = shown.clone();
        let frame = Derived::new(move || {
            let shown = whole.get();
            (shown.locale.clone(), shown.heading_level)
        });
        Self {
            snapshot,
            standing,
            countdowns,
            shown,
            frame,
            settings,
            notify,
        }
    }
}

/// Writes *now*: when the clock is another one, and when the next change is due.
fn keep_time(settings: Source<Settings>, announced: Source<Announced>, now: Source<Timestamp>) {
    let (set, present) = (settings.clone(), now.clone());
    follow(Box::new(move || present.set(set.get().clock.now())));
    let timer = RefCell::new(None);
    follow(Box::new(move || {
        let clock = settings.get().clock;
        let next = next_visible_change(&announced.get().timeline, *now.get());
        let present = now.clone();
        let wake = move || present.set(clock.now());
        timer.replace(next.and_then(|at| clock.wake_at(at, wake)));
    }));
}

/// In which zone, in which language and how deep in the page's own headings an event is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The zone whose clock is shown.
    pub zone: Zone,
    /// Language and kind of clock.
    pub locale: Locale,
    /// The words of the interface.
    pub messages: &'static Messages,
    /// The level of the announcement's own heading.
    pub heading_level: u8,
}

impl Shown {
    /// With the words of the language.
    pub fn new(zone: Zone, locale: Locale, heading_level: u8) -> Self {
        Self {
            zone,
            messages: Messages::of(&locale.tag),
            locale,
            heading_level,
        }
    }

    /// Words of the interface, marked as being in its language where that is not the language around them.
    pub fn words(&self, tag: &str, class: &str, words: &str) -> Element {
        let whole = element(tag, class);
        let lang = self.messages.lang;
        if language(&self.locale.tag).eq_ignore_ascii_case(lang) {
            return whole.child(words);
        }
        // English words in a Hebrew page: their full stops belong to their own end, and they to the side of the others.
        let words = element("span", "").attribute("dir", "ltr").child(words);
        whole.attribute("lang", lang).child(words)
    }
}

/// The zone to show, by what is wished, the way of attending, and what is known of the visitor.
fn zone(
    wish: &ZoneWish,
    mode: Option<AttendanceMode>,
    timeline: &Timeline,
    visitor: &Visitor,
) -> Zone {
    match (wish, mode) {
        // A clock on an unknown wall cannot be converted.
        _ if timeline.zone == Zone::Floating => Zone::Floating,
        (ZoneWish::Named(id), _) => Zone::Named(id.clone()),
        (ZoneWish::Event, _) | (ZoneWish::Automatic, Some(AttendanceMode::OnSite)) => {
            timeline.zone.clone()
        }
        (ZoneWish::Viewer | ZoneWish::Automatic, _) => visitor.own_zone(),
    }
}

/// What a zone is called at an instant: by its city and its offset, never by an abbreviation.
pub fn zone_name(zone: &Zone, at: Timestamp, messages: &Messages) -> String {
    let offset = || format::offset(zone.offset_at(&IntlZones, at));
    match zone {
        Zone::Floating => messages.event_time.into(),
        Zone::Fixed(offset) if offset.local_minus_utc() == 0 => "UTC".into(),
        Zone::Named(id) if is_utc(id) => "UTC".into(),
        Zone::Fixed(_) => offset(),
        Zone::Named(id) => concat(&[id.city().as_str(), messages.comma, &offset()]),
    }
}

/// What the event's own zone is called at an instant: as announcements do, where the language has a short name for it.
pub fn own_zone_name(zone: &Zone, at: Timestamp, shown: &Shown) -> String {
    let name = zone_name(zone, at, shown.messages);
    match zone {
        Zone::Named(id) if !is_utc(id) => match abbreviation(id, at, &shown.locale.tag) {
            Some(short) => concat(&[&short, shown.messages.comma, &name]),
            None => name,
        },
        _ => name,
    }
}

/// What a zone is called beside a time: by its city alone.
pub fn place_name(zone: &Zone, at: Timestamp, messages: &Messages) -> String {
    match zone {
        Zone::Named(id) if !is_utc(id) => id.city(),
        zone => zone_name(zone, at, messages),
    }
}

/// Whether an identifier is one of the names of UTC.
pub fn is_utc(zone: &TimeZoneId) -> bool {
    [
        "UTC",
        "Etc/UTC",
        "Etc/UCT",
        "Etc/Universal",
        "Etc/Zulu",
        "GMT",
        "Etc/GMT",
    ]
    .contains(&zone.as_str())
}
