//! What a visitor takes along into a calendar, from documents as people write them.

use document::{Document, PAGE, stamp};
use expect_test::expect;
use handbill_core::calendar::{Status, ics};
use reader::{unescape, unfold, values};
use serde_json::{Value, json};

#[path = "calendar/document.rs"]
mod document;
#[path = "calendar/links.rs"]
mod links;
#[path = "calendar/random.rs"]
mod random;
#[path = "calendar/reader.rs"]
mod reader;
#[path = "calendar/text.rs"]
mod text;
#[path = "calendar/times.rs"]
mod times;
#[path = "calendar/uids.rs"]
mod uids;
#[path = "host/zones.rs"]
mod zones;

/// The first event, as the demo page has it.
fn unesco() -> Document {
    Document::read(include_str!("../../../demo/event.json")).expect("the event is read")
}

/// A document with a name, a start, and what else there is to say.
fn with(more: Value) -> Document {
    let mut document =
        json!({"name": "Open day", "timeZone": "Europe/Berlin", "startDate": "2024-02-14T12:30"});
    for (key, value) in more.as_object().expect("members") {
        document[key] = value.clone();
    }
    Document::new(&document)
}

#[test]
fn the_first_event_as_a_file() {
    let event = unesco();
    let file = ics::file(
        &[event.whole(), event.entry(0)],
        Some(&event.event.name),
        stamp(),
    );
    expect![[r#"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Handbill//Handbill//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:Announcement of new UNESCO Learning Cities: Empowering Individuals\, T
         ransforming Societies
        X-WR-CALNAME:Announcement of new UNESCO Learning Cities: Empowering Individ
         uals\, Transforming Societies
        BEGIN:VEVENT
        UID:36063b9afa346b87@events.example
        DTSTAMP:20240102T030405Z
        LAST-MODIFIED:20240102T030405Z
        SEQUENCE:0
        DTSTART:20240214T113000Z
        DTEND:20240214T130000Z
        STATUS:CONFIRMED
        SUMMARY:Announcement of new UNESCO Learning Cities: Empowering Individuals
         \, Transforming Societies
        DESCRIPTION:Empowering Learners of All Ages: UNESCO Learning Cities Transfo
         rm Lives\n\nJoin us on February 14\, 2024\, as we celebrate the addition o
         f 64 cities from 35 countries to the UNESCO Global Network of Learning Cit
         ies (GNLC).\n\nThese cities have demonstrated exceptional commitment to fo
         stering lifelong learning opportunities for all within their local communi
         ties.\n\nUnder the theme "Empowering Learners of All Ages: UNESCO Learning
          Cities Transform Lives\," a virtual event will showcase the unveiling of 
         these new member cities. Mayors from selected UNESCO learning cities will 
         share their strategies for turning the right to education across all ages 
         into reality.\n\nOrganised by UNESCO Institute for Lifelong Learning\n\nRe
         gister:\nhttps://unesco-org.zoom.us/webinar/register/WN_AGy4hWd4SGWv3PMcLG
         g3uQ\n\nhttps://events.example/2024/
        LOCATION:Online
        URL:https://events.example/2024/
        END:VEVENT
        BEGIN:VEVENT
        UID:b28e9f38551661cc@events.example
        DTSTAMP:20240102T030405Z
        LAST-MODIFIED:20240102T030405Z
        SEQUENCE:0
        DTSTART:20240214T113000Z
        DTEND:20240214T113500Z
        STATUS:CONFIRMED
        SUMMARY:Opening
        DESCRIPTION:Announcement of new UNESCO Learning Cities: Empowering Individu
         als\, Transforming Societies\n\nvideo message\n\nMs Stefania Giannini\, UN
         ESCO Assistant Director-General for Education\n\nOrganised by UNESCO Insti
         tute for Lifelong Learning\n\nRegister:\nhttps://unesco-org.zoom.us/webina
         r/register/WN_AGy4hWd4SGWv3PMcLGg3uQ\n\nhttps://events.example/2024/
        LOCATION:Online
        URL:https://events.example/2024/
        END:VEVENT
        END:VCALENDAR
    "#]]
    .assert_eq(&file.replace("\r\n", "\n"));
}

#[test]
fn people_read_as_they_do_in_the_announcement() {
    let event = unesco();
    expect![[r#"
        Announcement of new UNESCO Learning Cities: Empowering Individuals, Transforming Societies

        Selected mayors of new UNESCO learning cities will share their inspirational lifelong learning strategies, programmes and activities.

        Moderator: Raul Valdes Cotera, Team Leader, UNESCO Institute for Lifelong Learning

        Organised by UNESCO Institute for Lifelong Learning

        Register:
        https://unesco-org.zoom.us/webinar/register/WN_AGy4hWd4SGWv3PMcLGg3uQ

        https://events.example/2024/"#]].assert_eq(&event.entry(2).notes());
    expect![[r#"
        Empowering Learners of All Ages: UNESCO Learning Cities Transform Lives

        Join us on February 14, 2024, as we celebrate the addition of 64 cities from 35 countries to the UNESCO Global Network of Learning Cities (GNLC).

        These cities have demonstrated exceptional commitment to fostering lifelong learning opportunities for all within their local communities.

        Under the theme "Empowering Learners of All Ages: UNESCO Learning Cities Transform Lives," a virtual event will showcase the unveiling of these new member cities. Mayors from selected UNESCO learning cities will share their strategies for turning the right to education across all ages into reality.

        Organised by UNESCO Institute for Lifelong Learning

        Register:
        https://unesco-org.zoom.us/webinar/register/WN_AGy4hWd4SGWv3PMcLGg3uQ

        https://events.example/2024/"#]].assert_eq(&event.whole().notes());
}

#[test]
fn what_has_become_of_an_event_is_told_by_status_version_and_title() {
    let told = |whole: &str, entry: &str| {
        let document = with(
            json!({"eventStatus": whole, "subEvent": [{"name": "A", "startDate": "13:00", "eventStatus": entry}]}),
        );
        let [whole, entry] = [document.whole(), document.entry(0)];
        let told =
            |one: handbill_core::calendar::Appointment| (one.status, one.sequence, one.title);
        (told(whole), told(entry))
    };
    use Status::{Cancelled, Confirmed, Tentative};
    let tell = |status, sequence, title: &str| (status, sequence, title.to_owned());
    assert_eq!(
        told("scheduled", "cancelled"),
        (
            tell(Confirmed, 0, "Open day"),
            tell(Cancelled, 3, "Cancelled: A")
        )
    );
    assert_eq!(
        told("postponed", "rescheduled"),
        (
            tell(Tentative, 1, "Postponed: Open day"),
            tell(Tentative, 1, "Postponed: A")
        )
    );
    assert_eq!(
        told("rescheduled", "scheduled"),
        (tell(Confirmed, 2, "Open day"), tell(Confirmed, 2, "A"))
    );
    assert_eq!(
        told("moved online", "postponed"),
        (
            tell(Confirmed, 2, "Open day"),
            tell(Tentative, 1, "Postponed: A")
        )
    );
    assert_eq!(
        told("cancelled", "postponed"),
        (
            tell(Cancelled, 3, "Cancelled: Open day"),
            tell(Cancelled, 3, "Cancelled: A")
        )
    );
}

#[test]
fn a_location_is_on_the_ground_and_a_conference_on_the_network() {
    let meeting = "https://zoom.example/j/123?pwd=a,b;c";
    let document = with(json!({
        "location": [
            {"@type": "VirtualLocation", "name": "Zoom", "url": meeting},
            {"@type": "Place", "name": "Town hall", "address": {"streetAddress": "Feldbrunnenstraße 58", "addressLocality": "Hamburg"}},
            {"@type": "Place", "name": "https://zoom.example/j/123"},
        ],
        "subEvent": [{"name": "A", "startDate": "13:00", "location": "Room 2"}],
    }));
    let whole = document.whole();
    assert_eq!(
        whole.location.as_deref(),
        Some("Town hall, Feldbrunnenstraße 58, Hamburg")
    );
    assert_eq!(
        document.entry(0).location.as_deref(),
        Some("Room 2; Town hall, Feldbrunnenstraße 58, Hamburg")
    );
    assert_eq!(whole.conferences, [meeting]);
    assert_eq!(whole.urls, [&["Online:\n", meeting].concat(), PAGE]);
    let lines = unfold(&ics::file(&[whole], None, stamp()));
    assert_eq!(
        values(&lines, "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO"),
        [meeting]
    );

    let moved = with(json!({"location": "Town hall", "eventStatus": "moved online"})).whole();
    assert_eq!(moved.location.as_deref(), Some("Online"));
    let online = with(json!({"location": meeting})).whole();
    assert_eq!(online.location.as_deref(), Some("Online"));
    assert_eq!(with(json!({})).whole().location, None);
}

#[test]
fn the_place_of_a_meeting_is_not_where_one_registers_nor_the_page() {
    let document = with(json!({
        "url": "/open-day",
        "registration": "register",
        "location": [
            {"@type": "VirtualLocation", "url": "https://events.example/open-day"},
            {"@type": "VirtualLocation", "url": "register"},
            {"@type": "VirtualLocation", "url": "mailto:ask@events.example"},
        ],
    }));
    let whole = document.whole();
    assert_eq!(whole.conferences, [""; 0]);
    assert_eq!(
        whole.url.as_deref(),
        Some("https://events.example/open-day")
    );
    assert_eq!(
        whole.urls,
        [
            "Register:\nhttps://events.example/2024/register",
            "https://events.example/open-day"
        ]
    );
    let cancelled = with(json!({"registration": "register", "eventStatus": "cancelled"}));
    assert_eq!(cancelled.whole().urls, [PAGE]);
}

#[test]
fn an_organiser_is_one_where_there_is_an_address_for_mail() {
    let organizer = |url: &str| {
        let document = with(json!({"organizer": {"name": "The \"A; B\", C^D: Ü", "url": url}}));
        let lines = unfold(&ics::file(&[document.whole()], None, stamp()));
        let line = lines.into_iter().find(|line| line.starts_with("ORGANIZER"));
        (line, document.whole().description)
    };
    let words = "Organised by The \"A; B\", C^D: Ü".to_owned();
    assert_eq!(organizer("https://a.example"), (None, words.clone()));
    assert_eq!(
        organizer("mailto:a@b.example?subject=x"),
        (
            Some("ORGANIZER;CN=\"The 'A; B', C^^D: Ü\":mailto:a@b.example".to_owned()),
            words
        )
    );
}

#[test]
fn texts_come_back_from_a_file_as_they_were() {
    let name =
        "A \\n; B, \"C\" 'D' :\u{1f469}\u{200d}\u{1f3eb} \\\\,;".to_owned() + &"漢字🎉,".repeat(60);
    let document = with(
        json!({"name": name, "description": "One,\r\ntwo;\u{7}\n\nthree \\ four\u{2028}five"}),
    );
    let whole = document.whole();
    assert_eq!(whole.title, name);
    assert_eq!(whole.description, "One,\ntwo;\n\nthree \\ four\nfive");
    let lines = unfold(&ics::file(
        std::slice::from_ref(&whole),
        Some("A, B"),
        stamp(),
    ));
    assert_eq!(unescape(values(&lines, "SUMMARY")[0]), name);
    assert_eq!(unescape(values(&lines, "DESCRIPTION")[0]), whole.notes());
    assert_eq!(values(&lines, "NAME"), ["A\\, B"]);
    assert_eq!(values(&lines, "X-WR-CALNAME"), ["A\\, B"]);
    assert_eq!(values(&lines, "DTSTAMP"), ["20240102T030405Z"]);
}

#[test]
fn a_hosted_calendar_has_an_address() {
    let calendar = |url: &str| {
        let document = with(json!({ "calendar": url }));
        document.event.calendar.map(|url| url.as_str().to_owned())
    };
    assert_eq!(calendar("feed.ics").as_deref(), Some("feed.ics"));
    assert_eq!(
        calendar(" webcal://a.example/feed.ics").as_deref(),
        Some("https://a.example/feed.ics")
    );
    assert_eq!(calendar("javascript:x"), None);
}
