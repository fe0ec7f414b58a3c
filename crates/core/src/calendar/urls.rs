//! The URLs in an appointment: registration, meeting, page.

use crate::calendar::source::Source;
use crate::event::{Entry, EventStatus};
use crate::messages::Messages;
use crate::strings::concat;

/// The absolute URLs of an appointment.
pub struct Urls {
    /// The link of the entry.
    pub more: Option<String>,
    /// Where to register.
    pub registration: Option<String>,
    /// The online meetings.
    pub conferences: Vec<String>,
    /// The page of the event.
    pub page: Option<String>,
}

impl Urls {
    pub fn new(source: &Source<'_>, entry: Option<&Entry>, status: EventStatus) -> Self {
        let (event, resolve) = (source.event, source.resolve);
        let page = event.url.as_ref().map(resolve);
        let page = page.or(source.page.map(str::to_owned));
        let registration = event
            .registration
            .as_ref()
            .filter(|_| status.takes_place())
            .and_then(|registration| registration.url.as_ref())
            .map(resolve);
        // Many authors give search engines the page or the registration in place of the meeting itself.
        let is_elsewhere =
            |url: &String| Some(url) != page.as_ref() && Some(url) != registration.as_ref();
        let conferences = event
            .places
            .iter()
            .filter(|place| place.is_virtual && status.takes_place())
            .filter_map(|place| place.url.as_ref().map(resolve))
            .filter(|url| url.starts_with("https:") || url.starts_with("http:"))
            .filter(is_elsewhere)
            .collect();
        Self {
            more: entry.and_then(|entry| entry.url.as_ref()).map(resolve),
            registration,
            conferences,
            page,
        }
    }

    /// Each URL once, with a label where it needs one.
    ///
    /// Most calendars ignore `CONFERENCE`, so the meetings are listed here as well.
    pub fn listed(&self, messages: &Messages) -> Vec<String> {
        let mut listed: Vec<String> = Vec::new();
        let mut seen: Vec<&str> = self.page.as_deref().into_iter().collect();
        let conferences = self.conferences.iter().map(|url| (messages.online(), url));
        let all = [("", &self.more), (messages.register(), &self.registration)];
        let all = all
            .into_iter()
            .filter_map(|(word, url)| Some((word, url.as_ref()?)));
        for (word, url) in all.chain(conferences) {
            if !seen.contains(&url.as_str()) {
                seen.push(url);
                let parts = if word.is_empty() {
                    ["", "", url]
                } else {
                    [word, ":\n", url]
                };
                listed.push(concat(&parts));
            }
        }
        listed.extend(self.page.clone());
        listed
    }
}
