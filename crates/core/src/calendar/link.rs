//! Links that open a web calendar with a new appointment filled in.
//!
//! No service documents its parameters. These were seen working.

use crate::calendar::appointment::Appointment;
use crate::calendar::plain_text::plain;
use crate::calendar::slot::{Form, print};
use crate::percent_encoding::{encode_char, encoded_length};

/// The most characters of a link: some browsers, servers and mail programs cut longer ones.
pub const MAX_LINK: usize = 1999;

/// The most encoded characters for a title and a location: a sentence in any script fits.
const MAX_TITLE: usize = 600;
const MAX_LOCATION: usize = 300;

/// A web calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Google Calendar.
    Google,
    /// Outlook.com, for people.
    OutlookCom,
    /// Microsoft 365, for work and school.
    Microsoft365,
    /// Yahoo Calendar.
    Yahoo,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Google,
        Self::OutlookCom,
        Self::Microsoft365,
        Self::Yahoo,
    ];

    /// The brand name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Google => "Google",
            Self::OutlookCom => "Outlook.com",
            Self::Microsoft365 => "Microsoft 365",
            Self::Yahoo => "Yahoo",
        }
    }

    /// A link that opens the service with the appointment filled in. At most [`MAX_LINK`] characters, all ASCII.
    ///
    /// Microsoft's pages for phones have another address. A link adds an appointment and never updates one, so do not
    /// offer one for a cancelled event.
    pub fn link(self, appointment: &Appointment, is_mobile: bool) -> String {
        let slot = &appointment.slot;
        let mut link = String::with_capacity(MAX_LINK);
        let title = cut(&appointment.title, MAX_TITLE);
        let location = cut(
            appointment.location.as_deref().unwrap_or_default(),
            MAX_LOCATION,
        );
        let (notes_key, location_key, zone) = match self {
            Self::Google => {
                link.push_str("https://calendar.google.com/calendar/render?action=TEMPLATE");
                let [start, end] = [slot.start, slot.end].map(|at| print(at, slot.form, ["", ""]));
                parameter(&mut link, "text", &title);
                push(&mut link, &["&dates=", &start, "/", &end]);
                // Times are in UTC. The zone only tells on whose clock the form shows them at first; whole days and
                // floating times have none.
                let zone = slot.zone.as_deref().filter(|_| slot.form == Form::Utc);
                ("details", "location", zone)
            }
            Self::OutlookCom | Self::Microsoft365 => {
                link.push_str(self.microsoft());
                link.push_str(if is_mobile {
                    "/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
                } else {
                    "/action/compose?rru=addevent"
                });
                // Whole days end with the day after the last, as in files and with Google; nothing found says otherwise.
                let [start, end] =
                    [slot.start, slot.end].map(|at| print(at, slot.form, ["-", ":"]));
                push(&mut link, &["&startdt=", &start, "&enddt=", &end]);
                if slot.form == Form::Date {
                    link.push_str("&allday=true");
                }
                parameter(&mut link, "subject", &title);
                ("body", "location", None)
            }
            Self::Yahoo => {
                link.push_str("https://calendar.yahoo.com/?v=60");
                let [start, end] = [slot.start, slot.end].map(|at| print(at, slot.form, ["", ""]));
                parameter(&mut link, "title", &title);
                push(&mut link, &["&st=", &start]);
                // `dur` counts only without `et`, and knows a single whole day (spatie/calendar-links#240): several days
                // run from midnight to midnight.
                match slot.days() {
                    1 => link.push_str("&dur=allday"),
                    _ => push(&mut link, &["&et=", &end]),
                }
                ("desc", "in_loc", None)
            }
        };
        let mut rest = String::new();
        if !location.is_empty() {
            parameter(&mut rest, location_key, &location);
        }
        if let Some(zone) = zone {
            parameter(&mut rest, "ctz", zone);
        }
        let taken = link.len() + notes_key.len() + "&=".len() + rest.len();
        let notes = notes(appointment, MAX_LINK.saturating_sub(taken));
        if !notes.is_empty() {
            parameter(&mut link, notes_key, &notes);
        }
        link.push_str(&rest);
        link
    }

    /// The base URL of the two Microsoft calendars.
    pub(super) fn microsoft(self) -> &'static str {
        match self {
            Self::Microsoft365 => "https://outlook.office.com/calendar/0",
            _ => "https://outlook.live.com/calendar/0",
        }
    }
}

fn push(link: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| link.push_str(part));
}

