//! Random documents, and parts of them.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Nights and days on which some clock was changed, so that chance need not find them.
const CHANGES: [(&str, &str); 14] = [
    ("Europe/Berlin", "2024-03-31"),
    ("Europe/Berlin", "2024-10-27"),
    ("America/New_York", "2025-03-09"),
    ("America/New_York", "2025-11-02"),
    ("Australia/Lord_Howe", "2024-10-06"),
    ("Australia/Lord_Howe", "2024-04-07"),
    // At midnight, forward and back.
    ("Asia/Beirut", "2024-03-31"),
    ("America/Havana", "2024-11-03"),
    ("America/Asuncion", "2024-03-24"),
    ("America/Sao_Paulo", "2018-11-04"),
    // A day that was skipped, and one of 23 hours the other way round.
    ("Pacific/Apia", "2011-12-30"),
    ("Pacific/Kwajalein", "1993-08-21"),
    ("Africa/Casablanca", "2024-03-10"),
    ("Africa/Monrovia", "1972-01-07"),
];

/// Any zone of the IANA database.
pub fn zone() -> impl Strategy<Value = &'static str> {
    prop::sample::select(TZ_VARIANTS.as_slice()).prop_map(Tz::name)
}

/// An instant in a year of four digits, in an offset of whole minutes.
pub fn instant() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let seconds = -62_167_000_000_i64..253_402_000_000;
    (seconds, -1439..1440_i32).prop_map(|(second, minutes)| {
        let offset = FixedOffset::east_opt(minutes * 60).expect("within a day");
        DateTime::from_timestamp(second, 0)
            .expect("within the calendar")
            .with_timezone(&offset)
    })
}

/// Something that might be an address, and might not be harmless.
pub fn address() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        8 => prop::sample::select(vec![
            "javascript", "JaVaScRiPt", "java", "script", "data", "vbscript", "file", "blob", "https", "http",
            "mailto", ":", "//", "/", "\\", "?", "#", "@", "a.example", "alert(1)", "text/html,x", "%3A", "&#58;",
            "\t", "\n", "\r", " ", "\u{0}", "\u{1f}", "\u{a0}", "\u{2028}", "\u{ad}", "：", "ｊ", ".", "+", "-", "1",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

/// A document as a careful author writes one, with everything that time depends on.
pub fn well_formed() -> impl Strategy<Value = Value> {
    zone_and_day().prop_flat_map(|(zone, day)| {
        let own = (
            prop::option::weighted(0.9, Just(zone)),
            prop::option::weighted(0.9, start(day)),
            prop::option::of(end(day)),
            prop::option::weighted(0.2, duration()),
            prop::option::weighted(0.3, status()),
            prop::option::of(prop::sample::select(vec![
                "00:00", "04:00", "06:30", "11:59",
            ])),
        );
        let entries = prop::collection::vec(entry(day), 0..12);
        (own, prop::option::of(registration(day)), entries).prop_map(
            |((zone, start, end, duration, status, day_change), registration, entries)| {
                object([
                    ("name", Some(json!("Event"))),
                    ("timeZone", zone.map(Value::from)),
                    ("dayChange", day_change.map(Value::from)),
                    ("startDate", start.map(Value::from)),
                    ("endDate", end.map(Value::from)),
                    ("duration", duration.map(Value::from)),
                    ("eventStatus", status.map(Value::from)),
                    ("registration", registration),
                    ("subEvent", Some(Value::from(entries))),
                ])
            },
        )
    })
}

fn zone_and_day() -> impl Strategy<Value = (&'static str, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
    prop_oneof![
        prop::sample::select(CHANGES.as_slice())
            .prop_map(|(zone, day)| (zone, day.parse().expect("a day"))),
        (zone(), 0..24_800_i64).prop_map(move |(zone, days)| (zone, first + TimeDelta::days(days))),
    ]
}

fn registration(day: NaiveDate) -> impl Strategy<Value = Value> {
    let time = move || prop::option::of(start(day));
    let availability = prop::sample::select(vec!["InStock", "SoldOut", "waiting list"]);
    (
        prop::bool::weighted(0.8),
        time(),
        time(),
        prop::option::of(availability),
    )
        .prop_map(|(has_url, opens, closes, availability)| {
            object([
                ("url", has_url.then(|| json!("https://a.example/"))),
                ("opens", opens.map(Value::from)),
                ("closes", closes.map(Value::from)),
                ("availability", availability.map(Value::from)),
            ])
        })
}

fn entry(day: NaiveDate) -> impl Strategy<Value = Value> {
    let lane = |names: Vec<&'static str>| prop::option::weighted(0.4, prop::sample::select(names));
    (
        prop::option::weighted(0.9, start(day)),
        prop::option::weighted(0.4, end(day)),
        prop::option::weighted(0.2, duration()),
        lane(vec!["A", "B", "C"]),
        lane(vec!["1", "2"]),
        prop::option::weighted(0.15, status()),
    )
        .prop_map(|(start, end, duration, track, room, status)| {
            object([
                ("name", Some(json!("Entry"))),
                ("startDate", start.map(Value::from)),
                ("endDate", end.map(Value::from)),
                ("duration", duration.map(Value::from)),
                ("track", track.map(Value::from)),
                ("location", room.map(Value::from)),
                ("eventStatus", status.map(Value::from)),
            ])
        })
}

fn status() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "EventScheduled",
        "EventCancelled",
        "EventPostponed",
        "EventRescheduled",
        "EventMovedOnline",
    ])
}

