//! Links to calendars on the web, with a new appointment filled in.
//!
//! None of these forms is documented by those who read them. They are the ones that were seen working.

use crate::calendar::appointment::Appointment;
use crate::calendar::plain::plain;
use crate::calendar::slot::{Form, print};
use crate::percent::{encode_char, encoded_length};

/// The most characters of a link: beyond that, some browser, server or program on the way may cut it.
pub const MAX_LINK: usize = 1999;

/// The most that a title and a location may take of that, encoded: a sentence in any script fits.
const MAX_TITLE: usize = 600;
const MAX_LOCATION: usize = 300;

/// A calendar on the web.
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

    /// What it is called, in every language.
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
    /// Microsoft's pages for phones have another address. A link adds and never updates: what was called off
    /// says so in its title, and is better not offered.
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
                // Times in UTC hold by themselves. The zone only says on whose clock the form shows them at first;
                // whole days and floating times have none.
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
                // Whole days end with the day after the last, as in files and with Google; what was found of this
                // form does not say.
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
                // `dur` counts only without `et`, and there is no whole day in it but one (spatie/calendar-links#240):
                // several days run from midnight to midnight.
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

    /// Where the calendar of Microsoft is that this is.
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

/// Adds a text in the encoding of RFC 3986 §2.1, with nothing left but its unreserved characters.
pub(super) fn encode(link: &mut String, text: &str) {
    text.chars()
        .filter_map(plain)
        .for_each(|char| encode_char(link, char));
}

/// How many characters a text is when encoded.
fn length(text: &str) -> usize {
    text.chars().map(length_of).sum()
}

fn length_of(char: char) -> usize {
    match plain(char) {
        None => 0,
        Some(char) => encoded_length(char),
    }
}

/// As much as fits of what is said of an appointment: the addresses, the most important first, then the words.
///
/// Line breaks stay what they are. Outlook is said to show them as blanks (add-event-to-calendar-docs#14), and to
/// cut a text at markup in their place (#20).
fn notes(appointment: &Appointment, room: usize) -> String {
    const BREAK: &str = "\n\n";
    let mut room = room;
    let mut addresses = String::new();
    for address in appointment.addresses.iter().rev() {
        let taken = length(address) + length(BREAK);
        if taken <= room {
            room -= taken;
            addresses.insert_str(0, address);
            addresses.insert_str(0, BREAK);
        }
    }
    let mut notes = cut(&appointment.description, room);
    notes.push_str(&addresses);
    notes.trim_start().to_owned()
}

/// As much of a text as takes `room` characters when encoded: whole words, and an ellipsis where some are left out.
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
    // An emoji that is put together from several, and a letter with its accents, is kept whole or not at all.
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

/// Joins the emoji before it to the one behind it.
const JOINER: char = '\u{200d}';

/// Whether a character is shown as one with the character before it: joiners and what chooses a form, combining
/// accents, the colours of skin.
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
