//! The words of the interface, one table per language.

use crate::event::{AttendanceMode, EventStatus};
use crate::language::primary;
use crate::snapshot::Phase;

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod pt;
mod ru;
mod zh;

/// Every word that the interface says by itself. A language that lacks one does not compile.
#[derive(Debug)]
pub struct Messages {
    /// The BCP 47 tag of the language that these words are in.
    pub lang: &'static str,
    /// Between the items of a list, with the blank after it.
    pub comma: &'static str,
    /// Between a label and what it is about, with the blank after it.
    pub colon: &'static str,
    /// Heading over a programme.
    pub programme: &'static str,
    /// Heading over a programme that may still change.
    pub draft_programme: &'static str,
    /// Heading over date and time.
    pub when: &'static str,
    /// Before the date that was announced before.
    pub previously: &'static str,
    /// In place of the date of an event that is put off.
    pub new_date_not_known: &'static str,
    /// Opens what one can take along of the event: the ways into a calendar first.
    pub add_to_calendar: &'static str,
    /// The same for an event that does not take place after all.
    pub update_calendar: &'static str,
    /// The same for an entry, in one word: what it is called in full begins with it.
    pub save: &'static str,
    /// The same in full.
    pub save_or_share: &'static str,
    /// Copies a link to the entry.
    pub copy_link: &'static str,
    /// It is copied.
    pub link_copied: &'static str,
    /// Opens the device's own way to pass something on.
    pub share: &'static str,
    /// Puts the announcement on paper.
    pub print: &'static str,
    /// The calendar file, which Apple's calendar and most others take.
    pub calendar_file: &'static str,
    /// What to do with the text below where no file can be taken.
    pub copy_this: &'static str,
    /// Opens the choice of a clock.
    pub change_zone: &'static str,
    /// The same, to visitors whose own clock is not known.
    pub choose_zone: &'static str,
    /// Over the choice of a clock.
    pub time_zone: &'static str,
    /// The visitor's own clock, as a choice.
    pub my_time: &'static str,
    /// The event's clock, as a choice.
    pub event_clock: &'static str,
    /// Over the field in which a place is searched for.
    pub find_zone: &'static str,
    /// No place is called so.
    pub no_zone: &'static str,
    /// A part of the widget did not come over the network.
    pub not_loaded: &'static str,
    /// Heading over place.
    pub place: &'static str,
    /// Before the names of the organisers.
    pub organised_by: &'static str,
    /// The event takes place over the network.
    pub online: &'static str,
    /// The event takes place at an address.
    pub on_site: &'static str,
    /// The event takes place both ways.
    pub online_and_on_site: &'static str,
    /// The registration link.
    pub register: &'static str,
    /// The registration link where only waiting is left.
    pub join_waiting_list: &'static str,
    /// Before the moment at which registration opens.
    pub registration_opens: &'static str,
    /// Before the moment at which registration closes.
    pub registration_closes: &'static str,
    /// Registration is over.
    pub registration_closed: &'static str,
    /// No places left.
    pub full: &'static str,
    /// The link to the recording.
    pub watch_recording: &'static str,
    /// After a time on the event's clock where no place is known.
    pub event_time: &'static str,
    /// The event has not begun.
    pub upcoming: &'static str,
    /// The event begins within minutes.
    pub starting_soon: &'static str,
    /// The event is on.
    pub live: &'static str,
    /// The event is on, and pausing.
    pub on_a_break: &'static str,
    /// The event is over.
    pub ended: &'static str,
    /// The event does not take place.
    pub cancelled: &'static str,
    /// The event takes place at a time not known yet.
    pub postponed: &'static str,
    /// The event takes place at another time than announced.
    pub rescheduled: &'static str,
    /// The event takes place online instead.
    pub moved_online: &'static str,
    /// Marks the entry that is on.
    pub now: &'static str,
    /// Marks the entry that comes next.
    pub next: &'static str,
    /// The chip at a time on the day after.
    pub next_day: &'static str,
    /// The chip at a time on the day before.
    pub previous_day: &'static str,
    /// For entries of a whole day.
    pub all_day: &'static str,
    /// What a moderator is called.
    pub moderator: &'static str,
    /// Opens the details of an entry.
    pub details: &'static str,
    /// Heading over the entries of which no day is known.
    pub day_not_known: &'static str,
}

/// There is one table for each language.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Messages {}

/// The languages that are spoken here, with their words. The first one counts where none of them is wanted.
static LANGUAGES: [(&str, &Messages); 8] = [
    ("en", &en::MESSAGES),
    ("ar", &ar::MESSAGES),
    ("de", &de::MESSAGES),
    ("es", &es::MESSAGES),
    ("fr", &fr::MESSAGES),
    ("pt", &pt::MESSAGES),
    ("ru", &ru::MESSAGES),
    ("zh", &zh::MESSAGES),
];

impl Messages {
    /// The words in a language, by its BCP 47 tag; in English where that language is not spoken here.
    ///
    /// The release build has the words of each language in a file of its own, which must have come by then.
    pub fn of(tag: &str) -> &'static Self {
        let language = primary(tag);
        let mut languages = LANGUAGES.iter();
        let known = languages.find(|(name, _)| name.eq_ignore_ascii_case(language));
        known.map_or(&en::MESSAGES, |(_, messages)| messages)
    }

    /// What the state chip says, if there is anything to say.
    pub fn state(&self, status: EventStatus, phase: Phase) -> Option<&'static str> {
        match (status, phase) {
            (EventStatus::Cancelled, _) => Some(self.cancelled),
            (EventStatus::Postponed, _) => Some(self.postponed),
            (_, Phase::Ended) => Some(self.ended),
            (_, Phase::Live) => Some(self.live),
            (_, Phase::Break) => Some(self.on_a_break),
            (_, Phase::Soon) => Some(self.starting_soon),
            (EventStatus::Rescheduled, _) => Some(self.rescheduled),
            (EventStatus::MovedOnline, _) => Some(self.moved_online),
            (EventStatus::Scheduled, Phase::Upcoming) => Some(self.upcoming),
            (EventStatus::Scheduled, Phase::Unscheduled) => None,
        }
    }

    /// How one can attend.
    pub fn attendance(&self, mode: AttendanceMode) -> &'static str {
        match mode {
            AttendanceMode::Online => self.online,
            AttendanceMode::OnSite => self.on_site,
            AttendanceMode::Mixed => self.online_and_on_site,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, Messages};

    #[test]
    fn words_are_in_the_language_of_the_tag() {
        for (tag, lang) in [
            ("fr", "fr"),
            ("pt-BR", "pt"),
            ("ZH-Hant-TW", "zh"),
            ("ar_EG", "ar"),
            ("arc", "en"),
            ("", "en"),
        ] {
            assert_eq!(Messages::of(tag).lang, lang, "{tag}");
        }
    }

    #[test]
    fn each_language_is_called_what_it_is() {
        for (name, messages) in LANGUAGES {
            assert_eq!(messages.lang, name);
            assert!(messages.save_or_share.starts_with(messages.save), "{name}");
        }
    }
}
