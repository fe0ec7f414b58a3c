//! Appointments as an iCalendar file (RFC 5545, with properties of RFC 7986).

use crate::calendar::appointment::{Appointment, Organizer, Status};
use crate::calendar::plain_text::{line, plain};
use crate::calendar::slot::{Form, print};
use crate::number::decimal;
use crate::strings::concat;
use crate::time::{CivilDateTime, Timestamp};

/// The media type of the file.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// The most octets in a line, without its line break (RFC 5545 §3.1).
const LONGEST: usize = 75;

/// Writes a file with appointments, in their order; `name` is the name of the whole calendar.
///
/// `stamp` is the time of writing. Of two files with the same `SEQUENCE`, the later counts.
pub fn file(appointments: &[Appointment], name: Option<&str>, stamp: Timestamp) -> String {
    let mut lines = Lines::default();
    lines.fixed("BEGIN:VCALENDAR");
    lines.fixed("VERSION:2.0");
    lines.fixed("PRODID:-//Handbill//Handbill//EN");
    lines.fixed("CALSCALE:GREGORIAN");
    // PUBLISH for cancelled events as well. CANCEL is a message from an organiser to attendees, both with addresses
    // (RFC 5546 §3.2.5), and holds for the whole file. Calendars that import a file by hand go by STATUS and SEQUENCE if
    // at all (biweekly#15, gcalcli#47). PUBLISH asks for ORGANIZER, too (RFC 5546 §3.2.1); many events have none.
    lines.fixed("METHOD:PUBLISH");
    if let Some(name) = name.map(line).filter(|name| !name.is_empty()) {
        lines.text("NAME:", &name);
        // The name of this property before RFC 7986 §5.1; most calendars still read this one.
        lines.text("X-WR-CALNAME:", &name);
    }
    for appointment in appointments {
        lines.appointment(appointment, stamp.naive_utc());
    }
    lines.fixed("END:VCALENDAR");
    lines.text
}

/// A file while it is written, line by line.
#[derive(Default)]
struct Lines {
    text: String,
    /// The octets in the last line so far.
    column: usize,
}

impl Lines {
    fn appointment(&mut self, appointment: &Appointment, stamp: CivilDateTime) {
        let slot = &appointment.slot;
        let stamp = print(stamp, Form::Utc, ["", ""]);
        self.fixed("BEGIN:VEVENT");
        self.text("UID:", &appointment.uid);
        self.fixed(&concat(&["DTSTAMP:", &stamp]));
        self.fixed(&concat(&["LAST-MODIFIED:", &stamp]));
        self.fixed(&concat(&["SEQUENCE:", &decimal(appointment.sequence)]));
        self.time("DTSTART", slot.start, slot.form);
        // An end must come after the start; without an end, it ends as it starts (RFC 5545 §3.6.1, §3.8.2.2).
        if slot.end > slot.start {
            self.time("DTEND", slot.end, slot.form);
        }
        self.fixed(match appointment.status {
            Status::Confirmed => "STATUS:CONFIRMED",
            Status::Tentative => "STATUS:TENTATIVE",
            Status::Cancelled => "STATUS:CANCELLED",
        });
        self.text("SUMMARY:", &appointment.title);
        let notes = appointment.notes();
        if !notes.is_empty() {
            self.text("DESCRIPTION:", &notes);
        }
        if let Some(location) = &appointment.location {
            self.text("LOCATION:", location);
        }
        if let Some(url) = &appointment.url {
            self.address("URL:", url);
        }
        for url in &appointment.conferences {
            // The document does not say what the meeting offers; audio and video are the least.
            self.address("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:", url);
        }
        if let Some(organizer) = &appointment.organizer {
            self.organizer(organizer);
        }
        self.fixed("END:VEVENT");
    }

    /// A line that is short and needs no escapes.
    fn fixed(&mut self, line: &str) {
        self.text.push_str(line);
        self.end();
    }

    fn time(&mut self, name: &str, at: CivilDateTime, form: Form) {
        let value = if form == Form::Date {
            ";VALUE=DATE:"
        } else {
            ":"
        };
        self.fixed(&concat(&[name, value, &print(at, form, ["", ""])]));
    }

    /// A value of type TEXT (RFC 5545 §3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        self.piece(name);
        for char in value.chars().filter_map(plain) {
            match char {
                '\n' => self.piece("\\n"),
                '\\' => self.piece("\\\\"),
                ';' => self.piece("\\;"),
                ',' => self.piece("\\,"),
                char => self.piece(char.encode_utf8(&mut [0; 4])),
            }
        }
        self.end();
    }

    /// A value of type URI (RFC 5545 §3.3.13): as it is, without blanks, line breaks and backslashes.
    fn address(&mut self, name: &str, value: &str) {
        self.piece(name);
        for char in value
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
        {
            match char {
                // No URL may have one (RFC 3986), and some readers take it for the beginning of an escape.
                '\\' => self.piece("%5C"),
                char => self.piece(char.encode_utf8(&mut [0; 4])),
            }
        }
        self.end();
    }

    /// The name is a parameter value, where a quote can be written only as RFC 6868 has it. Not every calendar reads
    /// that, so quotes become apostrophes. A caret is doubled for those that do.
    fn organizer(&mut self, organizer: &Organizer) {
        self.piece("ORGANIZER;CN=\"");
        for char in organizer.name.chars().filter(|c| !c.is_control()) {
            match char {
                '"' => self.piece("'"),
                '^' => self.piece("^^"),
                char => self.piece(char.encode_utf8(&mut [0; 4])),
            }
        }
        self.address("\":", &organizer.address);
    }

    /// Adds a character or an escape, which must not be split. Folds the line first where it does not fit.
    fn piece(&mut self, piece: &str) {
        if self.column + piece.len() > LONGEST {
            self.text.push_str("\r\n ");
            self.column = 1;
        }
        self.text.push_str(piece);
        self.column += piece.len();
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.column = 0;
    }
}
