//! The context: one `Copy` struct of signals that every part of a view gets.

use std::cell::RefCell;
use std::sync::Arc;

use handbill_core::event::AttendanceMode;
use handbill_core::snapshot::{Phase, RegistrationPhase, awaited, next_visible_change};
use handbill_core::{Countdown, Snapshot, Timeline, Timestamp, Zone};

use super::display::Display;
use super::loaded_event::LoadedEvent;
use super::settings::{Settings, ZonePreference};
use super::visitor::{Visitor, visitor};
use crate::browser::intl::format::Locale;
use crate::browser::intl::zones::IntlZones;
use crate::ui::reactive::effect;
use crate::ui::signal::{Memo, RwSignal};

/// Dispatches a DOM event of this name with one member of `detail`; false where the page has cancelled it.
pub type Dispatch = Arc<dyn Fn(&str, (&str, &str)) -> bool + Send + Sync>;

/// The signals of one element that its host writes.
#[derive(Clone, Copy)]
pub struct Inputs {
    /// The document. Written by the host whenever it has loaded another version.
    pub loaded: RwSignal<Arc<LoadedEvent>>,
    /// The attributes. Written by the host.
    pub settings: RwSignal<Arc<Settings>>,
    /// The entry that the address of the page has led to, by its position in the timeline. Written by the host.
    pub linked_entry: RwSignal<Option<usize>>,
}

/// What every part may know of the event, the visitor and the moment. One for each mounted element.
#[derive(Clone, Copy)]
pub struct Ctx {
    /// What the host writes.
    pub inputs: Inputs,
    /// How the event stands now.
    pub snapshot: Memo<Arc<Snapshot>>,
    /// The part of the snapshot that seldom changes: the phase, and whether one can register.
    pub standing: Memo<(Phase, RegistrationPhase)>,
    /// The time left until the start, and until registration opens or closes.
    pub countdowns: Memo<[Option<Countdown>; 2]>,
    /// The visitor. Written by their module.
    pub visitor: RwSignal<Arc<Visitor>>,
    /// The time zone, language and heading level.
    pub display: Memo<Arc<Display>>,
    /// The part of [`Self::display`] for which the whole view is built again: language and heading level.
    pub frame: Memo<(Locale, u8)>,
    /// Never written again.
    dispatch: RwSignal<Dispatch>,
}

impl Ctx {
    /// Derives the memos, and starts the clock. It lives as long as the current owner.
    pub fn new(inputs: Inputs, dispatch: Dispatch) -> Self {
        let Inputs {
            loaded, settings, ..
        } = inputs;
        let now = RwSignal::new(settings.get_untracked().clock.now());
        let visitor = visitor();
        follow_visitor(loaded, visitor);
        let snapshot = Memo::new(move || Arc::new(Snapshot::at(&loaded.get().timeline, now.get())));
        let standing = Memo::new(move || {
            let snapshot = snapshot.get();
            (snapshot.phase, snapshot.registration)
        });
        let display = Memo::new(move || {
            let (settings, loaded, visitor) = (settings.get(), loaded.get(), visitor.get());
            let preference = visitor.choice.as_ref().unwrap_or(&settings.zone);
            let zone = zone(preference, loaded.event.mode, &loaded.timeline, &visitor);
            let locale = Locale {
                tag: settings.lang.clone(),
                hour_cycle: settings.hour_cycle,
            };
            Arc::new(Display::new(zone, locale, settings.heading_level))
        });
        let countdowns = Memo::new(move || {
            let (loaded, display) = (loaded.get(), display.get());
            let awaited = awaited(&loaded.timeline, &snapshot.get(), &IntlZones, &display.zone);
            awaited.map(|target| target?.left(&IntlZones, now.get()))
        });
        keep_time(inputs, display, now);
        let frame = Memo::new(move || {
            let display = display.get();
            (display.locale.clone(), display.heading_level)
        });
        Self {
            inputs,
            snapshot,
            standing,
            countdowns,
            visitor,
            display,
            frame,
            dispatch: RwSignal::new(dispatch),
        }
    }

    /// Dispatches a DOM event to the page; false where the page has cancelled it, and takes the matter over.
    pub fn dispatch(self, name: &str, member: (&str, &str)) -> bool {
        self.dispatch.get_untracked()(name, member)
    }
}

/// Resolves floating times again when the visitor has another time zone than before.
fn follow_visitor(loaded: RwSignal<Arc<LoadedEvent>>, visitor: RwSignal<Arc<Visitor>>) {
    effect(move || {
        if let Some(moved) = loaded.get().on_clock_of(visitor.get().zone.as_ref()) {
            loaded.set(Arc::new(moved));
        }
    });
}

/// Writes `now`: when the settings choose another clock, and when the next visible change is due.
fn keep_time(inputs: Inputs, display: Memo<Arc<Display>>, now: RwSignal<Timestamp>) {
    let Inputs {
        loaded, settings, ..
    } = inputs;
    effect(move || now.set(settings.get().clock.now()));
    let alarm = RefCell::new(None);
    effect(move || {
        let clock = settings.get().clock;
        let (loaded, display) = (loaded.get(), display.get());
        let next = next_visible_change(&loaded.timeline, &IntlZones, &display.zone, now.get());
        let wake = move || now.set(clock.now());
        alarm.replace(next.and_then(|at| clock.wake_at(at, wake)));
    });
}

/// The zone to show, by preference, attendance mode and visitor.
fn zone(
    preference: &ZonePreference,
    mode: Option<AttendanceMode>,
    timeline: &Timeline,
    visitor: &Visitor,
) -> Zone {
    let is_on_site = mode == Some(AttendanceMode::OnSite) && timeline.is_on_the_clock_of_a_place();
    match preference {
        // A floating time cannot be converted.
        _ if timeline.zone.is_floating() => timeline.zone.clone(),
        ZonePreference::Named(id) => Zone::Named(id.clone()),
        ZonePreference::Event => timeline.zone.clone(),
        ZonePreference::Automatic if is_on_site => timeline.zone.clone(),
        ZonePreference::Viewer | ZonePreference::Automatic => visitor.own_zone(),
    }
}
