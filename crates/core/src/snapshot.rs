//! The state of an event at an instant.

use crate::countdown::Target;
use crate::event::{Availability, EventStatus};
use crate::time::{TimeZones, Timestamp, Zone, earlier};
use crate::timeline::Timeline;

/// The state of an event at an instant, without any words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Snapshot {
    /// Whether it takes place as announced.
    pub status: EventStatus,
    /// The phase that it is in.
    pub phase: Phase,
    /// The entries that are on: positions in [`Timeline::entries`], in order.
    pub on: Vec<usize>,
    /// The next entry to start: a position in [`Timeline::entries`].
    pub next: Option<usize>,
    /// The phase of registration.
    pub registration: RegistrationPhase,
}

/// The phases of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub enum Phase {
    /// It has no known time, or does not take place at the announced one.
    Unscheduled,
    /// It has not begun.
    Upcoming,
    /// It begins within a quarter of an hour. Whole days never do.
    Soon,
    /// It has begun, and an entry is on or none is known.
    Live,
    /// It has begun, no entry is on, and one is still to come.
    Break,
    /// It is over.
    Ended,
}

/// The phases of registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub enum RegistrationPhase {
    /// There is no registration.
    None,
    /// It opens at this instant.
    OpensAt(Timestamp),
    /// It is open, until this instant if there is one.
    Open(Option<Timestamp>),
    /// There are no places left.
    Full,
    /// There are no places left, but there is a waiting list.
    WaitingList,
    /// It has closed.
    Closed,
    /// The event is over or cancelled.
    Over,
}

impl Snapshot {
    /// The state at the instant `now`.
    pub fn at(timeline: &Timeline, now: Timestamp) -> Self {
        let takes_place = timeline.status.takes_place();
        let (mut on, mut next) = (Vec::new(), None);
        for (position, entry) in timeline.entries.iter().enumerate() {
            match entry.span {
                Some(span) if takes_place && entry.takes_place => {
                    if span.is_on(now) {
                        on.push(position);
                    }
                    if span.start > now {
                        next = next.or(Some(position));
                    }
                }
                _ => {}
            }
        }
        let phase = match (timeline.starts_at(), timeline.ends_at()) {
            _ if !takes_place => Phase::Unscheduled,
            (Some(start), _) if now < timeline.soon(start) => Phase::Upcoming,
            (Some(start), _) if now < start => Phase::Soon,
            (Some(_), Some(end)) if now < end => match (on.is_empty(), next) {
                (true, Some(_)) => Phase::Break,
                _ => Phase::Live,
            },
            (Some(_), _) => Phase::Ended,
            (None, _) => Phase::Unscheduled,
        };
        Self {
            status: timeline.status,
            phase,
            on,
            next,
            registration: registration(timeline, phase, now),
        }
    }

    /// Whether the entry at a position of the timeline is on. `contains` is made for long slices, and larger.
    pub fn is_on(&self, position: usize) -> bool {
        self.on.iter().filter(|on| **on == position).count() > 0
    }
}

fn registration(timeline: &Timeline, phase: Phase, now: Timestamp) -> RegistrationPhase {
    if timeline.status == EventStatus::Cancelled || phase == Phase::Ended {
        return RegistrationPhase::Over;
    }
    if !timeline.has_registration {
        return RegistrationPhase::None;
    }
    match (timeline.opens, timeline.closes, timeline.availability) {
        (Some(opens), _, _) if now < opens => RegistrationPhase::OpensAt(opens),
        (_, Some(closes), _) if now >= closes => RegistrationPhase::Closed,
        (_, _, Availability::Full) => RegistrationPhase::Full,
        (_, _, Availability::WaitingList) => RegistrationPhase::WaitingList,
        (_, closes, Availability::Open) => RegistrationPhase::Open(closes),
    }
}

/// The targets of the two countdowns that a visitor sees: the start of the event, and a change of registration.
///
/// Times are counted on the clock of `shown`, days without a time on the event's own.
pub fn awaited<'a>(
    timeline: &'a Timeline,
    snapshot: &Snapshot,
    zones: &dyn TimeZones,
    shown: &'a Zone,
) -> [Option<Target<'a>>; 2] {
    let start = match snapshot.phase {
        Phase::Upcoming | Phase::Soon => timeline.starts_at(),
        _ => None,
    };
    let (change, day) = match snapshot.registration {
        RegistrationPhase::OpensAt(at) => (Some(at), timeline.opens_on),
        RegistrationPhase::Open(closes) => (closes, timeline.closes_on),
        _ => (None, None),
    };
    let target = |at, day| Target {
        at,
        day,
        zone: if day.is_some() { &timeline.zone } else { shown },
    };
    let first_day = |start| {
        let civil = timeline.zone.civil_at(zones, start);
        timeline.starts_with_a_day().then(|| civil.date())
    };
    [
        start.map(|start| target(start, first_day(start))),
        change.map(|at| target(at, day)),
    ]
}

/// The first instant after `now` at which the snapshot or a countdown on the clock of `shown` changes, if ever.
pub fn next_visible_change(
    timeline: &Timeline,
    zones: &dyn TimeZones,
    shown: &Zone,
    now: Timestamp,
) -> Option<Timestamp> {
    let mut next = next_change(timeline, now);
    for target in awaited(timeline, &Snapshot::at(timeline, now), zones, shown) {
        let change = target.and_then(|target| target.next_change(zones, now));
        next = earlier(next, change);
    }
    next
}

/// The first instant after `now` at which the snapshot changes, if ever.
pub fn next_change(timeline: &Timeline, now: Timestamp) -> Option<Timestamp> {
    timeline.boundary_after(now)
}
