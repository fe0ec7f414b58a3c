//! How an event stands at one moment.

use crate::countdown::Countdown;
use crate::event::{Availability, EventStatus};
use crate::time::Timestamp;
use crate::timeline::{SOON, Timeline};

/// How an event stands at one moment: plain facts, no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Whether it takes place as announced.
    pub status: EventStatus,
    /// Where in its course it is.
    pub phase: Phase,
    /// What is on: positions in [`Timeline::entries`], in order.
    pub on: Vec<usize>,
    /// What comes next and has not begun.
    pub next: Option<usize>,
    /// Whether one can register.
    pub registration: RegistrationPhase,
}

/// Where in its course an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has no time: nobody knows it, or it does not take place at the one that was announced.
    Unscheduled,
    /// Not begun.
    Upcoming,
    /// It begins within a quarter of an hour.
    Soon,
    /// It has begun and something is on, or nothing is known of its programme.
    Live,
    /// It has begun, nothing is on, and something will be.
    Break,
    /// Over.
    Ended,
}

/// Whether one can register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistrationPhase {
    /// There is nowhere to register.
    None,
    /// It opens at this instant.
    OpensAt(Timestamp),
    /// It is open; until this instant, if the author gave one.
    Open(Option<Timestamp>),
    /// There are no places left.
    Full,
    /// There are no places left, but a list to wait on.
    WaitingList,
    /// It has closed.
    Closed,
    /// The event is over, or will not take place.
    Over,
}

impl Snapshot {
    /// How the event stands at the instant `now`.
    pub fn at(timeline: &Timeline, now: Timestamp) -> Self {
        let spans = || {
            let entries = timeline.entries.iter().enumerate();
            entries
                .filter(|(_, entry)| entry.takes_place && timeline.status.takes_place())
                .filter_map(|(position, entry)| Some((position, entry.span?)))
        };
        let on: Vec<usize> = spans()
            .filter(|(_, span)| span.is_on(now))
            .map(|(position, _)| position)
            .collect();
        let next = spans()
            .find(|(_, span)| span.start > now)
            .map(|(position, _)| position);
        let phase = match (timeline.starts_at(), timeline.ends_at()) {
            _ if !timeline.status.takes_place() => Phase::Unscheduled,
            (Some(start), _) if now < start + -SOON => Phase::Upcoming,
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

/// What a visitor waits for, and sees a countdown to: the start of the event, and a change of registration.
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

/// The first instant after `now` at which anything that is shown changes, the countdowns included, if ever.
pub fn next_visible_change(timeline: &Timeline, now: Timestamp) -> Option<Timestamp> {
    let awaited = awaited(timeline, &Snapshot::at(timeline, now));
    let countdowns = awaited
        .into_iter()
        .flatten()
        .filter_map(|at| Countdown::next_change(at, now));
    countdowns.chain(next_change(timeline, now)).min()
}

/// The first instant after `now` at which anything about the event changes, if ever.
pub fn next_change(timeline: &Timeline, now: Timestamp) -> Option<Timestamp> {
    timeline.boundary_after(now)
}
