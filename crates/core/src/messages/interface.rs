//! The messages for every event.

use crate::event::{AttendanceMode, EventStatus};
use crate::messages::locale::{INTERFACE, texts};
use crate::snapshot::Phase;

texts! {
    /// The messages of the interface, without those for large programmes.
    pub struct Messages in "", INTERFACE => {
        /// The BCP 47 tag of the language.
        lang,
        /// Between the items of a list, with the blank after it.
        comma,
        /// Between a label and what it is about, with the blank after it.
        colon,
        /// Heading over a programme.
        programme,
        /// Heading over a programme that may still change.
        draft_programme,
        /// Heading over date and time.
        when,
        /// Before the date that was announced before.
        previously,
        /// In place of the date of an event that is put off.
        new_date_not_known,
        /// Opens what one can take along of the event: the ways into a calendar first.
        add_to_calendar,
        /// The same for an event that does not take place after all.
        update_calendar,
        /// The same for an entry, in one word: what it is called in full begins with it.
        save,
        /// The same in full.
        save_or_share,
        /// Copies a link to the entry.
        copy_link,
        /// It is copied.
        link_copied,
        /// Opens the device's own way to pass something on.
        share,
        /// Puts the announcement on paper.
        print,
        /// The calendar file, which Apple's calendar and most others take.
        calendar_file,
        /// What to do with the text below where no file can be taken.
        copy_this,
        /// Opens the choice of a clock.
        change_zone,
        /// The same, to visitors whose own clock is not known.
        choose_zone,
        /// Over the choice of a clock.
        time_zone,
        /// The visitor's own clock, as a choice.
        my_time,
        /// The event's clock, as a choice.
        event_clock,
        /// Over the field in which a place is searched for.
        find_zone,
        /// No place is called so.
        no_zone,
        /// A part of the widget did not come over the network.
        not_loaded,
        /// Heading over place.
        place,
        /// Before the names of the organisers.
        organised_by,
        /// The event takes place over the network.
        online,
        /// The event takes place at an address.
        on_site,
        /// The event takes place both ways.
        online_and_on_site,
        /// The registration link.
        register,
        /// The registration link where only waiting is left.
        join_waiting_list,
        /// Before the moment at which registration opens.
        registration_opens,
        /// Before the moment at which registration closes.
        registration_closes,
        /// Registration is over.
        registration_closed,
        /// No places left.
        full,
        /// The link to the recording.
        watch_recording,
        /// After a time on the event's clock where no place is known.
        event_time,
        /// The event has not begun.
        upcoming,
        /// The event begins within minutes.
        starting_soon,
        /// The event is on.
        live,
        /// The event is on, and pausing.
        on_a_break,
        /// The event is over.
        ended,
        /// The event does not take place.
        cancelled,
        /// The event takes place at a time not known yet.
        postponed,
        /// The event takes place at another time than announced.
        rescheduled,
        /// The event takes place online instead.
        moved_online,
        /// Marks the entry that is on.
        now,
        /// Marks the entry that comes next.
        next,
        /// The chip at a time on the day after.
        next_day,
        /// The chip at a time on the day before.
        previous_day,
        /// For entries of a whole day.
        all_day,
        /// What a moderator is called.
        moderator,
        /// Opens the details of an entry.
        details,
        /// Heading over the entries of which no day is known.
        day_not_known,
    }
}

/// A page reads each language once, so the address tells them apart.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Messages {}

impl Messages {
    /// What the state chip says, if there is anything to say.
    pub fn state(&self, status: EventStatus, phase: Phase) -> Option<&'static str> {
        match (status, phase) {
            (EventStatus::Cancelled, _) => Some(self.cancelled()),
            (EventStatus::Postponed, _) => Some(self.postponed()),
            (_, Phase::Ended) => Some(self.ended()),
            (_, Phase::Live) => Some(self.live()),
            (_, Phase::Break) => Some(self.on_a_break()),
            (_, Phase::Soon) => Some(self.starting_soon()),
            (EventStatus::Rescheduled, _) => Some(self.rescheduled()),
            (EventStatus::MovedOnline, _) => Some(self.moved_online()),
            (EventStatus::Scheduled, Phase::Upcoming) => Some(self.upcoming()),
            (EventStatus::Scheduled, Phase::Unscheduled) => None,
        }
    }

    /// How one can attend.
    pub fn attendance(&self, mode: AttendanceMode) -> &'static str {
        match mode {
            AttendanceMode::Online => self.online(),
            AttendanceMode::OnSite => self.on_site(),
            AttendanceMode::Mixed => self.online_and_on_site(),
        }
    }
}
