//! Problems with a document: where, and what.

use chrono::FixedOffset;

use crate::time::parse::NotATime;

mod sentence;
pub mod windows_zones;

/// The name of a document in sentences, where its URL is not known.
pub const THE_DOCUMENT: &str = "The document";

/// A problem with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The path, such as `subEvent[2].startDate`; empty for the whole document.
    pub path: String,
    /// The kind, with the data for its sentence.
    pub kind: ProblemKind,
}

/// The kinds of problems. `Display` is one or two sentences: what is wrong, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The text is empty or blank.
    Empty,
    /// The text is a web page: servers send those in place of a missing document.
    WebPage,
    /// The text was not saved as UTF-8: some or all of its characters are lost.
    Encoding,
    /// The text is not JSON.
    NotJson {
        /// The line of the error, from 1.
        line: u32,
        /// The character in that line, from 1.
        column: u32,
        /// The likely cause.
        slip: Slip,
    },
    /// The text is larger than [`MAX_BYTES`](crate::read::MAX_BYTES).
    TooLarge,
    /// The text is nested deeper than [`MAX_DEPTH`](crate::json::MAX_DEPTH).
    TooDeep,
    /// There is no event in the document.
    NoEvent,
    /// There is an event in the document, but in this property of an object inside another.
    BuriedEvent(String),
    /// There are several events; the first is shown.
    SeveralEvents,
    /// The programme has no entries.
    EmptyProgramme,
    /// A required property is missing.
    Missing,
    /// An unknown property, and the known one that is probably meant.
    DidYouMean(&'static str),
    /// HTML tags in a text, which are left out.
    Html,
    /// HTML character references, which are decoded.
    Entity,
    /// A URL without a scheme that looks absolute, and is relative.
    NoScheme(String),
    /// A time without an offset, where there is no zone to resolve it.
    NoOffset(String),
    /// A list of values, of which only one can be shown.
    OneOfSeveral,
    /// A value that is not a text.
    NotText,
    /// A text that is not a time.
    NotATime(String, NotATime),
    /// A text that is not a duration in weeks, days, hours, minutes and seconds.
    NotADuration(String),
    /// A duration that leads to another end than the one that is given.
    DurationDisagrees,
    /// A text that is not a time of day before noon.
    NotADayChange(String),
    /// A text that is not a time zone that the host knows.
    UnknownZone(String),
    /// A time zone of Windows, and its IANA identifier. Zones are recognised by [`windows_zones::recognise`].
    WindowsZone(String, String),
    /// A zone abbreviation such as `CET`, whose rules are seldom the meant ones.
    AbbreviatedZone(String),
    /// Floating times: no offset, and no zone in the document.
    NoZone,
    /// Times in UTC at a place on the ground, whose zone is not named.
    NoPlaceClock,
    /// Times without an offset, resolved by the offset or zone of other times.
    ZoneOfOthers,
    /// A time of day without a day to count from.
    NoDay,
    /// An offset that its bracketed zone does not have.
    OffsetDisagrees,
    /// An offset that the event's own zone does not have at that instant: the zone's name, and its offset.
    OffsetOfOthers(FixedOffset, String, FixedOffset),
    /// A time in a gap: the clock skips it.
    InGap,
    /// A time in a fold: the clock shows it twice.
    InFold,
    /// A lone midnight, taken for a day without a time.
    MidnightAlone,
    /// An end before the start.
    EndsBeforeStart,
    /// A URL with an unsafe scheme.
    UnsafeUrl(String),
    /// A value that is not in the enumeration of its property.
    UnknownValue {
        /// The value.
        found: String,
        /// The known values.
        known: KnownValues,
    },
}

/// The frequent causes of a JSON error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Curly quotes or no-break spaces from a word processor.
    Typography,
    /// A trailing comma.
    LastComma,
    /// A comma without a value before it.
    ExtraComma,
    /// A line break inside a string.
    LineBreak,
    /// A tab inside a string.
    Tab,
    /// A backslash before a character that needs none, such as `\'`.
    Escape,
    /// A comment.
    Comment,
    /// A CDATA section of XML.
    Cdata,
    /// HTML character references for quotes: `&quot;`.
    Entity,
    /// An HTML tag, such as the `<br />` of an editor.
    Tag,
    /// Names or texts without double quotes.
    NoQuotes,
    /// A quote inside a text, or a missing comma behind one.
    QuoteInside,
    /// A word of another language, such as `NaN`, `undefined` or `None`.
    Word,
    /// A closing bracket too many.
    ExtraBracket,
    /// More behind the last bracket.
    MoreBehind,
    /// The text ends before its last bracket or quote.
    EndsEarly,
    /// A missing comma, quote or bracket, or anything else.
    Other,
}

/// The enumerations whose values a sentence can list. The lists are in the chunk of the sentences: most documents need none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownValues {
    /// The values of `eventAttendanceMode`.
    Attendance,
    /// The values of `eventStatus`.
    Status,
    /// The values of `availability`.
    Availability,
    /// The values of `programmeStatus`.
    Programme,
    /// The values of the attribute `hour-cycle`.
    HourCycle,
    /// The values of the attribute `view`.
    View,
    /// The values of the attribute `heading-level`.
    HeadingLevel,
}

impl Problem {
    /// A problem with the whole document.
    pub fn whole(kind: ProblemKind) -> Self {
        Self {
            path: String::new(),
            kind,
        }
    }
}

impl ProblemKind {
    /// The name of the kind, for machines. It stays the same when the sentence is worded better.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::WebPage => "webPage",
            Self::Encoding => "encoding",
            Self::NotJson { .. } => "notJson",
            Self::TooLarge => "tooLarge",
            Self::TooDeep => "tooDeep",
            Self::NoEvent => "noEvent",
            Self::BuriedEvent(_) => "buriedEvent",
            Self::SeveralEvents => "severalEvents",
            Self::EmptyProgramme => "emptyProgramme",
            Self::Missing => "missing",
            Self::DidYouMean(_) => "didYouMean",
            Self::Html => "html",
            Self::Entity => "entity",
            Self::NoScheme(_) => "noScheme",
            Self::NoOffset(_) => "noOffset",
            Self::OneOfSeveral => "oneOfSeveral",
            Self::NotText => "notText",
            Self::NotATime(..) => "notATime",
            Self::NotADuration(_) => "notADuration",
            Self::DurationDisagrees => "durationDisagrees",
            Self::NotADayChange(_) => "notADayChange",
            Self::UnknownZone(_) => "unknownZone",
            Self::WindowsZone(..) => "windowsZone",
            Self::AbbreviatedZone(_) => "abbreviatedZone",
            Self::NoZone => "noZone",
            Self::NoPlaceClock => "noPlaceClock",
            Self::ZoneOfOthers => "zoneOfOthers",
            Self::NoDay => "noDay",
            Self::OffsetDisagrees => "offsetDisagrees",
            Self::OffsetOfOthers(..) => "offsetOfOthers",
            Self::InGap => "inGap",
            Self::InFold => "inFold",
            Self::MidnightAlone => "midnightAlone",
            Self::EndsBeforeStart => "endsBeforeStart",
            Self::UnsafeUrl(_) => "unsafeUrl",
            Self::UnknownValue { .. } => "unknownValue",
        }
    }
}