fn start(day: NaiveDate) -> impl Strategy<Value = String> {
    let offsets = [
        "Z",
        "+01:00",
        "-05:00",
        "+05:45",
        "+14:00",
        "[Asia/Kathmandu]",
        "Z[Europe/Berlin]",
        "+01:00[Europe/Berlin]",
    ];
    prop_oneof![
        6 => clock(),
        6 => civil(day),
        1 => near(day).prop_map(|day| day.to_string()),
        2 => (civil(day), prop::sample::select(offsets.to_vec())).prop_map(|(civil, offset)| civil + offset),
    ]
}

fn duration() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["PT0S", "PT45M", "PT8H", "P1D", "P1DT2H", "P2D"])
}

fn end(day: NaiveDate) -> impl Strategy<Value = String> {
    start(day)
}

fn near(day: NaiveDate) -> impl Strategy<Value = NaiveDate> {
    (-2..=2_i64).prop_map(move |days| day + TimeDelta::days(days))
}

fn civil(day: NaiveDate) -> impl Strategy<Value = String> {
    (near(day), clock()).prop_map(|(day, clock)| format!("{day}T{clock}"))
}

/// By quarters of an hour, so that times meet.
fn clock() -> impl Strategy<Value = String> {
    (0..24, 0..4).prop_map(|(hour, quarter)| format!("{hour:02}:{:02}", quarter * 15))
}

fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let members = members
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(members.collect::<Map<_, _>>())
}

/// JSON of any shape that speaks in the words of events.
pub fn any_json() -> impl Strategy<Value = Value> {
    const KEYS: [&str; 46] = [
        "@graph",
        "@id",
        "@type",
        "@value",
        "type",
        "id",
        "identifier",
        "name",
        "theme",
        "description",
        "timeZone",
        "dayChange",
        "startDate",
        "endDate",
        "duration",
        "eventAttendanceMode",
        "eventStatus",
        "previousStartDate",
        "url",
        "contentUrl",
        "image",
        "organizer",
        "performer",
        "contributor",
        "roleName",
        "givenName",
        "affiliation",
        "location",
        "address",
        "addressLocality",
        "offers",
        "registration",
        "opens",
        "validThrough",
        "availability",
        "recording",
        "calendar",
        "programmeStatus",
        "subEvent",
        "superEvent",
        "about",
        "track",
        "width",
        "inLanguage",
        "translations",
        "fr",
    ];
    const TEXTS: [&str; 42] = [
        "Event",
        "Role",
        "Person",
        "VirtualLocation",
        "Place",
        "Organization",
        "#a",
        "#b",
        "#c",
        "",
        " ",
        "A\n\n\nB",
        "12:30",
        "24:00",
        "00:00",
        "2024-02-14",
        "0000-01-01",
        "9999-12-31",
        "2024-02-14T12:30",
        "9999-12-31T24:00",
        "0000-01-01T00:00+23:59",
        "9999-12-31T24:00-23:59",
        "9999-12-31T23:59[Pacific/Kiritimati]",
        "0000-01-01T00:00[America/Adak]",
        "2024-03-31T02:30[Europe/Berlin]",
        "2024-02-14T12:30Z[Nowhere]",
        "2024-02-14T12:30[é]",
        "PT45M",
        "P999999W",
        "Europe/Berlin",
        "CET",
        "Nowhere",
        "https://a.example/",
        "javascript:x",
        "online",
        "EventCancelled",
        "postponed",
        "SoldOut",
        "draft",
        "日本",
        "\u{0}",
        "🎉",
    ];
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        8 => prop::sample::select(TEXTS.as_slice()).prop_map(Value::from),
        1 => any::<String>().prop_map(Value::from),
    ];
    let part = leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            4 => members(&KEYS, inner).prop_map(Value::Object),
        ]
    });
    // Nearly always something at the top that may pass for an event.
    (members(&KEYS, part), prop::bool::weighted(0.9)).prop_map(|(mut members, is_event)| {
        if is_event {
            members.insert("@type".to_owned(), json!("Event"));
        }
        Value::Object(members)
    })
}

fn members(
    keys: &'static [&'static str],
    value: impl Strategy<Value = Value>,
) -> impl Strategy<Value = Map<String, Value>> {
    let key = prop::sample::select(keys).prop_map(str::to_owned);
    prop::collection::vec((key, value), 0..10).prop_map(|members| members.into_iter().collect())
}
