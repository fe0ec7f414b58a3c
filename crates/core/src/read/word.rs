//! Words of closed lists: types and enumerations, in schema.org's spelling or a shorter one.

use super::{Reading, plain_text};
use crate::event::{AttendanceMode, Availability, EventStatus};
use crate::node::Node;
use crate::problem::ProblemKind;

/// The subtypes of schema.org `Event` whose names do not end in "Event".
const OTHER_EVENT_TYPES: [&str; 4] = ["Festival", "Hackathon", "CourseInstance", "EventSeries"];

/// Whether an object is an event: by its type, or, without a type, by having a name or a start.
pub fn is_event(node: &Node) -> bool {
    match node.get("@type").or_else(|| node.get("type")) {
        Some(types) => types.items().iter().any(|kind| {
            let Node::Text(kind) = kind else { return false };
            let kind = bare(kind);
            kind.ends_with("Event") || OTHER_EVENT_TYPES.contains(&kind)
        }),
        None => node.get("name").is_some() || node.get("startDate").is_some(),
    }
}

/// Whether an object has this schema.org type.
pub fn is_a(node: &Node, name: &str) -> bool {
    node.get("@type").is_some_and(|types| {
        types
            .items()
            .iter()
            .any(|kind| matches!(kind, Node::Text(kind) if bare(kind).ends_with(name)))
    })
}

/// A word without the vocabulary before it: `https://schema.org/InStock` and `schema:InStock` are `InStock`.
fn bare(word: &str) -> &str {
    word.rsplit(['/', '#', ':']).next().unwrap_or(word)
}

/// A word in small letters, without the vocabulary and without blanks, hyphens or underscores.
fn folded(word: &str) -> String {
    bare(word)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

impl<'a> Reading<'a> {
    /// The meaning of the word under `key`, by a list of folded spellings.
    fn word<T: Copy>(
        &mut self,
        map: &'a Node,
        key: &'static str,
        words: &[(&str, T)],
        known: &'static str,
    ) -> Option<T> {
        let node = self.get(map, key)?;
        let found = match node.get("@id") {
            Some(id) => plain_text(id),
            None => plain_text(node),
        };
        let Some(found) = found else {
            self.report_at(key, ProblemKind::NotText);
            return None;
        };
        let sought = folded(&found);
        let meaning = words
            .iter()
            .find(|(spelling, _)| *spelling == sought)
            .map(|(_, meaning)| *meaning);
        if meaning.is_none() {
            self.report_at(key, ProblemKind::UnknownWord { found, known });
        }
        meaning
    }

    pub fn attendance_mode(&mut self, map: &'a Node) -> Option<AttendanceMode> {
        use AttendanceMode::{Mixed, OnSite, Online};
        let words = [
            ("onlineeventattendancemode", Online),
            ("offlineeventattendancemode", OnSite),
            ("mixedeventattendancemode", Mixed),
            ("online", Online),
            ("offline", OnSite),
            ("onsite", OnSite),
            ("mixed", Mixed),
        ];
        self.word(
            map,
            "eventAttendanceMode",
            &words,
            "\"online\", \"on-site\" or \"mixed\"",
        )
    }

    pub fn event_status(&mut self, map: &'a Node) -> Option<EventStatus> {
        use EventStatus::{Cancelled, MovedOnline, Postponed, Rescheduled, Scheduled};
        let words = [
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
        self.word(
            map,
            "eventStatus",
            &words,
            "\"scheduled\", \"cancelled\", \"postponed\", \"rescheduled\" or \"moved online\"",
        )
    }

    pub fn availability(&mut self, map: &'a Node) -> Option<Availability> {
        use Availability::{Full, Open, WaitingList};
        let words = [
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
        self.word(
            map,
            "availability",
            &words,
            "\"InStock\", \"SoldOut\" or \"waiting list\"",
        )
    }

    /// Whether the programme is still a draft.
    pub fn programme_is_draft(&mut self, map: &'a Node) -> bool {
        let words = [
            ("draft", true),
            ("preliminary", true),
            ("provisional", true),
            ("final", false),
        ];
        self.word(map, "programmeStatus", &words, "\"draft\" or \"final\"")
            .unwrap_or(false)
    }
}
