use chrono::{DateTime, FixedOffset};
use handbill::browser::intl::zones::{IntlZones, parse_offset, viewer_zone};
use handbill_core::{TimeZoneId, TimeZones, Timestamp};
use wasm_bindgen_test::wasm_bindgen_test;

fn offset(zone: &str, at: &str) -> Option<i32> {
    let zone = TimeZoneId::new(zone).expect("the name has the form of a zone");
    let at: Timestamp = DateTime::parse_from_rfc3339(at)
        .expect("the instant is written by hand")
        .to_utc();
    IntlZones
        .offset_at(&zone, at)
        .map(|offset: FixedOffset| offset.local_minus_utc())
}

#[wasm_bindgen_test]
fn offsets_follow_the_rules_of_the_zone() {
    assert_eq!(offset("Europe/Berlin", "2024-02-14T11:30:00Z"), Some(3_600));
    assert_eq!(offset("Europe/Berlin", "2024-03-31T00:59:59Z"), Some(3_600));
    assert_eq!(offset("Europe/Berlin", "2024-03-31T01:00:00Z"), Some(7_200));
    assert_eq!(
        offset("Asia/Kathmandu", "2024-02-14T11:30:00Z"),
        Some(20_700)
    );
    assert_eq!(
        offset("Australia/Lord_Howe", "2024-02-14T11:30:00Z"),
        Some(39_600)
    );
    assert_eq!(
        offset("Australia/Lord_Howe", "2024-07-14T11:30:00Z"),
        Some(37_800)
    );
    assert_eq!(
        offset("America/St_Johns", "2024-02-14T11:30:00Z"),
        Some(-12_600)
    );
    assert_eq!(offset("UTC", "2024-02-14T11:30:00Z"), Some(0));
}

#[wasm_bindgen_test]
fn offsets_of_local_mean_time_keep_their_seconds() {
    assert_eq!(
        offset("Africa/Monrovia", "1971-06-01T00:00:00Z"),
        Some(-2_670)
    );
}

#[wasm_bindgen_test]
fn a_zone_that_no_browser_knows_has_no_offset() {
    assert_eq!(offset("Europe/Atlantis", "2024-02-14T11:30:00Z"), None);
}

#[wasm_bindgen_test]
fn the_visitors_zone_is_the_browsers() {
    assert_eq!(
        viewer_zone().as_ref().map(TimeZoneId::as_str),
        Some("Asia/Dubai")
    );
}

#[wasm_bindgen_test]
fn long_offsets_are_read() {
    let seconds = |text| parse_offset(text).map(|offset| offset.local_minus_utc());
    assert_eq!(seconds("2/14/2024, GMT+05:45"), Some(20_700));
    assert_eq!(seconds("2/14/2024, GMT"), Some(0));
    assert_eq!(seconds("1/7/1972, GMT-00:44:30"), Some(-2_670));
    assert_eq!(seconds("2/14/2024, CET"), None);
}
