//! What holds for the file and the links of any document, tried on random ones.

use chrono::NaiveDateTime;
use handbill_core::calendar::{Appointment, Form, MAX_LINK, Service, Slot, ics};
use icalendar::{Component, DatePerhapsTime, EventLike};
use proptest::prelude::*;

use crate::document::{Document, stamp};
use crate::reader::{unescape, unfold, values};
use crate::text::{document, shape};

proptest! {
    // Each has a dozen appointments with a dozen texts: a hundred are as good as the usual 256, and take three seconds.
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_file_gives_its_texts_back(document in document()) {
        check_file(&Document::new(&document).all());
    }

    #[test]
    fn any_json_comes_to_a_file_and_links(document in shape::any_json()) {
        if let Some(document) = Document::read(&document.to_string()) {
            let all = document.all();
            check_file(&all);
            all.iter().for_each(check_links);
        }
    }

    #[test]
    fn any_link_gives_its_texts_back(document in document()) {
        Document::new(&document).all().iter().for_each(check_links);
    }

    #[test]
    fn no_two_appointments_of_a_document_are_one(document in document()) {
        let mut uids: Vec<String> = Document::new(&document).all().into_iter().map(|one| one.uid).collect();
        let count = uids.len();
        uids.sort();
        uids.dedup();
        prop_assert_eq!(uids.len(), count);
    }
}

/// Reads a file by the letter of RFC 5545, and by another reader.
fn check_file(appointments: &[Appointment]) {
    let file = ics::file(appointments, Some("Several"), stamp());
    let lines = unfold(&file);
    let texts = |name| {
        values(&lines, name)
            .into_iter()
            .map(unescape)
            .collect::<Vec<_>>()
    };
    let uids: Vec<_> = appointments.iter().map(|one| one.uid.clone()).collect();
    let titles: Vec<_> = appointments.iter().map(|one| one.title.clone()).collect();
    let notes: Vec<_> = appointments.iter().map(Appointment::notes).collect();
    assert_eq!(texts("UID"), uids);
    assert_eq!(texts("SUMMARY"), titles);
    assert_eq!(texts("DESCRIPTION"), notes);

    let calendar: icalendar::Calendar = file.parse().expect("another reader reads it");
    let events: Vec<&icalendar::Event> = calendar.events().collect();
    assert_eq!(events.len(), appointments.len());
    for (event, appointment) in events.iter().zip(appointments) {
        assert_eq!(event.get_uid(), Some(&*appointment.uid));
        assert_eq!(event.get_summary(), Some(&*appointment.title));
        assert_eq!(
            event.get_description().unwrap_or_default(),
            appointment.notes()
        );
        assert_eq!(event.get_location(), appointment.location.as_deref());
        let Slot {
            start, end, form, ..
        } = &appointment.slot;
        let time = |at: NaiveDateTime| match form {
            Form::Utc => DatePerhapsTime::from(at.and_utc()),
            Form::Floating => DatePerhapsTime::from(at),
            Form::Date => DatePerhapsTime::from(at.date()),
        };
        assert_eq!(event.get_start(), Some(time(*start)));
        assert_eq!(event.get_end(), (end > start).then(|| time(*end)));
    }
}

/// Decodes links as browsers do.
fn check_links(appointment: &Appointment) {
    for service in Service::ALL {
        let link = service.link(appointment, true);
        assert!(link.len() <= MAX_LINK, "{} characters", link.len());
        assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{link}");
        let parsed = url::Url::parse(&link).expect("a link is an address");
        for (key, value) in parsed.query_pairs() {
            let whole = match &*key {
                "text" | "subject" | "title" => appointment.title.as_str(),
                "location" | "in_loc" => appointment.location.as_deref().unwrap_or_default(),
                _ => continue,
            };
            let is_whole = value == whole;
            let is_cut = value
                .strip_suffix('…')
                .is_some_and(|kept| whole.starts_with(kept));
            assert!(is_whole || is_cut, "{value:?} of {whole:?}");
        }
    }
}
