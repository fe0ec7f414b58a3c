//! Under which day an entry stands.

use handbill_core::agenda::day_shift;
use handbill_core::{Agenda, ProblemKind, TimeZoneId, Timeline, Zone, read};
use serde_json::{Value, json};
use zones::ChronoTz;

#[path = "host/zones.rs"]
mod zones;

/// The agenda of a document as a visitor in `zone` sees it: `DAY: TIME NAME, TIME+1 NAME`.
fn agenda(document: &Value, zone: &str) -> Vec<String> {
    let (event, problems) = read(&document.to_string(), "");
    assert_eq!(problems, []);
    let event = event.expect("there is an event in the document");
    let (timeline, _) = Timeline::resolve(&event, &ChronoTz, None);
    let zone = Zone::Named(TimeZoneId::new(zone).expect("the name of a zone"));
    let agenda = Agenda::new(&timeline, &ChronoTz, &zone);
    let days = agenda.days.iter().map(|day| {
        let rows = day.rows.iter().map(|row| {
            let name = &event.entries[timeline.entries[row.entry].index].name;
            let (Some(shown), Some(date)) = (row.shown, day.date) else {
                return name.clone();
            };
            let mark = match day_shift(date, shown.start) {
                0 => "",
                1 => "+1",
                other => panic!("{other} days from its heading"),
            };
            format!("{}{mark} {name}", shown.start.format("%H:%M"))
        });
        let date = day.date.map(|date| date.format("%-d").to_string());
        format!(
            "{}: {}",
            date.unwrap_or_default(),
            rows.collect::<Vec<_>>().join(", ")
        )
    });
    days.collect()
}

fn night(day_change: Option<&str>, entries: Value) -> Value {
    let mut document = json!({
        "name": "Night",
        "timeZone": "Europe/Berlin",
        "startDate": "2024-06-03T20:00",
        "subEvent": entries
    });
    if let Some(day_change) = day_change {
        document["dayChange"] = json!(day_change);
    }
    document
}

fn entry(start: &str, name: &str) -> Value {
    json!({"name": name, "startDate": start})
}

#[test]
fn a_night_stands_under_the_day_it_began_on() {
    let entries = json!([
        entry("2024-06-03T22:00", "Talk"),
        entry("2024-06-04T00:30", "Dance"),
        entry("2024-06-04T03:59", "Last song"),
        entry("2024-06-04T04:00", "Breakfast"),
        entry("2024-06-04T23:00", "Talk"),
        entry("2024-06-05T01:30", "Dance")
    ]);
    let days = [
        "3: 22:00 Talk, 00:30+1 Dance, 03:59+1 Last song",
        "4: 04:00 Breakfast, 23:00 Talk, 01:30+1 Dance",
    ];
    let document = night(None, entries.clone());
    assert_eq!(agenda(&document, "Europe/Berlin"), days);
    // Another name for the same clock.
    assert_eq!(agenda(&document, "Europe/Rome"), days);
    // Elsewhere, it is not night.
    assert_eq!(
        agenda(&document, "Pacific/Auckland"),
        [
            "4: 08:00 Talk, 10:30 Dance, 13:59 Last song, 14:00 Breakfast",
            "5: 09:00 Talk, 11:30 Dance"
        ]
    );
    assert_eq!(
        agenda(&document, "Europe/London"),
        [
            "3: 21:00 Talk, 23:30 Dance",
            "4: 02:59 Last song, 03:00 Breakfast, 22:00 Talk",
            "5: 00:30 Dance"
        ]
    );
    assert_eq!(
        agenda(&night(Some("00:00"), entries.clone()), "Europe/Berlin"),
        [
            "3: 22:00 Talk",
            "4: 00:30 Dance, 03:59 Last song, 04:00 Breakfast, 23:00 Talk",
            "5: 01:30 Dance"
        ]
    );
    assert_eq!(
        agenda(&night(Some("1:00"), entries), "Europe/Berlin"),
        [
            "3: 22:00 Talk, 00:30+1 Dance",
            "4: 03:59 Last song, 04:00 Breakfast, 23:00 Talk",
            "5: 01:30 Dance"
        ]
    );
}

#[test]
fn the_order_of_the_document_does_not_matter() {
    let entries = json!([
        entry("2024-06-04T01:30", "Dance"),
        entry("2024-06-03T22:00", "Talk")
    ]);
    assert_eq!(
        agenda(&night(None, entries), "Europe/Berlin"),
        ["3: 22:00 Talk, 01:30+1 Dance"]
    );
}

