//! The state of an event at an instant.

use crate::countdown::Countdown;
use crate::event::{Availability, EventStatus};
use crate::time::{Timestamp, after, earlier};
use crate::timeline::{SOON, Timeline};

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
    /// It begins within a quarter of an hour.
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
            (Some(start), _) if now < after(start, -SOON) => Phase::Upcoming,
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

/// The targets of the two countdowns that a visitor sees: to the start of the event, and to a change of registration.
pub fn awaited(timeline: &Timeline, snapshot: &Snapshot) -> [Option<Timestamp>; 2] {
    let start = match snapshot.phase {
        Phase::Upcoming | Phase::Soon => timeline.starts_at(),
        _ => None,
    };
    let registration = match snapshot.registration {
        RegistrationPhase::OpensAt(at) => Some(at),
        RegistrationPhase::Open(closes) => closes,
        _ => None,
    };
    [start, registration]
}

/// The first instant after `now` at which the snapshot or a countdown changes, if ever.
pub fn next_visible_change(timeline: &Timeline, now: Timestamp) -> Option<Timestamp> {
    let mut next = next_change(timeline, now);
    for at in awaited(timeline, &Snapshot::at(timeline, now)) {
        let change = at.and_then(|at| Countdown::next_change(at, now));
        next = earlier(next, change);
    }
    next
}

/// The first instant after `now` at which the snapshot changes, if ever.
pub fn next_change(timeline: &Timeline, now: Timestamp) -> Option<Timestamp> {
    timeline.boundary_after(now)
}
