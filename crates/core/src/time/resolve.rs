//! Resolves civil date-times to instants.

use chrono::{FixedOffset, MappedLocalTime};

use crate::time::{CivilDateTime, DAY, Timestamp, after};

/// How a civil date-time was resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// To one instant.
    Exact,
    /// In a gap: the instant is as far after the gap as the time was into it.
    Gap,
    /// In a fold: the instant is the first of the two.
    Fold,
}

/// Maps a civil date-time to its possible instants, with nothing but the offset of the zone at an instant.
///
/// Correct for zones whose offset changes at most once within two days. Since 1900, the shortest time between two changes
/// was a week (Brazil, October 2000); `tests/oracle.rs` compares every zone with chrono-tz.
pub fn instants(
    civil: CivilDateTime,
    offset_at: &dyn Fn(Timestamp) -> FixedOffset,
) -> MappedLocalTime<Timestamp> {
    let (before, after) = offsets_around(civil, offset_at);
    let named_by = |offset: FixedOffset| {
        let at = at_offset(civil, offset);
        (offset_at(at) == offset).then_some(at)
    };
    let second = if before == after {
        None
    } else {
        named_by(after)
    };
    match (named_by(before), second) {
        (Some(a), Some(b)) => MappedLocalTime::Ambiguous(a.min(b), a.max(b)),
        (Some(at), None) | (None, Some(at)) => MappedLocalTime::Single(at),
        (None, None) => MappedLocalTime::None,
    }
}

/// Resolves a civil date-time as RFC 5545 §3.3.5 and Temporal's "compatible" do: with the offset before a gap, and to the
/// earlier instant of a fold.
pub fn compatible(
    civil: CivilDateTime,
    offset_at: &dyn Fn(Timestamp) -> FixedOffset,
) -> (Timestamp, Fit) {
    match instants(civil, offset_at) {
        MappedLocalTime::Single(at) => (at, Fit::Exact),
        MappedLocalTime::Ambiguous(first, _) => (first, Fit::Fold),
        MappedLocalTime::None => (
            at_offset(civil, offsets_around(civil, offset_at).0),
            Fit::Gap,
        ),
    }
}

fn offsets_around(
    civil: CivilDateTime,
    offset_at: &dyn Fn(Timestamp) -> FixedOffset,
) -> (FixedOffset, FixedOffset) {
    let at = |days| offset_at(after(civil.and_utc(), days * DAY));
    (at(-1), at(1))
}

/// The instant at which a clock of this offset shows a civil date-time.
pub fn at_offset(civil: CivilDateTime, offset: FixedOffset) -> Timestamp {
    after(civil.and_utc(), (-offset.local_minus_utc()).into())
}
