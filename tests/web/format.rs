use chrono::{FixedOffset, NaiveDate};
use handbill::browser::intl::format::{self, Locale};
use handbill_core::agenda::Civil;
use handbill_core::{CivilDate, CivilDateTime};
use wasm_bindgen_test::wasm_bindgen_test;

fn locale(tag: &str) -> Locale {
    Locale {
        tag: tag.into(),
        hour_cycle: None,
    }
}

fn date(day: u32) -> CivilDate {
    NaiveDate::from_ymd_opt(2024, 2, day).expect("February has that day")
}

fn civil(day: u32, hour: u32, minute: u32) -> CivilDateTime {
    date(day)
        .and_hms_opt(hour, minute, 0)
        .expect("a clock shows that time")
}

/// Languages differ in the blanks they use, and change them between versions of a browser.
#[track_caller]
fn reads(found: &str, expected: &str) {
    let plain: String = found
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    assert_eq!(plain, expected);
}

#[wasm_bindgen_test]
fn times_are_written_as_the_language_does() {
    reads(&format::time(&locale("en-GB"), civil(14, 6, 30)), "06:30");
    reads(&format::time(&locale("en-US"), civil(14, 6, 30)), "6:30 AM");
    reads(&format::time(&locale("de"), civil(14, 0, 5)), "00:05");
}

#[wasm_bindgen_test]
fn the_hour_cycle_can_be_asked_for() {
    let twelve = Locale {
        hour_cycle: Some("h12"),
        ..locale("en-GB")
    };
    reads(&format::time(&twelve, civil(14, 18, 30)), "6:30 pm");
    let twenty_four = Locale {
        hour_cycle: Some("h23"),
        ..locale("en-US")
    };
    reads(&format::time(&twenty_four, civil(14, 18, 30)), "18:30");
}

#[wasm_bindgen_test]
fn a_range_over_midnight_names_no_days() {
    let range = Civil {
        start: civil(14, 23, 30),
        end: Some(civil(15, 0, 30)),
    };
    reads(&format::times(&locale("en-GB"), range), "23:30 – 00:30");
}

#[wasm_bindgen_test]
fn days_and_ranges_of_days_are_written_out() {
    reads(
        &format::date(&locale("en-GB"), date(14)).replace(',', ""),
        "Wednesday 14 February 2024",
    );
    assert!(format::dates(&locale("en-GB"), date(14), date(16)).contains("16 February 2024"));
    reads(
        &format::dates(&locale("en-GB"), date(14), date(14)).replace(',', ""),
        "Wednesday 14 February 2024",
    );
}

#[wasm_bindgen_test]
fn an_impossible_language_tag_falls_back() {
    reads(
        &format::time(&locale("not a tag!"), civil(14, 18, 30)),
        "6:30 PM",
    );
}

#[wasm_bindgen_test]
fn offsets_are_written_as_people_know_them() {
    let offset = |seconds| {
        format::offset(FixedOffset::east_opt(seconds).expect("the offset is below a day"))
    };
    assert_eq!(offset(0), "GMT");
    assert_eq!(offset(3_600), "GMT+1");
    assert_eq!(offset(20_700), "GMT+5:45");
    assert_eq!(offset(-12_600), "GMT−3:30");
    assert_eq!(offset(39_900), "GMT+11:05");
}
