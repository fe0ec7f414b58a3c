//! A search, and its form in the URL fragment.

use crate::conference::fragment;
use crate::strings::trim;
use crate::time::parse::event_time;
use crate::time::print::print_date;
use crate::time::{CivilDate, EventTime};

/// The search words, filters and view of a visitor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The search words.
    pub text: String,
    /// The wanted track.
    pub track: Option<String>,
    /// The wanted room.
    pub room: Option<String>,
    /// The wanted format.
    pub format: Option<String>,
    /// The wanted language.
    pub language: Option<String>,
    /// Whether only starred entries are wanted.
    pub starred: bool,
    /// The open day, in the years 0 to 9999. It does not filter.
    pub day: Option<CivilDate>,
    /// The open view, such as `grid`: a word of the host's. It does not filter.
    pub view: Option<String>,
}

impl Query {
    /// Reads a fragment such as `#handbill?q=soil%20life&room=Hall%201&starred=1&view=grid&day=2024-06-03`.
    ///
    /// `None` for a fragment of another kind, and for an empty query. Unknown parameters are ignored; of duplicates, the
    /// last counts.
    pub fn read(address: &str) -> Option<Self> {
        let mut query = Self::default();
        for (key, value) in fragment::members(address) {
            let text = Some(&value).filter(|value| !value.is_empty()).cloned();
            match &*key {
                "q" => query.text = value,
                "track" => query.track = text,
                "room" => query.room = text,
                "format" => query.format = text,
                "language" => query.language = text,
                "starred" => query.starred = value == "1",
                "view" => query.view = text,
                "day" => {
                    query.day = match event_time(&value) {
                        Ok(EventTime::Date(date)) => Some(date),
                        _ => None,
                    }
                }
                _ => {}
            }
        }
        (query != Self::default()).then_some(query)
    }

    /// The fragment, `#` included; empty for an empty query.
    pub fn fragment(&self) -> String {
        let day = self.day.map(print_date);
        let [track, room, format, language] = self.facets();
        let mut address = String::new();
        for (key, value) in [
            ("q", Some(&*self.text)),
            ("track", track),
            ("room", room),
            ("format", format),
            ("language", language),
            ("starred", self.starred.then_some("1")),
            ("view", self.view.as_deref()),
            ("day", day.as_deref()),
        ] {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                fragment::push(&mut address, key, value);
            }
        }
        address
    }

    /// Whether it hides any entries.
    pub fn is_filter(&self) -> bool {
        !trim(&self.text).is_empty() || self.starred || self.facets().iter().any(Option::is_some)
    }

    /// The wanted track, room, format and language.
    pub(super) fn facets(&self) -> [Option<&str>; 4] {
        [&self.track, &self.room, &self.format, &self.language].map(|facet| facet.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_written_in_an_address() {
        let query = Query {
            text: "soil life".into(),
            room: Some("Hall 1".into()),
            starred: true,
            day: CivilDate::from_ymd_opt(2024, 6, 3),
            view: Some("grid".into()),
            ..Query::default()
        };
        let address = "#handbill?q=soil%20life&room=Hall%201&starred=1&view=grid&day=2024-06-03";
        assert_eq!(query.fragment(), address);
        assert_eq!(Query::read(address), Some(query));
    }

    #[test]
    fn what_asks_for_nothing_is_no_query() {
        assert_eq!(Query::default().fragment(), "");
        for address in [
            "",
            "#handbill?",
            "#handbill?q=",
            "#handbill?starred=0&day=soon&other=1&picks=1.",
            "#handbill-worms",
            "#q=worms",
        ] {
            assert_eq!(Query::read(address), None, "{address}");
        }
    }

    #[test]
    fn addresses_written_by_hand_are_understood() {
        let query =
            Query::read("#handbill?q=50%+more&x=y&track=A&track=B%26C&day=2024-06-03T10:00");
        let expected = Query {
            text: "50% more".into(),
            track: Some("B&C".into()),
            ..Query::default()
        };
        assert_eq!(query, Some(expected));
    }

    #[test]
    fn a_day_and_a_view_leave_nothing_out() {
        let is_filter = |address| Query::read(address).map(|query| query.is_filter());
        assert_eq!(is_filter("#handbill?view=grid&day=2024-06-03"), Some(false));
        assert_eq!(is_filter("#handbill?q=+"), Some(false));
        assert_eq!(is_filter("#handbill?starred=1"), Some(true));
        assert_eq!(is_filter("#handbill?format=workshop"), Some(true));
    }
}
