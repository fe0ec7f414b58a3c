//! Documents that calendar files of others have failed on.

use chrono_tz::{TZ_VARIANTS, Tz};
use serde_json::{Value, json};

/// Zones in whose names an unanchored search for abbreviations finds one: MST, IST, EST, and so on.
const TRIPPING: [&str; 20] = [
    "Europe/Amsterdam",
    "Europe/Istanbul",
    "Asia/Istanbul",
    "Europe/Budapest",
    "Europe/Bucharest",
    "Australia/West",
    "Brazil/West",
    "Indian/Christmas",
    "America/Creston",
    "America/Boa_Vista",
    "EST5EDT",
    "EST",
    "MST",
    "MST7MDT",
    "CST6CDT",
    "PST8PDT",
    "HST",
    "CET",
    "EET",
    "GMT",
];

/// All of them.
pub fn all() -> Vec<Value> {
    let unesco = include_str!("../../../../demo/event.json");
    let mut all = vec![
        serde_json::from_str(unesco).expect("the demo is JSON"),
        cjk(),
        arabic(),
        signs(),
        changes(),
        days(),
        floating(),
        called_off(),
    ];
    all.extend(folds());
    all.push(in_zones("Tripping", &TRIPPING));
    all.push(in_zones("Every zone", &TZ_VARIANTS.map(Tz::name)));
    all
}

fn cjk() -> Value {
    json!({
        "name": "学習都市の新しい仲間、".repeat(9),
        "description": "日本語の段落。，；：「」\n\n".repeat(30),
        "timeZone": "Asia/Tokyo", "startDate": "2025-04-01T09:00", "endDate": "2025-04-01T10:00",
        "location": {"@type": "Place", "name": "東京国際フォーラム", "address": "東京都千代田区丸の内三丁目5番1号, 日本"},
        "subEvent": [{"startDate": "09:00", "name": "開会", "performer": {"name": "山田 太郎", "jobTitle": "市長"}}],
    })
}

fn arabic() -> Value {
    json!({
        "name": "مدن التعلم الجديدة، ".repeat(8),
        "description": "فقرة باللغة العربية، مع أرقام ١٢٣؛ و\u{200f}علامات\u{200e}.",
        "timeZone": "Africa/Cairo", "startDate": "2025-04-25T00:30", "endDate": "2025-04-25T02:00",
        "organizer": {"name": "معهد \"اليونسكو\"؛ ^n", "url": "mailto:uil@example.org"},
    })
}

fn signs() -> Value {
    json!({
        "@id": "https://a.example/e;x,y:z",
        "name": "\"Q&A\": 100%; a,b;c\\n \\, \\\\ 'd' <b>e</b> BEGIN:VEVENT",
        "description": "END:VCALENDAR\nDTSTART:x\n\nOne\\two, three;four:five\n\t=20 &amp; ^n ^' ^^",
        "startDate": "2025-04-25T00:30Z",
        "url": "https://a.example/x;y,z?q=\"1\"&r='2'#e\\f",
        "location": ["https://zoom.example/j/1?pwd=a;b,c:d", "https://meet.example/é"],
        "organizer": {"name": "A, B; C: \"D\" ^n", "url": "mailto:a+b@c.example"},
    })
}

/// An emoji of eighteen octets, a letter with an accent and an escape, at every place where a line may be folded.
fn folds() -> Vec<Value> {
    let shifted = |shift: usize| {
        let before = "x".repeat(shift);
        let name = [&before, "👩🏽‍🏫e\u{301}🇺🇳,"].concat().repeat(4);
        let description = [&before, "\\n;\n"].concat().repeat(12);
        json!({
            "name": name,
            "description": description,
            "startDate": "2025-04-25T00:30Z",
        })
    };
    (0..80).map(shifted).collect()
}

/// Events around the changes of clocks, forward and back, at midnight and over the date line.
fn changes() -> Value {
    let entries: Vec<Value> = [
        ("2024-03-31T01:30", "2024-03-31T03:30", "Europe/Berlin"),
        ("2024-03-31T02:30", "2024-03-31T04:00", "Europe/Berlin"),
        ("2024-10-27T02:30", "2024-10-27T03:30", "Europe/Berlin"),
        ("2025-03-09T01:00", "2025-03-09T04:00", "America/New_York"),
        ("2025-11-02T01:30", "2025-11-02T02:30", "America/New_York"),
        (
            "2024-04-07T01:45",
            "2024-04-07T02:15",
            "Australia/Lord_Howe",
        ),
        ("2024-03-30T23:30", "2024-03-31T01:30", "Asia/Beirut"),
        ("2024-11-03T00:30", "2024-11-03T01:30", "America/Havana"),
        ("2011-12-29T22:00", "2011-12-31T01:00", "Pacific/Apia"),
    ]
    .into_iter()
    .map(|(start, end, zone)| {
        let at = |time: &str| format!("{time}[{zone}]");
        json!({"name": zone, "startDate": at(start), "endDate": at(end)})
    })
    .collect();
    json!({"name": "Changes", "timeZone": "Europe/Berlin", "startDate": "2024-03-30T12:00", "subEvent": entries})
}

fn days() -> Value {
    json!({
        "name": "Days", "timeZone": "Pacific/Auckland", "startDate": "2024-02-28", "endDate": "2024-03-01",
        "subEvent": [
            {"name": "One day", "startDate": "2024-02-29"},
            {"name": "No length", "startDate": "2024-02-29T10:00", "endDate": "2024-02-29T10:00"},
            {"name": "Over the year", "startDate": "2024-12-31", "endDate": "2025-01-01"},
        ],
    })
}

fn floating() -> Value {
    json!({
        "name": "Nobody knows where", "startDate": "2024-02-14T12:30", "endDate": "2024-02-14T14:00",
        "subEvent": [{"name": "No length", "startDate": "13:00", "endDate": "13:00"}, {"name": "Day", "startDate": "2024-02-15"}],
    })
}

fn called_off() -> Value {
    json!({
        "name": "Called off", "startDate": "2024-02-14T12:30Z", "eventStatus": "EventRescheduled",
        "previousStartDate": "2024-01-14T12:30Z",
        "subEvent": [
            {"name": "A", "startDate": "2024-02-14T12:30Z", "eventStatus": "EventCancelled"},
            {"name": "B", "startDate": "2024-02-14T13:30Z", "eventStatus": "EventPostponed"},
        ],
    })
}

fn in_zones(name: &str, zones: &[&str]) -> Value {
    let entries: Vec<Value> = zones
        .iter()
        .flat_map(|zone| ["2024-01-14T12:30", "2024-07-14T12:30"].map(|at| (zone, at)))
        .map(|(zone, at)| json!({"name": zone, "startDate": format!("{at}[{zone}]")}))
        .collect();
    json!({"name": name, "timeZone": zones[0], "startDate": "2024-01-14T12:30", "subEvent": entries})
}
