//! The time zones of Windows, by the names that Exchange and Outlook write.

use crate::problem::{Problem, ProblemKind};
use crate::strings::{concat, split, split_once};

/// Windows' names without "Standard Time", and the cities of the IANA database under their regions: Unicode CLDR's
/// `windowsZones`, each name with its zone for the whole world.
const ZONES: &str = include_str!("windows_zones.txt");

/// Whether some zone is not known: it may be one of Windows.
pub fn may_be_meant(problems: &[Problem]) -> bool {
    let is_unknown = |problem: &Problem| matches!(problem.kind, ProblemKind::UnknownZone(_));
    problems.iter().any(is_unknown)
}

/// Recognises the zones of Windows among those that are not known, so that the sentence about each names the right one.
pub fn recognise(problems: &mut [Problem]) {
    for problem in problems {
        if let ProblemKind::UnknownZone(found) = &problem.kind
            && let Some(zone) = iana(found)
        {
            problem.kind = ProblemKind::WindowsZone(found.clone(), zone);
        }
    }
}

/// The IANA identifier of a zone of Windows.
fn iana(name: &str) -> Option<String> {
    let mut region = "";
    for line in split(ZONES, b'\n') {
        match split_once(line, b'=') {
            Some((known, city)) if is_named(name, known) => {
                return Some(concat(&[region, "/", city]));
            }
            Some(_) => {}
            None => region = line.strip_prefix('/').unwrap_or(region),
        }
    }
    None
}

/// Whether `name` is `known` with "Standard Time" in it, after the words and before a bracket.
fn is_named(name: &str, known: &str) -> bool {
    let (before, bracket) = split_once(known, b'(').unwrap_or((known, ""));
    let before = before.trim_end();
    let Some((head, rest)) = name.split_at_checked(before.len()) else {
        return false;
    };
    let rest = match rest.split_at_checked(" Standard Time".len()) {
        Some((" Standard Time" | " Daylight Time", rest)) => rest,
        _ => return false,
    };
    let inside = rest.strip_prefix(" (").unwrap_or(rest);
    head.eq_ignore_ascii_case(before) && inside == bracket
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zones_of_windows_have_names_of_places() {
        for (name, expected) in [
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("Eastern Standard Time", Some("America/New_York")),
            ("Eastern Daylight Time", Some("America/New_York")),
            ("Eastern Standard Time (Mexico)", Some("America/Cancun")),
            ("india standard time", None),
            ("India Standard Time", Some("Asia/Kolkata")),
            ("Standard Time", None),
            ("Europe/Berlin", None),
            ("ä", None),
        ] {
            let found = iana(name);
            let current = found.as_deref().map(|id| {
                let id = crate::time::TimeZoneId::new(id).expect("an identifier");
                id.current_name().to_owned()
            });
            assert_eq!(current.as_deref(), expected, "{name}");
        }
    }
}
