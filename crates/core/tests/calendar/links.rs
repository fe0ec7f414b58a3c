//! Links to calendars on the web, taken apart as those calendars do.

use handbill_core::Zone;
use handbill_core::calendar::{Appointment, MAX_LINK, Service, Which};
use serde_json::{Value, json};
use url::Url;

use crate::document::{Document, PAGE};
use crate::{unesco, with};

/// Where a link leads, and its parameters decoded.
fn taken_apart(link: &str) -> (String, Vec<(String, String)>) {
    assert!(
        link.len() <= MAX_LINK && link.is_ascii(),
        "{} characters: {link}",
        link.len()
    );
    assert!(!link.contains('+'), "{link}");
    let link = Url::parse(link).expect("a link is an address");
    let parameters = link.query_pairs().into_owned().collect();
    let page = [&link.origin().ascii_serialization(), link.path()].concat();
    (page, parameters)
}

#[track_caller]
fn check(
    service: Service,
    appointment: &Appointment,
    is_mobile: bool,
    page: &str,
    expected: &[(&str, &str)],
) {
    let (found_page, found) = taken_apart(&service.link(appointment, is_mobile));
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
        .collect();
    assert_eq!((found_page.as_str(), found.as_slice()), (page, expected));
}

const GOOGLE: &str = "https://calendar.google.com/calendar/render";
const OUTLOOK: &str = "https://outlook.live.com/calendar/0/action/compose";
const OUTLOOK_MOBILE: &str = "https://outlook.live.com/calendar/0/deeplink/compose";
const MICROSOFT: &str = "https://outlook.office.com/calendar/0/action/compose";
const YAHOO: &str = "https://calendar.yahoo.com/";

#[test]
fn every_service_gets_the_first_event_complete() {
    let whole = unesco().whole();
    let (title, notes) = (&*whole.title, &*whole.notes());
    let google = [
        ("action", "TEMPLATE"),
        ("text", title),
        ("dates", "20240214T113000Z/20240214T130000Z"),
        ("details", notes),
        ("location", "Online"),
        ("ctz", "Europe/Berlin"),
    ];
    check(Service::Google, &whole, false, GOOGLE, &google);
    check(Service::Google, &whole, true, GOOGLE, &google);
    let microsoft = [
        ("rru", "addevent"),
        ("startdt", "2024-02-14T11:30:00Z"),
        ("enddt", "2024-02-14T13:00:00Z"),
        ("subject", title),
        ("body", notes),
        ("location", "Online"),
    ];
    check(Service::OutlookCom, &whole, false, OUTLOOK, &microsoft);
    check(Service::Microsoft365, &whole, false, MICROSOFT, &microsoft);
    let mobile = [&[("path", "/calendar/action/compose")], &microsoft[..]].concat();
    check(Service::OutlookCom, &whole, true, OUTLOOK_MOBILE, &mobile);
    let yahoo = [
        ("v", "60"),
        ("title", title),
        ("st", "20240214T113000Z"),
        ("et", "20240214T130000Z"),
        ("desc", notes),
        ("in_loc", "Online"),
    ];
    check(Service::Yahoo, &whole, false, YAHOO, &yahoo);
}

#[test]
fn whole_days_spans_of_no_length_and_unknown_clocks_have_their_forms() {
    let times = |document: &Document, which| {
        let appointment = document.appointment(which).expect("its time is known");
        let keys = [
            "dates", "startdt", "enddt", "allday", "st", "et", "dur", "ctz",
        ];
        Service::ALL.map(|service| {
            let (_, parameters) = taken_apart(&service.link(&appointment, false));
            let times = parameters
                .into_iter()
                .filter(|(key, _)| keys.contains(&key.as_str()));
            times
                .map(|(key, value)| [key, value].join("="))
                .collect::<Vec<_>>()
                .join(" ")
        })
    };
    let day = "startdt=2024-02-14 enddt=2024-02-15 allday=true";
    assert_eq!(
        times(&with(json!({"startDate": "2024-02-14"})), Which::Whole),
        [
            "dates=20240214/20240215",
            day,
            day,
            "st=20240214 dur=allday"
        ]
    );
    let days = "startdt=2024-02-14 enddt=2024-02-17 allday=true";
    assert_eq!(
        times(
            &with(json!({"startDate": "2024-02-14", "endDate": "2024-02-16"})),
            Which::Whole
        ),
        [
            "dates=20240214/20240217",
            days,
            days,
            "st=20240214 et=20240217"
        ]
    );
    let point = "startdt=2024-02-14T13:00:00Z enddt=2024-02-14T13:00:00Z";
    assert_eq!(
        times(&unesco(), Which::Entry(4)),
        [
            "dates=20240214T130000Z/20240214T130000Z ctz=Europe/Berlin",
            point,
            point,
            "st=20240214T130000Z et=20240214T130000Z"
        ]
    );
    let floating = "startdt=2024-02-14T12:30:00 enddt=2024-02-14T14:00:00";
    assert_eq!(
        times(
            &with(json!({"timeZone": null, "endDate": "2024-02-14T14:00"})),
            Which::Whole
        ),
        [
            "dates=20240214T123000/20240214T140000",
            floating,
            floating,
            "st=20240214T123000 et=20240214T140000"
        ]
    );
}

