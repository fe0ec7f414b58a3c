//! Values of enumerations, such as `eventStatus`, in schema.org's spelling or a shorter one.

use crate::event::{AttendanceMode, Availability, EventStatus};
use crate::language::primary;
use crate::node::Node;
use crate::problem::{KnownValues, ProblemKind};
use crate::read::cursor::Cursor;
use crate::read::text::plain_text;
use crate::read::types::bare;

/// Whether a value has this spelling, which is in small letters without blanks, hyphens, underscores and vocabulary.
fn is_spelt(word: &str, spelling: &str) -> bool {
    let letters = bare(word).bytes().filter(u8::is_ascii_alphanumeric);
    letters
        .map(|letter| letter.to_ascii_lowercase())
        .eq(spelling.bytes())
}

impl<'a> Cursor<'a> {
    /// The language tag of an object's texts. Names of languages are ignored.
    pub fn language(&self, map: &'a Node<'a>) -> Option<String> {
        let tag = plain_text(self.get(map, "inLanguage")?)?;
        matches!(primary(tag).len(), 2 | 3).then(|| tag.into())
    }

    /// The value under `key`, by a list of spellings.
    fn word<T: Copy>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        words: &[(&str, T)],
        known: KnownValues,
    ) -> Option<T> {
        let found = self.found_word(map, key)?;
        for (spelling, meaning) in words {
            if is_spelt(found, spelling) {
                return Some(*meaning);
            }
        }
        let found = found.into();
        self.report_at(key, ProblemKind::UnknownValue { found, known });
        None
    }

    fn found_word(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<&'a str> {
        let node = self.get(map, key)?;
        let found = plain_text(node.get("@id").unwrap_or(node));
        if found.is_none() {
            self.report_at(key, ProblemKind::NotText);
        }
        found
    }

    pub fn attendance_mode(&mut self, map: &'a Node<'a>) -> Option<AttendanceMode> {
        use AttendanceMode::{Mixed, OnSite, Online};
        const WORDS: &[(&str, AttendanceMode)] = &[
            ("onlineeventattendancemode", Online),
            ("offlineeventattendancemode", OnSite),
            ("mixedeventattendancemode", Mixed),
            ("online", Online),
            ("virtual", Online),
            ("offline", OnSite),
            ("onsite", OnSite),
            ("inperson", OnSite),
            ("mixed", Mixed),
            ("hybrid", Mixed),
        ];
        self.word(map, "eventAttendanceMode", WORDS, KnownValues::Attendance)
    }

    pub fn event_status(&mut self, map: &'a Node<'a>) -> Option<EventStatus> {
        use EventStatus::{Cancelled, MovedOnline, Postponed, Rescheduled, Scheduled};
        const WORDS: &[(&str, EventStatus)] = &[
            ("eventscheduled", Scheduled),
            ("eventcancelled", Cancelled),
            ("eventpostponed", Postponed),
            ("eventrescheduled", Rescheduled),
            ("eventmovedonline", MovedOnline),
            ("scheduled", Scheduled),
            ("cancelled", Cancelled),
            ("canceled", Cancelled),
            ("postponed", Postponed),
            ("rescheduled", Rescheduled),
            ("movedonline", MovedOnline),
        ];
        self.word(map, "eventStatus", WORDS, KnownValues::Status)
    }

    pub fn availability(&mut self, map: &'a Node<'a>) -> Option<Availability> {
        use Availability::{Full, Open, WaitingList};
        const WORDS: &[(&str, Availability)] = &[
            ("instock", Open),
            ("limitedavailability", Open),
            ("onlineonly", Open),
            ("instoreonly", Open),
            ("preorder", Open),
            ("presale", Open),
            ("madetoorder", Open),
            ("soldout", Full),
            ("outofstock", Full),
            ("discontinued", Full),
            ("reserved", Full),
            ("backorder", WaitingList),
            ("open", Open),
            ("full", Full),
            ("waitinglist", WaitingList),
        ];
        self.word(map, "availability", WORDS, KnownValues::Availability)
    }

    /// Whether the programme is still a draft.
    pub fn programme_is_draft(&mut self, map: &'a Node<'a>) -> bool {
        const WORDS: &[(&str, bool)] = &[
            ("draft", true),
            ("preliminary", true),
            ("provisional", true),
            ("final", false),
        ];
        self.word(map, "programmeStatus", WORDS, KnownValues::Programme)
            .unwrap_or(false)
    }
}
