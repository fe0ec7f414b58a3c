//! What the IANA database has changed since the release that chrono-tz has, 2025b.

use chrono_tz::Tz;
use handbill_core::Timestamp;

/// Zones, and the days from which and before which a browser with a later release may differ.
///
/// A browser that differs elsewhere has either a later release, and the change is to be listed here until chrono-tz
/// has it too, or an earlier one than 2025b, and wants an update.
const NEWS: [(&[&str], &str, &str); 7] = [
    // 2025c: Baja California did have summer time, as California had.
    (
        &[
            "America/Ensenada",
            "America/Santa_Isabel",
            "America/Tijuana",
            "Mexico/BajaNorte",
        ],
        "1970-01-01",
        "1976-01-01",
    ),
    // 2026a: Moldova changes its clocks with the European Union, an hour later than was thought.
    (
        &["Europe/Chisinau", "Europe/Tiraspol"],
        "2022-01-01",
        "2038-01-01",
    ),
    // 2026b: British Columbia keeps its summer time for good.
    (
        &["America/Vancouver", "Canada/Pacific"],
        "2026-11-01",
        "2038-01-01",
    ),
    // 2026c and 2026d: so do Alberta and the Northwest Territories.
    (
        &[
            "America/Edmonton",
            "America/Inuvik",
            "America/Yellowknife",
            "Canada/Mountain",
        ],
        "2026-11-01",
        "2038-01-01",
    ),
    // 2026c: Morocco goes back to Greenwich time, in every month.
    (
        &["Africa/Casablanca", "Africa/El_Aaiun"],
        "2026-09-20",
        "2038-01-01",
    ),
    // 2026e: Manitoba keeps its summer time for good.
    (
        &["America/Rainy_River", "America/Winnipeg", "Canada/Central"],
        "2026-11-01",
        "2038-01-01",
    ),
    // 2026f: Cuba keeps its summer time through one winter.
    (&["America/Havana", "Cuba"], "2026-11-01", "2027-11-08"),
];

/// Whether a browser may differ from chrono-tz there and then.
pub fn is_news(zone: Tz, at: Timestamp) -> bool {
    let day = at.date_naive().to_string();
    // Dates in this form are in order as texts.
    NEWS.iter().any(|(zones, from, until)| {
        zones.contains(&zone.name()) && (*from..*until).contains(&day.as_str())
    })
}