/// Adds a parameter. A blank is `%20`: Outlook shows a `+` as it stands.
pub(super) fn parameter(link: &mut String, key: &str, value: &str) {
    push(link, &["&", key, "="]);
    encode(link, value);
}

/// Adds a text, percent-encoded but for unreserved characters (RFC 3986 §2.1).
pub(super) fn encode(link: &mut String, text: &str) {
    text.chars()
        .filter_map(plain)
        .for_each(|char| encode_char(link, char));
}

/// The length of a text when encoded, in characters.
fn length(text: &str) -> usize {
    text.chars().map(length_of).sum()
}

fn length_of(char: char) -> usize {
    match plain(char) {
        None => 0,
        Some(char) => encoded_length(char),
    }
}

/// As much of the notes as fits: the URLs, the most important first, then the description.
///
/// Line breaks are kept. Outlook is said to show them as blanks (add-event-to-calendar-docs#14), and to cut a text at
/// HTML line breaks (#20).
fn notes(appointment: &Appointment, room: usize) -> String {
    const BREAK: &str = "\n\n";
    let mut room = room;
    let mut urls = String::new();
    for address in appointment.urls.iter().rev() {
        let taken = length(address) + length(BREAK);
        if taken <= room {
            room -= taken;
            urls.insert_str(0, address);
            urls.insert_str(0, BREAK);
        }
    }
    let mut notes = cut(&appointment.description, room);
    notes.push_str(&urls);
    notes.trim_start().to_owned()
}

/// Cuts a text to at most `room` encoded characters, at a word, with an ellipsis.
fn cut(text: &str, room: usize) -> String {
    const ELLIPSIS: char = '…';
    if length(text) <= room {
        return text.to_owned();
    }
    let Some(room) = room.checked_sub(length_of(ELLIPSIS)) else {
        return String::new();
    };
    let (mut taken, mut word, mut end) = (0, 0, 0);
    for (at, char) in text.char_indices() {
        if char.is_whitespace() {
            word = at;
        }
        taken += length_of(char);
        if taken > room {
            end = at;
            break;
        }
    }
    // Chinese, Japanese and Thai have no blanks between words.
    if word > 0 && word * 2 >= end {
        end = word;
    }
    // An emoji that is composed of several, and a letter with its accents, is kept whole or not at all.
    while text[..end].ends_with(JOINER) || text[end..].starts_with(is_joined) {
        match text[..end].char_indices().next_back() {
            Some((at, _)) => end = at,
            None => break,
        }
    }
    let mut kept = text[..end].trim_end().to_owned();
    if !kept.is_empty() {
        kept.push(ELLIPSIS);
    }
    kept
}

/// Zero width joiner: joins two emoji into one.
const JOINER: char = '\u{200d}';

/// Whether a character is drawn together with the one before it: joiners, variation selectors, combining accents, skin
/// tones.
fn is_joined(char: char) -> bool {
    matches!(char, '\u{200c}'..=JOINER | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_words() {
        assert_eq!(cut("one two three", 100), "one two three");
        // A blank takes three characters and the ellipsis nine.
        assert_eq!(cut("one two three", 17), "one two three");
        assert_eq!(cut("one two three four", 20), "one two…");
        assert_eq!(cut("one two three four", 17), "one…");
        assert_eq!(cut("one two", 8), "");
        assert_eq!(cut("", 0), "");
        assert_eq!(cut("学习型城市", 9 * 4), "学习型…");
        // A family of three that does not fit, and an accent that would be left behind.
        assert_eq!(cut("ab👩\u{200d}👩\u{200d}👧", 2 + 12 + 9 + 9), "ab…");
        assert_eq!(cut("abe\u{301}", 3 + 5), "");
        assert_eq!(cut("abcde\u{301}fghijklmnop", 5 + 9), "abcd…");
    }

    #[test]
    fn a_cut_text_takes_no_more_than_its_room() {
        let text = "Ünïcödé 🎉🎉 a b,c;d & 学习 ".repeat(10);
        for room in 0..300 {
            assert!(length(&cut(&text, room)) <= room, "{room}");
        }
    }

    #[test]
    fn nothing_is_left_that_means_something_in_a_link() {
        let mut link = String::new();
        encode(&mut link, "a b+c&d=e%#/?é\n\u{0}~");
        assert_eq!(link, "a%20b%2Bc%26d%3De%25%23%2F%3F%C3%A9%0A~");
        assert_eq!(link.len(), length("a b+c&d=e%#/?é\n\u{0}~"));
    }
}
