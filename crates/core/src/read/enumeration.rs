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

    /// The values under `key`, by a list of spellings.
    fn words<T: Copy>(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        words: &[(&str, T)],
        known: KnownValues,
    ) -> Vec<T> {
        let find = |found: &str| {
            let mut spellings = words.iter();
            spellings.position(|(spelling, _)| is_spelt(found, spelling))
        };
        let mut all = Vec::new();
        for at in self.spellings(map, key, &find, known) {
            all.push(words[at].1);
        }
        all
    }

    /// The positions of the values under `key` in a list of spellings. It is compiled once for all kinds of values.
    fn spellings(
        &mut self,
        map: &'a Node<'a>,
        key: &'static str,
        find: &dyn Fn(&str) -> Option<usize>,
        known: KnownValues,
    ) -> Vec<usize> {
        let items = self.get(map, key).map_or(&[][..], Node::items);
        let mut all = Vec::new();
        for node in items.iter().filter(|node| **node != Node::Null) {
            let node = self.graph.resolved(node);
            let Some(found) = plain_text(node.get("@id").unwrap_or(node)) else {
                self.report_at(key, ProblemKind::NotText);
                continue;
            };
            match find(found) {
                Some(at) => all.push(at),
                None => {
                    let found = found.into();
                    self.report_at(key, ProblemKind::UnknownValue { found, known });
                }
            }
        }
        all
    }

    /// The only one of some values; the first where there are several, and a problem.
    fn only_word<T: Copy>(&mut self, key: &'static str, words: &[T]) -> Option<T> {
        if words.len() > 1 {
            self.report_at(key, ProblemKind::OneOfSeveral);
        }
        words.first().copied()
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
        let all = self.words(map, "eventAttendanceMode", WORDS, KnownValues::Attendance);
        let first = *all.first()?;
        // Both of two ways are one of the values.
        let is_one = all.iter().all(|mode| *mode == first);
        Some(if is_one { first } else { Mixed })
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
        let mut all = self.words(map, "eventStatus", WORDS, KnownValues::Status);
        // The one that visitors most need to know.
        let weights = [Scheduled, MovedOnline, Rescheduled, Postponed, Cancelled];
        let weight = |status: &EventStatus| weights.iter().position(|one| one == status);
        if let Some(heaviest) = all.iter().copied().max_by_key(weight) {
            all[0] = heaviest;
        }
        self.only_word("eventStatus", &all)
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
        let all = self.words(map, "availability", WORDS, KnownValues::Availability);
        self.only_word("availability", &all)
    }

    /// Whether the programme is still a draft.
    pub fn programme_is_draft(&mut self, map: &'a Node<'a>) -> bool {
        const WORDS: &[(&str, bool)] = &[
            ("draft", true),
            ("preliminary", true),
            ("provisional", true),
            ("final", false),
        ];
        let all = self.words(map, "programmeStatus", WORDS, KnownValues::Programme);
        self.only_word("programmeStatus", &all).unwrap_or(false)
    }
}