#[test]
fn what_no_evening_comes_before_stays_on_its_own_day() {
    let first = json!([
        entry("2024-06-04T01:30", "Bats"),
        entry("2024-06-04T03:00", "Owls")
    ]);
    assert_eq!(
        agenda(&night(None, first), "Europe/Berlin"),
        ["4: 01:30 Bats, 03:00 Owls"]
    );
    let after_a_day_off = json!([
        entry("2024-06-03T22:00", "Talk"),
        entry("2024-06-05T01:30", "Bats")
    ]);
    assert_eq!(
        agenda(&night(None, after_a_day_off), "Europe/Berlin"),
        ["3: 22:00 Talk", "5: 01:30 Bats"]
    );
}

#[test]
fn whole_days_do_not_end_a_night() {
    let entries = json!([
        entry("2024-06-03", "Exhibition"),
        entry("2024-06-03T22:00", "Talk"),
        entry("2024-06-04", "Fair"),
        entry("2024-06-04T01:30", "Dance"),
        {"name": "Whenever"}
    ]);
    assert_eq!(
        agenda(&night(None, entries), "Europe/Berlin"),
        [
            "3: Exhibition, 22:00 Talk, 01:30+1 Dance, Whenever",
            "4: Fair"
        ]
    );
}

#[test]
fn a_night_may_have_an_hour_less_or_more() {
    let spring = json!([
        entry("2024-03-30T23:00", "Talk"),
        entry("2024-03-31T01:45", "Dance"),
        entry("2024-03-31T03:15", "Song"),
        entry("2024-03-31T04:00", "Breakfast")
    ]);
    assert_eq!(
        agenda(&night(None, spring), "Europe/Berlin"),
        [
            "30: 23:00 Talk, 01:45+1 Dance, 03:15+1 Song",
            "31: 04:00 Breakfast"
        ]
    );
    let autumn = json!([
        entry("2024-10-26T23:00", "Talk"),
        entry("2024-10-27T02:30+02:00", "Dance"),
        entry("2024-10-27T02:30+01:00", "Again"),
        entry("2024-10-27T03:59", "Song"),
        entry("2024-10-27T04:00", "Breakfast")
    ]);
    assert_eq!(
        agenda(&night(None, autumn), "Europe/Berlin"),
        [
            "26: 23:00 Talk, 02:30+1 Dance, 02:30+1 Again, 03:59+1 Song",
            "27: 04:00 Breakfast"
        ]
    );
    // After midnight, the clocks of Havana go back to it.
    let havana = json!({"name": "Night", "timeZone": "America/Havana", "startDate": "2024-11-02T20:00", "subEvent": [
        entry("2024-11-02T22:00", "Talk"),
        entry("2024-11-03T00:30-04:00", "Dance"),
        entry("2024-11-03T00:30-05:00", "Again")
    ]});
    assert_eq!(
        agenda(&havana, "America/Havana"),
        ["2: 22:00 Talk, 00:30+1 Dance, 00:30+1 Again"]
    );
}

#[test]
fn a_clock_of_an_unknown_place_has_nights_as_well() {
    let document = json!({"name": "Night", "startDate": "2024-06-03", "subEvent": [
        entry("2024-06-03T22:00", "Talk"), entry("2024-06-04T01:30", "Dance")
    ]});
    let (event, _) = read(&document.to_string(), "");
    let (timeline, problems) = Timeline::resolve(&event.expect("an event"), &ChronoTz, None);
    assert_eq!(problems[0].kind, ProblemKind::NoZone);
    let agenda = Agenda::new(&timeline, &ChronoTz, &Zone::utc());
    assert_eq!(agenda.days.len(), 1);
}

#[test]
fn a_day_changes_before_noon() {
    let with = |day_change: Value| {
        let mut document = night(None, json!([]));
        document["subEvent"] = json!([entry("22:00", "Talk")]);
        document["dayChange"] = day_change;
        let (event, problems) = read(&document.to_string(), "");
        let day_change = event.expect("an event").day_change;
        let problems = problems.iter().map(ToString::to_string);
        (
            day_change.map(|clock| clock.to_string()),
            problems.collect::<Vec<_>>(),
        )
    };
    for (written, read) in [
        ("04:00", "04:00:00"),
        (" 6:30 ", "06:30:00"),
        ("24:00", "00:00:00"),
        ("11:59:60", "11:59:59"),
    ] {
        assert_eq!(
            with(json!(written)),
            (Some(read.to_owned()), vec![]),
            "{written}"
        );
    }
    for wrong in ["12:00", "22:00", "4 am", "2024-06-04T04:00", "04:00Z"] {
        let problem = format!(
            "dayChange: \"{wrong}\" is not a time between midnight and noon. \
             Write one such as 04:00; what starts before it belongs to the day before."
        );
        assert_eq!(with(json!(wrong)), (None, vec![problem]));
    }
    let not_text = "dayChange: A text should stand here. Write it between quotes.";
    assert_eq!(with(json!(true)), (None, vec![not_text.to_owned()]));
    assert_eq!(with(json!(null)), (None, vec![]));
}
