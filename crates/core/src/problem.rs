//! What is wrong with a document.

use crate::time::parse::NotATime;

mod sentence;

/// What a document is called in sentences about it that know no better name.
pub const THE_DOCUMENT: &str = "The document";

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands, such as `subEvent[2].startDate`; empty for the document as a whole.
    pub path: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What can be wrong. Its `Display` is one or two sentences: what is wrong, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing but blanks.
    Empty,
    /// A web page, as servers send it in place of a document.
    WebPage,
    /// Not JSON.
    NotJson {
        /// The line in which it goes wrong; the first is 1.
        line: u32,
        /// The character of that line which does not fit; the first is 1.
        column: u32,
        /// What is likely to be the matter.
        slip: Slip,
    },
    /// Larger than what is read.
    TooLarge,
    /// Nested deeper than what is read.
    TooDeep,
    /// Valid JSON with no event in it.
    NoEvent,
    /// Several events of which the first is shown.
    SeveralEvents,
    /// A programme without entries.
    EmptyProgramme,
    /// Nothing where something must stand.
    Missing,
    /// A name that is not read, beside one that is.
    DidYouMean(&'static str),
    /// HTML where a text stands.
    Html,
    /// An address that looks as if it was to leave the site, and does not.
    NoScheme(String),
    /// An instant without an offset, where it cannot be known from elsewhere.
    NoOffset(String),
    /// A value of another sort than the one that belongs there.
    NotText,
    /// A text that is not a time.
    NotATime(String, NotATime),
    /// A text that is not a time at which a day of a programme may be over.
    NotADayChange(String),
    /// A text that is not a time zone, or one that the host does not know.
    UnknownZone(String),
    /// A zone such as `CET`, which keeps no summer time or another's.
    AbbreviatedZone(String),
    /// Times without offsets in a document that names no zone.
    NoZone,
    /// Times without offsets before the first one with an offset, in a document that names no zone.
    ZoneOfOthers,
    /// A time of day with no day before it.
    NoDay,
    /// The offset before a bracketed zone is not the offset of that zone.
    OffsetDisagrees,
    /// The clock skips this time.
    InGap,
    /// The clock shows this time twice.
    InFold,
    /// An end before its start.
    EndsBeforeStart,
    /// An address with a scheme that is not followed.
    UnsafeUrl(String),
    /// A word that is none of those known there.
    UnknownWord {
        /// The word found.
        found: String,
        /// Which words are known.
        known: Words,
    },
}

/// What is most often the matter where a document is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Curly quotes or no-break blanks, as word processors write them.
    Typography,
    /// A comma after the last item.
    LastComma,
    /// A comma, quote or bracket is missing, or something else.
    Other,
}

/// The words that are known at some place. Their list stands here and not where it is found wanting: few documents need
/// to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Of `eventAttendanceMode`.
    Attendance,
    /// Of `eventStatus`.
    Status,
    /// Of `availability`.
    Availability,
    /// Of `programmeStatus`.
    Programme,
    /// Of the attribute `hour-cycle`.
    HourCycle,
    /// `view`.
    View,
    /// Of the attribute `heading-level`.
    HeadingLevel,
}

impl Problem {
    /// A problem with the document as a whole.
    pub fn whole(kind: ProblemKind) -> Self {
        Self {
            path: String::new(),
            kind,
        }
    }
}

impl ProblemKind {
    /// What is wrong, in a word for machines that stays the same when the sentence is worded better.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::WebPage => "webPage",
            Self::NotJson { .. } => "notJson",
            Self::TooLarge => "tooLarge",
            Self::TooDeep => "tooDeep",
            Self::NoEvent => "noEvent",
            Self::SeveralEvents => "severalEvents",
            Self::EmptyProgramme => "emptyProgramme",
            Self::Missing => "missing",
            Self::DidYouMean(_) => "didYouMean",
            Self::Html => "html",
            Self::NoScheme(_) => "noScheme",
            Self::NoOffset(_) => "noOffset",
            Self::NotText => "notText",
            Self::NotATime(..) => "notATime",
            Self::NotADayChange(_) => "notADayChange",
            Self::UnknownZone(_) => "unknownZone",
            Self::AbbreviatedZone(_) => "abbreviatedZone",
            Self::NoZone => "noZone",
            Self::ZoneOfOthers => "zoneOfOthers",
            Self::NoDay => "noDay",
            Self::OffsetDisagrees => "offsetDisagrees",
            Self::InGap => "inGap",
            Self::InFold => "inFold",
            Self::EndsBeforeStart => "endsBeforeStart",
            Self::UnsafeUrl(_) => "unsafeUrl",
            Self::UnknownWord { .. } => "unknownWord",
        }
    }
}
