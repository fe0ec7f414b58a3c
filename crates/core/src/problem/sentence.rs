//! The sentences about problems, for the author of the document.

use std::fmt;

use crate::number::decimal;
use crate::problem::{KnownValues, Problem, ProblemKind, Slip, THE_DOCUMENT};
use crate::strings::concat;
use crate::time::parse::NotATime;
use crate::time::print::offset_text;

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        self.kind.fmt(f)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(THE_DOCUMENT))
    }
}

impl ProblemKind {
    /// What is wrong and what to write instead.
    ///
    /// `document` is the name of the document at the beginning of a sentence: its URL, or [`THE_DOCUMENT`]. `core::fmt` is
    /// not used, since it would be in what every visitor downloads.
    pub fn sentence(&self, document: &str) -> String {
        match self {
            Self::Empty => concat(&[document, " is empty. Write the event into it."]),
            Self::WebPage => concat(&[document, " is a web page, not an event document. Check the address that it comes from."]),
            Self::Encoding => concat(&[document, " is not saved as UTF-8, so some of its letters are lost. Save it as UTF-8."]),
            Self::NotJson { line, column, slip } => concat(&[
                document,
                " is not valid JSON (line ",
                &decimal(*line),
                ", column ",
                &decimal(*column),
                "). ",
                slip.advice(),
            ]),
            Self::TooLarge => concat(&[document, " is larger than 8 MiB. Leave out what visitors do not need."]),
            Self::TooDeep => concat(&[document, " is nested deeper than 64 levels. Write the event with fewer brackets."]),
            Self::NoEvent => "There is no event in the document. Write an object with at least a \"name\".".into(),
            Self::BuriedEvent(property) => concat(&["The event in ", &quote(property), " is too deep in the document to be found. Write it at the top."]),
            Self::SeveralEvents => "There are several events in the document; the first one is shown. Give each a document of its own.".into(),
            Self::EmptyProgramme => "The programme has no entries, so none is shown. Write them, or leave this out.".into(),
            Self::DidYouMean(right) => concat(&["This name is not known, so it is passed over. Write \"", right, "\"."]),
            Self::Html => "This holds HTML. Only its text is shown. Write plain text, with a blank line between paragraphs.".into(),
            Self::Entity => "This holds HTML codes such as &amp;, which are shown as their characters. Write the characters themselves.".into(),
            Self::NoScheme(found) => concat(&[&*quote(found), " leads to a page of your own site. Write https:// (or mailto:) before it if it should not."]),
            Self::NoOffset(found) => concat(&[&*quote(found), " could be anywhere on earth. Add the offset, as in 2024-02-14T12:30+01:00."]),
            Self::Missing => "This is missing. Please write it.".into(),
            Self::OneOfSeveral => "Only one of these is shown. Write that one alone, and the others in a description.".into(),
            Self::NotText => "A text should stand here. Write it between quotes.".into(),
            Self::NotATime(found, NotATime::Form) => concat(&[&*quote(found), " is not a time we can read. Write 2024-02-14T12:30, or 12:30 for a time on the same day."]),
            Self::NotATime(found, NotATime::NoSuchTime) => concat(&[&*quote(found), " does not exist on any calendar or clock. Check the day, the hour and the minute."]),
            Self::NotATime(found, NotATime::Clock) => concat(&["The time of day in ", &*quote(found), " cannot be read, so the day alone counts. Write it as in 2024-02-14T12:30."]),
            Self::NotATime(found, NotATime::Offset) => concat(&["What follows the time of day in ", &*quote(found), " is no offset, so the day alone counts. Write one such as +01:00, or none."]),
            Self::NotATime(found, NotATime::Zone) => concat(&[&*quote(found), " has no time zone in its brackets. Write one such as [Europe/Berlin], or none."]),
            Self::NotADuration(found) => concat(&[&*quote(found), " is not a duration we can read. Write PT90M for 90 minutes, PT8H for eight hours, P2D for two days."]),
            Self::DurationDisagrees => "This leads to another end than endDate, which counts. Correct one, or leave it out.".into(),
            Self::NotADayChange(found) => concat(&[&*quote(found), " is not a time between midnight and noon. Write one such as 04:00; what starts before it belongs to the day before."]),
            Self::UnknownZone(found) => concat(&[&*quote(found), " is not a time zone we know. Write one such as Europe/Berlin."]),
            Self::WindowsZone(found, zone) => concat(&[&*quote(found), " is a name of Windows alone. Write \"", zone, "\"."]),
            Self::AbbreviatedZone(found) => concat(&[&*quote(found), " does not say which place keeps the time. Write a place, such as Europe/Paris."]),
            Self::NoZone => "These times name no zone, so they are on the clock of each visitor. Add \"timeZone\": \"Europe/Berlin\", or your own.".into(),
            Self::NoPlaceClock => "These times are in UTC, which is no clock of the place, so visitors have them on their own. Add \"timeZone\": \"Europe/London\", or that of the place.".into(),
            Self::ZoneOfOthers => "Some times name no zone, so it is taken from those that do. Add \"timeZone\": \"Europe/Berlin\", or your own.".into(),
            Self::NoDay => "Nobody can tell on which day this time is. Write the day before it, as in 2024-02-14T12:30.".into(),
            Self::OffsetDisagrees => "The offset is not the one this zone has on that day; the zone is used. Correct the offset, or leave it out.".into(),
            Self::OffsetOfOthers(found, zone, right) => concat(&[zone, " is not at ", &offset_text(*found), " on that day, but at ", &offset_text(*right), ". Correct the offset, or leave it out."]),
            Self::InGap => "The clocks go forward over this time, so no clock shows it; it is moved forward with them. Choose another time.".into(),
            Self::InFold => "The clocks go back over this time, so it comes twice; the first one is used. Add the offset, such as +02:00.".into(),
            Self::MidnightAlone => "A lone midnight is taken for a day without a time. Write the time, or the day alone, as in 2024-02-14.".into(),
            Self::EndsBeforeStart => "This ends before it starts, so the end is left out. Check both; where it ends on a later day, write that day.".into(),
            Self::UnsafeUrl(found) => concat(&[&*quote(found), " is not a web address, so it is left out. Write one that begins with https://."]),
            Self::UnknownValue { found, known } => concat(&[&*quote(found), " is not known here. Write ", known.list(), "."]),
        }
    }
}

