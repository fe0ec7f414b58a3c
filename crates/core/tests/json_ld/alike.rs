//! In what two readings of one event must be alike.

use handbill_core::event::{Entry, Event, Registration};
use handbill_core::url::Url;
use handbill_core::{EventTime, Timeline, Zone};

/// Whether an event's offset is known only from times that mean nothing, such as an end without a start.
///
/// Those are not written, and days without times have no offset to write it in.
pub fn loses_its_offset(timeline: &Timeline, second: &Event) -> bool {
    let entries = second.entries.iter();
    let is_time = |time: &&Option<_>| {
        time.as_ref()
            .is_some_and(|time| !matches!(time, EventTime::Date(_)))
    };
    let mut times = entries
        .flat_map(|entry| [&entry.start, &entry.end])
        .chain([&second.start, &second.end]);
    matches!(timeline.zone, Zone::Fixed(_)) && !times.any(|time| is_time(&time))
}

/// Everything but the times, with full addresses and without what only problems need.
pub fn without_times(event: &Event) -> Event {
    let mut event = event.clone();
    let full = |url: &mut Option<Url>| {
        *url = url.as_ref().and_then(|url| Url::new(&crate::full(url)));
    };
    (event.zone, event.start, event.end, event.previous_start) = (None, None, None, None);
    event.duration = None;
    full(&mut event.url);
    full(&mut event.recording);
    if let Some(image) = &mut event.image {
        let mut url = Some(image.url.clone());
        full(&mut url);
        image.url = url.expect("still an address");
    }
    event.registration = event.registration.map(|registration| Registration {
        opens: None,
        closes: None,
        paths: Default::default(),
        ..registration
    });
    event
        .registration
        .iter_mut()
        .for_each(|offer| full(&mut offer.url));
    event
        .organizers
        .iter_mut()
        .for_each(|organizer| full(&mut organizer.url));
    event
        .places
        .iter_mut()
        .for_each(|place| full(&mut place.url));
    let entries = event.entries.into_iter().map(|entry| Entry {
        source_index: None,
        start: None,
        end: None,
        duration: None,
        ..entry
    });
    event.entries = entries.collect();
    event
        .entries
        .iter_mut()
        .for_each(|entry| full(&mut entry.url));
    let of_entries = event
        .entries
        .iter_mut()
        .flat_map(|entry| &mut entry.contributions);
    event
        .contributions
        .iter_mut()
        .chain(of_entries)
        .for_each(|contribution| full(&mut contribution.person.url));
    event
}
