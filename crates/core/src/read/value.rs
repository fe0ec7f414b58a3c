//! Values of properties: texts, times, time zones and numbers.

use chrono::{NaiveTime, Timelike};

use crate::node::Node;
use crate::number;
use crate::problem::ProblemKind;
use crate::read::cursor::Cursor;
use crate::read::text::{bare_text, is_one_of_several, plain_text, split};
use crate::strings;
use crate::time::parse::{self, NotATime};
use crate::time::{Duration, EventTime, TimeZoneId, Zone};

impl<'a> Cursor<'a> {
    /// A text, trimmed; `None` where it is missing or empty.
    pub fn text(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<String> {
        let text = self.text_in(map, key)?;
        let line = self.line(text);
        (!line.is_empty()).then_some(line)
    }

    /// The HTML in a text.
    pub fn html_in(&self, text: &str) -> Option<ProblemKind> {
        self.html?.found(text)
    }

    /// A text of one line, without HTML.
    pub fn line(&self, text: &str) -> String {
        match self.html {
            Some(html) => html.line(text),
            None => text.into(),
        }
    }

    /// A text of several lines, without HTML.
    pub fn prose(&self, text: &str) -> String {
        match self.html {
            Some(html) => html.prose(text),
            None => text.into(),
        }
    }

    /// A text alone, or a number, without HTML.
    pub fn bare(&mut self, node: &'a Node<'a>) -> Option<String> {
        let text = bare_text(node)?;
        if let Some(kind) = self.html_in(text) {
            self.report(kind);
        }
        let line = self.line(text);
        (!line.is_empty()).then_some(line)
    }

    /// As [`text`](Self::text), as it stands in the document.
    pub fn text_in(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<&'a str> {
        let node = self.get(map, key)?;
        let text = plain_text(node);
        match text {
            None => self.report_at(key, ProblemKind::NotText),
            Some(text) => {
                if let Some(kind) = self.html_in(text) {
                    self.report_at(key, kind);
                }
                if is_one_of_several(node) {
                    self.report_at(key, ProblemKind::OneOfSeveral);
                }
            }
        }
        text.filter(|text| !text.is_empty())
    }

    /// Reports a required property that is missing or empty.
    pub fn need(&mut self, map: &'a Node<'a>, key: &'static str) {
        let text = self.get(map, key).map(plain_text);
        if text.is_none_or(|text| text.is_some_and(|text| text.is_empty())) {
            self.report_at(key, ProblemKind::Missing);
        }
    }

    /// The first of several properties with a text.
    pub fn first_text(&mut self, map: &'a Node<'a>, keys: &[&'static str]) -> Option<String> {
        keys.iter().find_map(|key| self.text(map, key))
    }

    /// The identifier of an object. Visitors do not see it, so no form of it is a problem.
    pub fn id(&self, map: &'a Node<'a>) -> Option<String> {
        ["@id", "identifier", "id"]
            .iter()
            .find_map(|key| plain_text(map.get(key)?).filter(|id| !id.is_empty()))
            .map(Into::into)
    }

    /// A text in paragraphs: a list of texts, or one text with blank lines.
    pub fn paragraphs(&mut self, map: &'a Node<'a>, key: &'static str) -> Vec<String> {
        let mut paragraphs = Vec::new();
        match self.get(map, key) {
            Some(Node::Array(items))
                if items.iter().all(|item| matches!(item, Node::String(_))) =>
            {
                for text in items.iter().filter_map(plain_text) {
                    split(&self.prose(text), &mut paragraphs);
                }
            }
            _ => {
                if let Some(text) = self.text_in(map, key) {
                    split(&self.prose(text), &mut paragraphs);
                }
            }
        }
        paragraphs
    }

    /// A time in any of the forms of [`EventTime`].
    pub fn time(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<EventTime> {
        let text = self.text_in(map, key)?;
        let mut time = parse::event_time(text);
        if time == Err(NotATime::Zone) {
            // The time before the brackets is still good.
            let before = strings::before_first(text, b"[");
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
                let is_day = matches!(fault, NotATime::Clock | NotATime::Offset);
                is_day
                    .then(|| parse::day(text))
                    .flatten()
                    .map(EventTime::Date)
            }
        }
    }

    /// A duration. One of no length says nothing.
    pub fn duration(&mut self, map: &'a Node<'a>) -> Option<Duration> {
        let key = "duration";
        let text = self.text_in(map, key)?;
        let duration = Duration::parse(text);
        if duration.is_none() {
            self.report_at(key, ProblemKind::NotADuration(text.into()));
        }
        duration.filter(|duration| !duration.is_zero())
    }

    /// The end of a day of the programme. A time from noon on is reported: it probably means the evening.
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

    /// A time zone: an identifier, or an offset. One that is neither is reported, and floats.
    pub fn zone(&mut self, map: &'a Node<'a>, key: &'static str) -> Option<Zone> {
        let text = self.text_in(map, key)?;
        let zone = Zone::parse(text);
        match &zone {
            Some(Zone::Named(zone)) => self.question(key, zone),
            Some(_) => {}
            None => self.report_at(key, ProblemKind::UnknownZone(text.into())),
        }
        zone.or(Some(Zone::Floating(None)))
    }

    /// Reports an abbreviation.
    fn question(&mut self, key: &'static str, zone: &TimeZoneId) {
        // The host reports other names with digits as no zone at all.
        if zone.is_abbreviation() && zone.as_str().bytes().all(|byte| byte.is_ascii_alphabetic()) {
            self.report_at(key, ProblemKind::AbbreviatedZone(zone.as_str().into()));
        }
    }

    /// A whole number, such as a width in pixels, or the `value` of a schema.org `QuantitativeValue`. Other values are
    /// ignored.
    pub fn whole(&self, map: &'a Node<'a>, key: &str) -> Option<u32> {
        let node = self.get(map, key)?;
        match node.get("value").unwrap_or(node) {
            Node::Number(text) | Node::String(text) => number::parse(text),
            _ => None,
        }
    }
}