impl Slip {
    /// What to write instead.
    fn advice(self) -> &'static str {
        match self {
            Self::Typography => "Write straight quotes and plain blanks.",
            Self::LastComma => "Remove the comma before the closing bracket.",
            Self::ExtraComma => "Remove this comma, or write a value before it.",
            Self::LineBreak => {
                "Close the quote before the line ends, or write \\n for a line break inside a text."
            }
            Self::Tab => "Write a blank, or \\t, for a tab inside a text.",
            Self::Escape => {
                "Remove the backslash before this, or write two for a backslash in the text."
            }
            Self::Comment => "Remove the comment.",
            Self::Cdata => "Remove <![CDATA[ and ]]>, also where they are in a comment.",
            Self::Entity => "Write quotes as they are, not as &quot;.",
            Self::Tag => "Remove the HTML tags; an editor may have added them.",
            Self::NoQuotes => "Put names and texts between straight double quotes.",
            Self::QuoteInside => {
                "Write \\\" for a quote inside a text, and a comma between two values."
            }
            Self::Word => "Write null, true or false, a number, or a text between quotes.",
            Self::ExtraBracket => "Remove this bracket: there is one too many.",
            Self::MoreBehind => {
                "Remove what follows the last bracket, or write several objects as a list."
            }
            Self::EndsEarly => "It ends too early: look for a missing quote or bracket.",
            Self::Other => "Look for a missing comma, quote or bracket.",
        }
    }
}

impl KnownValues {
    /// The values, as a list for people.
    fn list(self) -> &'static str {
        match self {
            Self::Attendance => "\"online\", \"on-site\" or \"mixed\"",
            Self::Status => {
                "\"scheduled\", \"cancelled\", \"postponed\", \"rescheduled\" or \"moved online\""
            }
            Self::Availability => "\"InStock\", \"SoldOut\" or \"waiting list\"",
            Self::Programme => "\"draft\" or \"final\"",
            Self::HourCycle => "\"h12\" or \"h23\"",
            Self::View => "\"list\" or \"grid\"",
            Self::HeadingLevel => "a number from 1 to 6",
        }
    }
}

/// A value in quotes, on one line, cut at 60 characters.
fn quote(found: &str) -> String {
    const MOST: usize = 60;
    let mut quoted = String::from("\"");
    for (index, char) in found.chars().enumerate() {
        if index == MOST {
            quoted.push('…');
            break;
        }
        quoted.push(if char.is_control() { ' ' } else { char });
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_where_what_and_what_to_write() {
        let problem = Problem {
            path: "subEvent[2].startDate".into(),
            kind: ProblemKind::NotATime("half past twelve".into(), NotATime::Form),
        };
        assert_eq!(
            problem.to_string(),
            "subEvent[2].startDate: \"half past twelve\" is not a time we can read. \
             Write 2024-02-14T12:30, or 12:30 for a time on the same day."
        );
    }

    #[test]
    fn a_document_that_has_a_name_is_called_by_it() {
        let kind = ProblemKind::NotJson {
            line: 3,
            column: 14,
            slip: Slip::LastComma,
        };
        let advice =
            "is not valid JSON (line 3, column 14). Remove the comma before the closing bracket.";
        assert_eq!(kind.to_string(), format!("The document {advice}"));
        assert_eq!(kind.sentence("#day"), format!("#day {advice}"));
    }

    #[test]
    fn long_findings_are_cut_between_characters() {
        let kind = ProblemKind::UnknownZone("ж".repeat(200));
        let sentence = kind.to_string();
        assert!(
            sentence.starts_with(&format!("\"{}…\" is not", "ж".repeat(60))),
            "{sentence}"
        );
    }
}