#[test]
fn no_name_of_a_zone_trips_a_link() {
    for zone in chrono_tz::TZ_VARIANTS.map(chrono_tz::Tz::name) {
        let document = with(json!({"timeZone": zone}));
        let (_, parameters) = taken_apart(&Service::Google.link(&document.whole(), false));
        let ctz = parameters.into_iter().find(|(key, _)| key == "ctz");
        let current = document.event.zone.as_ref().and_then(|zone| match zone {
            Zone::Named(id) => Some(id.current_name().to_owned()),
            // "GMT+0" is an offset.
            _ => None,
        });
        assert_eq!(ctz.map(|(_, value)| value), current);
    }
    // By an unanchored search for abbreviations, these are MST, IST and EST.
    for zone in [
        "Europe/Amsterdam",
        "Europe/Istanbul",
        "Europe/Budapest",
        "Europe/Bucharest",
    ] {
        let link = Service::Google.link(&with(json!({"timeZone": zone})).whole(), false);
        assert!(
            link.contains(&["&ctz=", &zone.replace('/', "%2F")].concat()),
            "{link}"
        );
    }
}

#[test]
fn what_is_too_long_is_cut_at_a_word_and_keeps_its_addresses() {
    let description = "Each word of this sentence is whole, «wherever» it ends. ".repeat(60);
    let document = with(json!({
        "name": "Learning & teaching: 100% + more; ".repeat(40),
        "description": description,
        "location": {"@type": "Place", "name": "Halle ".repeat(200)},
        "registration": "register",
    }));
    let whole = document.whole();
    for service in Service::ALL {
        let (_, parameters) = taken_apart(&service.link(&whole, true));
        let value = |keys: [&str; 4]| {
            let found = parameters
                .iter()
                .find(|(key, _)| keys.contains(&key.as_str()));
            found
                .map(|(_, value)| value.clone())
                .expect("it is in the link")
        };
        let title = value(["text", "subject", "title", ""]);
        let kept = title.strip_suffix('…').expect("the title is cut");
        assert!(whole.title.starts_with(&[kept, " "].concat()), "{title}");
        let location = value(["location", "in_loc", "", ""]);
        assert!(
            location.starts_with("Halle ") && location.ends_with("Halle…"),
            "{location}"
        );
        let notes = value(["details", "body", "desc", ""]);
        let urls = [
            "\n\nRegister:\nhttps://events.example/2024/register\n\n",
            PAGE,
        ]
        .concat();
        let words = notes.strip_suffix(&urls).expect("the urls are kept");
        let kept = words.strip_suffix('…').expect("the description is cut");
        assert!(description.starts_with(&[kept, " "].concat()), "{words}");
        assert!(kept.len() > 300, "{words}");
    }
}

#[test]
fn an_address_that_does_not_fit_is_left_out() {
    let long = ["https://a.example/", &"x".repeat(3000)].concat();
    let document =
        with(json!({"description": "Words.", "registration": long, "url": "https://a.example/"}));
    let link = Service::Google.link(&document.whole(), false);
    let (_, parameters) = taken_apart(&link);
    assert!(
        parameters.contains(&("details".into(), "Words.\n\nhttps://a.example/".into())),
        "{link}"
    );
    let document = with(json!({"description": "Words.", "url": long}));
    let (_, parameters) = taken_apart(&Service::Google.link(&document.whole(), false));
    assert!(parameters.contains(&("details".into(), "Words.".into())));
}

#[test]
fn any_script_fits_into_a_link() {
    let scripts: [Value; 3] = [
        json!("学習都市の新しい仲間".repeat(60)),
        json!("مدن التعلم الجديدة ".repeat(60)),
        json!("👩🏽‍🏫🎉".repeat(200)),
    ];
    for text in scripts {
        let whole = with(json!({"name": text, "description": text, "location": {"@type": "Place", "name": text}})).whole();
        for service in Service::ALL {
            taken_apart(&service.link(&whole, true));
        }
    }
}
