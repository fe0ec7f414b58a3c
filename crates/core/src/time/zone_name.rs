//! Names of time zones.

use crate::strings::{after_last, split};
use crate::time::TimeZoneId;

/// Identifiers that browsers still report, with their current names, which have another city in them.
const RENAMED: [(&str, &str); 12] = [
    ("Africa/Asmera", "Africa/Asmara"),
    ("America/Coral_Harbour", "America/Atikokan"),
    ("America/Godthab", "America/Nuuk"),
    ("Asia/Calcutta", "Asia/Kolkata"),
    ("Asia/Katmandu", "Asia/Kathmandu"),
    ("Asia/Rangoon", "Asia/Yangon"),
    ("Asia/Saigon", "Asia/Ho_Chi_Minh"),
    ("Atlantic/Faeroe", "Atlantic/Faroe"),
    ("Europe/Kiev", "Europe/Kyiv"),
    ("Pacific/Enderbury", "Pacific/Kanton"),
    ("Pacific/Ponape", "Pacific/Pohnpei"),
    ("Pacific/Truk", "Pacific/Chuuk"),
];

impl TimeZoneId {
    /// The current identifier of the zone.
    pub fn current_name(&self) -> &str {
        let id = self.as_str();
        RENAMED
            .iter()
            .find(|(old, _)| id.eq_ignore_ascii_case(old))
            .map_or(id, |(_, new)| new)
    }

    /// The former identifier of the zone, with the former name of its city.
    pub fn former_name(&self) -> Option<&'static str> {
        let id = self.current_name();
        RENAMED
            .iter()
            .find(|(_, new)| id.eq_ignore_ascii_case(new))
            .map(|(old, _)| *old)
    }

    /// The place whose clocks the zone is about; `None` for `Etc/GMT-6` and abbreviations, which name none.
    pub fn place(&self) -> Option<String> {
        let id = self.as_str();
        let is_offset = id.starts_with("Etc/") || id.starts_with("GMT") || self.is_abbreviation();
        (!is_offset).then(|| self.city())
    }

    /// The city in the current identifier: `Kathmandu` for `Asia/Katmandu`.
    pub fn city(&self) -> String {
        let mut city = String::new();
        for word in split(after_last(self.current_name(), b"/"), b'_') {
            city.push_str(if city.is_empty() { "" } else { " " });
            city.push_str(word);
        }
        city
    }
}

#[cfg(test)]
mod tests {
    use crate::time::TimeZoneId;

    #[test]
    fn zones_go_by_their_present_names() {
        let city = |id| TimeZoneId::new(id).map(|zone| zone.city());
        assert_eq!(city("Asia/Katmandu").as_deref(), Some("Kathmandu"));
        assert_eq!(
            city("America/Argentina/Buenos_Aires").as_deref(),
            Some("Buenos Aires")
        );
        assert_eq!(city("Europe/Berlin").as_deref(), Some("Berlin"));
        assert_eq!(city("UTC").as_deref(), Some("UTC"));
    }

    #[test]
    fn some_zones_are_of_no_place() {
        let place = |id| TimeZoneId::new(id).and_then(|zone| zone.place());
        for id in ["Etc/GMT-6", "Etc/UTC", "GMT+0", "CET", "EST5EDT"] {
            assert_eq!(place(id), None, "{id}");
        }
        assert_eq!(place("Europe/London").as_deref(), Some("London"));
        assert_eq!(place("Singapore").as_deref(), Some("Singapore"));
    }

    #[test]
    fn zones_are_known_by_their_former_names() {
        let former = |id| TimeZoneId::new(id).and_then(|zone| zone.former_name());
        assert_eq!(former("Europe/Kyiv"), Some("Europe/Kiev"));
        assert_eq!(former("Europe/Kiev"), Some("Europe/Kiev"));
        assert_eq!(former("Europe/Berlin"), None);
    }
}
