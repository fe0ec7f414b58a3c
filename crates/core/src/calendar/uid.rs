//! The `UID` of an appointment.

use crate::calendar::source::Source;
use crate::event::Entry;
use crate::hash::Hash;
use crate::number::signed;
use crate::strings::{after_last, before_first, split_once};
use crate::time::Zone;
use crate::timeline::TimedEntry;
use crate::url::{Url, scheme};

/// An identifier that stays the same while the document is corrected: `HASH@HOST`.
///
/// An `@id` that is an absolute URL is hashed alone. Any other `@id` is hashed with the event's `url`, or else with the
/// URL of the document. Without an `@id`, an event goes by its `url`, else by its name and the first announced start; an
/// entry by the event, its name and its track, since it may move in the programme.
pub fn uid(source: &Source<'_>, part: Option<(&TimedEntry, &Entry)>) -> String {
    let event = source.event;
    let page = event.url.as_ref().map(source.resolve);
    let document = page
        .clone()
        .or_else(|| document(source))
        .unwrap_or_default();
    let mut host = host(&document);
    let mut hash = Hash::default();
    let is_full = |id: &&String| scheme(id).is_some();
    let own = match part {
        None => event.id.as_ref(),
        Some((_, entry)) => entry.id.as_ref(),
    };
    if let Some(id) = own.filter(is_full) {
        hash.add(id);
        host = self::host(id).or(host);
    } else {
        match event.id.as_ref() {
            Some(id) if is_full(&id) => {
                hash.add(id);
                host = self::host(id).or(host);
            }
            Some(id) => {
                hash.add(&document);
                hash.add(id);
            }
            None if page.is_some() || own.is_some() => hash.add(&document),
            None => {
                hash.add(&event.name);
                let timeline = source.timeline;
                let start = timeline.previous_start.or(timeline.starts_at());
                // A floating start is another instant for each visitor, and the same on every clock.
                let seconds = start.map_or(0, |start| match &timeline.zone {
                    floating @ Zone::Floating(_) => {
                        floating.civil_at(source.zones, start).and_utc().timestamp()
                    }
                    _ => start.timestamp(),
                });
                hash.add(&signed(seconds));
            }
        }
        if let Some((_, entry)) = part {
            hash.add("subEvent");
            hash.add(own.unwrap_or(&entry.name));
            hash.add(entry.lane().filter(|_| own.is_none()).unwrap_or_default());
        }
    }
    if let Some((timed, entry)) = part {
        // Two entries never share an identifier, even where both are called "Lunch", or one was copied with its `@id`.
        let is_twin = |other: &&Entry| match &entry.id {
            Some(id) => other.id.as_ref() == Some(id),
            None => other.id.is_none() && other.name == entry.name && other.lane() == entry.lane(),
        };
        let twins = event
            .entries
            .iter()
            .take(timed.index)
            .filter(is_twin)
            .count();
        let twins = twins + usize::from(entry.id.is_some() && entry.id == event.id);
        if twins > 0 {
            hash.add(&signed(twins as i64));
        }
    }
    let mut uid = hash.digits();
    if let Some(host) = host {
        uid.push('@');
        uid.push_str(&host);
    }
    uid
}

/// The URL of the document, without query and fragment, which change from visit to visit.
fn document(source: &Source<'_>) -> Option<String> {
    let full = (source.resolve)(&Url::new("#")?);
    Some(before_first(&full, b"?#").to_owned())
}

/// The host of an absolute URL.
fn host(url: &str) -> Option<String> {
    let (_, rest) = split_once(url, b':')?;
    let authority = before_first(rest.strip_prefix("//")?, b"/?#");
    let host = before_first(after_last(authority, b"@"), b":");
    let is_formed = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    (!host.is_empty() && host.chars().all(is_formed)).then(|| host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found() {
        for (url, expected) in [
            ("https://A.example:8080/x@y", Some("a.example")),
            ("http://jo@b.example?x", Some("b.example")),
            ("urn:uuid:1", None),
            ("https://[::1]/", None),
            ("file:///x", None),
        ] {
            assert_eq!(host(url).as_deref(), expected, "{url}");
        }
    }
}
