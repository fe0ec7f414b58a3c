//! Appointments as a file that any calendar reads: iCalendar (RFC 5545, with properties of RFC 7986).

use crate::calendar::appointment::{Appointment, Organizer, Status};
use crate::calendar::plain::{line, plain};
use crate::calendar::slot::{Form, print};
use crate::number::decimal;
use crate::parts::concat;
use crate::time::{CivilDateTime, Timestamp};

/// The media type that a file is served or offered with.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// The most octets in a line, its break not counted (RFC 5545 §3.1).
const LONGEST: usize = 75;

/// A file with appointments in it, in their order; `name` is what they are called together, where there are several.
///
/// `stamp` is when the file is made. Of two files whose appointments have the same `SEQUENCE`, the later counts.
pub fn file(appointments: &[Appointment], name: Option<&str>, stamp: Timestamp) -> String {
    let mut lines = Lines::default();
    lines.fixed("BEGIN:VCALENDAR");
    lines.fixed("VERSION:2.0");
    lines.fixed("PRODID:-//Handbill//Handbill//EN");
    lines.fixed("CALSCALE:GREGORIAN");
    // PUBLISH for what is called off as well. CANCEL is a message from an organiser with an address to attendees by
    // theirs (RFC 5546 §3.2.5), and holds for everything in a file; files without them, imported by hand, are taken
    // by STATUS and SEQUENCE if at all (biweekly#15, gcalcli#47). PUBLISH asks for ORGANIZER, too (RFC 5546 §3.2.1),
    // but it names no mail where there is none.
    lines.fixed("METHOD:PUBLISH");
    if let Some(name) = name.map(line).filter(|name| !name.is_empty()) {
        lines.text("NAME:", &name);
        // What the same was called before RFC 7986 §5.1, and is by most to this day.
        lines.text("X-WR-CALNAME:", &name);
    }
    for appointment in appointments {
        lines.appointment(appointment, stamp.naive_utc());
    }
    lines.fixed("END:VCALENDAR");
    lines.text
}

/// The lines of a file while it is written.
#[derive(Default)]
struct Lines {
    text: String,
    /// How many octets stand in the last line.
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
        // An end must come after the start; what has no end ends as it starts (RFC 5545 §3.6.1, §3.8.2.2).
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
            // What one can do there nobody said; to see and hear is the least of it.
            self.address("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:", url);
        }
        if let Some(organizer) = &appointment.organizer {
            self.organizer(organizer);
        }
        self.fixed("END:VEVENT");
    }

    /// A line that is known to be short and to need no escapes.
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

    /// A value of type URI (RFC 5545 §3.3.13): as it is, without what would end the line
    /// or an escape.
    fn address(&mut self, name: &str, value: &str) {
        self.piece(name);
        for char in value
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_control())
        {
            match char {
                // No address has one (RFC 3986), and some readers take it for the beginning of an escape.
                '\\' => self.piece("%5C"),
                char => self.piece(char.encode_utf8(&mut [0; 4])),
            }
        }
        self.end();
    }

    /// The name is the value of a parameter, in which there is no way to write a quote but that of RFC 6868. Not
    /// everybody reads that, so quotes become apostrophes; a caret has to be doubled for those who do.
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

    /// What belongs together: a character of several octets, or an escape. Where it does not fit, a line is folded.
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
