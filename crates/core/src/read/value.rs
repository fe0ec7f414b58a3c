//! The values of properties: texts, times, zones and addresses.

use chrono::{NaiveTime, Timelike};

use super::{Reading, Step};
use crate::node::Node;
use crate::parts::{self, trimmed};
use crate::problem::ProblemKind;
use crate::time::parse::{self, NotATime};
use crate::time::{EventTime, TimeZoneId};
use crate::url::Url;

impl<'a> Reading<'a> {
    /// A text, without the blanks around it; nothing where there is none or it is empty.
    pub fn text(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<String> {
        self.text_in(map, key).map(Into::into)
    }

    /// As [`text`](Self::text), where it stands in the document.
    fn text_in(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<&'a str> {
        let node = self.get(map, key)?;
        let text = plain_text(node);
        match text {
            None => self.report_at(key, ProblemKind::NotText),
            Some(text) if holds_html(text) => self.report_at(key, ProblemKind::Html),
            Some(_) => {}
        }
        text.filter(|text| !text.is_empty())
    }

    /// Reports a property that has to be there and is not, or is empty.
    pub fn need(&mut self, map: &'a Node<'a>, key: &'static str) {
        let text = self.get(map, key).map(plain_text);
        if text.is_none_or(|text| text.is_some_and(|text| text.is_empty())) {
            self.report_at(key, ProblemKind::Missing);
        }
    }

    /// The first of several properties that has a text.
    pub fn first_text(&mut self, map: &'a Node<'a>, keys: &[&'static str]) -> Option<String> {
        keys.iter().find_map(|key| self.text(map, key))
    }

    /// What an object is called by machines. It is nothing that people see, so no form of it is a problem.
    pub fn id(&self, map: &'a Node<'a>) -> Option<String> {
        ["@id", "identifier", "id"]
            .iter()
            .find_map(|key| plain_text(map.get(key)?).filter(|id| !id.is_empty()))
            .map(Into::into)
    }

    /// A text in paragraphs: the items of a list of texts, or what blank lines separate.
    pub fn paragraphs(&mut self, map: &'a Node<'a>, key: &'static str) -> Vec<String> {
        let mut paragraphs = Vec::new();
        match self.get(map, key) {
            Some(Node::List(items)) if items.iter().all(|item| matches!(item, Node::Text(_))) => {
                for text in items.iter().filter_map(plain_text) {
                    split(text, &mut paragraphs);
                }
            }
            _ => {
                if let Some(text) = self.text_in(map, key) {
                    split(text, &mut paragraphs);
                }
            }
        }
        paragraphs
    }

    pub fn time(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<EventTime> {
        let text = self.text_in(map, key)?;
        let mut time = parse::event_time(text);
        if time == Err(NotATime::Zone) {
            // The time before the brackets is still good.
            let before = parts::until(text, b"[");
            self.report_at(key, ProblemKind::NotATime(text.into(), NotATime::Zone));
            time = parse::event_time(before);
        }
        match time {
            Ok(time) => {
                if let EventTime::Zoned { zone, .. } | EventTime::InstantIn { zone, .. } = &time {
                    self.question(key, zone);
                }
                Some(time)
            }
            Err(fault) => {
                self.report_at(key, ProblemKind::NotATime(text.into(), fault));
                None
            }
        }
    }

    /// When a day of the programme is over. A time from noon on is more likely when somebody goes home.
    pub fn day_change(&mut self, map: &'a Node<'a>) -> Option<NaiveTime> {
        let key = "dayChange";
        let text = self.text_in(map, key)?;
        match parse::event_time(text) {
            Ok(EventTime::Clock(clock)) if clock.hour() < 12 => Some(clock),
            _ => {
                self.report_at(key, ProblemKind::NotADayChange(text.into()));
                None
            }
        }
    }

    pub fn zone(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<TimeZoneId> {
        let text = self.text_in(map, key)?;
        let zone = TimeZoneId::new(text);
        match &zone {
            Some(zone) => self.question(key, zone),
            None => self.report_at(key, ProblemKind::UnknownZone(text.into())),
        }
        zone
    }

    fn question(&mut self, key: &'static str, zone: &TimeZoneId) {
        // A name with digits, such as GMT+1, is no zone at all; the host will say so.
        if zone.is_abbreviation() && zone.as_str().bytes().all(|byte| byte.is_ascii_alphabetic()) {
            self.report_at(key, ProblemKind::AbbreviatedZone(zone.as_str().into()));
        }
    }

    /// An address, as text or as the address of an object; the first where there are several.
    pub fn url(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<Url> {
        self.first(map, key, Self::address)
    }

    /// The address that a value is, or that it has.
    pub fn address(&mut self, node: &'a Node<'a>) -> Option<Url> {
        if !matches!(node, Node::Map(_)) {
            return self.safe_url(node);
        }
        let keys = ["url", "contentUrl", "@id"];
        let Some(key) = keys.iter().find(|key| node.get(key).is_some()) else {
            self.report_at("url", ProblemKind::Missing);
            return None;
        };
        self.path.push(Step::Key(key));
        let url = self.safe_url(node.get(key)?);
        self.path.pop();
        url
    }

    fn safe_url(&mut self, node: &Node) -> Option<Url> {
        let Some(text) = url_text(node) else {
            self.report(ProblemKind::NotText);
            return None;
        };
        let (url, text) = (Url::new(text), trimmed(text));
        if url.is_none() && !text.is_empty() {
            self.report(ProblemKind::UnsafeUrl(text.into()));
        } else if looks_absolute(text) {
            self.report(ProblemKind::NoScheme(text.into()));
        }
        url
    }

    /// A whole number, such as a width in pixels, or the `value` of a schema.org `QuantitativeValue`.
    /// Anything else is passed over.
    pub fn whole(&self, map: &'a Node<'a>, key: &str) -> Option<u32> {
        let node = self.get(map, key)?;
        match node.get("value").unwrap_or(node) {
            Node::Number(text) | Node::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

/// The text of a value: a string, a number, a JSON-LD `@value`, the name of an object, or the first of several.
pub fn plain_text<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    match node {
        Node::Map(_) => ["@value", "name"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(plain_text),
        Node::List(items) => items.first().and_then(plain_text),
        one => bare_text(one),
    }
}

/// The text of a value that is nothing but a text; a number, such as that of a room, is one as well.
pub fn bare_text<'a>(node: &'a Node<'_>) -> Option<&'a str> {
    match node {
        Node::Text(text) | Node::Number(text) => Some(trimmed(text)),
        _ => None,
    }
}

/// The text of an address: a string, the first of several, or the `@id` by which JSON-LD refers to a page.
fn url_text<'a>(node: &'a Node<'a>) -> Option<&'a str> {
    match node {
        Node::Text(text) => Some(text),
        Node::Map(_) => ["@id", "@value"]
            .iter()
            .find_map(|key| node.get(key))
            .and_then(url_text),
        Node::List(items) => items.first().and_then(url_text),
        _ => None,
    }
}

/// Splits a text at its blank lines.
pub fn split(text: &str, paragraphs: &mut Vec<String>) {
    let mut is_open = false;
    for line in parts::split(text, b'\n') {
        let line = trimmed(line);
        match paragraphs.last_mut() {
            _ if line.is_empty() => is_open = false,
            Some(last) if is_open => {
                last.push('\n');
                last.push_str(line);
            }
            _ => {
                paragraphs.push(line.into());
                is_open = true;
            }
        }
    }
}

/// Whether a text has tags or character references in it: `<p>`, `</b>`, `&amp;`, `&#8211;`.
fn holds_html(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(2).enumerate().any(|(at, pair)| {
        let rest = &bytes[at + 2..];
        match pair {
            [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/'] => parts::has(rest, b'>'),
            [b'&', b'a'..=b'z' | b'#'] => {
                let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
                rest.get(name.count()) == Some(&b';')
            }
            _ => false,
        }
    })
}

/// Whether an address begins with the name of a host, or is one of mail, and lacks what comes before it.
fn looks_absolute(text: &str) -> bool {
    let first = parts::until(text, b"/?#");
    let has = |mark| first.bytes().any(|byte| byte == mark);
    !has(b':') && (first.starts_with("www.") || has(b'@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_told_from_text() {
        for html in [
            "<p>Join us</p>",
            "Fish &amp; chips",
            "8 &#8211; 9",
            "a<br/>b",
        ] {
            assert!(holds_html(html), "{html}");
        }
        for text in [
            "a < b and c > d",
            "R&D",
            "5 <6",
            "<3 >",
            "Tom & Jerry; again",
            "AT&T",
        ] {
            assert!(!holds_html(text), "{text}");
        }
    }

    #[test]
    fn addresses_without_a_scheme_are_told_from_relative_ones() {
        for absolute in ["www.example.org/x", "jo@example.org"] {
            assert!(looks_absolute(absolute), "{absolute}");
        }
        for other in [
            "https://www.example.org",
            "mailto:jo@example.org",
            "register",
            "/@jo",
            "img/www.svg",
            "?to=a@b",
        ] {
            assert!(!looks_absolute(other), "{other}");
        }
    }
}
